"""What to do next: the nearest meeting, and what the phase still lacks."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from strategykit.actions.meetings import agenda_of
from strategykit.actions.registers import entries
from strategykit.domain.agenda import fit_told, fits, next_meeting, when_told
from strategykit.domain.boards import counted
from strategykit.domain.catalogue import CRITERIA_SENTENCES
from strategykit.domain.clock import days_until
from strategykit.domain.instrument_rows import InstrumentRow, is_filled
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Person
from strategykit.domain.phases import PhaseStatus
from strategykit.ui.links import FILLED_ON, INSTRUMENT, link_to
from strategykit.ui.page import Visit
from strategykit.ui.text import markdown_safe, plain
from strategykit.ui.wording import worded


def draw_next(visit: Visit) -> None:
    """Two boxes side by side: the meeting, and the phase."""
    st.header("Det næste", anchor=False)
    left, right = st.columns(2, gap="medium")
    with left.container(border=True):
        _draw_meeting(visit)
    with right.container(border=True):
        _draw_phase(visit)


def _draw_meeting(visit: Visit) -> None:
    meetings = entries(visit.db, visit.process_id, Meeting)
    meeting = next_meeting(meetings, visit.today, passed_phases(visit))
    if meeting is None:
        _box("Møde", "Der er ikke flere møder i planen", ())
        link_to(visit, "plan", "Tilføj et møde")
        return
    items = agenda_of(visit.db, meeting)
    _box(_when(visit, meeting), meeting.title, _about(visit, meeting, items))
    with st.container(gap=None):
        link_to(visit, "plan", "Møde, drejebog og papirer")
        for page in _pages(visit, items):
            link_to(visit, page)


def passed_phases(visit: Visit) -> tuple[str, ...]:
    """The phases before the one where the process is."""
    statuses = visit.overview.statuses
    here = next(s.number for s in statuses if s.current)
    return tuple(s.phase.key for s in statuses if s.number < here)


def _when(visit: Visit, meeting: Meeting) -> str:
    if meeting.day is None:
        return "Næste møde"
    return f"Næste møde {days_until(meeting.day, visit.today)}"


def _about(visit: Visit, meeting: Meeting, items: Sequence[AgendaItem]) -> tuple[str, ...]:
    people = len(entries(visit.db, visit.process_id, Person))
    absent = len(meeting.absent)
    invited = f"{counted(people, 'deltager', 'deltagere')}, {absent} afbud"
    there = invited if people else "Ingen deltagere er skrevet ind"
    return (
        when_told(meeting),
        meeting.place or "Stedet er ikke sat endnu",
        there,
        *(() if fits(meeting, items) else (fit_told(meeting, items),)),
    )


def _pages(visit: Visit, items: Sequence[AgendaItem]) -> tuple[str, ...]:
    """The pages that the drejebog works on, each once."""
    named = (item.page for item in items)
    shown = visit.template.pages
    return tuple(dict.fromkeys(page for page in named if page in shown))


def _draw_phase(visit: Visit) -> None:
    here = next(s for s in visit.overview.statuses if s.current)
    what = f"Fase {here.number} af {len(visit.overview.statuses)}"
    _box(what, here.phase.title, (here.phase.aim, _stand(here)))
    with st.container(gap=None):
        for key in here.exit_unmet:
            if key == "instruments_filled":
                _link_instruments(visit, here)
            else:
                link_to(visit, FILLED_ON[key], f"Ikke endnu: {CRITERIA_SENTENCES[key]}")


def _link_instruments(visit: Visit, here: PhaseStatus) -> None:
    """Straight to each instrument of the phase that waits."""
    rows = entries(visit.db, visit.process_id, InstrumentRow)
    for plan in visit.template.instruments:
        if plan.phase == here.phase.key and not is_filled(plan, rows):
            title = markdown_safe(worded(visit, plan.title))
            link_to(visit, "redskaber", f"Ikke endnu: {title}", **{INSTRUMENT: plan.key})


def _stand(here: PhaseStatus) -> str:
    if here.complete:
        return "Alt i fasen er på plads. I kan gå videre nedenfor."
    return f"{len(here.exit_unmet)} ting mangler i fasen. Følg linket for at udfylde:"


def _box(what: str, title: str, lines: tuple[str, ...]) -> None:
    told = "".join(f"<p>{plain(line)}</p>" for line in lines if line)
    st.html(
        f'<div class="sv-next"><p class="sv-next-what">{escape(what)}</p>'
        f'<h3 class="sv-next-title">{escape(title)}</h3>{told}</div>'
    )
