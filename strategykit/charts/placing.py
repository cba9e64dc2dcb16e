"""Where the words of a scatter can stand without covering each other or a mark."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

LETTER, LINE, RADIUS = 7.1, 16, 9
_STEPS, _BEAD = 8, 8


@dataclass(frozen=True)
class Spot:
    """A mark in pixels from the upper left, with the lines of its label.

    `aside` is how far it was moved from where its values are, to make room for another.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    aside: float = 0


@dataclass(frozen=True)
class Place:
    """A box: its upper left corner and how large it is."""

    left: float
    top: float
    width: float
    height: float

    def covers(self, other: "Place") -> float:
        """The area that the two share."""
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return max(across, 0) * max(down, 0)

    def outside(self, whole: "Place") -> float:
        """How much of it lies outside the whole."""
        return self.width * self.height - self.covers(whole)


def side(spot: Spot, place: Place) -> tuple[str, float]:
    """How the words are aligned and at which pixel, so that they keep close to their mark."""
    if place.left >= spot.x:
        return "left", place.left
    if place.left + place.width <= spot.x:
        return "right", place.left + place.width
    return "center", place.left + place.width / 2


Ways = Callable[[Spot], Iterator[Place]]


def label_box(left: float, top: float, lines: Sequence[str]) -> Place:
    """The box that a label fills when it begins there."""
    return Place(left, top, LETTER * max(map(len, lines)), LINE * len(lines))


def placed(spots: Sequence[Spot], whole: Place, taken: Sequence[Place], ways: Ways) -> list[Place]:
    """For each spot the nearest of its `ways` that is free, else the one that covers least.

    At first each knows only the labels before it; in the second round it may move again.
    """
    used = [*taken, *(Place(s.x - RADIUS, s.y - RADIUS, 2 * RADIUS, 2 * RADIUS) for s in spots)]
    found: list[Place] = []
    for spot in spots:
        found.append(_best(spot, whole, [*used, *found], ways))
    for n, spot in enumerate(spots):
        found[n] = _best(spot, whole, [*used, *found[:n], *found[n + 1 :]], ways)
    return found


def _best(spot: Spot, whole: Place, used: Sequence[Place], ways: Ways) -> Place:
    """The first free way, else the one that covers least."""
    costs: list[tuple[float, int]] = []
    places: list[Place] = []
    for place in ways(spot):
        cost = _cost(place, whole, used)
        if not cost:
            return place
        costs.append((cost, len(places)))
        places.append(place)
    return places[min(costs)[1]]


def _cost(place: Place, whole: Place, used: Sequence[Place]) -> int:
    """Whole pixels count: fractions of one are only rounding."""
    return round(sum(place.covers(other) for other in used) + 4 * place.outside(whole))


def leader(spot: Spot, place: Place) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """A line from the mark to a label that does not touch it; None when it does."""
    x = min(max(spot.x, place.left), place.left + place.width)
    y = min(max(spot.y, place.top), place.top + place.height)
    away = hypot(x - spot.x, y - spot.y)
    if away <= RADIUS + 6:
        return None
    edge = RADIUS / away
    return (spot.x + (x - spot.x) * edge, spot.y + (y - spot.y) * edge), (x, y)


def along(points: Sequence[tuple[float, float]]) -> list[Place]:
    """Small boxes along a line, so that no word is put on it."""
    boxes = []
    for (x, y), (to_x, to_y) in pairwise(points):
        steps = max(int(hypot(to_x - x, to_y - y) / _BEAD), 1)
        for n in range(steps + 1):
            at_x, at_y = x + (to_x - x) * n / steps, y + (to_y - y) * n / steps
            boxes.append(Place(at_x - _BEAD / 4, at_y - _BEAD / 4, _BEAD / 2, _BEAD / 2))
    return boxes


def beside(spot: Spot) -> Iterator[Place]:
    """Right or left of the mark, then below or above, then further and further away."""
    for step in range(_STEPS):
        yield from _at_sides(spot, step)
        yield from _over_and_under(spot, step)


def above(spot: Spot) -> Iterator[Place]:
    """Above or below the mark, then at its sides, then further and further away."""
    for step in range(_STEPS):
        yield from _over_and_under(spot, step)
        yield from _at_sides(spot, step)


def _at_sides(spot: Spot, step: int) -> Iterator[Place]:
    box = label_box(0, 0, spot.lines)
    for left in (spot.x + RADIUS + 3, spot.x - RADIUS - 3 - box.width):
        for down in (step * LINE, -step * LINE):
            yield Place(left, spot.y - box.height / 2 + down, box.width, box.height)


def _over_and_under(spot: Spot, step: int) -> Iterator[Place]:
    box = label_box(0, 0, spot.lines)
    over = spot.y - RADIUS - 1 - box.height - step * LINE
    under = spot.y + RADIUS + 1 + step * LINE
    for top in (over, under):
        for share in (0.5, 0.15, 0.85):
            yield Place(spot.x - box.width * share, top, box.width, box.height)
