"""What is left of a step's time, in words and in three stages."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import ceil

from strategykit.domain.steps import Step
from strategykit.domain.wording import capital

SOON = 0.2  # of the step's own time
_MINUTE = 60


class Stage(StrEnum):
    """How near the end is."""

    RUNNING = "gaar"
    SOON = "snart"
    OVER = "slut"


@dataclass(frozen=True)
class Countdown:
    """`soon_at` and `last_at` are how many seconds are left when 20 and 5 percent are."""

    ends_at: datetime
    seconds: int
    soon_at: int
    last_at: int

    @property
    def stage(self) -> Stage:
        """The time that is up closes nothing."""
        if self.seconds <= 0:
            return Stage.OVER
        return Stage.SOON if self.seconds <= self.soon_at else Stage.RUNNING

    @property
    def told(self) -> str:
        """ "4 minutter tilbage", "Snart slut: 1 minut tilbage", "Tiden er gået"."""
        if self.stage is Stage.OVER:
            return "Tiden er gået"
        left = minutes_left_told(self.seconds)
        return f"Snart slut: {left}" if self.stage is Stage.SOON else capital(left)


def countdown_of(step: Step, moment: datetime) -> Countdown | None:
    """None for a step that is not open or has no timer."""
    left = step.left(moment)
    if left is None or step.ends_at is None or not step.is_open:
        return None
    whole = step.minutes * _MINUTE
    return Countdown(
        step.ends_at, ceil(left.total_seconds()), round(whole * SOON), round(whole * SOON / 4)
    )


def minutes_left_told(seconds: int) -> str:
    """ "4 minutter tilbage": never less than there is; the last minute has no number."""
    minutes = ceil(seconds / _MINUTE)
    if seconds < _MINUTE:
        return "under 1 minut tilbage"
    return f"{minutes} {'minut' if minutes == 1 else 'minutter'} tilbage"
