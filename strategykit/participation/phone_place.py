"""Where the phone's person is: in which meeting, at which step, and what may be done there."""

from dataclasses import dataclass

from strategykit.actions.devices import open_meeting_of
from strategykit.actions.home import latest_meeting, staying_open
from strategykit.actions.participating import takes_answers
from strategykit.actions.room_views import RoomView, view_of
from strategykit.domain.people import COMMITTEE, Person
from strategykit.domain.rooms import Seat
from strategykit.domain.steps import Step
from strategykit.participation.doors import database
from strategykit.participation.phone_doors import Device
from strategykit.participation.streams import seen_by_crowd

AT_STEP, BETWEEN, OVER, OUT, AT_DOOR = "trin", "imellem", "slut", "taget ud", "ved døren"


@dataclass(frozen=True)
class Place:
    """`state` in one word; `step` is the one that is shown, `staying` all that stay open."""

    state: str
    view: RoomView
    person: Person
    seat: Seat
    step: Step | None
    staying: tuple[Step, ...]

    @property
    def takes_answers(self) -> bool:
        """Whether the step takes answers now."""
        return self.step is not None and takes_answers(self.view.room, self.step)

    @property
    def goes_on(self) -> bool:
        """Whether the meeting is being held."""
        return self.view.room is not None and self.view.room.is_open


def place_of(device: Device, wanted: str = "", *, patient: bool = False) -> Place | None:
    """Where the person is; `wanted` is a step that stays open. None before the first meeting.

    A `patient` one of many phones takes the reading that its stream was told of.
    """
    db, sign_in = database(), device.sign_in
    if sign_in.meeting_id:
        return _in_meeting(device, wanted, patient=patient)
    staying = staying_open(db, sign_in.process_id)
    meeting_id = open_meeting_of(db, sign_in.process_id)
    chosen = _wanted(staying, wanted)
    if chosen is None and not meeting_id and len(staying) == 1:
        chosen = staying[0]
    at = chosen.meeting_id if chosen else meeting_id or latest_meeting(db, sign_in.process_id)
    if not at:
        return None
    return _place(device, view_of(db, sign_in.process_id, at), chosen, staying)


def _in_meeting(device: Device, wanted: str, *, patient: bool) -> Place:
    sign_in = device.sign_in
    place = (sign_in.process_id, sign_in.meeting_id)
    view = (seen_by_crowd(*place) if patient else None) or view_of(database(), *place)
    staying = tuple(step for step in view.steps if step.stays_open and step.is_open)
    return _place(device, view, _wanted(staying, wanted), staying)


def _wanted(staying: tuple[Step, ...], step_id: str) -> Step | None:
    return next((step for step in staying if step.id == step_id), None)


def _place(device: Device, view: RoomView, chosen: Step | None, staying: tuple[Step, ...]) -> Place:
    person = view.people[device.sign_in.person_id]
    held = next((seat for seat in view.seats if seat.person_id == person.id), None)
    seat = held or Seat(
        id="ingen", process_id=person.process_id, meeting_id=view.meeting.id,
        person_id=person.id, votes=person.role in COMMITTEE,
    )  # fmt: skip
    state = _state(view, seat, chosen, by_link=device.by_link and held is None)
    return Place(state, view, person, seat, chosen or view.step, staying)


def _state(view: RoomView, seat: Seat, chosen: Step | None, *, by_link: bool) -> str:
    if seat.removed:
        return OUT
    if chosen is not None:
        return AT_STEP
    if view.room is None or not view.room.is_open:
        return OVER
    if by_link:
        return AT_DOOR
    return AT_STEP if view.step is not None else BETWEEN
