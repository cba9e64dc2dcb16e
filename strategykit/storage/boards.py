"""Dots, counted where they lie, and notes fetched by the handful."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import delete, func, select

from strategykit.domain.ballots import StepResult
from strategykit.domain.boards import Dot
from strategykit.domain.entry import Entry
from strategykit.domain.steps import Step, StepKind, StepState
from strategykit.storage.store import Store, as_thing, table_of

Kind = TypeVar("Kind", bound=Entry)
_MOST_AT_ONCE = 500  # a database takes only so many parameters in one question


def dot_counts(store: Store, process_id: str) -> dict[str, int]:
    """The number of dots on each note, group or area that has any.

    Dots of a step count once it is closed: while it is open they are nobody's business, and what
    its last closed round gave stands.
    """
    table, steps = table_of(Dot), _unclosed(process_id)
    query = (
        select(table.c.subject_id, func.count())
        .where((table.c.process_id == process_id) & table.c.step_id.not_in(steps))
        .group_by(table.c.subject_id)
    )
    counts = Counter({subject: int(count) for subject, count in store.session.execute(query)})
    for result in _last_rounds(store, process_id):
        counts.update({t.subject_id: t.total for t in result.tallies if t.total})
    return dict(counts)


def _unclosed(process_id: str) -> Any:
    table = table_of(Step)
    return select(table.c.id).where(
        (table.c.process_id == process_id)
        & (table.c.kind == StepKind.DOTS)
        & (table.c.state != StepState.CLOSED)
    )


def _last_rounds(store: Store, process_id: str) -> Iterable[StepResult]:
    table = table_of(StepResult)
    query = select(table).where(table.c.step_id.in_(_unclosed(process_id))).order_by(table.c.round)
    return {row.step_id: as_thing(StepResult, row) for row in store.session.execute(query)}.values()


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
