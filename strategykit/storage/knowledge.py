"""How much of each kind there is, counted where it lies."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, literal, select, union_all

from strategykit.domain.entry import Entry
from strategykit.storage.store import Store, table_of


def counts(
    store: Store, process_id: str, kinds: Sequence[type[Entry]]
) -> Mapping[type[Entry], int]:
    """The number of entries of each kind, in one question to the database."""
    tables = [table_of(kind) for kind in kinds]
    asked = [
        select(literal(number), func.count()).where(table.c.process_id == process_id)
        for number, table in enumerate(tables)
    ]
    return {kinds[number]: count for number, count in store.session.execute(union_all(*asked))}
