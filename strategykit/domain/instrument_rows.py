"""Rows of instruments: what was filled in, held up against the columns of the template."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from strategykit.domain.dates import parse_date
from strategykit.domain.entry import Entry, said
from strategykit.domain.instrument_columns import CHOICE, by_item, columns_of, limits_of
from strategykit.domain.instruments import (
    ColumnKind,
    ColumnPlan,
    InstrumentKind,
    InstrumentPlan,
)
from strategykit.domain.numbers import danish, danish_date, danish_month, parse_number
from strategykit.domain.periods import parse_period
from strategykit.errors import BadNumber, Empty, NotAChoice, NotAMonth, OutOfRange

BETWEEN = "; "


@dataclass(frozen=True, kw_only=True)
class InstrumentRow(Entry):
    """`instrument` is the plan's key, `item` that of what the row is about, else empty.

    `values` are pairs of column key and text: numbers in plain digits, days as 2026-03-01, months
    as 2026-03, several choices with "; " between.
    """

    noun: ClassVar[str] = "Rækken"
    needs: ClassVar[tuple[str, ...]] = ("instrument",)

    instrument: str = said("Redskab", hidden=True)
    item: str = said("Punkt i redskabet", default="", hidden=True)
    values: tuple[tuple[str, str], ...] = said("Indhold", default=(), hidden=True)

    def value(self, column: str) -> str:
        """What stands in the column; empty when nothing does."""
        return next((text for key, text in self.values if key == column), "")

    def number(self, column: str) -> int | None:
        """The same as a whole number."""
        text = self.value(column)
        return int(text) if text.lstrip("-").isdigit() else None

    @property
    def headline(self) -> str:
        """The first thing that stands in the row."""
        return next((text for _, text in self.values if text), self.instrument)


def fitted(
    plan: InstrumentPlan, item: str, typed: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """What was typed in the form that is kept.

    Raises Empty, BadNumber, OutOfRange, BadDate, NotAMonth or NotAChoice with the column's title.
    """
    pairs = []
    for column in columns_of(plan, item):
        text = typed.get(column.key, "").strip()
        if column.needed and not text:
            raise Empty(column.title)
        kept = _FORMS.get(column.kind, _as_it_is)(column, text) if text else ""
        _within(column, kept, limits_of(plan, item, column.key))
        pairs.append((column.key, kept))
    return tuple((key, text) for key, text in pairs if text)


def as_typed_again(column: ColumnPlan, text: str) -> str:
    """A kept value as a person would write it."""
    if not text:
        return ""
    if column.kind is ColumnKind.DAY:
        return danish_date(date.fromisoformat(text))
    if column.kind is ColumnKind.MONTH:
        return danish_month(date.fromisoformat(f"{text}-01"))
    if column.kind in (ColumnKind.WHOLE, ColumnKind.AMOUNT):
        return danish(int(text))
    return text


def rows_of(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> tuple[InstrumentRow, ...]:
    """The rows of an instrument: as the template lists them, by month, else as they were placed."""
    own = [row for row in rows if row.instrument == plan.key]
    if by_item(plan):
        order = {item.key: number for number, item in enumerate(plan.items)}
        own.sort(key=lambda row: order.get(row.item, len(order)))
    elif plan.kind is InstrumentKind.COUNTERS:
        own.sort(key=lambda row: row.value("month"))
    return tuple(own)


def row_about(rows: Sequence[InstrumentRow], item: str) -> InstrumentRow | None:
    """The row that is about the item, if somebody has filled it in."""
    return next((row for row in rows if row.item == item), None)


def is_filled(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> bool:
    """Whether every item has its row, or there is a row at all where the rows are free."""
    own = rows_of(plan, rows)
    if by_item(plan):
        return set(asked_items(plan)) <= {row.item for row in own}
    return bool(own)


def asked_items(plan: InstrumentPlan) -> tuple[str, ...]:
    """The items that each ask for a row: of a model choice also what was chosen."""
    chosen = (CHOICE,) if plan.kind is InstrumentKind.OPTIONS else ()
    return (*(item.key for item in plan.items), *chosen)


def _as_it_is(column: ColumnPlan, text: str) -> str:  # noqa: ARG001 - the columns share a form
    return text


def _whole(column: ColumnPlan, text: str) -> str:
    number = parse_number(text, column.title)
    if number != int(number):
        raise BadNumber(column.title, text)
    if number < 0:
        raise OutOfRange(column.title, 0, "")
    return str(int(number))


def _day(column: ColumnPlan, text: str) -> str:
    return parse_date(text, column.title).isoformat()


def _month(column: ColumnPlan, text: str) -> str:
    period = parse_period(text)
    if period is None or period.text != danish_month(period.day):
        raise NotAMonth(column.title, text)
    return f"{period.day:%Y-%m}"


def _choice(column: ColumnPlan, text: str) -> str:
    if text not in column.choices:
        raise NotAChoice(column.title, text, column.choices)
    return text


def _choices(column: ColumnPlan, text: str) -> str:
    picked = [part.strip() for part in text.split(BETWEEN.strip()) if part.strip()]
    for part in picked:
        _choice(column, part)
    return BETWEEN.join(choice for choice in column.choices if choice in picked)


def _within(column: ColumnPlan, text: str, limits: tuple[int, int] | None) -> None:
    if text and limits and not limits[0] <= int(text) <= limits[1]:
        raise OutOfRange(column.title, *limits)


_FORMS: Mapping[ColumnKind, Callable[[ColumnPlan, str], str]] = {
    ColumnKind.WHOLE: _whole,
    ColumnKind.AMOUNT: _whole,
    ColumnKind.DAY: _day,
    ColumnKind.MONTH: _month,
    ColumnKind.CHOICE: _choice,
    ColumnKind.CHOICES: _choices,
}
