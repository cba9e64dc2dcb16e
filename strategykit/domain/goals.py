"""Goals, sub-goals, quality criteria and measurements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.numbers import danish, danish_date, with_unit


class GoalKind(StrEnum):
    """Whether a goal is counted or judged."""

    INDICATOR = "tal"
    QUALITATIVE = "kvalitativt"


class Direction(StrEnum):
    """Which way is better."""

    DOWN = "ned"
    UP = "op"


@dataclass(frozen=True, kw_only=True)
class Goal(Entry):
    """`start` is None while "ikke målt endnu": then `method` and `first_measured` say how."""

    noun: ClassVar[str] = "Målet"
    needs: ClassVar[tuple[str, ...]] = ("text", "area_id")

    area_id: str = said("Område", refs="areas", term="omraade")
    text: str = said("Mål", long=True)
    kind: GoalKind = said("Slags", default=GoalKind.INDICATOR)
    indicator: str = said("Måles på", default="")
    unit: str = said("Enhed", default="")
    direction: Direction = said("Retning", default=Direction.DOWN)
    start: Decimal | None = said("Fra", default=None, hint="Tom, hvis det ikke er målt endnu")
    target: Decimal | None = said("Til", default=None)
    year: int | None = said("Årstal, hvor det er nået", default=None, least=2000, most=2100)
    owner: str = said("Ansvarlig", default="")
    method: str = said("Sådan måler I", default="", long=True)
    first_measured: date | None = said("Første måling", default=None)
    invented: bool = said("Tallet er et opdigtet eksempel", default=False)


@dataclass(frozen=True, kw_only=True)
class SubGoal(Entry):
    """A dated step on the way to a goal."""

    noun: ClassVar[str] = "Delmålet"
    needs: ClassVar[tuple[str, ...]] = ("text", "goal_id")

    goal_id: str = said("Mål", refs="goals")
    text: str = said("Delmål")
    due: date | None = said("Frist", default=None)


class CriterionKind(StrEnum):
    """Whether a criterion asks if the strategy is followed or if it has its effect."""

    PROCESS = "proces"
    EFFECT = "effekt"


@dataclass(frozen=True, kw_only=True)
class Criterion(Entry):
    """A quality criterion of an area, or of one of its goals when `goal_id` is given."""

    noun: ClassVar[str] = "Kriteriet"
    needs: ClassVar[tuple[str, ...]] = ("text", "area_id")

    area_id: str = said("Område", refs="areas", term="omraade")
    goal_id: str = said("Mål", default="", refs="goals")
    text: str = said("Kvalitetskriterium", long=True)
    kind: CriterionKind = said("Slags", default=CriterionKind.PROCESS)


@dataclass(frozen=True, kw_only=True)
class Measurement(Entry):
    """A later measurement of a goal."""

    noun: ClassVar[str] = "Målingen"
    needs: ClassVar[tuple[str, ...]] = ("day", "value", "goal_id")

    goal_id: str = said("Mål", refs="goals")
    day: date = said("Dato")
    value: Decimal = said("Værdi")
    source: str = said("Kilde", default="")

    @property
    def headline(self) -> str:
        """The day and the value."""
        return f"{danish_date(self.day)}: {danish(self.value)}"


@dataclass(frozen=True, kw_only=True)
class Performance(Entry):
    """How an area stands today, in words, with the indicators that show it."""

    noun: ClassVar[str] = "Vurderingen"

    area_id: str = said("Område", refs="areas", term="omraade")
    indicators: tuple[str, ...] = said("Tal fra nulpunktet", default=(), refs="indicators")
    text: str = said("Vurdering", default="", long=True)
    assessed_by: str = said("Vurderet af", default="")


def lacks(goal: Goal, criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """What a goal needs before it is ready, in Danish words; empty when it is."""
    judged = goal.kind is GoalKind.QUALITATIVE
    needs = {
        "ansvarlig": bool(goal.owner.strip()),
        "hvordan I måler": bool(goal.method.strip()),
        "år": goal.year is not None,
        "hvad I måler på": judged or bool(goal.indicator.strip()),
        "hvor I vil hen": judged or goal.target is not None,
        "udgangspunkt eller dato for første måling": judged
        or goal.start is not None
        or goal.first_measured is not None,
        "en retning, der passer til tallene": judged or _leads_there(goal),
        "kvalitetskriterium": bool(criteria_of(goal, criteria)),
    }
    return tuple(what for what, there in needs.items() if not there)


def _leads_there(goal: Goal) -> bool:
    if goal.start is None or goal.target is None or goal.start == goal.target:
        return True
    return (goal.target < goal.start) is (goal.direction is Direction.DOWN)


def criteria_of(goal: Goal, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The goal's own criteria and those of its whole area."""
    return tuple(
        c for c in criteria if c.goal_id == goal.id or (not c.goal_id and c.area_id == goal.area_id)
    )


def start_text(goal: Goal) -> str:
    """Where the goal begins, or that it is not known yet and when it will be."""
    if goal.start is not None:
        mark = " (opdigtet eksempel)" if goal.invented else ""
        return f"{with_unit(goal.start, goal.unit)}{mark}"
    if goal.kind is GoalKind.QUALITATIVE:
        return ""
    if goal.first_measured is None:
        return "ikke målt endnu"
    return f"ikke målt endnu; måles første gang den {danish_date(goal.first_measured)}"


def target_text(goal: Goal) -> str:
    """Where the goal ends, and when."""
    where = "" if goal.target is None else with_unit(goal.target, goal.unit)
    year = "" if goal.year is None else str(goal.year)
    return " i ".join(part for part in (where, year) if part)


def latest_of(goal: Goal, measurements: Sequence[Measurement]) -> Measurement | None:
    """The goal's newest measurement."""
    mine = [m for m in measurements if m.goal_id == goal.id]
    return max(mine, key=lambda m: (m.day, m.position), default=None)


def distance_text(goal: Goal, latest: Measurement | None) -> str:
    """How far the newest figure lies from the goal, as a sentence; empty when it cannot be said."""
    value = latest.value if latest else goal.start
    if value is None or goal.target is None:
        return ""
    gap = value - goal.target if goal.direction is Direction.DOWN else goal.target - value
    if gap <= 0:
        return "Målet er nået."
    return f"Afstanden til målet er {with_unit(gap, _distance_unit(goal))}."


def _distance_unit(goal: Goal) -> str:
    percent = goal.unit.strip().lower().rstrip(".") in {"pct", "%", "procent"}
    return "procentpoint" if percent else goal.unit
