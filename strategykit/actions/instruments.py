"""Filling in the instruments that the template names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from strategykit.actions.acting import acting
from strategykit.actions.materials import template_of
from strategykit.domain.instrument_columns import WEIGHTS, by_item, columns_of
from strategykit.domain.instrument_rows import InstrumentRow, as_typed_again, asked_items, fitted
from strategykit.domain.instruments import InstrumentKind, InstrumentPlan
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.text import checked, checked_text
from strategykit.errors import NotFound, RowThere, SameActor
from strategykit.storage.database import Database
from strategykit.storage.store import Store

_ONE_EACH = (InstrumentKind.COUNTERS, InstrumentKind.CULTURE)


def fill_row(
    db: Database, who: Who, seen: InstrumentRow, typed: Mapping[str, str]
) -> InstrumentRow:
    """The row as saved; `seen` has version 0 when it is not kept yet.

    Raises EditConflict when somebody saved it since it was seen, NotFound when the template has no
    such instrument, and BadEntry for what does not fit its column or is there already.
    """
    with acting(db, who, seen.process_id, "change", "InstrumentRow", seen.id) as store:
        store.lock(seen.process_id)  # two windows may be the first to fill in the same item
        plan = _plan(store, seen)
        fit = checked(replace(seen, values=fitted(plan, seen.item, _clean(plan, seen, typed))))
        _require_new(plan, store.all(InstrumentRow, fit.process_id, instrument=plan.key), fit)
        if seen.version:
            return store.save(seen, fit)
        return _first(store, fit)


def move_row(db: Database, who: Who, row: InstrumentRow, step: int) -> None:
    """The row changes place with the one `step` from it; outside the list it stays."""
    with acting(db, who, row.process_id, "change", "InstrumentRow", row.id) as store:
        rows = store.all(InstrumentRow, row.process_id, instrument=row.instrument)
        here = next((n for n, other in enumerate(rows) if other.id == row.id), None)
        if here is None:
            raise NotFound(InstrumentRow.noun)
        if 0 <= here + step < len(rows):
            one, other = rows[here], rows[here + step]
            store.save(one, replace(one, position=other.position))
            store.save(other, replace(other, position=one.position))


def _clean(plan: InstrumentPlan, row: InstrumentRow, typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed, looked through under the name of its column."""
    columns = columns_of(plan, row.item)
    return {c.key: checked_text(c.title, typed[c.key]) for c in columns if c.key in typed}


def _require_new(plan: InstrumentPlan, rows: Sequence[InstrumentRow], row: InstrumentRow) -> None:
    """Two different actors; and one row for each month that is counted and each unit."""
    if plan.kind is InstrumentKind.INTERFACES and row.value("one") == row.value("other"):
        raise SameActor(row.value("one"))
    column = columns_of(plan, row.item)[0]
    said = _same(row.value(column.key))
    others = (other for other in rows if other.id != row.id)
    if plan.kind in _ONE_EACH and any(_same(o.value(column.key)) == said for o in others):
        raise RowThere(column.title, as_typed_again(column, row.value(column.key)))


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()


def _first(store: Store, row: InstrumentRow) -> InstrumentRow:
    """A double tap brings the same id; another window's row about the same item is a conflict."""
    if (kept := store.find(InstrumentRow, row.id)) is not None:
        return kept
    about = store.all(InstrumentRow, row.process_id, instrument=row.instrument, item=row.item)
    if row.item and about:
        mine = replace(row, id=about[0].id, position=about[0].position)
        return store.save(replace(about[0], version=0), mine)
    return store.add(replace(row, version=1))


def _plan(store: Store, row: InstrumentRow) -> InstrumentPlan:
    plan = template_of(store.get(Process, row.process_id)).instrument(row.instrument)
    if plan is None or row.item not in _about(plan) or not columns_of(plan, row.item):
        raise NotFound  # a survey is answered in its own way
    return plan


def _about(plan: InstrumentPlan) -> tuple[str, ...]:
    """What a row may be about."""
    if not by_item(plan):
        return ("",)
    weights = (WEIGHTS,) if plan.kind is InstrumentKind.OPTIONS else ()
    return (*asked_items(plan), *weights)
