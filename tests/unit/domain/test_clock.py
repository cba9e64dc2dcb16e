from datetime import UTC, date, datetime

import pytest

from strategykit.domain.clock import (
    clock,
    clock_span,
    days_until,
    moment_told,
    parse_clock,
    weekday_date,
)
from strategykit.errors import BadTime


@pytest.mark.parametrize("text", ["16", "16.00", "16:00", "kl. 16", " kl 16.00 ", "1600"])
def test_a_time_is_read_as_danes_write_it(text: str) -> None:
    assert parse_clock(text) == 16 * 60


@pytest.mark.parametrize("text", ["", "24.00", "16.60", "fire", "16.0", "160", "16.00-18.00"])
def test_what_is_no_time_is_refused_with_the_name_of_its_field(text: str) -> None:
    with pytest.raises(BadTime) as refused:
        parse_clock(text, "Begynder kl.")

    assert "'Begynder kl.'" in str(refused.value)


def test_times_are_written_with_a_point() -> None:
    assert clock(9 * 60 + 5) == "9.05"
    assert clock_span(16 * 60, 120) == "16.00–18.00"
    assert clock_span(23 * 60, 120) == "23.00–1.00"


def test_a_day_is_named_with_its_weekday() -> None:
    assert weekday_date(date(2026, 6, 3)) == "onsdag den 3. juni 2026"


@pytest.mark.parametrize(
    ("day", "told"),
    [(3, "i dag"), (4, "i morgen"), (2, "i går"), (15, "om 12 dage"), (1, "for 2 dage siden")],
)
def test_a_day_is_told_from_today(day: int, told: str) -> None:
    assert days_until(date(2026, 6, day), date(2026, 6, 3)) == told


def test_a_moment_is_told_in_danish_time_summer_and_winter() -> None:
    assert moment_told(datetime(2026, 6, 3, 22, 30, tzinfo=UTC)) == "4. juni 2026 kl. 0.30"
    assert moment_told(datetime(2026, 1, 3, 22, 30, tzinfo=UTC)) == "3. januar 2026 kl. 23.30"
