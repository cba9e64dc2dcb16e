"""The papers of one meeting to download, and the notes that must be read before they go out."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from strategykit.actions.meetings import PaperKind, calendar_of, notes_to_read, paper_file
from strategykit.domain.meetings import Meeting
from strategykit.storage.processes import short_name
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_text

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CALENDAR = "text/calendar"


@dataclass(frozen=True)
class _Offer:
    kind: PaperKind
    label: str
    about: str


_BEFORE = (
    _Offer(PaperKind.INVITATION, "Hent indkaldelse med dagsorden",
           "Tid, sted, dagsorden og åbne aftaler. Sedlerne er ikke med."),
    _Offer(PaperKind.SCRIPT, "Hent drejebogen",
           "Til den, der leder mødet: punkt for punkt, også på papir."),
    _Offer(PaperKind.CUTOUTS, "Hent kort og prikker",
           "Til at klippe ud, hvis aftenen skal klares på papir."),
)  # fmt: skip
_AFTER = (
    _Offer(PaperKind.MINUTES, "Hent referatet", "Deltagere, beslutninger, aftaler og inhabilitet."),
)
_SUMMARY = _Offer(
    PaperKind.SUMMARY, "Hent opsamlingen", "Det, I skrev, prioriterede, besluttede og aftalte."
)


def draw_papers(visit: Visit, meeting: Meeting) -> None:
    """Before the meeting, and after it."""
    left, right = st.columns(2, gap="medium")
    with left:
        st.header("Før mødet", anchor=False)
        for offer in _BEFORE:
            _draw(visit, meeting, offer)
        _draw_calendar(visit, meeting)
    with right:
        st.header("Efter mødet", anchor=False)
        for offer in _AFTER:
            _draw(visit, meeting, offer)
        _draw_summary(visit, meeting)


def _draw(visit: Visit, meeting: Meeting, offer: _Offer, *, read_through: bool = False) -> None:
    with st.container(border=True, gap="small"):
        html_text(offer.about)
        st.download_button(
            offer.label,
            partial(paper_file, visit.db, visit.process_id, meeting.id, offer.kind,
                    read_through=read_through),
            file_name=f"{offer.kind.value}-{short_name(meeting.title)}.docx",
            mime=WORD, on_click="ignore", key=f"papers:{offer.kind.value}",
        )  # fmt: skip


def _draw_calendar(visit: Visit, meeting: Meeting) -> None:
    with st.container(border=True, gap="small"):
        if meeting.day is None:
            html_text("Sæt en dato på mødet under Møder. Så kan det lægges i kalenderen.")
            return
        html_text("Til deltagernes kalender.")
        st.download_button(
            "Hent mødet til kalenderen",
            partial(calendar_of, visit.db, visit.process, (meeting,)),
            file_name=f"{short_name(meeting.title)}.ics", mime=CALENDAR, on_click="ignore",
            key="papers:calendar",
        )  # fmt: skip


def _draw_summary(visit: Visit, meeting: Meeting) -> None:
    """Single notes are what somebody wrote in the heat of it: a person reads them first."""
    notes = notes_to_read(visit.db, visit.process_id, meeting.id)
    read_through = False
    if notes:
        with st.expander(f"Læs de {len(notes)} sedler, der står for sig selv", key="papers:notes"):
            html_list(note.text for note in notes)
        read_through = st.checkbox(
            "Sedlerne er læst igennem og må stå i opsamlingen", key=f"papers:read:{meeting.id}"
        )
    _draw(visit, meeting, _SUMMARY, read_through=read_through)
