"""The change log: only added to, and each row carries the hash of the one before it."""

import hashlib
import json
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select

from strategykit.errors import LogBroken
from strategykit.storage.store import Store
from strategykit.storage.tables import ChangeRow

# Columns, not the class, and questions made once: they are asked at every look.
_LINES = ChangeRow.__table__.c
_OF_ONE = _LINES.process_id == bindparam("process_id")
_HEAD = select(_LINES.hash).where(_OF_ONE).order_by(_LINES.number.desc()).limit(1)
_NEWEST = select(_LINES.hash).order_by(_LINES.number.desc()).limit(1)
_REVISION = select(func.max(_LINES.number)).where(_OF_ONE)
_SINCE = select(_LINES.act, _LINES.subject).where(_OF_ONE, _LINES.number > bindparam("number"))


def log(
    store: Store,
    *,
    process_id: str,
    at: datetime,
    person_id: str,
    act: str,
    subject: str,
    subject_id: str,
) -> None:
    """One line: who (an id) did which act on which subject when; never a text or a name."""
    store.lock(process_id)  # two writers would else chain to the same head
    row = ChangeRow(
        process_id=process_id, at=at, person_id=person_id, act=act, subject=subject,
        subject_id=subject_id, hash="",
    )  # fmt: skip
    row.hash = _hash(head(store, process_id), row)
    store.session.execute(insert(ChangeRow.__table__), _columns(row))  # type: ignore[arg-type]


def head(store: Store, process_id: str) -> str:
    """The hash of the newest line, or an empty text before the first."""
    return store.session.execute(_HEAD, {"process_id": process_id}).scalar() or ""


def newest_at(store: Store, process_id: str) -> datetime | None:
    """When the process was changed last."""
    query = select(ChangeRow.at).where(ChangeRow.process_id == process_id)
    return store.session.execute(query.order_by(ChangeRow.number.desc()).limit(1)).scalar()


def newest(store: Store) -> str:
    """The hash of the newest line of all processes: no two states of the database share it."""
    return store.session.execute(_NEWEST).scalar() or ""


def revision(store: Store, process_id: str) -> int:
    """The number of the newest line: it grows by every change."""
    return store.session.execute(_REVISION, {"process_id": process_id}).scalar() or 0


def acts_since(store: Store, process_id: str, number: int) -> frozenset[tuple[str, str]]:
    """Act and subject of every line after that number."""
    found = store.session.execute(_SINCE, {"process_id": process_id, "number": number})
    return frozenset((act, subject) for act, subject in found)


def lines(store: Store, process_id: str) -> tuple[ChangeRow, ...]:
    """The whole log of a process, oldest first."""
    query = select(ChangeRow).where(ChangeRow.process_id == process_id).order_by(ChangeRow.number)
    return tuple(store.session.scalars(query))


def since(store: Store, process_id: str, at: datetime, *, act: str, subject_id: str) -> bool:
    """Whether that was done to that thing after a moment."""
    query = select(ChangeRow.number).where(
        ChangeRow.process_id == process_id, ChangeRow.at > at, ChangeRow.act == act,
        ChangeRow.subject_id == subject_id,
    )  # fmt: skip
    return store.session.execute(query.limit(1)).first() is not None


def check(store: Store, process_id: str) -> int:
    """How many lines hold; raises LogBroken with the first that was altered."""
    before = ""
    rows = lines(store, process_id)
    for row in rows:
        if row.hash != _hash(before, row):
            raise LogBroken(row.number)
        before = row.hash
    return len(rows)


def _columns(row: ChangeRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _LOGGED}


_LOGGED = ("process_id", "at", "person_id", "act", "subject", "subject_id", "hash")


def _hash(before: str, row: ChangeRow) -> str:
    at = row.at.isoformat(timespec="microseconds")
    said = [
        before,
        row.process_id,
        at,
        row.person_id,
        row.act,
        row.subject,
        row.subject_id,
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
