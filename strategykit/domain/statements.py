"""The texts that the committee agrees on: vision, mission and what the draft says in sum."""

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
    """A text as it was; `number` is the version of the statement that it was saved as."""

    noun: ClassVar[str] = "Udgaven"

    statement_id: str
    number: int
    text: str
    editor_id: str
    saved_at: datetime


@dataclass(frozen=True)
class Check:
    """One thing a good text has, and whether this one has it."""

    sentence: str
    met: bool
