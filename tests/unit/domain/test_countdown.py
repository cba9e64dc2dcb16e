"""What is left of a step, said so that nobody has to read a clock."""

from dataclasses import replace
from datetime import timedelta

import pytest

from strategykit.domain.countdown import Stage, countdown_of
from strategykit.domain.steps import Step, StepState
from tests.support.makers import NOON

STEP = Step(
    id="s", process_id="p", meeting_id="m", title="SWOT", minutes=10, state=StepState.OPEN,
    ends_at=NOON,
)  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "stage", "told"),
    [
        (600, Stage.RUNNING, "10 minutter tilbage"),
        (541, Stage.RUNNING, "10 minutter tilbage"),
        (540, Stage.RUNNING, "9 minutter tilbage"),
        (121, Stage.RUNNING, "3 minutter tilbage"),
        (120, Stage.SOON, "Snart slut: 2 minutter tilbage"),
        (60, Stage.SOON, "Snart slut: 1 minut tilbage"),
        (59, Stage.SOON, "Snart slut: under 1 minut tilbage"),
        (0, Stage.OVER, "Tiden er gået"),
        (-300, Stage.OVER, "Tiden er gået"),
    ],
)
def test_the_time_is_told_in_words(seconds: int, stage: Stage, told: str) -> None:
    found = countdown_of(STEP, NOON - timedelta(seconds=seconds))

    assert found is not None
    assert (found.stage, found.told) == (stage, told)


def test_it_is_spoken_at_a_fifth_and_a_twentieth() -> None:
    found = countdown_of(STEP, NOON)

    assert found is not None
    assert (found.soon_at, found.last_at) == (120, 30)


def test_time_that_was_added_does_not_move_the_warning() -> None:
    longer = replace(STEP, ends_at=NOON + timedelta(minutes=20))
    found = countdown_of(longer, NOON)

    assert found is not None
    assert (found.told, found.soon_at) == ("20 minutter tilbage", 120)


@pytest.mark.parametrize(
    "step", [replace(STEP, ends_at=None), replace(STEP, state=StepState.CLOSED)]
)
def test_without_a_timer_nothing_is_said(step: Step) -> None:
    assert countdown_of(step, NOON) is None
