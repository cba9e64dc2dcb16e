"""What stands on top of every page: the phases, what is missing, the constraints."""

from html import escape

import streamlit as st

from strategykit.actions.materials import Overview
from strategykit.domain.catalogue import CRITERIA_SENTENCES
from strategykit.domain.numbers import danish, danish_date
from strategykit.domain.phases import PhaseStatus
from strategykit.domain.process import Process
from strategykit.domain.template import Template
from strategykit.ui.addresses import ADDRESSES, CAME_LATER
from strategykit.ui.text import plain

APPROVAL = "godkendelse"
_AREAS = "indsatsomraader"
_LATE_PHASES = 2  # from the second phase on, the constraints stay in sight


def title_of(template: Template, key: str) -> str:
    """The page's title: the template's own, else the one that all share."""
    shared = template.terms.areas if key == _AREAS else ADDRESSES[key].title
    return template.page_titles.get(key, shared)


def draw_header(process: Process, template: Template, overview: Overview, key: str) -> None:
    """Process, phases, title and constraints."""
    adopted = "" if key == APPROVAL else _adopted(overview)
    st.html(_phases(process, overview.statuses) + _example(process) + adopted)
    st.title(title_of(template, key), anchor=False)
    if overview.constraints and _phase_number(overview, key) >= _LATE_PHASES:
        st.html(_constraints(overview))


def _example(process: Process) -> str:
    if not process.example_note:
        return ""
    note = plain(process.example_note)
    return f'<p class="sv-example"><strong>Opdigtet eksempel.</strong> {note}</p>'


def _adopted(overview: Overview) -> str:
    """Writing goes on for the next version; what is adopted stays as it is."""
    if overview.adopted is None:
        return ""
    day, number = danish_date(overview.adopted.day), overview.adopted.number
    return (
        f'<p class="sv-adopted"><strong>Version {number} er vedtaget den {day} og låst.</strong> '
        "Det, I skriver nu, kommer først med i en ny version, som skal behandles på ny.</p>"
    )


def _phase_number(overview: Overview, key: str) -> int:
    here = {key, CAME_LATER.get(key, key)}
    return next((s.number for s in overview.statuses if here & set(s.phase.pages)), 1)


def _phases(process: Process, statuses: tuple[PhaseStatus, ...]) -> str:
    steps = "".join(_step(status) for status in statuses)
    return (
        f'<div class="sv-process">{escape(process.title)} · {escape(process.committee)}</div>'
        f'<ol class="sv-phases" aria-label="Forløbets faser">{steps}</ol>'
    )


def _step(status: PhaseStatus) -> str:
    current = ' aria-current="step"' if status.current else ""
    state = "I er her" if status.current else ""
    missing = len(status.exit_unmet)
    told = "alt er på plads" if status.complete else f"{missing} ting mangler"
    title = escape("; ".join(CRITERIA_SENTENCES[key] for key in status.exit_unmet), quote=True)
    return (
        f'<li class="sv-phase"{current} title="{title}"><span class="sv-phase-number">'
        f'{status.number}</span> <span class="sv-phase-title">{escape(status.phase.title)}</span>'
        f'<span class="sv-phase-state">{" · ".join(filter(None, (state, told)))}</span></li>'
    )


def _constraints(overview: Overview) -> str:
    lines = "".join(
        f"<li>{plain(c.text)}{f' ({danish(c.amount)} kr.)' if c.amount is not None else ''}</li>"
        for c in overview.constraints
    )
    return (
        '<aside class="sv-constraints" aria-label="Vilkår"><strong>Vilkår</strong>'
        f"<ul>{lines}</ul></aside>"
    )
