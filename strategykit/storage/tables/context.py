"""Rows of domain/context.py."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.context import BudgetKind
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class OtherPolicyRow(EntryRow):
    """A OtherPolicy as it is kept."""

    __tablename__ = "other_policies"

    name: Mapped[str]
    relation: Mapped[str]


class BudgetLineRow(EntryRow):
    """A BudgetLine as it is kept."""

    __tablename__ = "budget_lines"

    text: Mapped[str]
    kind: Mapped[BudgetKind] = mapped_column(Plain(BudgetKind))
    amount: Mapped[Decimal | None]
    year: Mapped[int | None]
    source: Mapped[str]


class FollowUpRow(EntryRow):
    """A FollowUp as it is kept."""

    __tablename__ = "follow_ups"

    what: Mapped[str]
    reporter: Mapped[str]
    committee: Mapped[str]
    due: Mapped[date | None]
    rhythm: Mapped[str]
