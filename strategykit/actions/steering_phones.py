"""A phone or tablet that steers one meeting: paired by a code shown on the signed-in laptop."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from strategykit.actions.access import (
    TOKEN_BYTES,
    close_doors,
    drop_codes,
    hash_of,
    hash_of_code,
    make_code,
)
from strategykit.actions.acting import new_id, now
from strategykit.domain.access import Door, Purpose, SignIn
from strategykit.domain.meetings import Meeting
from strategykit.domain.rooms import Room
from strategykit.errors import CodeUnknown, MeetingOver
from strategykit.storage import access
from strategykit.storage.database import Database
from strategykit.storage.store import Store

CODE_MINUTES, HOURS = 10, 16


@dataclass(frozen=True)
class ShownCode:
    """A code on the laptop's screen until `ends_at`."""

    code: str
    ends_at: datetime


def code_for_phone(db: Database, sign_in: SignIn, meeting: Meeting) -> ShownCode:
    """A code for one phone; the one that the same laptop showed before works no more."""
    drop_codes(db, Purpose.STEERING, sign_in_id=sign_in.id, meeting_id=meeting.id)
    code = make_code(
        db, Purpose.STEERING, minutes=CODE_MINUTES, process_id=meeting.process_id,
        meeting_id=meeting.id, sign_in_id=sign_in.id,
    )  # fmt: skip
    return ShownCode(code, now() + timedelta(minutes=CODE_MINUTES))


def pair_phone(db: Database, typed: str) -> str:
    """The token of a phone that steers in the name of whoever showed the code.

    Raises CodeUnknown, also when that one has signed out since, or MeetingOver.
    """
    token, at = secrets.token_urlsafe(TOKEN_BYTES), now()
    with db.writing() as store:
        hashed = hash_of_code(Purpose.STEERING, typed)
        code = access.open_code(store, hashed, Purpose.STEERING, at)
        shown_by = access.sign_in_by_id(store, code.sign_in_id, at) if code else None
        if code is None or shown_by is None:
            raise CodeUnknown
        if _has_ended(store, code.process_id, code.meeting_id):
            raise MeetingOver
        access.use_code(store, code.id, at)
        made = SignIn(
            id=new_id(), door=Door.STEERING, account_id=shown_by.account_id,
            process_id=code.process_id, meeting_id=code.meeting_id, person_id="", made_at=at,
            ends_at=at + timedelta(hours=HOURS),
        )  # fmt: skip
        access.keep_sign_in(store, made, hash_of(token))
    return token


def paired_phones(db: Database, meeting_id: str) -> tuple[SignIn, ...]:
    """Those that steer the meeting now, the first first."""
    with db.reading() as store:
        return access.standing(store, now(), door=Door.STEERING, meeting_id=meeting_id)


def end_phones(db: Database, meeting_id: str) -> int:
    """How many steered the meeting until now."""
    return close_doors(db, meeting_id=meeting_id, door=Door.STEERING)


def _has_ended(store: Store, process_id: str, meeting_id: str) -> bool:
    """A meeting that has not begun yet may have its phone already."""
    rooms = store.all(Room, process_id, meeting_id=meeting_id)
    return bool(rooms) and not rooms[-1].is_open
