"""Rows of domain/meetings.py and domain/minorities.py."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.meetings import MeetingKind, Seating
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class MeetingRow(EntryRow):
    """A Meeting as it is kept."""

    __tablename__ = "meetings"

    title: Mapped[str]
    kind: Mapped[MeetingKind] = mapped_column(Plain(MeetingKind))
    key: Mapped[str]
    phase: Mapped[str]
    day: Mapped[date | None]
    starts: Mapped[str]
    minutes: Mapped[int]
    place: Mapped[str]
    purpose: Mapped[str]
    invitation: Mapped[str]
    absent: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))


class AgendaItemRow(EntryRow):
    """A AgendaItem as it is kept."""

    __tablename__ = "agenda_items"

    meeting_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    minutes: Mapped[int]
    seating: Mapped[Seating] = mapped_column(Plain(Seating))
    leads: Mapped[str]
    purpose: Mapped[str]
    script: Mapped[str]
    fallback: Mapped[str]
    cards: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    dots: Mapped[int]
    page: Mapped[str]
    noted: Mapped[str]


class DisqualificationRow(EntryRow):
    """A Disqualification as it is kept."""

    __tablename__ = "disqualifications"

    meeting_id: Mapped[str] = mapped_column(index=True)
    person_id: Mapped[str]
    item_id: Mapped[str]
    reason: Mapped[str]


class DecisionRow(EntryRow):
    """A Decision as it is kept."""

    __tablename__ = "decisions"

    meeting_id: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    text: Mapped[str]
    reason: Mapped[str]


class AgreementRow(EntryRow):
    """A Agreement as it is kept."""

    __tablename__ = "agreements"

    meeting_id: Mapped[str] = mapped_column(index=True)
    what: Mapped[str]
    who: Mapped[str]
    due: Mapped[date | None]
    done: Mapped[bool]


class ParkedRow(EntryRow):
    """A Parked as it is kept."""

    __tablename__ = "parked"

    meeting_id: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    follow: Mapped[str]


class MinorityRow(EntryRow):
    """A Minority as it is kept."""

    __tablename__ = "minorities"

    meeting_id: Mapped[str] = mapped_column(index=True)
    decision_id: Mapped[str]
    step_id: Mapped[str]
    point_id: Mapped[str]
    person_ids: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    text: Mapped[str]
