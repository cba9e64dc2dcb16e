"""The form of a goal on a table's phone: the names of its fields and what stands in them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from strategykit.domain.entry import Entry
from strategykit.domain.goal_sheets import GoalCard
from strategykit.domain.goals import CriterionKind, Direction, Goal, GoalKind
from strategykit.domain.numbers import danish_date
from strategykit.errors import BadEntry, EditConflict

NEW = "nyt"  # what the page's address calls a goal that is not written yet
NEXT = "ny"  # and the form the row for one more sub-goal or criterion
YEAR = "Årstal, hvor det er nået"

#: The form's own name of each field that an error can be about.
NAMES = {
    "Mål": "maal", "Måles på": "maales", "Enhed": "enhed", "Fra": "fra", "Til": "til",
    YEAR: "aar", "Første måling": "foerste", "Ansvarlig": "ansvarlig", "Sådan måler I": "metode",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A sub-goal or criterion in the form; `more` is its date or its kind."""

    key: str
    version: int
    text: str
    more: str


def values_of(goal: Goal | None) -> dict[str, str]:
    """What stands in the form of a goal, or of one that is not written yet."""
    if goal is None:
        return {**dict.fromkeys(NAMES.values(), ""), "tael": "ja", "retning": Direction.DOWN.value}
    return {
        "maal": goal.text, "maales": goal.indicator, "enhed": goal.unit, "fra": _number(goal.start),
        "til": _number(goal.target), "aar": str(goal.year or ""), "ansvarlig": goal.owner,
        "metode": goal.method, "foerste": _day(goal.first_measured), "retning": goal.direction,
        "tael": "nej" if goal.kind is GoalKind.QUALITATIVE else "ja",
    }  # fmt: skip


def sub_rows(card: GoalCard | None) -> tuple[Row, ...]:
    """A row for each sub-goal and one for the next."""
    known = card.sub_goals if card else ()
    return (*(Row(s.id, s.version, s.text, _day(s.due)) for s in known), Row(NEXT, 0, "", ""))


def criterion_rows(card: GoalCard | None) -> tuple[Row, ...]:
    """A row for each criterion and one for the next."""
    known = card.criteria if card else ()
    rows = (Row(c.id, c.version, c.text, c.kind.value) for c in known)
    return (*rows, Row(NEXT, 0, "", CriterionKind.PROCESS.value))


def field_of(error: BadEntry) -> str:
    """The form's name of the field that an error is about; empty when the form has none."""
    return NAMES.get(error.field, "")


def theirs_of(conflict: EditConflict) -> str:
    """What somebody else saved meanwhile, in one line."""
    theirs = conflict.theirs
    if isinstance(theirs, Goal):
        values = values_of(theirs)
        return " · ".join(values[name] for name in NAMES.values() if values[name])
    return theirs.headline if isinstance(theirs, Entry) else ""


def _number(value: Decimal | None) -> str:
    """As it is typed, with every digit that it has."""
    return "" if value is None else f"{value:f}".replace(".", ",")


def _day(day: date | None) -> str:
    return danish_date(day) if day else ""
