"""Rows of domain/knowledge.py."""

from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.knowledge import EvidenceKind
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class EvidenceCardRow(EntryRow):
    """A EvidenceCard as it is kept."""

    __tablename__ = "evidence_cards"

    claim: Mapped[str]
    source: Mapped[str]
    year: Mapped[int | None]
    kind: Mapped[EvidenceKind] = mapped_column(Plain(EvidenceKind))
    link: Mapped[str]


class ConstraintRow(EntryRow):
    """A Constraint as it is kept."""

    __tablename__ = "constraints"

    text: Mapped[str]
    amount: Mapped[Decimal | None]
    source: Mapped[str]


class PracticeRow(EntryRow):
    """A Practice as it is kept."""

    __tablename__ = "practices"

    title: Mapped[str]
    place: Mapped[str]
    lesson: Mapped[str]
    link: Mapped[str]


class InterviewRow(EntryRow):
    """A Interview as it is kept."""

    __tablename__ = "interviews"

    field: Mapped[str]
    focus: Mapped[str]
    text: Mapped[str]
    theme: Mapped[str]


class VoiceRow(EntryRow):
    """A Voice as it is kept."""

    __tablename__ = "voices"

    theme: Mapped[str]
    text: Mapped[str]
    count: Mapped[int | None]
    heard: Mapped[str]
    changed: Mapped[str]


class UnitRow(EntryRow):
    """A Unit as it is kept."""

    __tablename__ = "units"

    name: Mapped[str]
    task: Mapped[str]
    reports_to: Mapped[str]
    works_with: Mapped[str]
