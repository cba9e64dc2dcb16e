"""What every row has, and the log that is only added to."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from strategykit.storage.columns import ExactDecimal, UtcDateTime


class Base(DeclarativeBase):
    """The types that the annotations stand for, and names that migrations can rely on."""

    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own form
        str: Text,
        datetime: UtcDateTime,
        Decimal: ExactDecimal,
    }
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class EntryRow(Base):
    """The columns of every Entry; deleting a process takes all its rows."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True)
    process_id: Mapped[str] = mapped_column(
        ForeignKey("processes.id", ondelete="CASCADE"), index=True
    )
    version: Mapped[int]
    position: Mapped[int]


class ChangeRow(Base):
    """Who did which act on which subject when: no texts, no names; each row carries the hash
    of the one before it in the same process."""

    __tablename__ = "changes"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - a number is never used twice

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    process_id: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
    person_id: Mapped[str]
    act: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[str]
    hash: Mapped[str]


class ErasureRow(Base):
    """A process that is being deleted for good: only then may its log be removed."""

    __tablename__ = "erasures"

    process_id: Mapped[str] = mapped_column(primary_key=True)
