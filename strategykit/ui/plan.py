"""Plan and meetings: one view at a time, and one meeting at a time."""

from collections.abc import Callable, Mapping

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.actions.rooms import going_on
from strategykit.domain.agenda import in_time_order, next_meeting, when_told
from strategykit.domain.meetings import Meeting
from strategykit.ui.agenda import draw_agenda
from strategykit.ui.meeting_notes import draw_notes
from strategykit.ui.meetings import draw_meetings
from strategykit.ui.next_step import passed_phases
from strategykit.ui.page import Visit
from strategykit.ui.papers import draw_papers
from strategykit.ui.text import html_text
from strategykit.ui.timeplan import draw_timeplan

_VIEW, _MEETING = "plan:view", "plan:meeting"
_MEETINGS, _AGENDA, _NOTES, _PAPERS, _TIMEPLAN = (
    "Møder", "Drejebog", "Under mødet", "Papirer", "Tidsplan",
)  # fmt: skip


def draw_plan(visit: Visit) -> None:
    """The chosen view; those of one meeting ask first which."""
    views = [_MEETINGS, _AGENDA, _NOTES, _PAPERS, _TIMEPLAN]
    chosen = st.segmented_control(
        "Vis i planen", views, default=_MEETINGS, required=True, key=_VIEW,
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    meetings = in_time_order(entries(visit.db, visit.process_id, Meeting))
    if chosen in _OF_ALL:
        _OF_ALL[chosen](visit, meetings)
    elif not meetings:
        html_text("Der er ingen møder endnu. Tilføj det første under Møder.")
    elif (meeting := _choose(visit, meetings)) is not None:
        _OF_ONE[chosen or _AGENDA](visit, meeting)


def _choose(visit: Visit, meetings: tuple[Meeting, ...]) -> Meeting | None:
    """The meeting that goes on, else the next one, is what most will come for."""
    by_id = {meeting.id: meeting for meeting in meetings}
    held = going_on(visit.db, visit.process_id)
    now = next((meeting for meeting in meetings if meeting.id in held), None)
    near = now or next_meeting(meetings, visit.today, passed_phases(visit)) or meetings[-1]
    chosen = st.selectbox(
        "Møde", list(by_id), index=list(by_id).index(near.id),
        format_func=lambda i: by_id[i].title, key=_MEETING,
    )  # fmt: skip
    meeting = by_id.get(chosen or near.id)
    if meeting is not None:
        place = f", {meeting.place}" if meeting.place else ""
        html_text(f"{when_told(meeting)}{place}")
    return meeting


_OF_ALL: Mapping[str | None, Callable[[Visit, tuple[Meeting, ...]], None]] = {
    _MEETINGS: draw_meetings,
    _TIMEPLAN: draw_timeplan,
}
_OF_ONE: Mapping[str, Callable[[Visit, Meeting], None]] = {
    _AGENDA: draw_agenda,
    _NOTES: draw_notes,
    _PAPERS: draw_papers,
}
