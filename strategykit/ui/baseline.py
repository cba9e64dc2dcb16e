"""The nulpunkt: the municipality beside others, its own figures, and the lock."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import streamlit as st

from strategykit.actions.baseline import Standing, choose_indicators, indicator_keys, standing_of
from strategykit.charts.bars import bar_chart
from strategykit.charts.rendering import Spec, spec_of
from strategykit.charts.series import series_chart
from strategykit.domain.baseline_charts import (
    comparison_bars,
    comparison_said,
    development_series,
)
from strategykit.domain.comparison import Comparison
from strategykit.domain.comparison_text import development, summary
from strategykit.domain.freezing import figures_now
from strategykit.errors import StrategyError
from strategykit.ui.charts import draw_chart
from strategykit.ui.figure_import import draw_import
from strategykit.ui.figure_tables import draw_figures, kept_together
from strategykit.ui.forms import show_said, told
from strategykit.ui.freezing import draw_freezing
from strategykit.ui.own_figures import draw_own_figures
from strategykit.ui.page import Visit
from strategykit.ui.peers import draw_peers
from strategykit.ui.text import html_list, html_table, html_text, markdown_safe

CHOICE = "baseline:choice"


def draw_baseline(visit: Visit) -> None:
    """One of the four sides of the nulpunkt."""
    standing = standing_of(visit.db, visit.process_id, visit.overview.revision)
    for fault in standing.faults:
        st.warning(markdown_safe(fault))
    sides = _sides(standing)
    chosen = st.segmented_control(
        "Vis", list(sides), default=next(iter(sides)), required=True, key="baseline:side",
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    sides[chosen or next(iter(sides))](visit, standing)


def _sides(standing: Standing) -> Mapping[str, Callable[[Visit, Standing], None]]:
    own = {
        "Egne tal": draw_own_figures,
        "Hent fra fil": draw_import,
        "Lås nulpunktet": draw_freezing,
    }
    return {"Jer og de andre": _draw_comparisons, **own} if standing.catalogue else own


def _draw_comparisons(visit: Visit, standing: Standing) -> None:
    if not standing.comparisons:
        html_text("I har ikke valgt nogen tal fra registrene.", cls="sv-empty")
        _draw_choice(visit, standing)
        return
    by_name = {c.indicator.name: c for c in standing.comparisons}
    first = _first_of_own(standing)
    chosen = st.selectbox("Vis tallet for", list(by_name), first, key="baseline:indicator")
    _draw_comparison(by_name.get(chosen, standing.comparisons[0]))
    st.header("Alle tallene samlet", anchor=False)
    figures = figures_now(standing.comparisons, (), standing.place)
    draw_figures(f"{standing.place} ved siden af andre", figures, standing.place)
    _draw_choice(visit, standing)
    draw_peers(visit, standing)


def _first_of_own(standing: Standing) -> int:
    """The first figure that there is for the municipality itself."""
    return next((n for n, c in enumerate(standing.comparisons) if c.own), 0)


def _draw_comparison(comparison: Comparison) -> None:
    indicator = comparison.indicator
    st.header(indicator.name, anchor=False)
    drawing, words = st.columns(2, gap="large")
    with drawing:
        _draw_charts(comparison)
    with words:
        html_text(summary(comparison).removeprefix(f"{indicator.name}: "), cls="sv-text sv-lead")
        html_text(development(comparison))
    html_text(f"{indicator.definition} {indicator.better} Tælles efter: {indicator.counted_by}.")
    if comparison.cautions:
        html_text("Læs tallet med omhu", cls="sv-subhead")
        html_list(comparison.cautions, cls="sv-list sv-care")
    _draw_rows(comparison)


def _draw_charts(comparison: Comparison) -> None:
    if comparison.rows:
        draw_chart(_bars(comparison))
    if comparison.has_development:
        draw_chart(_development(comparison))


def _draw_rows(comparison: Comparison) -> None:
    rows = [
        [
            row.label,
            kept_together(comparison.indicator.shown(row.value)),
            row.year_text,
            row.note or "fra kilden",
        ]
        for row in comparison.rows
    ]
    header = ["Sted", "Værdi", "År", "Sådan er tallet blevet til"]
    html_table("Tallene bag diagrammet", header, rows, cls="sv-table sv-figures")
    html_text("Kilder", cls="sv-subhead")
    html_list(comparison.sources)


@lru_cache(maxsize=256)
def _bars(comparison: Comparison) -> Spec:
    return spec_of(bar_chart(comparison_bars(comparison), comparison_said(comparison)))


@lru_cache(maxsize=256)
def _development(comparison: Comparison) -> Spec:
    return spec_of(series_chart(development_series(comparison), development(comparison)))


def _draw_choice(visit: Visit, standing: Standing) -> None:
    names = {indicator.key: indicator.name for indicator in standing.catalogue}
    shown = [key for key in indicator_keys(visit.process) if key in names]
    with (
        st.popover("Vælg, hvilke tal I viser"),
        st.form(f"{CHOICE}:{visit.process.version}", border=False),
    ):
        show_said(CHOICE)
        st.multiselect(
            "Tal fra registrene", list(names), shown, format_func=names.__getitem__,
            key=f"{CHOICE}:keys:{visit.process.version}", placeholder="Vælg",
        )  # fmt: skip
        st.form_submit_button("Gem valget", type="primary", on_click=_choose, args=(visit,))


def _choose(visit: Visit) -> None:
    keys = st.session_state[f"{CHOICE}:keys:{visit.process.version}"]
    try:
        choose_indicators(visit.db, visit.who, visit.process, keys)
    except StrategyError as error:
        told(CHOICE, "error", str(error))
