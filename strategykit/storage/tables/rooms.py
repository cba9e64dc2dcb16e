"""Rows of domain/rooms.py."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.tables.base import EntryRow


class RoomRow(EntryRow):
    """A Room as it is kept; `code` is empty once the meeting has ended."""

    __tablename__ = "rooms"

    meeting_id: Mapped[str] = mapped_column(index=True)
    code: Mapped[str] = mapped_column(index=True)
    step_id: Mapped[str]
    item_id: Mapped[str]
    item_began_at: Mapped[datetime | None]
    locked: Mapped[bool]
    blanked: Mapped[bool]
    spread_shown: Mapped[bool]
    code_shown: Mapped[bool]
    opened_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class SeatRow(EntryRow):
    """A Seat as it is kept; a person has one in a meeting."""

    __tablename__ = "seats"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[str]
    person_id: Mapped[str]
    votes: Mapped[bool]
    removed: Mapped[bool]
