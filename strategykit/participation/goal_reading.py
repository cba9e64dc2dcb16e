"""What was typed in the form of a goal, read as a goal with sub-goals and criteria."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from strategykit.domain.dates import parse_date
from strategykit.domain.entry import Entry
from strategykit.domain.goal_sheets import GoalCard, GoalSheet, way_of
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Criterion, CriterionKind, Direction, Goal, GoalKind, SubGoal
from strategykit.domain.numbers import parse_number
from strategykit.errors import BadEntry, BadNumber
from strategykit.participation.goal_form import NAMES, NEXT, YEAR, field_of

_YEAR_DIGITS, _VERSION_DIGITS = 4, 9
_KINDS = {kind.value: kind for kind in CriterionKind}
_WAYS = {way.value: way for way in Direction}
Made = TypeVar("Made")
Kind = TypeVar("Kind", SubGoal, Criterion)
Make = Callable[[str, str], Kind]


def read_goal(
    typed: Mapping[str, str], table: GoalTable, card: GoalCard | None
) -> tuple[GoalSheet | None, Mapping[str, str]]:
    """The goal, or None and a sentence for every field that cannot be read; `card` is as saved."""
    reader = _Reader(typed, table, card)
    sheet = reader.sheet()
    return (None if reader.wrong else sheet), reader.wrong


@dataclass
class _Reader:
    typed: Mapping[str, str]
    table: GoalTable
    card: GoalCard | None
    wrong: dict[str, str] = field(default_factory=dict)
    emptied: list[Entry] = field(default_factory=list)

    @property
    def goal_id(self) -> str:
        return self.card.goal.id if self.card else self.said("nonce")

    def said(self, name: str) -> str:
        return self.typed.get(name, "").strip()

    def sheet(self) -> GoalSheet | None:
        goal = self.attempt(self.goal)
        subs = self.rows("delmaal", self.card.sub_goals if self.card else (), self.sub)
        criteria = self.rows("kriterium", self.card.criteria if self.card else (), self.criterion)
        kept = (tuple(subs), tuple(criteria))
        return GoalSheet(goal, *kept, tuple(self.emptied)) if goal else None

    def goal(self) -> Goal:
        values = self.values()
        if self.card is None:
            base = {**self.base(self.goal_id), "version": 0}
            made = Goal(**base, area_id=self.table.area_id, **values)
        else:
            made = replace(self.card.goal, version=self.version("maalversion"), **values)
        return replace(made, direction=way_of(made))

    def values(self) -> dict[str, Any]:
        """The goal's own fields; one that cannot be read is told and left open."""
        return {
            "text": self.said("maal"),
            "kind": GoalKind.QUALITATIVE if self.said("tael") == "nej" else GoalKind.INDICATOR,
            "indicator": self.said("maales"),
            "unit": self.said("enhed"),
            "start": self.attempt(lambda: _number(self.said("fra"), "Fra")),
            "target": self.attempt(lambda: _number(self.said("til"), "Til")),
            "year": self.attempt(lambda: _year(self.said("aar"))),
            "first_measured": self.attempt(lambda: _day(self.said("foerste"), "Første måling")),
            "owner": self.said("ansvarlig"),
            "method": self.said("metode"),
            "direction": _WAYS.get(self.said("retning"), Direction.DOWN),
        }

    def rows(self, name: str, known: tuple[Kind, ...], make: Make[Kind]) -> Iterator[Kind]:
        """Each row that says something; known ones without a word are emptied."""
        there = {entry.id: entry for entry in known}
        keys = [key.removeprefix(f"{name}_") for key in self.typed if key.startswith(f"{name}_")]
        for key in keys:
            version = self.version(f"{name}version_{key}") if key in there else 0
            if not self.said(f"{name}_{key}"):
                self.emptied += [replace(there[key], version=version)] if key in there else []
            elif made := self.row(name, key, make):
                yield replace(made, version=version)

    def row(self, name: str, key: str, make: Make[Kind]) -> Kind | None:
        """A new row's id comes from the form's nonce: sent a second time it is the same row."""
        fresh = uuid.uuid5(uuid.NAMESPACE_OID, f"{self.said('nonce')} {name}").hex
        try:
            return make(key, fresh if key == NEXT else key)
        except BadEntry as error:
            self.wrong[f"frist_{key}" if name == "delmaal" else f"{name}_{key}"] = str(error)
            return None

    def sub(self, key: str, own_id: str) -> SubGoal:
        due = _day(self.said(f"frist_{key}"), "Frist")
        base = {**self.base(own_id), "goal_id": self.goal_id}
        return SubGoal(**base, text=self.said(f"delmaal_{key}"), due=due)

    def criterion(self, key: str, own_id: str) -> Criterion:
        kind = _KINDS.get(self.said(f"slags_{key}"), CriterionKind.PROCESS)
        base = {**self.base(own_id), "goal_id": self.goal_id}
        text = self.said(f"kriterium_{key}")
        return Criterion(**base, area_id=self.table.area_id, text=text, kind=kind)

    def base(self, own_id: str) -> dict[str, Any]:
        return {"id": own_id, "process_id": self.table.process_id}

    def version(self, name: str) -> int:
        text = self.said(name)
        plain = text.isascii() and text.isdigit() and len(text) <= _VERSION_DIGITS
        return int(text) if plain else 0

    def attempt(self, read: Callable[[], Made]) -> Made | None:
        try:
            return read()
        except BadEntry as error:
            self.wrong[field_of(error) or NAMES["Mål"]] = str(error)
            return None


def _number(text: str, name: str) -> Decimal | None:
    return parse_number(text, name) if text else None


def _year(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and len(text) == _YEAR_DIGITS):
        raise BadNumber(YEAR, text)
    return int(text) if text else None


def _day(text: str, name: str) -> date | None:
    return parse_date(text, name) if text else None
