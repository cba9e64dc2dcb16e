"""Goals at tables: who sits where, with which area, and who holds the pen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.people import Person, Role
from strategykit.domain.steps import Step, StepKind

_FIRST_DEALT = (Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER)


@dataclass(frozen=True, kw_only=True)
class GoalTable(Entry):
    """A table with one area; `writer_id` is the person whose device fills in its goals."""

    noun: ClassVar[str] = "Bordet"
    needs: ClassVar[tuple[str, ...]] = ("step_id", "area_id")

    step_id: str = said("Trin", refs="steps", hidden=True)
    number: int = said("Bord", default=1, least=1, most=60)
    area_id: str = said("Område", refs="areas", term="omraade")
    person_ids: tuple[str, ...] = said("Ved bordet", default=(), refs="people")
    writer_id: str = said("Skriver for bordet", default="", refs="people")
    finished: bool = said("Bordet er færdigt", default=False)
    presented: bool = said("Bordet har lagt frem", default=False)


def dealt(people: Sequence[Person], tables: int, seed: str) -> tuple[tuple[Person, ...], ...]:
    """The people on so many tables: no two tables differ by more than one.

    Chairs are spread first, then the members of each party, then the others and the guests. The
    same people, tables and seed always sit the same way.
    """
    ordered = sorted(people, key=lambda person: _turn(person, seed))
    return tuple(tuple(ordered[place::tables]) for place in range(tables))


def writer_among(people: Sequence[Person]) -> str:
    """Who holds the pen until somebody chooses: a member who does not chair, if there is one."""
    members = [person.id for person in people if person.role is Role.MEMBER]
    return next(iter(members or [person.id for person in people]), "")


def without_person(table: GoalTable, person_id: str) -> GoalTable:
    """The table when the person has left it; another takes the pen."""
    left = tuple(one for one in table.person_ids if one != person_id)
    writer = table.writer_id if table.writer_id != person_id else next(iter(left), "")
    return replace(table, person_ids=left, writer_id=writer)


def with_person(table: GoalTable, person_id: str) -> GoalTable:
    """The table when the person has sat down."""
    there = tuple(one for one in table.person_ids if one != person_id)
    writer = table.writer_id or person_id
    return replace(table, person_ids=(*there, person_id), writer_id=writer)


def first_tables(step: Step, find: Callable[[str], Step | None]) -> Step:
    """The step that the tables were dealt for: steps that go on with it have the same tables."""
    passed = {step.id}
    while (source := find(step.source_id)) and source.id not in passed:
        if source.kind is not StepKind.TABLES:
            break
        passed.add(source.id)
        step = source
    return step


def _turn(person: Person, seed: str) -> tuple[int, str, str]:
    """Where in the dealing somebody comes; people of one party stand together in it."""
    order = [*_FIRST_DEALT, *(role for role in Role if role not in _FIRST_DEALT)]
    return order.index(person.role), _drawn(seed, person.organisation), _drawn(seed, person.id)


def _drawn(seed: str, text: str) -> str:
    return sha256(f"{seed} {text}".encode()).hexdigest()
