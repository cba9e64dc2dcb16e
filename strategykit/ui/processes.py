"""The forside: what to do next, and where the process is."""

from collections.abc import Callable, Mapping

import streamlit as st

from strategykit.actions.processes import list_processes
from strategykit.domain.process import deletion_told
from strategykit.ui.addresses import ADDRESSES
from strategykit.ui.forms import show_said
from strategykit.ui.mandate import draw_mandate
from strategykit.ui.next_step import draw_next
from strategykit.ui.opening import draw_opening
from strategykit.ui.page import Visit, database, gate, open_page, opened_process, who_is_here
from strategykit.ui.phases import draw_phases
from strategykit.ui.process_end import draw_clean_up, draw_end
from strategykit.ui.process_list import OVERVIEW, SAID, VIEW, draw_list
from strategykit.ui.process_start import draw_start
from strategykit.ui.text import html_text, markdown_safe

_MANDATE, _OPENING = "Opgaven", "Åbningsspørgsmål"
_LIST, _END = "Alle forløb", "Arkivér, kopiér eller slet"


def draw_front() -> None:
    """The open process, or the way to the first one."""
    if opened_process() is None:
        gate()
        _draw_empty()
        return
    visit = open_page("forside")
    show_said(SAID)
    draw_clean_up(visit.db, visit.who)
    _draw_reminders(visit)
    _draw_view(visit)


def _draw_empty() -> None:
    st.title(ADDRESSES["forside"].title, anchor=False)
    show_said(SAID)
    draw_clean_up(database(), who_is_here())
    known = list_processes(database())
    if known:
        html_text("Alle forløb er arkiveret. Åbn et af dem for at læse i det, eller opret et nyt.")
        draw_list(database(), known)
    else:
        html_text(
            "Et forløb er ét udvalgs vej fra opgaven til en færdig strategi. Vælg en skabelon, og "
            "skriv det, I ved nu. Alt kan rettes senere."
        )
    draw_start(database())


def _draw_reminders(visit: Visit) -> None:
    if visit.process.archived:
        st.info("Forløbet er arkiveret og kan kun læses. Hent det frem igen for at ændre.")
    if told := deletion_told(visit.process, visit.today):
        st.warning(markdown_safe(told))


def _draw_view(visit: Visit) -> None:
    views = _VIEWS if visit.template.opening_questions else _without(_OPENING)
    chosen = st.segmented_control(
        "Vis på forsiden", list(views), required=True, key=VIEW, label_visibility="collapsed",
        default=None if VIEW in st.session_state else OVERVIEW,
    )  # fmt: skip
    views[chosen or OVERVIEW](visit)


def _draw_overview(visit: Visit) -> None:
    if visit.process.example_note:
        html_text("Jeres eget forløb opretter I under Alle forløb.", cls="sv-lead")
    draw_next(visit)
    draw_phases(visit)


def _draw_list(visit: Visit) -> None:
    draw_list(visit.db, list_processes(visit.db), visit.process)
    with st.expander("Nyt forløb", key="front:new"):
        draw_start(visit.db)


_VIEWS: Mapping[str, Callable[[Visit], None]] = {
    OVERVIEW: _draw_overview,
    _MANDATE: draw_mandate,
    _OPENING: draw_opening,
    _LIST: _draw_list,
    _END: draw_end,
}


def _without(name: str) -> Mapping[str, Callable[[Visit], None]]:
    return {view: draw for view, draw in _VIEWS.items() if view != name}
