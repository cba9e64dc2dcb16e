"""Rows of domain/drafts.py."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.drafts import RewriteAct
from strategykit.domain.outline import Draft
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class RewriteRow(EntryRow):
    """A Rewrite as it is kept."""

    __tablename__ = "rewrites"
    __table_args__ = (UniqueConstraint("process_id", "block", "part", "act", "point_id"),)

    block: Mapped[str]
    text: Mapped[str]
    composed: Mapped[str]
    editor_id: Mapped[str]
    act: Mapped[RewriteAct] = mapped_column(Plain(RewriteAct))
    part: Mapped[str]
    point_id: Mapped[str]


class DraftVersionRow(EntryRow):
    """A DraftVersion as it is kept."""

    __tablename__ = "draft_versions"
    __table_args__ = (UniqueConstraint("process_id", "number"),)

    number: Mapped[int]
    saved_at: Mapped[datetime]
    draft: Mapped[Draft] = mapped_column(Plain(Draft))
    editor_id: Mapped[str]
    note: Mapped[str]


class UploadRow(EntryRow):
    """A Upload as it is kept."""

    __tablename__ = "uploads"

    kind: Mapped[str]
    name: Mapped[str]
    data: Mapped[bytes]
