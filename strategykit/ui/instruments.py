"""The page of a template's instruments: one is chosen, looked at and filled in."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.actions.survey_results import told_rounds
from strategykit.domain.boards import counted
from strategykit.domain.instrument_rows import InstrumentRow, rows_of
from strategykit.domain.instrument_views import Progress, progress_of
from strategykit.domain.instruments import InstrumentKind, InstrumentPlan
from strategykit.domain.wording import capital
from strategykit.ui.instrument_check import draw_check
from strategykit.ui.instrument_interfaces import draw_interfaces
from strategykit.ui.instrument_options import draw_options
from strategykit.ui.instrument_profiles import draw_counters, draw_culture
from strategykit.ui.instrument_tables import draw_table, draw_theory
from strategykit.ui.links import INSTRUMENT
from strategykit.ui.page import Visit
from strategykit.ui.survey import draw_survey
from strategykit.ui.text import html_table, html_text, plain
from strategykit.ui.wording import worded

_OF_ALL = "hele forløbet"
_END = re.compile(r"[?.:](?=\s+[A-ZÆØÅ])")
_DRAWN: Mapping[
    InstrumentKind, Callable[[Visit, InstrumentPlan, Sequence[InstrumentRow]], None]
] = {
    InstrumentKind.SELF_CHECK: draw_check,
    InstrumentKind.OPTIONS: draw_options,
    InstrumentKind.INTERFACES: draw_interfaces,
    InstrumentKind.THEORY: draw_theory,
    InstrumentKind.COUNTERS: draw_counters,
    InstrumentKind.CULTURE: draw_culture,
    InstrumentKind.SURVEY: draw_survey,
}


@dataclass(frozen=True)
class Shown:
    """An instrument of the list with how much of it is filled in."""

    plan: InstrumentPlan
    name: str
    progress: Progress


def draw_instruments(visit: Visit) -> None:
    """The chosen instrument of those that the template names, in the order of the phases."""
    plans = _in_phases(visit)
    if not plans:
        html_text("Skabelonen har ingen redskaber.", cls="sv-empty")
        return
    rows = entries(visit.db, visit.process_id, InstrumentRow)
    named = enumerate(plans, start=1)
    listed = [Shown(p, _name(visit, n, p), _progress(visit, p, rows)) for n, p in named]
    chosen = _chosen(visit, listed)
    _draw_head(visit, chosen)
    _DRAWN.get(chosen.plan.kind, draw_table)(visit, chosen.plan, rows_of(chosen.plan, rows))
    _draw_all(visit, listed)


def _progress(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> Progress:
    if plan.kind is InstrumentKind.SURVEY:
        return Progress(told_rounds(visit.db, visit.process_id, plan.key), None)
    return progress_of(plan, rows)


def _in_phases(visit: Visit) -> list[InstrumentPlan]:
    order = {phase.key: number for number, phase in enumerate(visit.template.phases)}
    plans = visit.template.instruments
    return sorted(plans, key=lambda plan: order.get(plan.phase, len(order)))


def _name(visit: Visit, number: int, plan: InstrumentPlan) -> str:
    """Stays the same while the instrument is filled in: the browser knows a choice by its words."""
    return f"{number}. {worded(visit, plan.title)} ({_phase(visit, plan)})"


def _phase(visit: Visit, plan: InstrumentPlan) -> str:
    phases = visit.template.phases
    found = next((n for n, p in enumerate(phases, start=1) if p.key == plan.phase), None)
    return f"fase {found}" if found else _OF_ALL


def _chosen(visit: Visit, listed: Sequence[Shown]) -> Shown:
    """The one in the address, else the one looked at last, else the first that is not filled in."""
    names = {shown.plan.key: shown.name for shown in listed}
    key = f"instruments:{visit.process_id}"
    asked = st.query_params.get(INSTRUMENT, "")
    if asked in names and st.session_state.get(f"{key}:asked") != asked:
        st.session_state[key] = st.session_state[f"{key}:asked"] = asked
    if st.session_state.get(key) not in names:
        st.session_state[key] = _first(listed)
    chosen = st.selectbox(
        "Redskab", list(names), format_func=names.__getitem__, key=key, persist_state="session",
        on_change=_follow, args=(key,),
    )  # fmt: skip
    return next(shown for shown in listed if shown.plan.key == chosen)


def _first(listed: Sequence[Shown]) -> str:
    return next((s.plan.key for s in listed if not s.progress.complete), listed[0].plan.key)


def _follow(key: str) -> None:
    """The address names the instrument that is looked at, so that it can be sent to others."""
    st.query_params[INSTRUMENT] = st.session_state[key]
    st.session_state[f"{key}:asked"] = st.session_state[key]


def _draw_head(visit: Visit, shown: Shown) -> None:
    plan = shown.plan
    told = [capital(_told(shown))]
    if plan.source:
        told.append(f"Kilde: {worded(visit, plan.source)}")
    question, more = _parted(worded(visit, plan.ask))
    st.html(
        f'<div class="sv-instrument"><h2>{plain(worded(visit, plan.title))}</h2>'
        f'<p class="sv-question">{plain(question)}</p>'
        + (f'<p class="sv-text">{plain(more)}</p>' if more else "")
        + f'<p class="sv-note">{plain(" · ".join(told))}</p></div>'
    )


def _parted(ask: str) -> tuple[str, str]:
    """What is asked first, large; how to answer it, small."""
    end = _END.search(ask)
    return (ask[: end.end()].strip(), ask[end.end() :].strip()) if end else (ask, "")


def _told(shown: Shown) -> str:
    progress = shown.progress
    if shown.plan.kind is InstrumentKind.SURVEY:
        done = counted(progress.done, "runde", "runder")
        return f"{done} med svar nok er lukket" if progress.done else "ingen runde er lukket endnu"
    if progress.total is not None:
        return f"{progress.done} af {progress.total} er udfyldt"
    return counted(progress.done, "række", "rækker") if progress.done else "ikke begyndt"


def _draw_all(visit: Visit, listed: Sequence[Shown]) -> None:
    """What is filled in and what is left, folded away below the work."""
    done = sum(shown.progress.complete for shown in listed)
    with st.expander(f"Alle redskaber: {done} af {len(listed)} er udfyldt", key="instruments:all"):
        rows = [[worded(visit, s.plan.title), _phase(visit, s.plan), _state(s)] for s in listed]
        html_table("Redskaberne fase for fase", ["Redskab", "Hører til", "Hvor langt I er"], rows)


def _state(shown: Shown) -> str:
    return f"{'Udfyldt' if shown.progress.complete else 'Mangler'}: {_told(shown)}"
