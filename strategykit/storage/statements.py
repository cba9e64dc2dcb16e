"""Finding a text by what it is."""

from strategykit.domain.statements import Statement
from strategykit.storage.store import Store


def by_key(store: Store, process_id: str, key: str) -> Statement | None:
    """The process's vision, mission or summary of a section, if it was ever saved."""
    return next(iter(store.all(Statement, process_id, key=key)), None)
