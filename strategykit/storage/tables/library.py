"""Rows of domain/library.py: they belong to no process, so archives leave them out."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.tables.base import Base


class LibraryTemplateRow(Base):
    """A LibraryTemplate as it is kept."""

    __tablename__ = "library_templates"
    __table_args__ = (UniqueConstraint("key", "version"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str]
    version: Mapped[str]
    text: Mapped[str]
    note: Mapped[str]
    house_style: Mapped[bytes]
    added_at: Mapped[datetime]
    account_id: Mapped[str]


class TemplateDraftRow(Base):
    """A TemplateDraft as it is kept."""

    __tablename__ = "template_drafts"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    text: Mapped[str]
    origin: Mapped[str]
    version: Mapped[int]
    changed_at: Mapped[datetime]
    account_id: Mapped[str]


#: What belongs to the whole installation and to no process.
LIBRARY_ROWS = (LibraryTemplateRow, TemplateDraftRow)
