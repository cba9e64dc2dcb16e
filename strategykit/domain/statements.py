"""The texts that the committee agrees on: vision, mission and what the draft says in sum."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from strategykit.domain.entry import Entry, said


@dataclass(frozen=True, kw_only=True)
class Statement(Entry):
    """`key` is vision, mission or the section that the text sums up; `version` counts its saves."""

    noun: ClassVar[str] = "Teksten"
    needs: ClassVar[tuple[str, ...]] = ("key",)

    key: str = said("Nøgle", hidden=True)
    text: str = said("Tekst", default="", long=True)
    editor_id: str = said("Skrevet af", default="", refs="people", hidden=True)
    saved_at: datetime | None = said("Gemt", default=None, hidden=True)
    agreed_at: datetime | None = said("Vedtaget i udvalget", default=None, hidden=True)


@dataclass(frozen=True, kw_only=True)
class StatementVersion(Entry):
    """A text that was replaced; `number` is the version of the statement that it stood in."""

    noun: ClassVar[str] = "Udgaven"

    statement_id: str
    number: int
    text: str
    editor_id: str
    saved_at: datetime
    agreed_at: datetime | None = None


@dataclass(frozen=True)
class Check:
    """One thing a good text has, and whether this one has it."""

    sentence: str
    met: bool


@dataclass(frozen=True)
class Edition:
    """A text of a statement, then or now; `number` counts the texts from 1."""

    number: int
    text: str
    editor_id: str
    saved_at: datetime | None
    agreed_at: datetime | None
    version_id: str = ""

    @property
    def current(self) -> bool:
        """Whether this is the text as it stands."""
        return not self.version_id


def unwritten(process_id: str, key: str) -> Statement:
    """The statement before its first save; two windows that begin it begin the same one."""
    own_id = uuid.uuid5(uuid.NAMESPACE_OID, f"{process_id}:{key}").hex
    return Statement(id=own_id, process_id=process_id, key=key, version=0)


def editions(statement: Statement, versions: Sequence[StatementVersion]) -> tuple[Edition, ...]:
    """Every text that the statement has had, oldest first, the present one last."""
    past = [
        Edition(number, v.text, v.editor_id, v.saved_at, v.agreed_at, v.id)
        for number, v in enumerate(sorted(versions, key=lambda v: v.number), start=1)
    ]
    if not statement.text.strip():
        return tuple(past)
    now = Edition(
        len(past) + 1, statement.text, statement.editor_id, statement.saved_at, statement.agreed_at
    )
    return (*past, now)


def lost_agreement(found: Sequence[Edition]) -> Edition | None:
    """The edition that was adopted last, when the text has been changed after it."""
    if not found or not found[-1].current or found[-1].agreed_at:
        return None
    return next((edition for edition in reversed(found) if edition.agreed_at), None)
