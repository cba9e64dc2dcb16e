"""Rows of domain/steps.py, domain/ballots.py and domain/goal_tables.py."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.ballots import Stance, Tally
from strategykit.domain.steps import Circle, StepKind, StepState, Subjects
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class StepRow(EntryRow):
    """A Step as it is kept."""

    __tablename__ = "steps"

    meeting_id: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    preset: Mapped[str]
    kind: Mapped[StepKind] = mapped_column(Plain(StepKind))
    title: Mapped[str]
    ask: Mapped[str]
    notes_to_self: Mapped[str]
    subjects: Mapped[Subjects] = mapped_column(Plain(Subjects))
    subject: Mapped[str]
    fields: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    source_id: Mapped[str]
    minutes: Mapped[int]
    writers: Mapped[Circle] = mapped_column(Plain(Circle))
    voters: Mapped[Circle] = mapped_column(Plain(Circle))
    groupers: Mapped[Circle] = mapped_column(Plain(Circle))
    anonymous: Mapped[bool]
    blind: Mapped[bool]
    held: Mapped[bool]
    on_phones: Mapped[bool]
    budget: Mapped[int]
    cap: Mapped[int]
    own_allowed: Mapped[bool]
    stays_open: Mapped[bool]
    state: Mapped[StepState] = mapped_column(Plain(StepState))
    round: Mapped[int]
    revealed: Mapped[bool]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]


class BallotRow(EntryRow):
    """A Ballot as it is kept; no row number tells in which order they came."""

    __tablename__ = "ballots"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own form

    step_id: Mapped[str] = mapped_column(index=True)
    round: Mapped[int]
    subject_id: Mapped[str]
    voter: Mapped[str]
    first: Mapped[int | None]
    second: Mapped[int | None]
    stance: Mapped[Stance | None] = mapped_column(Plain(Stance))
    reason: Mapped[str]


class StepResultRow(EntryRow):
    """A StepResult as it is kept."""

    __tablename__ = "step_results"

    step_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[StepKind] = mapped_column(Plain(StepKind))
    round: Mapped[int]
    voters: Mapped[int]
    tallies: Mapped[tuple[Tally, ...]] = mapped_column(Plain(tuple[Tally, ...]))
    reasons: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))


class GoalTableRow(EntryRow):
    """A GoalTable as it is kept."""

    __tablename__ = "goal_tables"

    step_id: Mapped[str] = mapped_column(index=True)
    number: Mapped[int]
    area_id: Mapped[str]
    person_ids: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    writer_id: Mapped[str]
    finished: Mapped[bool]
    presented: Mapped[bool]
