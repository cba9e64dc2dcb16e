"""Rows of domain/areas.py."""

from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.areas import Choice
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class TargetGroupRow(EntryRow):
    """A TargetGroup as it is kept."""

    __tablename__ = "target_groups"

    name: Mapped[str]
    need: Mapped[str]
    share: Mapped[Decimal | None]
    number: Mapped[int | None]
    indicator: Mapped[str]
    invented: Mapped[bool]


class AreaRow(EntryRow):
    """A Area as it is kept."""

    __tablename__ = "areas"

    name: Mapped[str]
    note_ids: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    value: Mapped[int | None]
    effort: Mapped[int | None]
    choice: Mapped[Choice] = mapped_column(Plain(Choice))
    reason: Mapped[str]
    why: Mapped[str]
    group_ids: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    vision_link: Mapped[str]
    evidence_ids: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    no_evidence: Mapped[str]
    cost: Mapped[Decimal | None]
    economy: Mapped[str]
    responsible: Mapped[str]


class MeasureRow(EntryRow):
    """A Measure as it is kept."""

    __tablename__ = "measures"

    area_id: Mapped[str]
    text: Mapped[str]
    answers: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    comment: Mapped[str]
