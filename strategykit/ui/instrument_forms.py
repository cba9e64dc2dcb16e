"""The rows of an instrument: adding, changing, moving and removing them."""

from collections.abc import Callable, Sequence

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.instruments import move_row
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.instruments import InstrumentKind
from strategykit.errors import StrategyError
from strategykit.ui.forms import Form, GoingOn, add_form, edit_form, told, untouched
from strategykit.ui.instrument_rows import FilledIn, RowForm
from strategykit.ui.register import picker, remove_button

_IN_ORDER = (InstrumentKind.COUNTERS,)  # months stand by themselves


def draw_rows(asked: RowForm, rows: Sequence[InstrumentRow], adds: str,
              name: Callable[[InstrumentRow], str] | None = None) -> None:  # fmt: skip
    """The form to add a row, and the picker to change or remove one."""
    with st.expander(adds, expanded=not rows, key=f"{asked.key}:open"):
        add_form(asked.form("add"), adds)
    if not rows:
        return
    chosen = picker("Ret eller slet", rows, f"{asked.key}:pick", name)
    if chosen is not None:
        if asked.plan.kind not in _IN_ORDER:
            _draw_moves(asked, chosen)
        edit_form(asked.form("edit"), asked.as_form(chosen))
        remove_button(asked.visit, chosen, asked.key, name(chosen) if name else "")


def _draw_moves(asked: RowForm, row: InstrumentRow) -> None:
    with st.container(horizontal=True):
        for label, step in (("Flyt op", -1), ("Flyt ned", 1)):
            st.button(label, key=f"{asked.key}:{label}", on_click=_move, args=(asked, row, step))


def _move(asked: RowForm, row: InstrumentRow, step: int) -> None:
    try:
        move_row(asked.visit.db, asked.visit.who, row, step)
    except StrategyError as error:
        told(f"{asked.key}:edit", "error", str(error))


def draw_item(
    asked: RowForm, kept: InstrumentRow | None, label: str, removes: str,
    going_on: GoingOn | None = None,
) -> None:  # fmt: skip
    """The one row about an item, as it is kept, or blank; `removes` says what is lost with it."""
    form = item_form(asked)
    edit_form(form, _seen(asked, form, kept), label, going_on)
    if kept is not None:
        remove_button(asked.visit, kept, asked.key, removes)


def item_form(asked: RowForm) -> Form[FilledIn]:
    """The form of the one row about an item."""
    return asked.form("item")


def _seen(asked: RowForm, form: Form[FilledIn], kept: InstrumentRow | None) -> FilledIn:
    """What was begun on stays open when another window was first: saving it tells of both."""
    opened: FilledIn | None = st.session_state.get(f"{form.key}:seen")
    if opened is not None and not opened.version and not (kept and untouched(form, opened)):
        return opened
    if kept is not None:
        return asked.as_form(kept)
    blank = InstrumentRow(
        id=new_id(), process_id=asked.visit.process_id, version=0,
        instrument=asked.plan.key, item=asked.item,
    )  # fmt: skip
    return asked.as_form(blank)
