"""What the rows of an instrument add up to: answers, gaps, sums, differences and ways."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategykit.domain.instrument_columns import ANSWERS, by_item, columns_of, score_key
from strategykit.domain.instrument_rows import InstrumentRow, asked_items, row_about, rows_of
from strategykit.domain.instruments import (
    ColumnKind,
    ColumnPlan,
    InstrumentKind,
    InstrumentPlan,
    ItemOfInstrument,
)

#: Counts from one and up to here are of so few people that they could be known.
FEW = 4
UNDER_FIVE = "under 5"
#: Units that are so far from each other on a scale do not see the same thing.
APART = 2
_REMARKS = ("assumption", "covers", "agreement", "note")


@dataclass(frozen=True)
class Answered:
    """A point of a self-check; `row` is None where nobody has answered."""

    item: ItemOfInstrument
    row: InstrumentRow | None

    @property
    def answer(self) -> str:
        """Yes, partly, no, or empty."""
        return self.row.value("answer") if self.row else ""

    @property
    def evidence(self) -> str:
        """What the answer rests on."""
        return self.row.value("evidence") if self.row else ""


@dataclass(frozen=True)
class Progress:
    """How much is filled in; `total` is None where the rows are as many as people like."""

    done: int
    total: int | None

    @property
    def complete(self) -> bool:
        """Whether nothing more is asked for."""
        return self.done > 0 if self.total is None else self.done >= self.total


@dataclass(frozen=True)
class Gap:
    """A column that rows leave empty, and what those rows are called."""

    column: ColumnPlan
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """A statement of a culture profile with the mark of each unit that gave one."""

    item: ItemOfInstrument
    marks: tuple[tuple[str, int], ...]

    @property
    def spread(self) -> int:
        """How far the units that are farthest from each other are apart."""
        numbers = [number for _, number in self.marks]
        return max(numbers) - min(numbers) if numbers else 0

    @property
    def lowest(self) -> tuple[str, ...]:
        """The units that are nearest to the low end."""
        return self._at(min(number for _, number in self.marks)) if self.marks else ()

    @property
    def highest(self) -> tuple[str, ...]:
        """The units that are nearest to the high end."""
        return self._at(max(number for _, number in self.marks)) if self.marks else ()

    def _at(self, mark: int) -> tuple[str, ...]:
        return tuple(unit for unit, number in self.marks if number == mark)


def progress_of(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> Progress:
    """Points answered, or rows written; a model choice also waits for what was chosen."""
    own = rows_of(plan, rows)
    if not by_item(plan):
        return Progress(len(own), None)
    asked = asked_items(plan)
    return Progress(len(set(asked) & {row.item for row in own}), len(asked))


def answers(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> tuple[Answered, ...]:
    """Every point of a self-check as the template lists them."""
    own = rows_of(plan, rows)
    return tuple(Answered(item, row_about(own, item.key)) for item in plan.items)


def unanswered(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> tuple[ItemOfInstrument, ...]:
    """The points that nobody has answered."""
    return tuple(each.item for each in answers(plan, rows) if each.row is None)


def tally(answered: Sequence[Answered]) -> tuple[tuple[str, int], ...]:
    """How many points have each answer; all answers, also those that nobody gave."""
    return tuple((word, sum(a.answer == word for a in answered)) for word in ANSWERS)


def by_group(answered: Sequence[Answered]) -> tuple[tuple[str, tuple[Answered, ...]], ...]:
    """The points under the groups of the template, in its order."""
    groups = dict.fromkeys(each.item.group for each in answered)
    return tuple((g, tuple(a for a in answered if a.item.group == g)) for g in groups)


def gaps(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> tuple[Gap, ...]:
    """Columns that some rows leave empty, in their order; not those that hold a remark."""
    own = rows_of(plan, rows)
    found = (
        Gap(column, tuple(row.headline for row in own if not row.value(column.key)))
        for column in columns_of(plan)
        if column.key not in _REMARKS
    )
    return tuple(gap for gap in found if gap.rows)


def totals(
    plan: InstrumentPlan, rows: Sequence[InstrumentRow]
) -> tuple[tuple[ColumnPlan, int], ...]:
    """What the amounts of a table come to; what somebody may grant is not added up."""
    own = rows_of(plan, rows)
    if plan.kind is InstrumentKind.AUTHORITY:
        return ()
    amounts = (c for c in columns_of(plan) if c.kind is ColumnKind.AMOUNT)
    return tuple(
        (column, sum(row.number(column.key) or 0 for row in own))
        for column in amounts
        if any(row.value(column.key) for row in own)
    )


def statements(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> tuple[Statement, ...]:
    """Each statement of a culture profile with where the units stand."""
    own = rows_of(plan, rows)
    return tuple(Statement(item, _marks(item, own)) for item in plan.items)


def largest_differences(
    plan: InstrumentPlan, rows: Sequence[InstrumentRow], most: int = 3
) -> tuple[Statement, ...]:
    """The statements where units stand farthest apart; none where they see the same."""
    apart = [each for each in statements(plan, rows) if each.spread >= APART]
    return tuple(sorted(apart, key=lambda each: -each.spread)[:most])


def ways_of(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> tuple[tuple[str, ...], ...]:
    """The steps of each row, empty where one is left out: what a flow is drawn of."""
    columns = columns_of(plan)[:-1]
    return tuple(tuple(row.value(c.key) for c in columns) for row in rows_of(plan, rows))


def _marks(item: ItemOfInstrument, rows: Sequence[InstrumentRow]) -> tuple[tuple[str, int], ...]:
    key = score_key(item.key)
    marks = ((row.value("unit"), row.number(key)) for row in rows)
    return tuple((unit, number) for unit, number in marks if number is not None)
