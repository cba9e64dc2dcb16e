"""Coming into a meeting: picking one's name, joining as a guest, one more device."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from strategykit.actions.access import hash_of, use_code
from strategykit.actions.devices import CODE_TRIES, open_device
from strategykit.actions.seating import held_names, room_now, seat_of, take_seat
from strategykit.domain.access import NAME_ROOM, Purpose, SignIn
from strategykit.domain.people import Person, Role, in_role_order
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step
from strategykit.domain.text import checked_text
from strategykit.errors import (
    Archived,
    CodeUnknown,
    DoorLocked,
    Empty,
    NameHeld,
    NameListed,
)
from strategykit.live import HUB
from strategykit.storage import devices
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
        held = held_names(store, room)
    known = (p for p in in_role_order(people) if p.role is not Role.GUEST)
    return tuple(Name(person, person.id in held) for person in known)


def join(db: Database, room: Room, person_id: str, token: str) -> None:
    """The device with the token holds the name; twice is once.

    Raises DoorLocked, NameHeld, TakenOut, MeetingOver or NotFound.
    """
    with _at_the_door(db, room) as store:
        person = store.get(Person, person_id, room.process_id)
        _refuse_locked(store, room, token)
        own = devices.is_of(store, hash_of(token), person_id)
        if not own and (person.role is Role.GUEST or person_id in held_names(store, room)):
            raise NameHeld(person.name)
        take_seat(store, room.meeting_id, person)
        open_device(store, room, person.id, hash_of(token))


def join_as_guest(db: Database, room: Room, name: str, person_id: str, token: str) -> None:
    """A new person with that name; the same id again is a double tap.

    Raises Empty, TooLong, HoldsCpr, NameListed, DoorLocked or MeetingOver.
    """
    fit = fit_name(name)
    with _at_the_door(db, room) as store:
        _refuse_locked(store, room, token)
        person = store.find(Person, person_id)
        if person is None:
            person = _guest(store, room, fit, person_id)
        elif not devices.is_of(store, hash_of(token), person_id):
            raise NameHeld(fit)
        take_seat(store, room.meeting_id, person)
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
        take_seat(store, room.meeting_id, person)
        open_device(store, room, person.id, hash_of(token))


def enter(db: Database, room: Room, sign_in: SignIn) -> None:
    """Whoever came by a personal link takes a seat; raises DoorLocked, TakenOut or MeetingOver."""
    with _at_the_door(db, room) as store:
        person = store.get(Person, sign_in.person_id, room.process_id)
        seat = seat_of(store, room.process_id, room.meeting_id, person.id)
        if seat is None and room_now(store, room).locked:
            raise DoorLocked
        take_seat(store, room.meeting_id, person)


def sit_by_link(db: Database, sign_in: SignIn, step_id: str) -> str:
    """The meeting of a step that stays open, where the holder of a personal link has a seat now.

    Empty when the step is none of those.
    """
    with db.writing() as store:
        step = store.find(Step, step_id)
        if step is None or step.process_id != sign_in.process_id or not step.stays_open:
            return ""
        person = store.get(Person, sign_in.person_id, sign_in.process_id)
        take_seat(store, step.meeting_id, person)
    return step.meeting_id


def fit_name(name: str) -> str:
    """The name as it is kept; raises Empty, TooLong or HoldsCpr."""
    fit = " ".join(checked_text("Navn", name, NAME_ROOM).split())
    if not fit:
        raise Empty("Navn")
    return fit


@contextmanager
def _at_the_door(db: Database, room: Room) -> Iterator[Store]:
    with db.writing() as store:
        store.lock(room.process_id)  # two who tap the same name come one after the other
        if store.get(Process, room.process_id).archived_at is not None:
            raise Archived
        room_now(store, room)
        yield store
    HUB.tell(room.process_id)


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
