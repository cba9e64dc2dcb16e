"""Filling in the instruments that the template names."""

from collections.abc import Mapping
from dataclasses import replace

from strategykit.actions.acting import acting
from strategykit.actions.materials import template_of
from strategykit.domain.instrument_rows import InstrumentRow, fitted
from strategykit.domain.instruments import InstrumentPlan
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.text import checked
from strategykit.errors import NotFound
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def fill_row(
    db: Database, who: Who, seen: InstrumentRow, typed: Mapping[str, str]
) -> InstrumentRow:
    """The row as saved; `seen` has version 0 when it is not kept yet.

    Raises EditConflict when somebody saved it since it was seen, NotFound when the template has no
    such instrument, and BadEntry for what does not fit its column.
    """
    with acting(db, who, seen.process_id, "change", "InstrumentRow", seen.id) as store:
        store.lock(seen.process_id)  # two windows may be the first to fill in the same item
        plan = _plan(store, seen)
        fit = checked(replace(seen, values=fitted(plan, seen.item, typed)))
        if seen.version:
            return store.save(seen, fit)
        return _first(store, fit)


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
    if plan is None:
        raise NotFound
    return plan
