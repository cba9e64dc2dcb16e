from datetime import date
from decimal import Decimal

import pytest

from strategykit.domain.numbers import danish, danish_date, parse_number, pct, with_unit
from strategykit.errors import BadNumber


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (Decimal("1234.5"), None, "1.234,5"),
        (Decimal(1234567), 0, "1.234.567"),
        (Decimal("12.50"), None, "12,5"),
        (Decimal(100), None, "100"),
        (0.1 + 0.2, None, "0,3"),
        (Decimal("2.25"), 1, "2,3"),
        (Decimal("-0.4"), 1, "\u22120,4"),
        (Decimal("-0.04"), 1, "0,0"),
        (7, 1, "7,0"),
    ],
)
def test_numbers_are_written_with_a_decimal_comma_and_a_thousand_point(
    value: Decimal | float, decimals: int | None, shown: str
) -> None:
    assert danish(value, decimals) == shown


def test_a_share_and_a_count_carry_their_unit() -> None:
    assert pct(Decimal("9.64")) == "9,6 pct."
    assert with_unit(Decimal("9.64"), "pct") == "9,6 pct."
    assert with_unit(42572, "personer") == "42.572 personer"


def test_a_day_is_written_with_its_month_in_letters() -> None:
    assert danish_date(date(2026, 6, 3)) == "3. juni 2026"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234", "1234"),
        ("1.250", "1250"),
        ("0.500", "0.500"),
        ("12.5", "12.5"),
        ("1234.567", "1234.567"),
        ("10,000", "10.000"),
        (" \u22123,5 ", "-3.5"),
        ("-3", "-3"),
        ("9,6 %", "9.6"),
        ("9,6 pct.", "9.6"),
    ],
)
def test_a_typed_number_is_read_the_danish_way(typed: str, meant: str) -> None:
    assert parse_number(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "..",
        "x",
        "1,234.5",
        "1,2,3",
        "1.23.456",
        "nan",
        "1e5",
        "--3",
        "\u0663",
        "9" * 40,
        "=1+1",
    ],
)
def test_what_is_not_a_number_is_refused_with_the_text_and_the_field(typed: str) -> None:
    with pytest.raises(BadNumber) as refused:
        parse_number(typed, "Værdi")

    assert f"'{typed[:40]}' i feltet 'Værdi'" in str(refused.value)


@pytest.mark.parametrize("value", ["0", "0.5", "-12.25", "1000", "1234567.89", "-999999"])
def test_what_is_written_can_be_read_again(value: str) -> None:
    assert parse_number(danish(Decimal(value))) == Decimal(value)
