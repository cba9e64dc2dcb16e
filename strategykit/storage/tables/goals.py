"""Rows of domain/goals.py."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.goals import CriterionKind, Direction, GoalKind
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class GoalRow(EntryRow):
    """A Goal as it is kept."""

    __tablename__ = "goals"

    area_id: Mapped[str]
    text: Mapped[str]
    kind: Mapped[GoalKind] = mapped_column(Plain(GoalKind))
    indicator: Mapped[str]
    unit: Mapped[str]
    direction: Mapped[Direction] = mapped_column(Plain(Direction))
    start: Mapped[Decimal | None]
    target: Mapped[Decimal | None]
    year: Mapped[int | None]
    owner: Mapped[str]
    method: Mapped[str]
    first_measured: Mapped[date | None]
    invented: Mapped[bool]


class SubGoalRow(EntryRow):
    """A SubGoal as it is kept."""

    __tablename__ = "sub_goals"

    goal_id: Mapped[str]
    text: Mapped[str]
    due: Mapped[date | None]


class CriterionRow(EntryRow):
    """A Criterion as it is kept."""

    __tablename__ = "criteria"

    area_id: Mapped[str]
    goal_id: Mapped[str]
    text: Mapped[str]
    kind: Mapped[CriterionKind] = mapped_column(Plain(CriterionKind))


class MeasurementRow(EntryRow):
    """A Measurement as it is kept."""

    __tablename__ = "measurements"

    goal_id: Mapped[str]
    day: Mapped[date]
    value: Mapped[Decimal]
    source: Mapped[str]


class PerformanceRow(EntryRow):
    """A Performance as it is kept."""

    __tablename__ = "performances"

    area_id: Mapped[str]
    indicators: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    text: Mapped[str]
    assessed_by: Mapped[str]
