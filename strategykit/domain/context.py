"""What stands around the strategy: other policies, money and follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said


@dataclass(frozen=True, kw_only=True)
class OtherPolicy(Entry):
    """Another policy of the municipality that the strategy must fit."""

    noun: ClassVar[str] = "Politikken"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    name: str = said("Politik eller plan")
    relation: str = said("Sådan hænger de to sammen", default="", long=True)


class BudgetKind(StrEnum):
    """Which way the money goes."""

    COST = "udgift"
    SAVING = "besparelse"
    FUNDING = "finansiering"


@dataclass(frozen=True, kw_only=True)
class BudgetLine(Entry):
    """A line of the economy; `amount` in kroner a year."""

    noun: ClassVar[str] = "Linjen"
    needs: ClassVar[tuple[str, ...]] = ("text",)

    text: str = said("Post")
    kind: BudgetKind = said("Slags", default=BudgetKind.COST)
    amount: Decimal | None = said("Beløb i kr.", default=None)
    year: int | None = said("År", default=None, least=2000, most=2100)
    source: str = said("Kilde eller bemærkning", default="")


@dataclass(frozen=True, kw_only=True)
class FollowUp(Entry):
    """Who reports what to which committee, and when."""

    noun: ClassVar[str] = "Opfølgningen"
    needs: ClassVar[tuple[str, ...]] = ("what",)

    what: str = said("Hvad følges op", long=True)
    reporter: str = said("Hvem gør status", default="")
    committee: str = said("Over for hvilket udvalg", default="")
    due: date | None = said("Første gang", default=None)
    rhythm: str = said("Hvor ofte", default="", hint="For eksempel hvert år i juni")


@dataclass(frozen=True)
class Economy:
    """Sums of the lines that have an amount, in kroner; `uncounted` is how many have none."""

    cost: Decimal
    saving: Decimal
    funding: Decimal
    uncounted: int

    @property
    def left(self) -> Decimal:
        """What is not paid for: costs less savings and funding."""
        return self.cost - self.saving - self.funding


def economy_of(lines: Sequence[BudgetLine]) -> Economy:
    """The sums of a budget."""
    sums = {
        kind: sum((ln.amount for ln in lines if ln.kind is kind and ln.amount), Decimal(0))
        for kind in BudgetKind
    }
    uncounted = sum(line.amount is None for line in lines)
    return Economy(
        sums[BudgetKind.COST], sums[BudgetKind.SAVING], sums[BudgetKind.FUNDING], uncounted
    )


def missing_policies(suggested: Sequence[str], there: Sequence[OtherPolicy]) -> tuple[str, ...]:
    """The suggested policies that are not on the list yet, capitals and blanks left aside."""
    known = {_bare(policy.name) for policy in there}
    return tuple(name for name in suggested if _bare(name) not in known)


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold()
