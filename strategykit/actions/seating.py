"""Seats in a meeting: who holds which name, and taking one's place."""

from strategykit.actions.acting import new_id, now
from strategykit.actions.participating import room_in
from strategykit.domain.people import COMMITTEE, Person
from strategykit.domain.rooms import Room, Seat
from strategykit.errors import MeetingOver, TakenOut
from strategykit.storage import changes, devices
from strategykit.storage.store import Store


def seat_of(store: Store, process_id: str, meeting_id: str, person_id: str) -> Seat | None:
    """The person's place in the meeting, also one that was taken away."""
    found = store.all(Seat, process_id, meeting_id=meeting_id, person_id=person_id)
    return found[0] if found else None


def take_seat(store: Store, meeting_id: str, person: Person) -> Seat:
    """The person's place, a new one if need be; raises TakenOut.

    Members vote from the first, others when they are let.
    """
    seat = seat_of(store, person.process_id, meeting_id, person.id)
    if seat is not None and seat.removed:
        raise TakenOut
    if seat is not None:
        return seat
    made = store.add(
        Seat(
            id=new_id(), process_id=person.process_id, meeting_id=meeting_id,
            person_id=person.id, votes=person.role in COMMITTEE,
        )
    )  # fmt: skip
    changes.log(
        store, process_id=person.process_id, at=now(), person_id=person.id, act="join",
        subject="Seat", subject_id=made.id,
    )  # fmt: skip
    return made


def room_now(store: Store, room: Room) -> Room:
    """The room as it is by now; raises MeetingOver."""
    here = room_in(store, room.process_id, room.meeting_id)
    if not here.is_open:
        raise MeetingOver
    return here


def held_names(store: Store, room: Room) -> frozenset[str]:
    """The ids of those who are in the meeting on some device.

    A personal link used at home holds the name only once its person is in the room.
    """
    seats = store.all(Seat, room.process_id, meeting_id=room.meeting_id)
    seated = frozenset(seat.person_id for seat in seats)
    return seated & devices.holders(store, room.process_id, room.meeting_id, now())
