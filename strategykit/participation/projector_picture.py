"""Value against effort as a drawing: where each letter stands, so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from strategykit.domain.area_charts import AREA_AXES
from strategykit.domain.ballots import Tally
from strategykit.domain.boards import letter_of
from strategykit.domain.numbers import danish

WIDTH, HEIGHT = 1000, 760
LEFT, TOP, RIGHT, BOTTOM = 60, 60, 990, 700
RADIUS = 30
_APART, _ROUNDS = 2 * RADIUS + 4, 300
_INNER = RADIUS + 6
_ASKEW = 3  # so that things at one place can move aside to all sides, and not along one line


@dataclass(frozen=True)
class Point:
    """One thing by its letter; `x` and `y` are in the drawing's own measure."""

    letter: str
    title: str
    value: str
    effort: str
    x: float
    y: float


def points_of(tallies: Sequence[Tally]) -> tuple[Point, ...]:
    """Those that were rated on both, in the order given."""
    both = [t for t in tallies if t.value is not None and t.effort is not None]
    return _apart([_point(number, tally) for number, tally in enumerate(both)])


def _point(number: int, tally: Tally) -> Point:
    value, effort = float(tally.value or 0), float(tally.effort or 0)
    reach = AREA_AXES.high - AREA_AXES.low
    across, up = (effort - AREA_AXES.low) / reach, (value - AREA_AXES.low) / reach
    return Point(
        letter_of(number), tally.title, danish(tally.value or 0), danish(tally.effort or 0),
        LEFT + _INNER + across * (RIGHT - LEFT - 2 * _INNER),
        BOTTOM - _INNER - up * (BOTTOM - TOP - 2 * _INNER) + _ASKEW * (number % 3 - 1),
    )  # fmt: skip


def _apart(points: list[Point]) -> tuple[Point, ...]:
    """Those that would cover each other move aside, as little as they must."""
    for _ in range(_ROUNDS):
        moved = False
        for first in range(len(points)):
            for second in range(first + 1, len(points)):
                pushed = _pushed(points[first], points[second])
                if pushed:
                    points[first], points[second] = pushed
                    moved = True
        if not moved:
            break
    return tuple(points)


def _pushed(one: Point, other: Point) -> tuple[Point, Point] | None:
    dx, dy = other.x - one.x, other.y - one.y
    distance = hypot(dx, dy)
    if distance >= _APART - 1:
        return None
    lacking = (_APART - distance) / 2
    along, down = (dx / distance, dy / distance) if distance else (1.0, 0.0)
    return _moved(one, -along * lacking, -down * lacking), _moved(
        other, along * lacking, down * lacking
    )


def _moved(point: Point, across: float, down: float) -> Point:
    return replace(
        point,
        x=min(max(point.x + across, LEFT + RADIUS), RIGHT - RADIUS),
        y=min(max(point.y + down, TOP + RADIUS), BOTTOM - RADIUS),
    )
