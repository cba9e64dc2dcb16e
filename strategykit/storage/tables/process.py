"""Rows of domain/process.py."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class ProcessRow(EntryRow):
    """A Process as it is kept."""

    __tablename__ = "processes"

    name: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    municipality: Mapped[str]
    committee: Mapped[str]
    mandate_body: Mapped[str]
    mandate_day: Mapped[date | None]
    case_number: Mapped[str]
    mandate: Mapped[str]
    deliverables: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    period_from: Mapped[int | None]
    period_to: Mapped[int | None]
    purposes: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    deletes_on: Mapped[date | None]
    scribe_id: Mapped[str]
    indicators: Mapped[tuple[str, ...] | None] = mapped_column(Plain(tuple[str, ...]))
    peers: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    example_note: Mapped[str]
    template: Mapped[str]
    phase: Mapped[str]
    created_at: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]


class PhaseStartRow(EntryRow):
    """A PhaseStart as it is kept."""

    __tablename__ = "phase_starts"

    phase: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]
    unmet: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    reason: Mapped[str]


class AnswerRow(EntryRow):
    """A Answer as it is kept."""

    __tablename__ = "answers"

    question: Mapped[str]
    text: Mapped[str]
