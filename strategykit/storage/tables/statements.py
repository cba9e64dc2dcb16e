"""Rows of domain/statements.py."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.tables.base import EntryRow


class StatementRow(EntryRow):
    """A Statement as it is kept."""

    __tablename__ = "statements"
    __table_args__ = (UniqueConstraint("process_id", "key"),)

    key: Mapped[str]
    text: Mapped[str]
    editor_id: Mapped[str]
    saved_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]


class StatementVersionRow(EntryRow):
    """A StatementVersion as it is kept."""

    __tablename__ = "statement_versions"

    statement_id: Mapped[str] = mapped_column(index=True)
    number: Mapped[int]
    text: Mapped[str]
    editor_id: Mapped[str]
    saved_at: Mapped[datetime]
    agreed_at: Mapped[datetime | None]
