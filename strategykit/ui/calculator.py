"""A national goal broken down to years from the municipality's own figure."""

from functools import lru_cache

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.baseline import standing_of
from strategykit.actions.goals import (
    Calculation,
    calculate,
    indicator_of,
    keep_own_figure,
    own_figure_of,
)
from strategykit.charts.rendering import Spec, spec_of
from strategykit.charts.series import series_chart
from strategykit.domain.chart_data import Series
from strategykit.domain.goal_charts import path_series
from strategykit.domain.goal_path import PathPoint, path_text
from strategykit.domain.numbers import parse_number
from strategykit.domain.template import CalculatorPlan
from strategykit.errors import NothingToStartFrom, StrategyError
from strategykit.ui.charts import draw_chart
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit, shown_errors
from strategykit.ui.text import html_table, html_text
from strategykit.ui.wording import worded

YOURS = "Jeres tal"


def draw_calculator(visit: Visit) -> None:
    """One of the template's calculators."""
    plans = {plan.key: plan for plan in visit.template.calculators}
    key = next(iter(plans))
    if len(plans) > 1:
        key = st.selectbox(
            "Beregning", list(plans), format_func=lambda k: plans[k].title, key="calculator:plan"
        )
    plan = plans[key]
    html_text(worded(visit, plan.title), cls="sv-question")
    html_text(worded(visit, plan.text))
    html_text(f"Kilde: {plan.source}", cls="sv-hint")
    with shown_errors():
        _draw_plan(visit, plan)


def _draw_plan(visit: Visit, plan: CalculatorPlan) -> None:
    standing = standing_of(visit.db, visit.process_id, visit.overview.revision)
    wanted = indicator_of(plan).name
    others = [c.indicator.name for c in standing.comparisons] + [
        s.indicator for s in standing.series
    ]
    names = list(dict.fromkeys([wanted, *others]))
    ask, path = st.columns([2, 3], gap="large")
    with ask:
        chosen = st.selectbox("Regn ud fra", names, key=f"calculator:{plan.key}:figure")
        if chosen == wanted:
            _draw_typing(visit, plan)
    with path, shown_errors():
        try:
            calculation = calculate(plan, chosen or wanted, standing.figures)
        except NothingToStartFrom:
            html_text("Skriv jeres første tal, så regnes vejen ud, år for år.", cls="sv-empty")
        else:
            _draw_path(calculation)


def _draw_typing(visit: Visit, plan: CalculatorPlan) -> None:
    nonce = st.session_state.setdefault("calculator:nonce", new_id())
    years = list(range(plan.start_year, visit.today.year + 1))
    with st.form(f"calculator:{plan.key}", border=True):
        show_said("calculator")
        st.selectbox("Tallet er fra", years, key=f"calculator:year:{nonce}")
        st.text_input(YOURS, key=f"calculator:value:{nonce}", help="I pct., for eksempel 6,4")
        st.form_submit_button(
            "Gem og regn", type="primary", on_click=_keep, args=(visit, plan, nonce)
        )


def _keep(visit: Visit, plan: CalculatorPlan, nonce: str) -> None:
    year = st.session_state[f"calculator:year:{nonce}"]
    try:
        value = parse_number(st.session_state[f"calculator:value:{nonce}"], YOURS)
        figure = own_figure_of(plan, nonce, visit.process_id, year, value)
        keep_own_figure(visit.db, visit.who, plan, figure)
    except StrategyError as error:
        told("calculator", "error", str(error))
        return
    st.session_state["calculator:nonce"] = new_id()
    told("calculator", "success", f"Tallet for {year} er gemt under Nulpunkt.")


def _draw_path(calculation: Calculation) -> None:
    path, figures = calculation.path, calculation.figures
    newest = max(figures)
    html_text(path_text(path, PathPoint(newest, figures[newest])), cls="sv-text sv-lead")
    draw_chart(_drawn(path_series(path, figures)))
    shown = path.indicator.shown
    rows = [
        [str(p.year), shown(p.value), shown(figures[p.year]) if p.year in figures else "–"]
        for p in path.points
    ]
    html_table("Vejen til målet", ["År", "Skal være", "Jeres tal"], rows)


@lru_cache(maxsize=64)
def _drawn(series: Series) -> Spec:
    return spec_of(series_chart(series))
