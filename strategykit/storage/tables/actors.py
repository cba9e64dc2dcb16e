"""Rows of domain/actors.py."""

from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.actors import Involvement, Side
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class StakeholderRow(EntryRow):
    """A Stakeholder as it is kept."""

    __tablename__ = "stakeholders"

    name: Mapped[str]
    side: Mapped[Side] = mapped_column(Plain(Side))
    interest: Mapped[int]
    influence: Mapped[int]
    involvement: Mapped[Involvement] = mapped_column(Plain(Involvement))
    how: Mapped[str]


class ActorRow(EntryRow):
    """A Actor as it is kept."""

    __tablename__ = "actors"

    name: Mapped[str]
    side: Mapped[Side] = mapped_column(Plain(Side))
    task: Mapped[str]


class OfferRow(EntryRow):
    """A Offer as it is kept."""

    __tablename__ = "offers"

    name: Mapped[str]
    group_ids: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    audience: Mapped[str]
    form: Mapped[str]
    capacity: Mapped[int | None]
    owner: Mapped[str]
    price: Mapped[Decimal | None]
    evidence: Mapped[str]
