"""What hangs on a step while it is open: who is ready, and in anonymous steps the secret keys.

No row here has a number that tells in which order they came, and none is in an archive.
"""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.tables.base import Base

_UNORDERED = {"sqlite_with_rowid": False}


class _OfStep(Base):
    __abstract__ = True

    process_id: Mapped[str] = mapped_column(
        ForeignKey("processes.id", ondelete="CASCADE"), index=True
    )


class StepSecretRow(_OfStep):
    """What a phone's key of this round is made from; gone when the round closes."""

    __tablename__ = "step_secrets"
    __table_args__ = _UNORDERED

    step_id: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[str]


class StepKeyRow(_OfStep):
    """A key that counts in this round, as a hash; nothing says whose it is."""

    __tablename__ = "step_keys"
    __table_args__ = _UNORDERED

    step_id: Mapped[str] = mapped_column(primary_key=True)
    key_hash: Mapped[str] = mapped_column(primary_key=True)


class KeyGivenRow(_OfStep):
    """A person was given a key, which one is not said: nobody gets two."""

    __tablename__ = "keys_given"
    __table_args__ = _UNORDERED

    step_id: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(primary_key=True)


class OwnedRow(_OfStep):
    """A note, dot or ballot that the holder of a key may still change."""

    __tablename__ = "owned"
    __table_args__ = _UNORDERED

    thing_id: Mapped[str] = mapped_column(primary_key=True)
    step_id: Mapped[str] = mapped_column(index=True)
    key_hash: Mapped[str] = mapped_column(index=True)


class ReadyRow(_OfStep):
    """A person has said "jeg er klar" in this round."""

    __tablename__ = "ready"
    __table_args__ = _UNORDERED

    step_id: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(primary_key=True)


#: Everything of a step that is neither exported nor shown.
STEP_KEY_ROWS: tuple[type[_OfStep], ...] = (
    StepSecretRow, StepKeyRow, KeyGivenRow, OwnedRow, ReadyRow,
)  # fmt: skip
