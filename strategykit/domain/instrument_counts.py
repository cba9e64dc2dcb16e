"""Monthly counts as others may see them: few are never told, nor what they could be reckoned from.

A count that is always the sum of the others would give away the one that is hidden beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from strategykit.domain.instrument_columns import score_key
from strategykit.domain.instrument_rows import InstrumentRow, rows_of
from strategykit.domain.instrument_views import FEW, UNDER_FIVE
from strategykit.domain.instruments import InstrumentPlan
from strategykit.domain.numbers import danish, danish_month

HIDDEN = "skjult"
_FEWEST_PARTS = _FEWEST_MONTHS = 2


@dataclass(frozen=True)
class Month:
    """`counts` are those that may be told; `shown` has a word for every counter."""

    row: InstrumentRow
    day: date
    counts: Mapping[str, int]
    shown: Mapping[str, str]

    @property
    def when(self) -> str:
        """The month as people read it."""
        return danish_month(self.day)


def months(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> tuple[Month, ...]:
    """Every month in order; a counter that nobody counted has no word."""
    counted = [(row, _counts(plan, row)) for row in rows_of(plan, rows)]
    total = _total(plan, [counts for _, counts in counted])
    return tuple(_month(row, counts, total) for row, counts in counted)


def hides_few(found: Sequence[Month]) -> bool:
    """Whether any count is so small that it is not told."""
    return any(word == UNDER_FIVE for month in found for word in month.shown.values())


def _counts(plan: InstrumentPlan, row: InstrumentRow) -> dict[str, int]:
    numbers = ((item.key, row.number(score_key(item.key))) for item in plan.items)
    return {key: number for key, number in numbers if number is not None}


def _total(plan: InstrumentPlan, counted: Sequence[Mapping[str, int]]) -> str:
    """The counter that is the sum of all the others in every month; empty when there is none."""
    keys = [item.key for item in plan.items]
    whole = [counts for counts in counted if len(counts) == len(keys)]
    if len(keys) <= _FEWEST_PARTS or len(whole) < _FEWEST_MONTHS:
        return ""
    sums = (k for k in keys if all(2 * counts[k] == sum(counts.values()) for counts in whole))
    return next(sums, "")


def _month(row: InstrumentRow, counts: Mapping[str, int], total: str) -> Month:
    few = {key for key, number in counts.items() if 0 < number <= FEW}
    hidden = {total} if total in counts and _left(counts, total, few) else set()
    shown = {
        key: HIDDEN if key in hidden else UNDER_FIVE if key in few else danish(number)
        for key, number in counts.items()
    }
    told = {key: number for key, number in counts.items() if key not in few | hidden}
    return Month(row, date.fromisoformat(f"{row.value('month')}-01"), told, shown)


def _left(counts: Mapping[str, int], total: str, few: set[str]) -> bool:
    """Whether the total less what is shown beside it tells of few people."""
    if few - {total}:
        return True
    rest = counts[total] - sum(number for key, number in counts.items() if key != total)
    return 0 < rest <= FEW
