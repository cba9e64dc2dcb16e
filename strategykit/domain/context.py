"""What stands around the strategy: other policies, money and follow-up."""

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
    relation: str = said("Sådan hænger den sammen med strategien", default="", long=True)


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


@dataclass(frozen=True, kw_only=True)
class Recommendation(Entry):
    """The committee's indstilling to the next body."""

    noun: ClassVar[str] = "Indstillingen"
    needs: ClassVar[tuple[str, ...]] = ("text",)

    text: str = said("Indstilling", long=True)
    to: str = said("Til", default="Kommunalbestyrelsen")
    given_on: date | None = said("Givet den", default=None)
