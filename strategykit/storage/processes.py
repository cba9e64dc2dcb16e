"""Finding processes."""

from sqlalchemy import select

from strategykit.domain.process import Process
from strategykit.errors import UnknownProcess
from strategykit.storage.store import Store, as_thing, table_of


def all_processes(store: Store) -> tuple[Process, ...]:
    """Every process, the newest first."""
    table = table_of(Process)
    rows = store.session.execute(
        select(table).order_by(table.c.created_at.desc(), table.c.name)
    )
    return tuple(as_thing(Process, row) for row in rows)


def by_name(store: Store, name: str) -> Process:
    """The process with that short name or id; raises UnknownProcess with the names that exist."""
    table = table_of(Process)
    found = store.session.execute(
        select(table).where((table.c.name == name) | (table.c.id == name))
    ).first()
    if found is None:
        raise UnknownProcess(name, tuple(p.name for p in all_processes(store)))
    return as_thing(Process, found)
