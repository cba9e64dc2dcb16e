"""Rows of domain/instrument_rows.py."""

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class InstrumentRowRow(EntryRow):
    """An InstrumentRow as it is kept."""

    __tablename__ = "instrument_rows"

    instrument: Mapped[str] = mapped_column(index=True)
    item: Mapped[str]
    values: Mapped[tuple[tuple[str, str], ...]] = mapped_column(Plain(tuple[tuple[str, str], ...]))
