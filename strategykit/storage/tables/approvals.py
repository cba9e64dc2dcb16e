"""Rows of domain/approvals.py."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.approvals import Body, Outcome
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class StageRow(EntryRow):
    """A Stage as it is kept."""

    __tablename__ = "stages"

    body: Mapped[Body] = mapped_column(Plain(Body))
    name: Mapped[str]
    day: Mapped[date | None]
    version_id: Mapped[str]
    recommendation: Mapped[str]
    outcome: Mapped[Outcome] = mapped_column(Plain(Outcome))
    decision: Mapped[str]
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    abstained: Mapped[int | None]
    minority: Mapped[str]
    overruled: Mapped[str]
    decided_at: Mapped[datetime | None]
    round: Mapped[int]


class AdoptionRow(EntryRow):
    """A Adoption as it is kept."""

    __tablename__ = "adoptions"

    version_id: Mapped[str]
    stage_id: Mapped[str]
    number: Mapped[int]
    day: Mapped[date]
    log_head: Mapped[str]
