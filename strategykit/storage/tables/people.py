"""Rows of domain/people.py."""

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.people import Role
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class PersonRow(EntryRow):
    """A Person as it is kept."""

    __tablename__ = "people"

    name: Mapped[str]
    role: Mapped[Role] = mapped_column(Plain(Role))
    organisation: Mapped[str]
    erased: Mapped[bool]
