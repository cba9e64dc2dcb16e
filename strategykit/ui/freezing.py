"""Locking the nulpunkt, and what was locked beside what is now."""

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.baseline import Standing, freeze
from strategykit.domain.baseline import Baseline, shifts, sources_of
from strategykit.domain.freezing import counted
from strategykit.domain.numbers import danish_date
from strategykit.errors import StrategyError
from strategykit.ui.figure_tables import draw_figures, draw_shifts
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import COPENHAGEN, Visit
from strategykit.ui.text import html_list, html_text

KEY = "freeze"


def draw_freezing(visit: Visit, standing: Standing) -> None:
    """The button that says what it locks, then the newest baseline or the one asked for."""
    show_said(KEY)
    if standing.baselines:
        with st.expander("Lås igen med de tal, I har nu"):
            _draw_button(visit, standing)
        _draw_locked(_asked_for(standing), standing)
        return
    html_text("Nulpunktet er ikke låst endnu.", cls="sv-text sv-lead")
    _draw_button(visit, standing)
    if standing.to_freeze:
        draw_figures("Det, der bliver låst", standing.to_freeze, standing.place)


def _draw_button(visit: Visit, standing: Standing) -> None:
    figures = standing.to_freeze
    if not figures:
        html_text("Der er ingen tal at låse endnu.", cls="sv-empty")
        return
    html_text(
        "Når nulpunktet er låst, står tallene fast med dato, kilde og nummer, også når der kommer "
        "nyere tal. I kan låse igen senere; det gamle nulpunkt bliver stående."
    )
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    with st.form(f"{KEY}:{nonce}", border=False):
        st.text_input("Bemærkning til nulpunktet", key=f"{KEY}:note:{nonce}")
        st.form_submit_button(
            f"Lås {counted(figures)}", type="primary", on_click=_freeze, args=(visit, nonce)
        )


def _asked_for(standing: Standing) -> Baseline:
    if len(standing.baselines) == 1:
        return standing.baselines[0]
    names = {b.id: f"Nr. {b.number}, låst {_day(b)}" for b in standing.baselines}
    chosen = st.selectbox(
        "Nulpunkt", list(names), format_func=names.__getitem__, key=f"{KEY}:which"
    )
    return next((b for b in standing.baselines if b.id == chosen), standing.baselines[0])


def _draw_locked(baseline: Baseline, standing: Standing) -> None:
    st.header(f"Nulpunkt nr. {baseline.number}", anchor=False)
    html_text(f"Låst {_day(baseline)} med {counted(baseline.figures)}.")
    if baseline.note:
        html_text(baseline.note)
    changed = [s for s in shifts(baseline.figures, standing.to_freeze) if s.changed]
    if changed:
        draw_shifts(f"Ændret siden nulpunkt nr. {baseline.number}", changed)
    else:
        html_text("Tallene er de samme i dag.")
    draw_figures("De låste tal", baseline.figures, standing.place)
    html_text("Kilder", cls="sv-subhead")
    html_list(sources_of(baseline.figures))


def _day(baseline: Baseline) -> str:
    return danish_date(baseline.frozen_at.astimezone(COPENHAGEN).date())


def _freeze(visit: Visit, nonce: str) -> None:
    note = st.session_state[f"{KEY}:note:{nonce}"]
    try:
        baseline = freeze(visit.db, visit.who, visit.process_id, nonce, note)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    st.session_state.pop(f"{KEY}:which", None)  # the new one is shown, not the one looked at before
    told(KEY, "success", f"Nulpunktet er låst som nr. {baseline.number}.")
