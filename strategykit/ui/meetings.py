"""The list of meetings, and the form of each."""

from urllib.parse import urlencode

import streamlit as st

from strategykit.domain.clock import clock_span
from strategykit.domain.meetings import Meeting
from strategykit.domain.numbers import danish_date
from strategykit.ui.addresses import PROCESS
from strategykit.ui.forms import Form, add_form, edit_form
from strategykit.ui.page import Visit
from strategykit.ui.register import picker, remove_button
from strategykit.ui.text import OwnLinks, html_table, html_text, own_links, unbroken

_FIELDS = ("title", "kind", "day", "starts", "minutes", "place", "phase", "purpose", "invitation")
_NOT_SET = "ikke sat endnu"


def draw_meetings(visit: Visit, meetings: tuple[Meeting, ...]) -> None:
    """All meetings in the order of time; add one's own, change or remove."""
    st.header("Møder", anchor=False)
    if meetings:
        header = ("Møde", "Dato", "Kl.", "Fase", "Sted", "Hold mødet")
        html_table("Møder i forløbet", header, [_row(visit, m) for m in meetings])
        st.html(f'<p class="sv-text">{_rehearsal(visit)}</p>')
    else:
        html_text("Der er ingen møder endnu.")
    with st.expander("Tilføj et møde", key="plan:add"):
        add_form(_form(visit, "plan:new-meeting"), "Tilføj mødet")
    if meetings:
        chosen = picker("Ret eller slet et møde", meetings, "plan:pick")
        if chosen is not None:
            edit_form(_form(visit, "plan:meeting-form"), chosen, "Gem mødet")
            remove_button(visit, chosen, "plan:meetings")


def phases(visit: Visit) -> dict[str, dict[str, str]]:
    """The choice of a phase by its title."""
    return {"phases": {p.key: p.title for p in visit.template.phases}}


def _form(visit: Visit, key: str) -> Form[Meeting]:
    return Form(visit, Meeting, key, choices=phases(visit), only=_FIELDS, columns=2)


def _row(visit: Visit, meeting: Meeting) -> tuple[str, ...]:
    return (
        meeting.title,
        unbroken(danish_date(meeting.day)) if meeting.day else _NOT_SET,
        unbroken(clock_span(meeting.begins, meeting.minutes)),
        phases(visit)["phases"].get(meeting.phase, ""),
        meeting.place or _NOT_SET,
        ways_to_hold(meeting),
    )


def _rehearsal(visit: Visit) -> OwnLinks:
    asked = urlencode({PROCESS: visit.process.name})
    said = "Hold generalprøve: kan maskinen klare aftenen?"
    return own_links([(f"/generalproeve?{asked}", said, f"{said} Åbner i et nyt vindue.")])


def ways_to_hold(meeting: Meeting) -> OwnLinks:
    """The helm and the wall of the meeting, each in a window of its own."""
    asked = urlencode({"moede": meeting.id})
    told = f"{meeting.title}, åbner i et nyt vindue"
    return own_links([
        (f"/styring?{asked}", "Styring", f"Styring: {told}"),
        (f"/projektor?{asked}", "Projektor", f"Projektor: {told}"),
    ])  # fmt: skip
