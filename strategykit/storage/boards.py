"""Dots, counted where they lie, and notes fetched by the handful."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import delete, func, select

from strategykit.domain.ballots import Ballot
from strategykit.domain.boards import Dot
from strategykit.domain.entry import Entry
from strategykit.domain.steps import Step, StepKind
from strategykit.storage.store import Store, as_thing, table_of
from strategykit.storage.tables.step_keys import OwnedRow

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


def answered(store: Store, step: Step) -> int:
    """How many have given dots or ballots in the step's round, each counted once."""
    if step.anonymous:
        query = select(func.count(func.distinct(OwnedRow.key_hash)))
        return int(store.session.execute(query.where(OwnedRow.step_id == step.id)).scalar_one())
    kind = Dot if step.kind is StepKind.DOTS else Ballot
    table = table_of(kind)
    mine = (table.c.step_id == step.id) & (table.c.voter != "")
    if kind is Ballot:
        mine &= table.c.round == step.round
    query = select(func.count(func.distinct(table.c.voter))).where(mine)
    return int(store.session.execute(query).scalar_one())


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
