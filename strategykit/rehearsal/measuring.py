"""What a rehearsal measured, and whether a room can work with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

#: Beyond this a room begins to wonder where its notes are.
SLOW_SECONDS = 1.0


@dataclass(frozen=True)
class Spread:
    """How long things took, in seconds."""

    count: int
    middle: float
    nearly_all: float
    longest: float


def spread_of(seconds: Sequence[float]) -> Spread | None:
    """The median, the 95th percentile and the longest; None of nothing."""
    if not seconds:
        return None
    ordered = sorted(seconds)
    place = max(0, -(-len(ordered) * 95 // 100) - 1)
    return Spread(len(ordered), median(ordered), ordered[place], ordered[-1])


@dataclass
class Timings:
    """What is noted while it runs: `answers` to what members sent, `arrivals` on the projector."""

    answers: list[float] = field(default_factory=list)
    arrivals: list[float] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    lost: int = 0


@dataclass(frozen=True)
class StepMeasure:
    """One step as it went."""

    meeting: str
    title: str
    kind: str
    answers: Spread | None
    arrivals: Spread | None
    troubles: int
    lost: int


@dataclass(frozen=True)
class Rehearsal:
    """All of it; `arrivals` are notes from phone to projector, `answers` everything sent."""

    process: str
    members: int
    seconds: float
    steps: tuple[StepMeasure, ...]
    answers: Spread | None
    arrivals: Spread | None
    troubles: tuple[str, ...]
    lost: int
    memory_mb: float
    postgres: bool

    @property
    def slowest(self) -> StepMeasure | None:
        """The step where what was sent took longest to be answered."""
        answered = [step for step in self.steps if step.answers]
        return max(answered, key=_slowness, default=None)

    @property
    def holds(self) -> bool:
        """Whether everything came through, and soon enough."""
        slow = any(
            spread.nearly_all > SLOW_SECONDS for spread in (self.answers, self.arrivals) if spread
        )
        return not (self.troubles or self.lost or slow or self.answers is None)


def _slowness(step: StepMeasure) -> float:
    return max(spread.nearly_all for spread in (step.answers, step.arrivals) if spread)
