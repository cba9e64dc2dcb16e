"""What a table fills in on its phone: goals with sub-goals and criteria, and that it is done."""

from dataclasses import replace

from strategykit.actions.goal_tables import tables_step
from strategykit.actions.participating import Turn, participating
from strategykit.domain.entry import Entry
from strategykit.domain.goal_sheets import GoalSheet
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Goal
from strategykit.domain.people import Person, called
from strategykit.domain.rooms import Attendee
from strategykit.domain.steps import StepKind
from strategykit.domain.text import checked
from strategykit.errors import EditConflict, NoTable, NotFound, OtherWriter, StepNotOpen
from strategykit.storage.database import Database


def write_goal(
    db: Database, attendee: Attendee, step_id: str, table_id: str, sheet: GoalSheet
) -> None:
    """The goal is kept as filled in; the same new sheet sent twice is kept once.

    Raises NoTable, OtherWriter, EditConflict when somebody saved a part of it since it was seen,
    HoldsCpr or TooLong, and what participating raises. Then nothing of the sheet is saved.
    """
    goal, subs, criteria = (
        checked(sheet.goal),
        [checked(sub) for sub in sheet.sub_goals],
        [checked(one) for one in sheet.criteria],
    )
    with participating(db, attendee, step_id, "change", "Goal", goal.id) as turn:
        table = _own_table(turn, table_id)
        _keep(turn, replace(goal, area_id=table.area_id))
        for sub in subs:
            _keep(turn, replace(sub, goal_id=goal.id))
        for one in criteria:
            _keep(turn, replace(one, goal_id=goal.id, area_id=table.area_id))
        for gone in sheet.removed:
            _take_away(turn, gone, goal)
        if table.finished:
            turn.store.save(table, replace(table, finished=False))


def finish_table(
    db: Database, attendee: Attendee, step_id: str, table_id: str, *, finished: bool
) -> None:
    """Whether the table says that it is done; said twice it stays so."""
    with participating(db, attendee, step_id, "finish", "GoalTable", table_id) as turn:
        table = _own_table(turn, table_id)
        if table.finished != finished:
            turn.store.save(table, replace(table, finished=finished))


def _own_table(turn: Turn, table_id: str) -> GoalTable:
    """The table at which the attendee holds the pen."""
    if turn.step.kind is not StepKind.TABLES:
        raise StepNotOpen
    table = turn.store.find(GoalTable, table_id)
    root = tables_step(turn.store, turn.step)
    person_id = turn.attendee.person_id
    if table is None or table.step_id != root.id or person_id not in table.person_ids:
        raise NoTable
    if table.writer_id != person_id:
        writer = turn.store.find(Person, table.writer_id)
        raise OtherWriter(called(writer) if writer else "")
    return table


def _keep(turn: Turn, thing: Entry) -> None:
    """A new part is added, a changed one saved over the version that was seen."""
    there = turn.store.find(type(thing), thing.id)
    if there is None:
        if thing.version:
            raise NotFound(thing.noun)
        turn.store.add(replace(thing, version=1))
        return
    if there.process_id != thing.process_id or _elsewhere(there, thing):
        raise NotFound(thing.noun)
    if there == replace(thing, version=there.version, position=there.position):
        return
    seen = replace(there, version=max(thing.version, 1))
    turn.store.save(seen, replace(thing, position=there.position))


def _elsewhere(there: Entry, thing: Entry) -> bool:
    """Whether it belongs to another area or goal than the table's own."""
    return any(
        getattr(there, name, "") != getattr(thing, name, "") for name in ("area_id", "goal_id")
    )


def _take_away(turn: Turn, gone: Entry, goal: Goal) -> None:
    """A sub-goal or criterion whose text was emptied; gone already, it stays so."""
    there = turn.store.find(type(gone), gone.id)
    if there is None:
        return
    if getattr(there, "goal_id", "") != goal.id:
        raise NotFound(gone.noun)
    if there.version != gone.version:
        raise EditConflict(there, gone)
    turn.store.remove(there)
