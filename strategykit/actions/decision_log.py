"""The beslutningslog of a review as a Word file."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from strategykit.actions.acting import now
from strategykit.actions.meetings import municipality_name
from strategykit.actions.points import read_wishes
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.minorities import Minority
from strategykit.domain.paper import Paper
from strategykit.domain.people import Person, called
from strategykit.domain.process import Process
from strategykit.domain.reviews import SendOut
from strategykit.drafting.papers.decision_log import Log, decision_log
from strategykit.drafting.word import write_paper
from strategykit.storage import drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def log_paper(db: Database, sent: SendOut) -> Paper:
    """Every point of the review; raises NotFound."""
    with db.reading() as store:
        process = store.get(Process, sent.process_id)
        version = store.get(DraftVersion, sent.version_id, sent.process_id)
        people = {p.id: called(p) for p in store.all(Person, sent.process_id)}
        log = Log(
            version.draft, version.number, read_wishes(store, sent.process_id, sent.id), people,
            _minorities(store, sent.process_id, people),
        )  # fmt: skip
    return decision_log(log, f"{municipality_name(process)} · {process.committee}")


def log_word(db: Database, sent: SendOut, moment: datetime | None = None) -> bytes:
    """The same as Word in the municipality's look."""
    paper = log_paper(db, sent)
    with db.reading() as store:
        style = drafts.house_style(store, sent.process_id)
    return write_paper(paper, moment or now(), style.data if style else None)


def _minorities(
    store: Store, process_id: str, people: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """What those who disagree want written down, by the point it is about."""
    found: dict[str, list[str]] = defaultdict(list)
    for said in store.all(Minority, process_id):
        if said.point_id:
            names = ", ".join(people.get(i, "") for i in said.person_ids if people.get(i))
            found[said.point_id].append(f"{names}: {said.text}" if names else said.text)
    return {point: tuple(texts) for point, texts in found.items()}
