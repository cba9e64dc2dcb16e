"""Later measurements of a goal, drawn from its starting point to where it shall end."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.charts.rendering import Spec, spec_of
from strategykit.charts.series import series_chart
from strategykit.domain.chart_data import PointKind, Series
from strategykit.domain.goal_charts import goal_series
from strategykit.domain.goals import Goal, GoalKind, Measurement, distance_text, latest_of
from strategykit.domain.numbers import danish_date, with_unit
from strategykit.ui.charts import draw_chart
from strategykit.ui.page import COPENHAGEN, Visit
from strategykit.ui.register import Register, draw_changes, listed_in
from strategykit.ui.text import html_table, html_text


def draw_measurements(visit: Visit) -> None:
    """One goal at a time."""
    html_text("Hvordan går det, når målet måles igen?", cls="sv-question")
    goals = [g for g in entries(visit.db, visit.process_id, Goal) if g.kind is GoalKind.INDICATOR]
    if not goals:
        html_text("Der er ingen mål i tal endnu. Skriv dem først under Mål.", cls="sv-empty")
        return
    names = {goal.id: goal.text for goal in goals}
    goal_id = st.selectbox(
        "Målet, der måles", list(names), format_func=lambda i: names[i][:110], key="measured:goal"
    )
    goal = next((g for g in goals if g.id == goal_id), goals[0])
    register = Register(
        visit, Measurement, title="Målinger", adds="Tilføj måling", empty="",
        preset={"goal_id": goal.id}, columns=("day", "value", "source"), form_columns=3,
        start={"day": visit.today},
    )  # fmt: skip
    measured = listed_in(register)
    _draw_goal(visit, goal, measured)
    draw_changes(register, measured)


def _draw_goal(visit: Visit, goal: Goal, measured: Sequence[Measurement]) -> None:
    series = goal_series(goal, measured, _began(visit))
    drawing, words = st.columns([3, 2], gap="large")
    with drawing:
        draw_chart(_drawn(series))
    with words:
        html_text(_standing(goal, measured), cls="sv-text sv-lead")
    rows = _rows(goal, measured, series)
    html_table("Tallene bag kurven", ["Dato", "Værdi", "Hvad er det", "Kilde"], rows)


def _standing(goal: Goal, measured: Sequence[Measurement]) -> str:
    latest = latest_of(goal, measured)
    said = "Der er ingen målinger endnu."
    if latest:
        value = with_unit(latest.value, goal.unit)
        said = f"Den seneste måling er {value} ({danish_date(latest.day)})."
    return f"{said} {distance_text(goal, latest)}".strip()


def _rows(goal: Goal, measured: Sequence[Measurement], series: Series) -> list[list[str]]:
    sources = {(m.day, with_unit(m.value, goal.unit)): m.source for m in measured}
    rows = []
    for point in series.points:
        taken = point.kind is PointKind.MEASURED
        source = sources.get((point.day, point.shown), "") if taken else ""
        rows.append([point.when, point.shown, point.kind.value, source])
    return rows


@lru_cache(maxsize=128)
def _drawn(series: Series) -> Spec:
    return spec_of(series_chart(series))


def _began(visit: Visit) -> date:
    made = visit.process.created_at
    return made.astimezone(COPENHAGEN).date() if made else visit.today
