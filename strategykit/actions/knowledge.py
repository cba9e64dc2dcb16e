"""Reading the knowledge base."""

from collections.abc import Mapping

from strategykit.domain.entry import Entry
from strategykit.domain.knowledge import (
    Constraint,
    EvidenceCard,
    Interview,
    Practice,
    Unit,
    Voice,
)
from strategykit.storage.database import Database
from strategykit.storage.knowledge import counts

#: What the knowledge base holds, in the order of the page.
KNOWLEDGE: tuple[type[Entry], ...] = (EvidenceCard, Constraint, Practice, Interview, Voice, Unit)


def knowledge_counts(db: Database, process_id: str) -> Mapping[type[Entry], int]:
    """How much there is of each kind of knowledge."""
    with db.reading() as store:
        return counts(store, process_id, KNOWLEDGE)
