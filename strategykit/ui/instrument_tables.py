"""Instruments whose rows are what people write: tables, plans and theories of change."""

from collections.abc import Sequence
from functools import lru_cache

from strategykit.charts.flow import flow_chart
from strategykit.charts.rendering import Spec, spec_of
from strategykit.domain.comparison_text import listed
from strategykit.domain.flow_layout import flow_pages
from strategykit.domain.instrument_columns import columns_of
from strategykit.domain.instrument_rows import BETWEEN, InstrumentRow, as_typed_again
from strategykit.domain.instrument_views import gaps, totals, ways_of
from strategykit.domain.instruments import ColumnPlan, InstrumentKind, InstrumentPlan
from strategykit.domain.numbers import danish
from strategykit.ui.charts import draw_wide_chart
from strategykit.ui.instrument_forms import draw_rows
from strategykit.ui.instrument_rows import RowForm
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_table, html_text
from strategykit.ui.wording import worded

NOTHING = "Der er ikke skrevet noget endnu."
_ADDS = {
    InstrumentKind.THEORY: "Tilføj aktivitet",
    InstrumentKind.AUTHORITY: "Tilføj rolle",
    InstrumentKind.POOL: "Tilføj pulje",
    InstrumentKind.ACTIONS: "Tilføj aktivitet",
    InstrumentKind.AGREEMENTS: "Tilføj aftale",
    InstrumentKind.LADDER: "Tilføj trin",
    InstrumentKind.FORUMS: "Tilføj forum",
    InstrumentKind.HANDOVER: "Tilføj opgave",
}
_NAMED_GAPS = 3
_MOST_DRAWINGS = 6


def draw_table(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """The rows, what they come to, what is missing in them, and the form."""
    draw_listed(visit, plan, rows)
    if rows:
        html_list([*_sums(visit, plan, rows), *_missing(visit, plan, rows)])
    draw_rows(RowForm(visit, plan, form_columns=2), rows, _ADDS.get(plan.kind, "Tilføj række"))


def draw_listed(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """The rows as a table; a column that nobody has filled is left out."""
    if not rows:
        html_text(NOTHING, cls="sv-empty")
        return
    columns = [c for c in columns_of(plan) if any(row.value(c.key) for row in rows)]
    shown = [[as_read(visit, c, row.value(c.key)) or "–" for c in columns] for row in rows]
    header = [worded(visit, column.title) for column in columns]
    html_table(worded(visit, plan.title), header, shown)


def as_read(visit: Visit, column: ColumnPlan, text: str) -> str:
    """A kept value in words; the placeholders of a choice are filled, those in typed text not."""
    if column.choices:
        return ", ".join(worded(visit, part) for part in text.split(BETWEEN))
    return as_typed_again(column, text)


def draw_theory(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """Every activity with what it leads to, drawn and in words."""
    titles = tuple(column.title for column in columns_of(plan)[:-1])
    for number, drawing in enumerate(_drawings(titles, ways_of(plan, rows))):
        draw_wide_chart(drawing, f"flow-{number}")
    draw_listed(visit, plan, rows)
    html_list(_missing(visit, plan, rows))
    draw_rows(RowForm(visit, plan), rows, _ADDS[plan.kind])


@lru_cache(maxsize=64)
def _drawings(titles: tuple[str, ...], ways: tuple[tuple[str, ...], ...]) -> tuple[Spec, ...]:
    """As many as it takes to read them, as far as a page can hold."""
    pages = flow_pages(titles, ways)[:_MOST_DRAWINGS]
    return tuple(spec_of(flow_chart(titles, page)) for page in pages)


def _sums(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> list[str]:
    return [
        f"{worded(visit, column.title)} i alt: {danish(total)}."
        for column, total in totals(plan, rows)
    ]


def _missing(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> list[str]:
    """Each column that rows leave empty, with the first of those rows."""
    return [
        f"”{worded(visit, gap.column.title)}” er ikke udfyldt ved {_rows(gap.rows)}."
        for gap in gaps(plan, rows)
    ]


def _rows(names: Sequence[str]) -> str:
    if len(names) <= _NAMED_GAPS:
        return listed(names)
    return f"{', '.join(names[:_NAMED_GAPS])} og {len(names) - _NAMED_GAPS} andre"
