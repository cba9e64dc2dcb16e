"""Dots, counted where they lie, and notes fetched by the handful."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import delete, func, select

from strategykit.domain.boards import Dot
from strategykit.domain.entry import Entry
from strategykit.storage.store import Store, as_thing, table_of

Kind = TypeVar("Kind", bound=Entry)
_MOST_AT_ONCE = 500  # a database takes only so many parameters in one question


def dot_counts(store: Store, process_id: str) -> dict[str, int]:
    """The number of dots on each note, group or area that has any."""
    table = table_of(Dot)
    query = (
        select(table.c.subject_id, func.count())
        .where(table.c.process_id == process_id)
        .group_by(table.c.subject_id)
    )
    return {subject: int(count) for subject, count in store.session.execute(query)}


def dots_on(store: Store, process_id: str, subjects: Sequence[str]) -> tuple[Dot, ...]:
    """The dots of some notes, groups or areas, oldest first."""
    table = table_of(Dot)
    found: list[Any] = []
    for some in _portions(subjects):
        query = select(table).where(
            (table.c.process_id == process_id) & table.c.subject_id.in_(some)
        )
        found += store.session.execute(query.order_by(table.c.position, table.c.id)).all()
    return tuple(as_thing(Dot, row) for row in found)


def by_ids(store: Store, kind: type[Kind], process_id: str, ids: Sequence[str]) -> tuple[Kind, ...]:
    """Those of a kind in a process that have one of the ids, in the order of their places."""
    table = table_of(kind)
    found: list[Any] = []
    for some in _portions(ids):
        query = select(table).where((table.c.process_id == process_id) & table.c.id.in_(some))
        found += store.session.execute(query).all()
    return tuple(sorted((as_thing(kind, row) for row in found), key=lambda e: (e.position, e.id)))


def remove_many(store: Store, kind: type[Entry], ids: Sequence[str]) -> None:
    """Those of a kind with the ids are gone."""
    table = table_of(kind)
    for some in _portions(ids):
        store.session.execute(delete(table).where(table.c.id.in_(some)))


def _portions(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[n : n + _MOST_AT_ONCE] for n in range(0, len(ids), _MOST_AT_ONCE))
