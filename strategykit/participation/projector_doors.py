"""Who looks at the wall: a facilitator, a steering phone of the meeting, or a paired projector."""

from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request

from strategykit.actions.pairing import SCREENS, Screen
from strategykit.actions.room_views import RoomView, view_of
from strategykit.actions.steering import process_of_meeting
from strategykit.domain.access import Door, SignIn
from strategykit.errors import NotFound
from strategykit.participation.doors import database, sign_in_here, tokens_of
from strategykit.participation.streams import seen_by_crowd

MEETING = "moede"


@dataclass(frozen=True)
class Looker:
    """A sign-in at the wall of one meeting; one that `steers` may turn the pages of the evening."""

    sign_in: SignIn
    process_id: str
    meeting_id: str

    @property
    def steers(self) -> bool:
        """A projector only shows."""
        return self.sign_in.door is not Door.PROJECTOR

    @cached_property
    def view(self) -> RoomView:
        """The meeting as it is now; a screen of a large room shows what it was told of."""
        place = (self.process_id, self.meeting_id)
        told = None if self.steers else seen_by_crowd(*place)
        return told or view_of(database(), *place)

    @property
    def may_look(self) -> bool:
        """A projector shows nothing but a meeting that goes on."""
        room = self.view.room
        return self.steers or (room is not None and room.is_open)


def looker_of(request: Request) -> Looker | None:
    """Who asks for which meeting; None for whoever has no wall to see. Raises NotFound.

    An address that names a meeting is for those who steer it; without one a projector comes first.
    """
    wanted = request.query_params.get(MEETING, "")
    if not wanted and (screen := sign_in_here(request, Door.PROJECTOR)):
        looker = Looker(screen, screen.process_id, screen.meeting_id)
        if looker.may_look:
            return looker
    return _steering(request, wanted) or _facilitator(request, wanted)


def waiting_here(request: Request) -> Screen | None:
    """The browser as a screen that shows its code and waits."""
    found = (SCREENS.waiting(token) for token in tokens_of(request, Door.PROJECTOR))
    return next((screen for screen in found if screen), None)


def _facilitator(request: Request, meeting_id: str) -> Looker | None:
    sign_in = sign_in_here(request, Door.FACILITATOR)
    if sign_in is None or not meeting_id:
        return None
    return Looker(sign_in, process_of_meeting(database(), meeting_id), meeting_id)


def _steering(request: Request, meeting_id: str) -> Looker | None:
    """A paired phone has one meeting alone; its laptop may be signed in to all of them."""
    sign_in = sign_in_here(request, Door.STEERING)
    if sign_in is None or meeting_id not in ("", sign_in.meeting_id):
        return None
    return Looker(sign_in, sign_in.process_id, sign_in.meeting_id)


def require_looker(request: Request) -> Looker:
    """Raises NotFound for a meeting that is not the one the door was opened for."""
    looker = looker_of(request)
    if looker is None:
        raise NotFound("Mødet")
    request.state.sign_in = looker.sign_in  # the stream lives as long as this one stands
    return looker
