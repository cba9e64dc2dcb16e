"""The drejebog of one meeting: its items with times, one of them open at a time."""

from collections.abc import Callable

import streamlit as st

from strategykit.actions.meetings import agenda_of, move_earlier, move_later
from strategykit.domain.agenda import TimedItem, fit_told, fits, timed
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Who
from strategykit.errors import StrategyError
from strategykit.storage.database import Database
from strategykit.ui.fields import Choices
from strategykit.ui.forms import Form, add_form, edit_form, show_said, told
from strategykit.ui.links import page_titles
from strategykit.ui.page import Visit
from strategykit.ui.register import picker, remove_button
from strategykit.ui.text import html_table, unbroken

_SAID = "agenda"
_FIELDS = (
    "title", "minutes", "seating", "leads", "purpose", "script", "fallback", "cards", "dots",
    "page",
)  # fmt: skip
Move = Callable[[Database, Who, AgendaItem], None]


def draw_agenda(visit: Visit, meeting: Meeting) -> None:
    """The course of the meeting, whether it fits, and the chosen item's form."""
    st.header("Drejebog", anchor=False)
    items = agenda_of(visit.db, meeting)
    (st.success if fits(meeting, items) else st.warning)(fit_told(meeting, items))
    placed = timed(meeting, items)
    if placed:
        html_table("Punkterne i rækkefølge", _HEADER, [_row(each) for each in placed])
    show_said(_SAID)
    with st.expander("Tilføj et punkt", expanded=not placed, key=f"agenda:open:{meeting.id}"):
        add_form(_form(visit, meeting, f"agenda:add:{meeting.id}"), "Tilføj punktet")
    names = {each.item.id: f"{each.number}. {each.item.title}" for each in placed}
    chosen = picker(
        "Ret, flyt eller slet et punkt", items, f"agenda:pick:{meeting.id}",
        lambda item: names[item.id],
    )  # fmt: skip
    if chosen is not None:
        _draw_item(visit, meeting, chosen)


_HEADER = ("Kl.", "Punkt", "Min.", "Form", "Leder", "Formål")


def _row(each: TimedItem) -> tuple[str, ...]:
    item = each.item
    return (
        unbroken(each.span), f"{each.number}. {item.title}", str(item.minutes),
        unbroken(item.seating.value), item.leads, item.purpose,
    )  # fmt: skip


def _draw_item(visit: Visit, meeting: Meeting, item: AgendaItem) -> None:
    with st.container(horizontal=True):
        for label, move in (("Flyt op", move_earlier), ("Flyt ned", move_later)):
            st.button(label, key=f"agenda:{label}:{item.id}", on_click=_move,
                      args=(visit, item, move))  # fmt: skip
        remove_button(visit, item, _SAID)
    edit_form(_form(visit, meeting, "agenda:edit"), item, "Gem punktet")


def _move(visit: Visit, item: AgendaItem, move: Move) -> None:
    try:
        move(visit.db, visit.who, item)
    except StrategyError as error:
        told(_SAID, "error", str(error))


def _form(visit: Visit, meeting: Meeting, key: str) -> Form[AgendaItem]:
    preset = {"meeting_id": meeting.id}
    return Form(visit, AgendaItem, key, preset, _pages(visit), _FIELDS, 2)


def _pages(visit: Visit) -> Choices:
    return {"pages": page_titles(visit)}
