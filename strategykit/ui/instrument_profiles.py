"""Counters month by month, and how units place themselves on the scales of a culture profile."""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from strategykit.charts.rendering import Spec, spec_of
from strategykit.charts.series import series_chart
from strategykit.domain.chart_data import Series, SeriesPoint
from strategykit.domain.comparison_text import listed
from strategykit.domain.instrument_columns import MOST_ON_SCALE, columns_of, score_key
from strategykit.domain.instrument_counts import HIDDEN, Month, hides_few, months
from strategykit.domain.instrument_rows import InstrumentRow, as_typed_again
from strategykit.domain.instrument_views import (
    UNDER_FIVE,
    Statement,
    largest_differences,
    statements,
)
from strategykit.domain.instruments import InstrumentPlan, ItemOfInstrument
from strategykit.ui.charts import draw_chart
from strategykit.ui.instrument_forms import draw_rows
from strategykit.ui.instrument_rows import RowForm
from strategykit.ui.instrument_tables import NOTHING
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_table, html_text, markdown_safe
from strategykit.ui.wording import worded

_MOST_CHARTS = 3
_FEW = (
    f"Tal fra 1 til 4 vises som ”{UNDER_FIVE}” og er ikke med i kurven, så ingen kan kendes. I ser "
    "selve tallet, når I retter måneden."
)
_SUM = "Hvor et tal kan regnes ud af de andre, er det skjult."


def draw_counters(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """The drawings, the table beside them, and the form for a month."""
    found = months(plan, rows)
    if found:
        _draw_series(visit, plan, found)
        _draw_months(visit, plan, found)
    else:
        html_text(NOTHING, cls="sv-empty")
    month = columns_of(plan)[0]
    draw_rows(RowForm(visit, plan, form_columns=2), rows, "Tilføj måned",
              lambda row: as_typed_again(month, row.value(month.key)))  # fmt: skip


def _draw_series(visit: Visit, plan: InstrumentPlan, found: Sequence[Month]) -> None:
    """A few curves beside each other; of many the one that is chosen."""
    counters = [item for item in plan.items if len(_told(item, found)) > 1]
    if len(counters) > _MOST_CHARTS:
        names = {item.key: worded(visit, item.title) for item in counters}
        chosen = st.selectbox("Vis tælleren", list(names), format_func=names.__getitem__)
        counters = [item for item in counters if item.key == chosen]
    places = st.columns(len(counters)) if len(counters) > 1 else [st.container()]
    for place, item in zip(places, counters, strict=False):
        with place:
            st.subheader(markdown_safe(worded(visit, item.title)), anchor=False)
            draw_chart(_drawn(Series(worded(visit, item.title), _told(item, found))))


def _told(item: ItemOfInstrument, found: Sequence[Month]) -> tuple[SeriesPoint, ...]:
    """The months whose count may be shown to others."""
    return tuple(
        SeriesPoint(month.day, month.counts[item.key], month.shown[item.key], month.when)
        for month in found
        if item.key in month.counts
    )


@lru_cache(maxsize=64)
def _drawn(series: Series) -> Spec:
    return spec_of(series_chart(series))


def _draw_months(visit: Visit, plan: InstrumentPlan, found: Sequence[Month]) -> None:
    header = ["Måned", *(worded(visit, item.title) for item in plan.items)]
    shown = [[m.when, *(m.shown.get(item.key, "–") for item in plan.items)] for m in found]
    html_table(worded(visit, plan.title), header, shown)
    if hides_few(found):
        hidden = any(word == HIDDEN for month in found for word in month.shown.values())
        html_text(f"{_FEW} {_SUM}" if hidden else _FEW, cls="sv-note")


def draw_culture(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """Where units stand, where they are farthest apart, and the form for a unit."""
    ends = f"1 er {worded(visit, plan.low)}, {MOST_ON_SCALE} er {worded(visit, plan.high)}."
    if plan.low and plan.high:
        html_text(ends, cls="sv-note")
    if rows:
        _draw_profile(visit, plan, rows)
        st.subheader("De største forskelle", anchor=False)
        html_list(_differences(visit, largest_differences(plan, rows)))
    else:
        html_text(NOTHING, cls="sv-empty")
    draw_rows(RowForm(visit, plan, form_columns=2), rows, "Tilføj enhed")


def _draw_profile(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    units = [row.value("unit") for row in rows]
    shown = [
        [worded(visit, item.title), *(row.value(score_key(item.key)) or "–" for row in rows)]
        for item in plan.items
    ]
    spread = [str(statement.spread) for statement in statements(plan, rows)]
    lines = [[*line, far] for line, far in zip(shown, spread, strict=True)]
    html_table(worded(visit, plan.title), ["Udsagn", *units, "Forskel"], lines)


def _differences(visit: Visit, apart: Sequence[Statement]) -> list[str]:
    if not apart:
        return ["Enhederne ligger tæt på hinanden på alle skalaer."]
    return [
        f"{worded(visit, each.item.title)}: {listed(each.lowest)} ligger lavest, "
        f"{listed(each.highest)} højest. Der er {each.spread} imellem."
        for each in apart
    ]
