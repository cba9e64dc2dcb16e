"""Which devices hold which names in a meeting, and who waits outside."""

from datetime import datetime

from sqlalchemy import select, update

from strategykit.domain.access import Code, Door, Purpose
from strategykit.storage import access
from strategykit.storage.store import Store
from strategykit.storage.tables.access import CodeRow, LinkRow, SignInRow


def standing_ids(store: Store, at: datetime) -> frozenset[str]:
    """Every sign-in, by whatever door, that stands at that moment."""
    query = select(SignInRow.id).where(SignInRow.ended_at.is_(None), SignInRow.ends_at > at)
    return frozenset(store.session.scalars(query))


def holders(store: Store, process_id: str, meeting_id: str, at: datetime) -> frozenset[str]:
    """The people who are in the meeting, or in the process by a personal link, on some device."""
    query = select(SignInRow.person_id).where(
        SignInRow.process_id == process_id, SignInRow.door == Door.DEVICE,
        SignInRow.meeting_id.in_(("", meeting_id)), SignInRow.ended_at.is_(None),
        SignInRow.ends_at > at,
    )  # fmt: skip
    return frozenset(store.session.scalars(query))


def move_sign_ins(store: Store, process_id: str, gone_id: str, kept_id: str) -> None:
    """The devices and links of the one are from now on the other's."""
    for row in (SignInRow, LinkRow):
        query = update(row).where(row.process_id == process_id, row.person_id == gone_id)
        store.session.execute(query.values(person_id=kept_id))


def waiting(store: Store, process_id: str, meeting_id: str, at: datetime) -> tuple[Code, ...]:
    """Who has knocked and is not let in yet, the first first."""
    query = select(CodeRow).where(
        CodeRow.purpose == Purpose.KNOCK, CodeRow.process_id == process_id,
        CodeRow.meeting_id == meeting_id, CodeRow.used_at.is_(None), CodeRow.ends_at > at,
    ).order_by(CodeRow.made_at, CodeRow.id)  # fmt: skip
    return tuple(access.as_code(row) for row in store.session.scalars(query))


def hash_of_waiting(store: Store, code_id: str) -> str:
    """What is kept of the token of the device that knocked."""
    query = select(CodeRow.code_hash).where(CodeRow.id == code_id)
    return store.session.execute(query).scalar() or ""


def is_of(store: Store, token_hash: str, person_id: str = "") -> bool:
    """Whether the token was given out, to the person if one is named, and has not ended."""
    query = select(SignInRow.person_id).where(
        SignInRow.token_hash == token_hash, SignInRow.ended_at.is_(None)
    )
    found = store.session.execute(query).scalar()
    return found is not None and found == (person_id or found)


def is_known(store: Store, token_hash: str) -> bool:
    """Whether the token was ever given out."""
    query = select(SignInRow.id).where(SignInRow.token_hash == token_hash)
    return store.session.execute(query).first() is not None
