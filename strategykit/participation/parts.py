"""What a phone shows of one kind of step: a template and what it is filled with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from strategykit.actions.room_views import RoomView
from strategykit.domain.rooms import Attendee, Seat
from strategykit.domain.steps import Circle, Step
from strategykit.storage.store import Store


@dataclass(frozen=True)
class Stand:
    """Who stands where: one attendee at one step, which may be another than the room's."""

    view: RoomView
    attendee: Attendee
    seat: Seat | None
    step: Step
    store: Store

    def may(self, circle: Circle) -> bool:
        """Whether the attendee is in the circle that the step leaves an act to."""
        if circle is Circle.EVERYBODY:
            return True
        return circle is Circle.MEMBERS and self.seat is not None and self.seat.votes


@dataclass(frozen=True)
class Part:
    """The template is included with what `fill` gives as `part`; it is read anew each time."""

    template: str
    fill: Callable[[Stand], Mapping[str, Any]]
