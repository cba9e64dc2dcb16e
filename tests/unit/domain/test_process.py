from dataclasses import replace
from datetime import date

import pytest

from strategykit.domain.process import Process, deletion_told, suggested_deletion
from strategykit.errors import BadPeriod

TODAY = date(2026, 6, 3)
PROCESS = Process(
    id="p", process_id="p", name="p", title="Strategi", municipality="787", committee="Udvalget",
    deletes_on=date(2031, 12, 31),
)  # fmt: skip


def test_a_process_is_suggested_deleted_a_year_after_its_strategy_ends() -> None:
    assert suggested_deletion(TODAY, 2030) == date(2031, 12, 31)


def test_without_a_period_it_is_kept_for_five_years() -> None:
    assert suggested_deletion(TODAY) == date(2031, 12, 31)


def test_nothing_is_said_of_a_day_far_off() -> None:
    assert deletion_told(PROCESS, TODAY) == ""


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 6, 13), "skal slettes den 13. juni 2026, om 10 dage."),
        (date(2026, 6, 3), "skal slettes den 3. juni 2026, i dag."),
        (date(2026, 6, 2), "skulle være slettet den 2. juni 2026."),
        (None, "har ingen slettedato."),
    ],
)
def test_a_near_a_passed_and_a_missing_day_are_told(day: date | None, told: str) -> None:
    assert told in deletion_told(replace(PROCESS, deletes_on=day), TODAY)


def test_a_strategy_does_not_end_before_it_begins() -> None:
    with pytest.raises(BadPeriod):
        replace(PROCESS, period_from=2030, period_to=2026)
