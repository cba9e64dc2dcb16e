"""Days as people type them."""

from datetime import date

import pytest

from strategykit.domain.dates import parse_date
from strategykit.errors import BadDate


@pytest.mark.parametrize(
    "text",
    ["3. juni 2026", "3.6.2026", "03-06-2026", "3/6 2026", "2026-06-03", " den 3. Juni 2026 ",
     "3 jun. 2026", "3. jun 2026"],
)  # fmt: skip
def test_a_day_is_read_as_danes_write_it(text: str) -> None:
    assert parse_date(text) == date(2026, 6, 3)


@pytest.mark.parametrize(
    "text", ["", "i morgen", "31.2.2026", "6.2026", "3. ju 2026", "3. maj 26", "0. juni 2026"]
)
def test_what_is_no_day_is_told_with_the_field_and_an_example(text: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_date(text, "Frist")

    assert "'Frist'" in str(refused.value)
    assert "3. juni 2026" in str(refused.value)
