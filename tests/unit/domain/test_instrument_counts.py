"""Nobody can reckon how many the few are."""

import pytest

from strategykit.domain.instrument_counts import HIDDEN, hides_few, months
from strategykit.domain.instrument_views import UNDER_FIVE
from strategykit.domain.instruments import InstrumentKind
from tests.unit.domain.test_instrument_rows import plan, row

PLAN = plan(InstrumentKind.COUNTERS, "a", "b", "c")


def month(number: int, **counts: int) -> object:
    typed = {f"c:{key}": str(count) for key, count in counts.items()}
    return row(number, month=f"2026-{number:02}", **typed)


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0"), (1, UNDER_FIVE), (4, UNDER_FIVE), (5, "5"), (1250, "1.250")]
)
def test_one_to_four_are_only_said_to_be_few(count: int, shown: str) -> None:
    (found,) = months(PLAN, [month(1, a=count, b=20)])  # type: ignore[list-item]

    assert found.shown["a"] == shown
    assert ("a" in found.counts) == (shown != UNDER_FIVE)
    assert hides_few([found]) == (shown == UNDER_FIVE)
    assert "c" not in found.shown


def test_a_total_is_hidden_where_it_would_give_away_the_one_count_beside_it() -> None:
    counted = [month(1, a=30, b=20, c=10), month(2, a=23, b=20, c=3), month(3, a=5, b=2, c=3)]

    counted.append(month(4, a=23, b=20))

    first, second, third, fourth = months(PLAN, counted)  # type: ignore[arg-type]

    assert first.shown == {"a": "30", "b": "20", "c": "10"}
    assert second.shown == {"a": HIDDEN, "b": "20", "c": UNDER_FIVE}
    assert set(second.counts) == {"b"}
    assert third.shown == {"a": HIDDEN, "b": UNDER_FIVE, "c": UNDER_FIVE}
    assert fourth.shown == {"a": HIDDEN, "b": "20"}


def test_counters_that_only_once_are_a_sum_are_no_total() -> None:
    counted = [month(1, a=30, b=20, c=10), month(2, a=50, b=20, c=3)]

    assert months(PLAN, counted)[1].shown["a"] == "50"  # type: ignore[arg-type]
