"""What looks like a CPR number is found, and what does not is left in peace.

All numbers are invented.
"""

import pytest

from strategykit.domain.cpr import find_cpr


@pytest.mark.parametrize(
    "text",
    [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "010190–1234",
        "Anne (010190-1234), 9. klasse",
        "290200-1234",
        "610190-1234",
        "010190-1234.",
    ],
)
def test_a_number_is_found_and_shown_masked(text: str) -> None:
    (masked,) = find_cpr(text)

    assert "1234" not in masked
    assert masked.endswith("••-••••")


@pytest.mark.parametrize(
    "text",
    [
        "12 34 56 78",
        "12345678",
        "320190-1234",
        "011390-1234",
        "300200-1234",
        "00.22.04-P22-1-18",
        "1.250.000.000",
        "konto 12010190123456",
        "2026-2030",
        "",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert find_cpr(text) == ()


def test_every_number_of_a_text_is_found() -> None:
    assert len(find_cpr("010190-1234 og 020290-1234")) == 2
