"""Which side of a point the wall shows, as the facilitator has chosen it."""

from collections import OrderedDict
from collections.abc import Sequence
from enum import StrEnum
from threading import Lock

from strategykit.actions.going_through import ReviewAt
from strategykit.actions.room_views import RoomView
from strategykit.participation.going_through_view import Shown, shown

_MOST = 100


class Side(StrEnum):
    """One way to show a point; its value is what the wall calls it."""

    WHOLE = "Det hele"
    BEFORE = "Sådan står der"
    AFTER = "Sådan ønskes det"
    DIFFERENCE = "Forskellen"
    FINAL = "Endelig tekst"


def sides_of(review: ReviewAt, point: Shown) -> tuple[Side, ...]:
    """What can be shown of the point, what is shown by itself first; none to choose is empty."""
    if point.is_decided:
        both = bool(point.before and review.final)
        return (Side.FINAL, Side.BEFORE, Side.DIFFERENCE) if both else ()
    both = bool(point.before and point.after)
    return (Side.WHOLE, Side.BEFORE, Side.AFTER, Side.DIFFERENCE) if both else ()


class Sides:
    """What was chosen for the point at hand of every meeting; kept in the server's memory alone.

    The choice falls away when the room goes on and when the point is decided.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._chosen: OrderedDict[tuple[str, str], tuple[object, Side]] = OrderedDict()

    def choose(self, view: RoomView, side: Side) -> None:
        """The wall shows that side from now on."""
        place = (view.process.id, view.meeting.id)
        with self._lock:
            self._chosen.pop(place, None)
            self._chosen[place] = (_point_of(view.review), side)
            while len(self._chosen) > _MOST:
                self._chosen.popitem(last=False)

    def at(self, view: RoomView) -> Side | None:
        """The side that was chosen of the point at hand; None where nothing was."""
        with self._lock:
            known = self._chosen.get((view.process.id, view.meeting.id))
        return known[1] if known and known[0] == _point_of(view.review) else None

    def shown(self, view: RoomView, sides: Sequence[Side]) -> Side | None:
        """The one of those sides that the wall shows; None where there is nothing to choose."""
        chosen = self.at(view)
        return chosen if chosen in sides else next(iter(sides), None)


def sides_at(view: RoomView) -> tuple[Side, ...]:
    """What can be chosen now: nothing while the wall asks everybody, and without a point."""
    review = view.review
    if review is None or review.wish is None or review.turn is None:
        return ()
    point = shown(review.draft, review.wish)
    asks = bool(review.turn.asked) and not point.is_decided
    return () if asks else sides_of(review, point)


def _point_of(review: ReviewAt | None) -> object:
    if review is None or review.turn is None or review.wish is None:
        return None
    return review.turn.id, review.wish.point.verdict


SIDES = Sides()
