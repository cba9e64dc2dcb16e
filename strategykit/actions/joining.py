"""Coming into a meeting: picking one's name, or joining as a guest."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from strategykit.actions.access import hash_of, use_code
from strategykit.actions.acting import new_id, now
from strategykit.actions.devices import CODE_TRIES, open_device
from strategykit.actions.participating import room_in
from strategykit.domain.access import NAME_ROOM, Purpose, SignIn
from strategykit.domain.people import COMMITTEE, Person, Role, in_role_order
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.text import checked_text
from strategykit.errors import (
    Archived,
    CodeUnknown,
    DoorLocked,
    Empty,
    MeetingOver,
    NameHeld,
    NameListed,
    TakenOut,
)
from strategykit.live import HUB
from strategykit.storage import changes, devices
from strategykit.storage.database import Database
from strategykit.storage.store import Store


@dataclass(frozen=True)
class Name:
    """A person on the list at the door; `held` says that another device has the name."""

    person: Person
    held: bool


def names_at_the_door(db: Database, room: Room) -> tuple[Name, ...]:
    """Everybody of the process but guests, the committee first."""
    with db.reading() as store:
        people = [p for p in store.all(Person, room.process_id) if not p.erased]
        held = _held(store, room)
    known = (p for p in in_role_order(people) if p.role is not Role.GUEST)
    return tuple(Name(person, person.id in held) for person in known)


def join(db: Database, room: Room, person_id: str, token: str) -> None:
    """The device with the token holds the name; twice is once.

    Raises DoorLocked, NameHeld, TakenOut, MeetingOver or NotFound.
    """
    with _at_the_door(db, room) as store:
        person = store.get(Person, person_id, room.process_id)
        _refuse_locked(store, room, token)
        if person_id in _held(store, room) and not devices.is_of(store, hash_of(token), person_id):
            raise NameHeld(person.name)
        take_seat(store, room, person)
        open_device(store, room, person.id, hash_of(token))


def join_as_guest(db: Database, room: Room, name: str, person_id: str, token: str) -> None:
    """A new person with that name; the same id again is a double tap.

    Raises Empty, TooLong, HoldsCpr, NameListed, DoorLocked or MeetingOver.
    """
    fit = " ".join(checked_text("Navn", name, NAME_ROOM).split())
    if not fit:
        raise Empty("Navn")
    with _at_the_door(db, room) as store:
        _refuse_locked(store, room, token)
        person = store.find(Person, person_id) or _guest(store, room, fit, person_id)
        if person.process_id != room.process_id or person.role is not Role.GUEST:
            raise NameHeld(fit)
        take_seat(store, room, person)
        open_device(store, room, person.id, hash_of(token))


def join_with_code(db: Database, room: Room, person_id: str, typed: str, token: str) -> None:
    """One more device of somebody who is in already, by the code that the first device shows.

    Raises CodeUnknown, TakenOut or MeetingOver; a locked door holds nobody back who is inside.
    """
    where = {"process_id": room.process_id, "person_id": person_id}
    if use_code(db, Purpose.MEMBER, typed, most_tries=CODE_TRIES, **where) is None:
        raise CodeUnknown
    with _at_the_door(db, room) as store:
        person = store.get(Person, person_id, room.process_id)
        take_seat(store, room, person)
        open_device(store, room, person.id, hash_of(token))


def enter(db: Database, room: Room, sign_in: SignIn) -> None:
    """Whoever came by a personal link takes a seat; raises DoorLocked, TakenOut or MeetingOver."""
    with _at_the_door(db, room) as store:
        person = store.get(Person, sign_in.person_id, room.process_id)
        if seat_of(store, room, person.id) is None and room_now(store, room).locked:
            raise DoorLocked
        take_seat(store, room, person)


def seat_of(store: Store, room: Room, person_id: str) -> Seat | None:
    """The person's place in the meeting, also one that was taken away."""
    found = store.all(Seat, room.process_id, meeting_id=room.meeting_id, person_id=person_id)
    return found[0] if found else None


def take_seat(store: Store, room: Room, person: Person) -> Seat:
    """The person's place, a new one if need be; members vote from the first, others when let."""
    seat = seat_of(store, room, person.id)
    if seat is not None and seat.removed:
        raise TakenOut
    if seat is not None:
        return seat
    made = store.add(
        Seat(
            id=new_id(), process_id=room.process_id, meeting_id=room.meeting_id,
            person_id=person.id, votes=person.role in COMMITTEE,
        )
    )  # fmt: skip
    changes.log(
        store, process_id=room.process_id, at=now(), person_id=person.id, act="join",
        subject="Seat", subject_id=made.id,
    )  # fmt: skip
    return made


def room_now(store: Store, room: Room) -> Room:
    """The room as it is by now; raises MeetingOver."""
    here = room_in(store, room.process_id, room.meeting_id)
    if not here.is_open:
        raise MeetingOver
    return here


@contextmanager
def _at_the_door(db: Database, room: Room) -> Iterator[Store]:
    with db.writing() as store:
        store.lock(room.process_id)  # two who tap the same name come one after the other
        if store.get(Process, room.process_id).archived_at is not None:
            raise Archived
        room_now(store, room)
        yield store
    HUB.tell(room.process_id)


def _held(store: Store, room: Room) -> frozenset[str]:
    """A personal link used at home holds the name only once its person is in the room."""
    seats = store.all(Seat, room.process_id, meeting_id=room.meeting_id)
    seated = frozenset(seat.person_id for seat in seats)
    return seated & devices.holders(store, room.process_id, room.meeting_id, now())


def _refuse_locked(store: Store, room: Room, token: str) -> None:
    if room_now(store, room).locked and not devices.is_of(store, hash_of(token)):
        raise DoorLocked


def _guest(store: Store, room: Room, name: str, person_id: str) -> Person:
    people = [p for p in store.all(Person, room.process_id) if not p.erased]
    for person in people:
        if person.role is not Role.GUEST and person.name.casefold() == name.casefold():
            raise NameListed(person.name)
    taken = {person.name.casefold() for person in people}
    fresh, number = name, 2
    while fresh.casefold() in taken:
        fresh, number = f"{name} ({number})", number + 1
    return store.add(Person(id=person_id, process_id=room.process_id, name=fresh, role=Role.GUEST))
