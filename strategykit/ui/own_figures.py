"""The municipality's own figures, one series at a time."""

from functools import lru_cache

import streamlit as st

from strategykit.actions.baseline import Standing
from strategykit.charts.rendering import Spec, spec_of
from strategykit.charts.series import series_chart
from strategykit.domain.baseline import OwnFigure
from strategykit.domain.baseline_charts import own_points
from strategykit.domain.own_series import OwnSeries, development_text
from strategykit.ui.charts import draw_chart
from strategykit.ui.page import Visit
from strategykit.ui.register import Register, draw_register
from strategykit.ui.text import html_text, markdown_safe

ALL = ""
COLUMNS = ("indicator", "period", "day", "value", "unit", "source")


def draw_own_figures(visit: Visit, standing: Standing) -> None:
    """A chosen series with its chart, or all figures."""
    if not standing.catalogue:
        html_text(
            "Skabelonen peger ikke på tal fra registrene, så nulpunktet er jeres egne tal.",
        )
    by_name = {series.indicator: series for series in standing.series}
    chosen = st.selectbox("Serie", [ALL, *by_name], format_func=lambda name: name or "Alle tal",
                          key="own:series") if by_name else ALL  # fmt: skip
    series = by_name.get(chosen)
    if series is None:
        draw_register(_all(visit))
        return
    draw_series(series)
    draw_register(_one(visit, series))


def draw_series(series: OwnSeries) -> None:
    """How it has gone, drawn when there are dates enough to draw by."""
    st.header(markdown_safe(series.indicator), anchor=False)
    html_text(development_text(series), cls="sv-text sv-lead")
    if series.has_development:
        draw_chart(_drawn(series))


def _all(visit: Visit) -> Register[OwnFigure]:
    return Register(
        visit, OwnFigure, title="Alle egne tal", adds="Tilføj tal", columns=COLUMNS,
        empty="I har ingen egne tal endnu. Skriv det første, eller hent flere fra et regneark.",
    )  # fmt: skip


def _one(visit: Visit, series: OwnSeries) -> Register[OwnFigure]:
    newest = series.newest
    return Register(
        visit, OwnFigure, title="Tallene i serien", adds="Tilføj tal til serien", empty="",
        columns=COLUMNS[1:], preset={"indicator": series.indicator},
        start={"unit": newest.unit, "direction": newest.direction, "source": newest.source},
    )  # fmt: skip


@lru_cache(maxsize=256)
def _drawn(series: OwnSeries) -> Spec:
    said = f"Kurve for {series.indicator}. {development_text(series)}"
    return spec_of(series_chart(own_points(series), said))
