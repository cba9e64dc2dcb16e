"""Goals at tables: dealing people out, and what the tables fill in on their phones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from strategykit.actions.acting import acting, new_id
from strategykit.domain.areas import Area, Choice
from strategykit.domain.boards import Done, counted
from strategykit.domain.goal_sheets import GoalCard, card_of
from strategykit.domain.goal_tables import (
    GoalTable,
    dealt,
    first_tables,
    with_person,
    without_person,
    writer_among,
)
from strategykit.domain.goals import Criterion, Goal, SubGoal
from strategykit.domain.people import Person, Who
from strategykit.domain.rooms import Seat
from strategykit.domain.steps import Step
from strategykit.errors import NobodyToDeal, NoSubjects
from strategykit.storage.database import Database
from strategykit.storage.store import Store


@dataclass(frozen=True)
class TableView:
    """A table as everybody may see it; `people` are those who sit there, in order."""

    table: GoalTable
    area: Area
    people: tuple[Person, ...]
    writer: Person | None
    goals: tuple[GoalCard, ...]


def deal(
    db: Database, who: Who, step: Step, seats: Sequence[Seat], area_ids: Sequence[str],
    seed: str = "",
) -> Done:  # fmt: skip
    """A table for each area with the people spread evenly; tables dealt before are taken away.

    Raises NoSubjects without an area, NobodyToDeal without people, NotFound for an unknown area.
    """
    if not area_ids:
        raise NoSubjects(step.title)
    if not (there := [seat for seat in seats if not seat.removed]):
        raise NobodyToDeal
    with acting(db, who, step.process_id, "deal", "GoalTable", step.id) as store:
        store.lock(step.process_id)
        root = tables_step(store, step)
        areas = [store.get(Area, one, step.process_id) for one in area_ids]
        people = [store.get(Person, seat.person_id, step.process_id) for seat in there]
        before = store.all(GoalTable, root.process_id, step_id=root.id)
        for table in before:
            store.remove(table)
        groups = dealt(people, len(areas), seed or root.id)
        made = [
            _table(root, number, area, group)
            for number, (area, group) in enumerate(zip(areas, groups, strict=True), start=1)
        ]
        after = tuple(store.add(table) for table in made)
    told = f"{counted(len(people), 'deltager', 'deltagere')} er delt ud på "
    return Done(told + f"{counted(len(after), 'bord', 'borde')}.", before, after)


def move_person(db: Database, who: Who, table: GoalTable, person: Person) -> Done:
    """The person sits at the table and at no other."""
    with acting(db, who, table.process_id, "change", "GoalTable", table.id) as store:
        store.lock(table.process_id)
        others = store.all(GoalTable, table.process_id, step_id=table.step_id)
        changed = [
            (one, with_person(one, person.id) if one.id == table.id else without_person(
                one, person.id
            ))
            for one in others
            if one.id == table.id or person.id in one.person_ids
        ]  # fmt: skip
        before = tuple(one for one, _ in changed)
        after = tuple(store.save(one, other) for one, other in changed)
    return Done(f"{person.name} sidder nu ved bord {table.number}.", before, after)


def choose_writer(db: Database, who: Who, seen: GoalTable, person: Person) -> Done:
    """The person's phone fills in the table's goals; somebody from elsewhere sits down there."""
    moved = seen if person.id in seen.person_ids else with_person(seen, person.id)
    told = f"{person.name} skriver for bord {seen.number}."
    return _changed(db, who, seen, replace(moved, writer_id=person.id), told)


def mark_presented(db: Database, who: Who, seen: GoalTable, *, presented: bool) -> Done:
    """Whether the table has told the room of its goals."""
    told = f"Bord {seen.number} har {'' if presented else 'ikke '}lagt frem."
    return _changed(db, who, seen, replace(seen, presented=presented), told)


def give_area(db: Database, who: Who, seen: GoalTable, area: Area) -> Done:
    """The table works on another area; goals that it wrote stay with the one before."""
    told = f"Bord {seen.number} skriver nu mål til {area.name}."
    return _changed(db, who, seen, replace(seen, area_id=area.id, finished=False), told)


def areas_for(store: Store, process_id: str) -> tuple[Area, ...]:
    """The areas that goals are set on: the chosen ones, or while none is, all that may be."""
    areas = store.all(Area, process_id)
    chosen = tuple(area for area in areas if area.choice is Choice.PURSUED)
    return chosen or tuple(area for area in areas if area.choice is Choice.OPEN)


def tables_step(store: Store, step: Step) -> Step:
    """The step that the tables of this one were dealt for."""
    return first_tables(step, lambda step_id: store.find(Step, step_id) if step_id else None)


def tables_at(store: Store, step: Step) -> tuple[TableView, ...]:
    """The tables of a step with their people and the goals of their areas, by number."""
    root = tables_step(store, step)
    tables = store.all(GoalTable, step.process_id, step_id=root.id)
    people = {person.id: person for person in store.all(Person, step.process_id)}
    areas = {area.id: area for area in store.all(Area, step.process_id)}
    cards = _cards(store, step.process_id)
    return tuple(
        TableView(
            table, areas[table.area_id],
            tuple(people[one] for one in table.person_ids if one in people),
            people.get(table.writer_id), cards.get(table.area_id, ()),
        )
        for table in sorted(tables, key=lambda table: table.number)
        if table.area_id in areas
    )  # fmt: skip


def _cards(store: Store, process_id: str) -> Mapping[str, tuple[GoalCard, ...]]:
    subs, criteria = store.all(SubGoal, process_id), store.all(Criterion, process_id)
    found: dict[str, tuple[GoalCard, ...]] = {}
    for goal in store.all(Goal, process_id):
        found[goal.area_id] = (*found.get(goal.area_id, ()), card_of(goal, subs, criteria))
    return found


def _table(step: Step, number: int, area: Area, people: Sequence[Person]) -> GoalTable:
    return GoalTable(
        id=new_id(), process_id=step.process_id, step_id=step.id, number=number, area_id=area.id,
        person_ids=tuple(person.id for person in people), writer_id=writer_among(people),
    )  # fmt: skip


def _changed(db: Database, who: Who, seen: GoalTable, changed: GoalTable, told: str) -> Done:
    with acting(db, who, seen.process_id, "change", "GoalTable", seen.id) as store:
        saved = store.save(seen, changed)
    return Done(told, (seen,), (saved,))
