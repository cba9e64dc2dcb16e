"""How the chosen areas stand today: figures from the nulpunkt, and what they are taken to mean."""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from strategykit.actions.baseline import Standing, standing_of
from strategykit.actions.registers import entries
from strategykit.charts.bars import bar_chart
from strategykit.charts.rendering import Spec, spec_of
from strategykit.domain.areas import Area
from strategykit.domain.baseline_charts import comparison_bars, comparison_said
from strategykit.domain.comparison import Comparison
from strategykit.domain.goals import Goal, Performance
from strategykit.domain.numbers import danish_date
from strategykit.domain.performance import Standpoint, standpoints
from strategykit.ui.charts import draw_chart
from strategykit.ui.forms import Form, add_form, edit_form
from strategykit.ui.goals import pursued_areas
from strategykit.ui.own_figures import draw_series
from strategykit.ui.page import COPENHAGEN, Visit
from strategykit.ui.text import html_list, html_table, html_text, markdown_safe, plain
from strategykit.ui.wording import worded

HEADER = ("Tal", "Værdi", "Afstand til landet", "Afstand til kommunegruppen", "Afstand til målet")
NO_GOAL = "intet mål"


def draw_performance(visit: Visit) -> None:
    """One area at a time."""
    html_text("Hvordan går det på området i dag?", cls="sv-question")
    areas = pursued_areas(visit)
    if not areas:
        html_text("Vælg først de områder, I forfølger.", cls="sv-empty")
        return
    names = {area.id: area.name for area in areas}
    area_id = st.selectbox(
        markdown_safe(worded(visit, "{Omraadet}")),
        list(names),
        format_func=names.__getitem__,
        key="performance:area",
    )
    area = next((a for a in areas if a.id == area_id), areas[0])
    standing = standing_of(visit.db, visit.process_id, visit.overview.revision)
    found = [p for p in entries(visit.db, visit.process_id, Performance) if p.area_id == area.id]
    if found:
        _draw_assessed(visit, area, found[0], standing)
    _draw_form(visit, area, found, standing)


def _draw_assessed(visit: Visit, area: Area, performance: Performance, standing: Standing) -> None:
    baseline = standing.baselines[0] if standing.baselines else None
    goals = [g for g in entries(visit.db, visit.process_id, Goal) if g.area_id == area.id]
    points = standpoints(
        performance.indicators, standing.comparisons, standing.series, baseline, goals
    )
    if performance.text.strip():
        by = (
            f"<br><em>Vurderet af: {plain(performance.assessed_by)}</em>"
            if performance.assessed_by
            else ""
        )
        st.html(f'<p class="sv-vision">{plain(performance.text)}{by}</p>')
    if points:
        html_table(_caption(standing), HEADER, [_row(point) for point in points])
        _draw_development(points)
        _draw_chart(performance, standing)


def _row(point: Standpoint) -> list[str]:
    value = f"{point.value}, {point.when}" if point.when else point.value
    return [point.name, value, point.to_country, point.to_group, point.to_goals or NO_GOAL]


def _draw_development(points: Sequence[Standpoint]) -> None:
    moved = [point for point in points if point.development]
    still = [point.name for point in points if not point.development]
    if moved:
        html_list(f"{point.name}: {point.development}" for point in moved)
    if still:
        html_text(f"Udviklingen kan ikke vises for: {'; '.join(still)}.", cls="sv-hint")


def _caption(standing: Standing) -> str:
    if not standing.baselines:
        return "Tallene, som de er nu. Nulpunktet er ikke låst endnu"
    day = standing.baselines[0].frozen_at.astimezone(COPENHAGEN).date()
    return f"Tallene fra nulpunktet, låst den {danish_date(day)}"


def _draw_chart(performance: Performance, standing: Standing) -> None:
    compared = {c.indicator.key: c for c in standing.comparisons}
    series = {s.indicator: s for s in standing.series}
    names = {
        key: compared[key].indicator.name if key in compared else key
        for key in performance.indicators
        if key in compared or key in series
    }
    if not names:
        return
    chosen = st.selectbox(
        "Vis tallet", list(names), format_func=names.__getitem__, key="performance:chart"
    )
    if chosen in compared:
        draw_chart(_bars(compared[chosen]))
    else:
        draw_series(series[chosen])


@lru_cache(maxsize=128)
def _bars(comparison: Comparison) -> Spec:
    return spec_of(bar_chart(comparison_bars(comparison), comparison_said(comparison)))


def _draw_form(visit: Visit, area: Area, found: Sequence[Performance], standing: Standing) -> None:
    names = {c.indicator.key: c.indicator.name for c in standing.comparisons if c.own}
    names |= {s.indicator: s.indicator for s in standing.series}
    form = Form(
        visit, Performance, f"performance:{area.id}", preset={"area_id": area.id},
        choices={"indicators": names},
    )  # fmt: skip
    with st.expander("Vurder området", expanded=not found, key=f"performance:open:{area.id}"):
        if found:
            edit_form(form, found[0], "Gem vurderingen")
        else:
            add_form(form, "Gem vurderingen")
