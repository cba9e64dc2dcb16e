"""Letting somebody in by a door, and out again: tokens, one-time codes and personal links.

Whoever holds one has at least 128 random bits (a code fewer, and a short life); the database
keeps only hashes.
"""

import secrets
from datetime import timedelta
from hashlib import sha256
from typing import Any

from strategykit.actions.acting import new_id, now
from strategykit.domain.access import (
    CODE_LETTERS,
    MEETING_CODE,
    Code,
    Door,
    PersonalLink,
    Purpose,
    SignIn,
    tidy_code,
)
from strategykit.storage import access
from strategykit.storage.database import Database

TOKEN_BYTES = 24


def open_door(
    db: Database, door: Door, *, account_id: str = "", process_id: str = "", meeting_id: str = "",
    person_id: str = "", subject_id: str = "", hours: float,
) -> str:  # fmt: skip
    """The token that its holder's cookie bears from now on."""
    token, at = secrets.token_urlsafe(TOKEN_BYTES), now()
    made = SignIn(
        id=new_id(), door=door, account_id=account_id, process_id=process_id,
        meeting_id=meeting_id, person_id=person_id, made_at=at,
        ends_at=at + timedelta(hours=hours), subject_id=subject_id,
    )  # fmt: skip
    with db.writing() as store:
        access.keep_sign_in(store, made, hash_of(token))
    return token


def sign_in_of(db: Database, token: str, door: Door) -> SignIn | None:
    """The sign-in that the token stands for now; None when it has ended or is of another door."""
    if not token:
        return None
    with db.reading() as store:
        return access.sign_in_by_token(store, hash_of(token), door, now())


def ever_let_in(db: Database, token: str, door: Door) -> str:
    """The id of the sign-in, which may have ended; empty when there never was one."""
    with db.reading() as store:
        return access.id_of_token(store, hash_of(token), door)


def still_in(db: Database, sign_in: SignIn) -> bool:
    """Whether it has not ended since it was read; streams ask at every wake-up."""
    with db.reading() as store:
        return access.sign_in_by_id(store, sign_in.id, now()) is not None


def close_door(db: Database, token: str) -> None:
    """Whoever holds the token is out; all tabs and streams of it end."""
    with db.writing() as store:
        access.end_sign_ins(store, now(), token_hash=hash_of(token))


def close_doors(db: Database, **where: Any) -> int:
    """How many were let out: all of an account_id, process_id, meeting_id, person_id, id, door."""
    if not where.keys() - {"door"}:
        raise ValueError("everybody")
    with db.writing() as store:
        return access.end_sign_ins(store, now(), **where)


def make_code(
    db: Database, purpose: Purpose, *, minutes: float, letters: int = MEETING_CODE,
    process_id: str = "", meeting_id: str = "", person_id: str = "", sign_in_id: str = "",
) -> str:  # fmt: skip
    """A fresh code that works once."""
    code, at = new_code(letters), now()
    made = Code(
        id=new_id(), purpose=purpose, process_id=process_id, meeting_id=meeting_id,
        person_id=person_id, sign_in_id=sign_in_id, made_at=at,
        ends_at=at + timedelta(minutes=minutes), tries=0,
    )  # fmt: skip
    with db.writing() as store:
        access.keep_code(store, made, hash_of_code(purpose, code))
    return code


def use_code(
    db: Database, purpose: Purpose, typed: str, *, most_tries: int = 0, **where: Any
) -> Code | None:
    """The code, which does not work again.

    With `most_tries` a wrong one counts against every code that matches `where`, and they end at
    that many: only for codes whose `where` no stranger can name, or one could lock others out.
    """
    with db.writing() as store:
        found = access.open_code(store, hash_of_code(purpose, typed), purpose, now(), **where)
        if found is None and most_tries:
            access.count_try(store, now(), most_tries, purpose=purpose, **where)
        return found if found and access.use_code(store, found.id, now()) else None


def drop_codes(db: Database, purpose: Purpose, **where: Any) -> None:
    """No such code works any more."""
    with db.writing() as store:
        access.drop_codes(store, purpose, **where)


def make_link(
    db: Database, process_id: str, person_id: str, *, hours: float, subject_id: str = ""
) -> str:
    """The token of a personal link; earlier links of the person to the same work no more."""
    token, at = secrets.token_urlsafe(TOKEN_BYTES), now()
    made = PersonalLink(
        new_id(), process_id, person_id, at, at + timedelta(hours=hours), subject_id
    )
    same = {"process_id": process_id, "person_id": person_id, "subject_id": subject_id}
    with db.writing() as store:
        access.withdraw_links(store, at, **same)
        access.keep_link(store, made, hash_of(token))
    return token


def link_of(db: Database, token: str) -> PersonalLink | None:
    """The link that the token stands for now; None when it was withdrawn or has ended."""
    with db.reading() as store:
        return access.link_by_token(store, hash_of(token), now())


def withdraw_links(db: Database, process_id: str, person_id: str, subject_id: str = "") -> int:
    """How many links of the person to the same thing worked until now."""
    same = {"process_id": process_id, "person_id": person_id, "subject_id": subject_id}
    with db.writing() as store:
        return access.withdraw_links(store, now(), **same)


def new_code(letters: int = MEETING_CODE) -> str:
    """Random letters and digits without look-alikes."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(letters))


def hash_of(token: str) -> str:
    """What the database keeps of a token."""
    return sha256(token.encode()).hexdigest()


def hash_of_code(purpose: Purpose, typed: str) -> str:
    """What the database keeps of a code, however it was typed."""
    return hash_of(f"{purpose.value} {tidy_code(typed)}")
