"""Rows of domain/baseline.py."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.baseline import FrozenFigure
from strategykit.domain.goals import Direction
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class OwnFigureRow(EntryRow):
    """A OwnFigure as it is kept."""

    __tablename__ = "own_figures"

    indicator: Mapped[str]
    day: Mapped[date | None]
    period: Mapped[str]
    value: Mapped[Decimal]
    unit: Mapped[str]
    direction: Mapped[Direction] = mapped_column(Plain(Direction))
    source: Mapped[str]
    invented: Mapped[bool]


class BaselineRow(EntryRow):
    """A Baseline as it is kept."""

    __tablename__ = "baselines"
    __table_args__ = (UniqueConstraint("process_id", "number"),)

    number: Mapped[int]
    frozen_at: Mapped[datetime]
    editor_id: Mapped[str]
    figures: Mapped[tuple[FrozenFigure, ...]] = mapped_column(Plain(tuple[FrozenFigure, ...]))
    note: Mapped[str]
