"""Counters month by month, and how units place themselves on the scales of a culture profile."""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from strategykit.charts.rendering import Spec, spec_of
from strategykit.charts.series import series_chart
from strategykit.domain.chart_data import Series
from strategykit.domain.comparison_text import listed
from strategykit.domain.instrument_columns import MOST_ON_SCALE, columns_of, score_key
from strategykit.domain.instrument_rows import InstrumentRow, as_typed_again
from strategykit.domain.instrument_views import (
    UNDER_FIVE,
    Statement,
    count_shown,
    largest_differences,
    series_of,
    statements,
)
from strategykit.domain.instruments import InstrumentPlan
from strategykit.ui.charts import draw_chart
from strategykit.ui.instrument_rows import RowForm, draw_rows
from strategykit.ui.instrument_tables import NOTHING
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_table, html_text
from strategykit.ui.wording import worded

_MOST_CHARTS = 3


def draw_counters(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """The drawings, the table beside them, and the form for a month."""
    if rows:
        _draw_series(visit, [s for s in series_of(plan, rows) if s.points])
        _draw_counts(visit, plan, rows)
    else:
        html_text(NOTHING, cls="sv-empty")
    html_text(
        f"Tal fra 1 til 4 vises som “{UNDER_FIVE}”, så ingen kan kendes. I ser selve tallet, når "
        "I retter måneden.", cls="sv-note",
    )  # fmt: skip
    month = columns_of(plan)[0]
    draw_rows(RowForm(visit, plan, form_columns=2), rows, "Tilføj måned",
              lambda row: as_typed_again(month, row.value(month.key)))  # fmt: skip


def _draw_series(visit: Visit, series: Sequence[Series]) -> None:
    """A few beside each other; of many the one that is chosen."""
    if len(series) > _MOST_CHARTS:
        names = {s.name: worded(visit, s.name) for s in series}
        chosen = st.selectbox("Vis tælleren", list(names), format_func=names.__getitem__)
        series = [s for s in series if s.name == chosen]
    for place, one in zip(st.columns(len(series)) if series else [], series, strict=True):
        with place:
            st.subheader(worded(visit, one.name), anchor=False)
            draw_chart(_drawn(one))


@lru_cache(maxsize=64)
def _drawn(series: Series) -> Spec:
    return spec_of(series_chart(series))


def _draw_counts(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    month = columns_of(plan)[0]
    header = [month.title, *(worded(visit, item.title) for item in plan.items)]
    shown = [
        [
            as_typed_again(month, row.value(month.key)),
            *(count_shown(row.number(score_key(item.key))) or "–" for item in plan.items),
        ]
        for row in rows
    ]
    html_table(worded(visit, plan.title), header, shown)


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
