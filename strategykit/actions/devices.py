"""Devices of people in a meeting: which stand, a code for another one, and those who knock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from strategykit.actions.access import drop_codes, hash_of, make_code
from strategykit.actions.acting import new_id, now
from strategykit.domain.access import Code, Door, Purpose, SignIn
from strategykit.domain.people import Person
from strategykit.domain.rooms import Room
from strategykit.errors import FormRefused
from strategykit.live import HUB
from strategykit.storage import access, devices
from strategykit.storage.database import Database
from strategykit.storage.store import Store

DEVICE_HOURS = 24
CODE_MINUTES, CODE_TRIES = 10, 10
KNOCK_HOURS = 3


@dataclass(frozen=True)
class Waiting:
    """A device that has asked for a name."""

    id: str
    person: Person
    since: datetime


def standing_sign_ins(db: Database) -> frozenset[str]:
    """The ids of all sign-ins that have not ended; streams ask at every look."""
    with db.reading() as store:
        return devices.standing_ids(store, now())


def open_meeting_of(db: Database, process_id: str) -> str:
    """The meeting that goes on in the process, the newest if there are two; empty if none."""
    with db.reading() as store:
        held = [room for room in store.all(Room, process_id) if room.is_open]
    return held[-1].meeting_id if held else ""


def waiting_ids(db: Database, process_id: str, meeting_id: str) -> tuple[str, ...]:
    """Those who knock, by id."""
    with db.reading() as store:
        return tuple(code.id for code in devices.waiting(store, process_id, meeting_id, now()))


def waiting_for(db: Database, process_id: str, meeting_id: str) -> tuple[Waiting, ...]:
    """Those who knock, the first first; steering shows them."""
    with db.reading() as store:
        found = devices.waiting(store, process_id, meeting_id, now())
        people = {person.id: person for person in store.all(Person, process_id)}
    return tuple(Waiting(c.id, people[c.person_id], c.made_at) for c in found)


def knocked(db: Database, token: str) -> Waiting | None:
    """What the device itself waits for, while the meeting goes on."""
    with db.reading() as store:
        found = access.open_code(store, hash_of(token), Purpose.KNOCK, now())
        if found is None or not _goes_on(store, found):
            return None
        return Waiting(found.id, store.get(Person, found.person_id), found.made_at)


def knock(db: Database, room: Room, person_id: str, token: str) -> None:
    """Asks the facilitator to give the name to this device too; twice is once."""
    with db.writing() as store:
        store.get(Person, person_id, room.process_id)
        access.drop_codes(store, Purpose.KNOCK, code_hash=hash_of(token))
        made = Code(
            id=new_id(), purpose=Purpose.KNOCK, process_id=room.process_id,
            meeting_id=room.meeting_id, person_id=person_id, sign_in_id="", made_at=now(),
            ends_at=now() + timedelta(hours=KNOCK_HOURS), tries=0,
        )  # fmt: skip
        access.keep_code(store, made, hash_of(token))
    HUB.tell(room.process_id)


def stop_knocking(db: Database, token: str) -> None:
    """The device waits no more."""
    with db.writing() as store:
        found = access.open_code(store, hash_of(token), Purpose.KNOCK, now())
        access.drop_codes(store, Purpose.KNOCK, code_hash=hash_of(token))
    if found is not None:
        HUB.tell(found.process_id)


def code_for_own_device(db: Database, sign_in: SignIn) -> str:
    """A code that brings the person's name to one more device; the one before works no more."""
    drop_codes(db, Purpose.MEMBER, sign_in_id=sign_in.id)
    return make_code(
        db, Purpose.MEMBER, minutes=CODE_MINUTES, process_id=sign_in.process_id,
        meeting_id=sign_in.meeting_id, person_id=sign_in.person_id, sign_in_id=sign_in.id,
    )  # fmt: skip


def open_device(store: Store, room: Room, person_id: str, token_hash: str) -> None:
    """The device with the token holds the name in the meeting; twice is once.

    Raises FormRefused for a token that was given out before and has ended.
    """
    at = now()
    if access.sign_in_by_token(store, token_hash, Door.DEVICE, at) is not None:
        return
    if devices.is_known(store, token_hash):
        raise FormRefused
    made = SignIn(
        id=new_id(), door=Door.DEVICE, account_id="", process_id=room.process_id,
        meeting_id=room.meeting_id, person_id=person_id, made_at=at,
        ends_at=at + timedelta(hours=DEVICE_HOURS),
    )  # fmt: skip
    access.keep_sign_in(store, made, token_hash)


def _goes_on(store: Store, code: Code) -> bool:
    rooms = store.all(Room, code.process_id, meeting_id=code.meeting_id)
    return any(room.is_open for room in rooms)
