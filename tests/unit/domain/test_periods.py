from datetime import date

import pytest

from strategykit.domain.periods import Period, parse_period


@pytest.mark.parametrize(
    ("typed", "day", "shown"),
    [
        ("2023", date(2023, 1, 1), "2023"),
        ("2023/24", date(2023, 8, 1), "skoleåret 2023/24"),
        ("Skoleåret 2023-2024", date(2023, 8, 1), "skoleåret 2023/24"),
        ("2024K3", date(2024, 7, 1), "3. kvartal 2024"),
        ("3. kvartal 2024", date(2024, 7, 1), "3. kvartal 2024"),
        ("Q1 2024", date(2024, 1, 1), "1. kvartal 2024"),
        ("2024M05", date(2024, 5, 1), "maj 2024"),
        ("2024-05", date(2024, 5, 1), "maj 2024"),
        ("05-2024", date(2024, 5, 1), "maj 2024"),
        ("Marts 2026", date(2026, 3, 1), "marts 2026"),
        ("sep. 2026", date(2026, 9, 1), "september 2026"),
        ("2026-06-03", date(2026, 6, 3), "3. juni 2026"),
        ("03-06-2026", date(2026, 6, 3), "3. juni 2026"),
        ("3. 6. 2026", date(2026, 6, 3), "3. juni 2026"),
        ("3/6/2026", date(2026, 6, 3), "3. juni 2026"),
        ("  3.  juni 2026 ", date(2026, 6, 3), "3. juni 2026"),
    ],
)
def test_a_period_is_read_as_people_write_it(typed: str, day: date, shown: str) -> None:
    assert parse_period(typed) == Period(day, shown)


@pytest.mark.parametrize(
    "typed", ["", "marts", "1823", "31-02-2026", "2023/25", "13-2024", "3. blomst 2026", "i fjor"]
)
def test_what_is_no_period_is_none(typed: str) -> None:
    assert parse_period(typed) is None
