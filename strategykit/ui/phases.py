"""The phases: where the process is, what each one lacks, and going on."""

from html import escape

import streamlit as st

from strategykit.actions.processes import change_phase
from strategykit.actions.registers import entries
from strategykit.domain.catalogue import CRITERIA_SENTENCES
from strategykit.domain.clock import moment_told
from strategykit.domain.people import Person, called
from strategykit.domain.phases import PhaseStatus
from strategykit.domain.process import PhaseStart
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.links import FILLED_ON, link_to
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_table, html_text, plain
from strategykit.ui.wording import worded

_SAID, _TO, _REASON = "phase:move", "phase:to", "phase:reason"


def draw_phases(visit: Visit) -> None:
    """Each phase with its state in words, then the form to go on, then what has happened."""
    st.header("Faser", anchor=False)
    for status in visit.overview.statuses:
        _draw_phase(visit, status)
    if not visit.process.archived:
        _draw_move(visit)
    _draw_history(visit)


def state_of(status: PhaseStatus, here: int) -> str:
    """Where the phase is and what it lacks: "I er her. 2 ting mangler."."""
    if status.current:
        place = "I er her"
    else:
        place = "Kommer senere" if status.number > here else "Tidligere fase"
    lacks = "Alt er på plads" if status.complete else f"{len(status.exit_unmet)} ting mangler"
    return f"{place}. {lacks}."


def _draw_phase(visit: Visit, status: PhaseStatus) -> None:
    here = next(s.number for s in visit.overview.statuses if s.current)
    mark = " sv-stage-here" if status.current else ""
    st.html(
        f'<div class="sv-stage{mark}"><h3 class="sv-stage-title">{status.number} '
        f"{escape(status.phase.title)}</h3>"
        f'<p class="sv-stage-state">{escape(state_of(status, here))}</p>'
        f"<p>{plain(worded(visit, status.phase.aim))}</p></div>"
    )
    if status.exit_unmet:
        with st.container(gap=None):
            for key in status.exit_unmet:
                link_to(visit, FILLED_ON[key], f"Ikke endnu: {CRITERIA_SENTENCES[key]}")


def _draw_move(visit: Visit) -> None:
    st.subheader("Gå til en anden fase", anchor=False)
    show_said(_SAID)
    others = {s.phase.key: s for s in visit.overview.statuses if not s.current}
    chosen = st.selectbox(
        "Fase", list(others), index=_next_index(visit),
        format_func=lambda key: f"{others[key].number} {others[key].phase.title}",
        key=f"{_TO}:{visit.process.version}",
    )  # fmt: skip
    if chosen is None:
        return
    lacks = missing_to(visit, others[chosen])
    if lacks:
        html_text("Det mangler endnu. I kan gå videre alligevel, hvis I skriver hvorfor:")
        html_list(CRITERIA_SENTENCES[key] for key in lacks)
        st.text_area("Begrundelse for at gå videre", key=_reason_key(visit), height=90)
    else:
        html_text("Alt er på plads. I kan gå videre uden en begrundelse.")
    st.button("Skift fase", type="primary", on_click=_move, args=(visit, chosen))


def missing_to(visit: Visit, there: PhaseStatus) -> tuple[str, ...]:
    """The criteria that are open when leaving the phase of today for another one."""
    here = next(s for s in visit.overview.statuses if s.current)
    return tuple(dict.fromkeys((*here.exit_unmet, *there.entry_unmet)))


def _next_index(visit: Visit) -> int:
    """The next phase in the list of all others; after the last one the one before it."""
    statuses = visit.overview.statuses
    here = next(s.number for s in statuses if s.current)
    return min(here - 1, len(statuses) - 2) if len(statuses) > 1 else 0


def _reason_key(visit: Visit) -> str:
    """A new phase asks for a reason of its own: what was typed for the last one is not kept."""
    return f"{_REASON}:{visit.process.version}"


def _move(visit: Visit, key: str) -> None:
    try:
        reason = st.session_state.get(_reason_key(visit)) or ""
        change_phase(visit.db, visit.who, visit.process, key, reason)
    except StrategyError as error:
        told(_SAID, "error", str(error))
        return
    told(_SAID, "success", f"I er nu i fasen {visit.template.phase(key).title}.")


def _draw_history(visit: Visit) -> None:
    starts = entries(visit.db, visit.process_id, PhaseStart)
    if not starts:
        return
    st.subheader("Faseskift indtil nu", anchor=False)
    names = {p.id: called(p) for p in entries(visit.db, visit.process_id, Person)}
    rows = [
        (
            moment_told(start.at),
            visit.template.phase(start.phase).title,
            names.get(start.by, "Proceslederen"),
            "; ".join(CRITERIA_SENTENCES.get(key, key) for key in start.unmet) or "intet",
            start.reason,
        )
        for start in sorted(starts, key=lambda s: s.at, reverse=True)
    ]
    header = ("Hvornår", "Til fasen", "Af", "Manglede", "Begrundelse")
    html_table("Faseskift, det nyeste øverst", header, rows)
