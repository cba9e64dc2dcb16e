"""Rows of domain/survey.py."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow

_PAIRS = tuple[tuple[str, str], ...]


class SurveyRoundRow(EntryRow):
    """A SurveyRound as it is kept."""

    __tablename__ = "survey_rounds"

    instrument: Mapped[str]
    number: Mapped[int]
    audience: Mapped[str]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    link_hash: Mapped[str] = mapped_column(index=True)
    secret: Mapped[str]


class SurveyAnswerRow(EntryRow):
    """A SurveyAnswer as it is kept."""

    __tablename__ = "survey_answers"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - no number tells who came first

    round_id: Mapped[str] = mapped_column(index=True)
    group: Mapped[str]
    values: Mapped[tuple[tuple[str, str], ...]] = mapped_column(Plain(_PAIRS))
    hidden: Mapped[tuple[tuple[str, str], ...]] = mapped_column(Plain(_PAIRS))
