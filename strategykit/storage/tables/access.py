"""Rows of who is let in: no entries of a process, so archives leave them out."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.access import Door, Purpose
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import Base


class AccountRow(Base):
    """A facilitator's name and the hash of the password."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    made_at: Mapped[datetime]


class SignInRow(Base):
    """A SignIn; of the token only the hash is kept."""

    __tablename__ = "sign_ins"

    id: Mapped[str] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    door: Mapped[Door] = mapped_column(Plain(Door))
    account_id: Mapped[str] = mapped_column(index=True)
    process_id: Mapped[str] = mapped_column(index=True)
    meeting_id: Mapped[str]
    person_id: Mapped[str]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    subject_id: Mapped[str]
    ended_at: Mapped[datetime | None]


class CodeRow(Base):
    """A Code; of the letters only the hash is kept."""

    __tablename__ = "codes"

    id: Mapped[str] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(index=True)
    purpose: Mapped[Purpose] = mapped_column(Plain(Purpose))
    process_id: Mapped[str] = mapped_column(index=True)
    meeting_id: Mapped[str]
    person_id: Mapped[str]
    sign_in_id: Mapped[str]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    tries: Mapped[int]


class LinkRow(Base):
    """A PersonalLink; of the token only the hash is kept."""

    __tablename__ = "links"

    id: Mapped[str] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    process_id: Mapped[str] = mapped_column(index=True)
    person_id: Mapped[str]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    subject_id: Mapped[str]
    withdrawn_at: Mapped[datetime | None]


#: All rows of access, which a restore empties.
ACCESS_ROWS = (SignInRow, CodeRow, LinkRow)
