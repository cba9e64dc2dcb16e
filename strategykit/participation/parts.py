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
    """Who stands where: one attendee at one step, which may be another than the room's.

    `chosen` is the id of what the page's address asks to change, such as an own note.
    """

    view: RoomView
    attendee: Attendee
    seat: Seat
    step: Step
    store: Store
    chosen: str = ""

    def may(self, circle: Circle) -> bool:
        """Whether the attendee is in the circle that the step leaves an act to."""
        if circle is Circle.EVERYBODY:
            return True
        return circle is Circle.MEMBERS and self.seat.votes

    @property
    def may_vote(self) -> bool:
        """Whether the attendee's answer counts in the step."""
        return self.may(self.step.voters) and self.view.is_heard(self.seat)


@dataclass(frozen=True)
class Part:
    """The template is included with what `fill` gives as `part`; it is read anew each time.

    Each element at the top of the template bears a `data-blok` with a key that is its own on the
    page, so that a live page can change the rest and leave a form alone in which somebody writes.
    A form with `data-send` is sent by the script, and the page stays.
    """

    template: str
    fill: Callable[[Stand], Mapping[str, Any]]
