"""Interessenter, actors and the range of offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.chart_data import Emphasis, MatrixAxes, MatrixPoint
from strategykit.domain.entry import Entry, said


class Side(StrEnum):
    """Whether an actor is of the municipality."""

    INTERNAL = "intern"
    EXTERNAL = "ekstern"


class Involvement(StrEnum):
    """How a stakeholder is brought in, from least to most."""

    INFORMED = "orienteres"
    HEARD = "høres"
    INVOLVED = "inddrages"
    PARTNER = "er med til at lave den"


@dataclass(frozen=True, kw_only=True)
class Stakeholder(Entry):
    """Interest and influence from 1 (little) to 5 (much)."""

    noun: ClassVar[str] = "Interessenten"
    needs: ClassVar[tuple[str, ...]] = ("name", "interest", "influence")

    name: str = said("Interessent")
    side: Side = said("Intern eller ekstern", default=Side.EXTERNAL)
    interest: int = said("Interesse (1-5)", default=3, least=1, most=5)
    influence: int = said("Indflydelse (1-5)", default=3, least=1, most=5)
    involvement: Involvement = said("Inddragelse", default=Involvement.HEARD)
    how: str = said("Hvordan", default="", long=True)


class Stance(StrEnum):
    """What interest and influence together call for."""

    CLOSE = "inddrag tæt"
    SATISFY = "hold tilfreds"
    INFORM = "hold orienteret"
    WATCH = "følg med"


#: From here on interest or influence is much.
MUCH = 4

_CALLED_FOR = {
    (True, True): Stance.CLOSE,
    (False, True): Stance.SATISFY,
    (True, False): Stance.INFORM,
    (False, False): Stance.WATCH,
}


def stance(stakeholder: Stakeholder) -> Stance:
    """What the stakeholder's interest and influence call for."""
    return _CALLED_FOR[stakeholder.interest >= MUCH, stakeholder.influence >= MUCH]


def held_too_far(stakeholders: Sequence[Stakeholder]) -> tuple[Stakeholder, ...]:
    """Those who have much interest and much influence and yet are only informed or heard."""
    far = (Involvement.INFORMED, Involvement.HEARD)
    return tuple(s for s in stakeholders if stance(s) is Stance.CLOSE and s.involvement in far)


MATRIX = MatrixAxes(
    "Interesse",
    "Indflydelse",
    1,
    5,
    ("Hold tilfreds", "Inddrag tæt", "Hold orienteret", "Følg med"),
)


def matrix_points(stakeholders: Sequence[Stakeholder]) -> tuple[MatrixPoint, ...]:
    """Each stakeholder by interest and influence; an external one is an empty ring."""
    quiet = {Side.INTERNAL: Emphasis.PLAIN, Side.EXTERNAL: Emphasis.QUIET}
    return tuple(MatrixPoint(s.name, s.interest, s.influence, quiet[s.side]) for s in stakeholders)


@dataclass(frozen=True, kw_only=True)
class Actor(Entry):
    """A unit that meets those whom the strategy is for."""

    noun: ClassVar[str] = "Aktøren"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    name: str = said("Aktør")
    side: Side = said("Intern eller ekstern", default=Side.INTERNAL)
    task: str = said("Ansvar og opgave", default="", long=True)


@dataclass(frozen=True, kw_only=True)
class Offer(Entry):
    """One of the tilbud; `group_ids` are the target groups that it is for."""

    noun: ClassVar[str] = "Tilbuddet"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    name: str = said("Tilbud")
    group_ids: tuple[str, ...] = said("Er for", default=(), refs="target_groups")
    audience: str = said("Målgruppe i ord", default="")
    form: str = said("Form", default="", long=True)
    capacity: int | None = said("Pladser", default=None, least=0, most=1000000)
    owner: str = said("Ejer", default="")
    price: Decimal | None = said("Pris pr. år i kr.", default=None)
    evidence: str = said("Hvad ved I om virkningen", default="", long=True)
