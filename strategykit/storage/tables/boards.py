"""Rows of domain/boards.py."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class NoteRow(EntryRow):
    """A Note as it is kept."""

    __tablename__ = "notes"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - no number tells who came first

    board: Mapped[str]
    field: Mapped[str]
    text: Mapped[str]
    group_id: Mapped[str]
    evidence_ids: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    barrier: Mapped[str]
    hidden: Mapped[bool]
    hidden_reason: Mapped[str]
    step_id: Mapped[str] = mapped_column(index=True)
    author_id: Mapped[str]
    held: Mapped[bool]
    import_id: Mapped[str]
    origin: Mapped[str]


class NoteImportRow(EntryRow):
    """A NoteImport as it is kept."""

    __tablename__ = "note_imports"

    board: Mapped[str]
    name: Mapped[str]
    checksum: Mapped[str]
    read_at: Mapped[datetime]


class NoteGroupRow(EntryRow):
    """A NoteGroup as it is kept."""

    __tablename__ = "note_groups"

    board: Mapped[str]
    field: Mapped[str]
    title: Mapped[str]


class DotRow(EntryRow):
    """A Dot as it is kept."""

    __tablename__ = "dots"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - the same

    subject_id: Mapped[str] = mapped_column(index=True)
    voter: Mapped[str]
    step_id: Mapped[str] = mapped_column(index=True)
