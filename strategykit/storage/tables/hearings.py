"""Rows of domain/hearings.py."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.tables.base import EntryRow


class HearingRow(EntryRow):
    """A Hearing as it is kept."""

    __tablename__ = "hearings"

    version_id: Mapped[str]
    number: Mapped[int]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    note: Mapped[str]
    closed_at: Mapped[datetime | None]


class HearingPartyRow(EntryRow):
    """A HearingParty as it is kept."""

    __tablename__ = "hearing_parties"

    hearing_id: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    contact: Mapped[str]
    young: Mapped[bool]
    answered_at: Mapped[datetime | None]


class HearingResponseRow(EntryRow):
    """A HearingResponse as it is kept."""

    __tablename__ = "hearing_responses"

    hearing_id: Mapped[str] = mapped_column(index=True)
    party_id: Mapped[str] = mapped_column(index=True)
    section: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime | None]
    file_id: Mapped[str]
    assessment: Mapped[str]
    change: Mapped[str]
    assessed_at: Mapped[datetime | None]
    point_id: Mapped[str]
