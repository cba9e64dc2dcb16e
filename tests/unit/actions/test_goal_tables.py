"""Goals at tables: dealt evenly, written by one phone for each table, and nothing overwritten."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.boards import undo
from strategykit.actions.goal_tables import (
    choose_writer,
    deal,
    give_area,
    mark_presented,
    move_person,
    tables_at,
)
from strategykit.actions.goal_writing import finish_table, write_goal
from strategykit.actions.registers import change_entry, entries, remove_entry
from strategykit.domain.goal_sheets import GoalSheet
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Criterion, Goal, SubGoal
from strategykit.domain.people import Access, Who
from strategykit.errors import (
    EditConflict,
    HoldsCpr,
    NobodyToDeal,
    NoSubjects,
    NoTable,
    NotAllowed,
    NotFound,
    OtherWriter,
    StepNotOpen,
)
from strategykit.storage.database import Database
from tests.support.tables import Hall, a_hall


@pytest.fixture
def hall(both: Database, who: Who) -> Hall:
    return a_hall(both, who)


def a_sheet(hall: Hall, table: GoalTable, text: str = "Flere i gang") -> GoalSheet:
    base = {"process_id": hall.process.id, "version": 0}
    goal = Goal(**base, id=new_id(), area_id=table.area_id, text=text, year=2028)
    return GoalSheet(
        goal,
        (SubGoal(**base, id=new_id(), goal_id=goal.id, text="Først", due=date(2026, 9, 1)),),
        (Criterion(**base, id=new_id(), area_id=table.area_id, goal_id=goal.id, text="Hver uge"),),
    )


def write(hall: Hall, table: GoalTable, sheet: GoalSheet, person_id: str = "") -> None:
    attendee = hall.attendee(person_id or table.writer_id)
    write_goal(hall.db, attendee, hall.step.id, table.id, sheet)


def test_people_are_dealt_evenly_and_each_sits_once(hall: Hall) -> None:
    tables = hall.deal()

    sizes = sorted(len(table.person_ids) for table in tables)
    seated = [one for table in tables for one in table.person_ids]
    assert sizes == [2, 2, 3]
    assert sorted(seated) == sorted(person.id for person in hall.people)
    assert [table.area_id for table in tables] == [area.id for area in hall.areas]


def test_a_party_and_the_guests_do_not_sit_together_when_it_can_be_helped(
    both: Database, who: Who
) -> None:
    hall = a_hall(both, who, members=7, areas=3)  # the chair and six members, three of each party
    parties = {person.id: person.organisation for person in hall.people[1:7]}

    for table in hall.deal():
        sitting = [parties[one] for one in table.person_ids if one in parties]
        assert len(sitting) == len(set(sitting)) == 2


def test_the_pen_is_with_a_member_who_neither_chairs_nor_is_a_guest(hall: Hall) -> None:
    members = {person.id for person in hall.people[1:-1]}

    assert {table.writer_id for table in hall.deal()} <= members


def test_the_same_people_sit_the_same_way_until_the_seed_is_another(hall: Hall) -> None:
    first = [table.person_ids for table in hall.deal()]
    again = [table.person_ids for table in hall.deal()]
    areas = [area.id for area in hall.areas]
    others = set()
    for seed in "abcdef":
        deal(hall.db, hall.who, hall.step, hall.seats, areas, seed)
        others.add(tuple(table.person_ids for table in hall.tables()))

    assert first == again
    assert len(hall.tables()) == len(areas)
    assert len(others) > 1


def test_a_deal_without_areas_or_people_and_by_a_stranger_changes_nothing(hall: Hall) -> None:
    areas = [area.id for area in hall.areas]
    gone = [replace(seat, removed=True) for seat in hall.seats]

    with pytest.raises(NoSubjects):
        deal(hall.db, hall.who, hall.step, hall.seats, [])
    with pytest.raises(NobodyToDeal):
        deal(hall.db, hall.who, hall.step, gone, areas)
    with pytest.raises(NotFound):
        deal(hall.db, hall.who, hall.step, hall.seats, ["findes ikke"])
    with pytest.raises(NotAllowed):
        deal(hall.db, Who(Access.STRANGER), hall.step, hall.seats, areas)
    assert hall.tables() == ()


def test_dealing_and_moving_can_be_taken_back(hall: Hall) -> None:
    first = hall.deal()
    person = next(p for p in hall.people if p.id == first[0].writer_id)

    moved = move_person(hall.db, hall.who, first[1], person)

    here, there = hall.tables()[:2]
    assert person.id not in here.person_ids
    assert here.writer_id == here.person_ids[0]
    assert there.person_ids[-1] == person.id
    assert there.writer_id == first[1].writer_id
    undo(hall.db, hall.who, hall.process.id, moved)
    assert [t.person_ids for t in hall.tables()] == [t.person_ids for t in first]

    dealt = deal(hall.db, hall.who, hall.step, hall.seats, [hall.areas[0].id])
    undo(hall.db, hall.who, hall.process.id, dealt)
    assert [t.person_ids for t in hall.tables()] == [t.person_ids for t in first]


def test_a_goal_is_kept_with_its_sub_goal_and_criterion_once(hall: Hall) -> None:
    table = hall.deal()[0]
    sheet = a_sheet(hall, table)

    write(hall, table, sheet)
    write(hall, table, sheet)

    (goal,) = entries(hall.db, hall.process.id, Goal)
    assert (goal.text, goal.area_id, goal.year) == ("Flere i gang", table.area_id, 2028)
    assert [s.due for s in entries(hall.db, hall.process.id, SubGoal)] == [date(2026, 9, 1)]
    assert [c.goal_id for c in entries(hall.db, hall.process.id, Criterion)] == [goal.id]


def test_a_phone_that_lost_the_answer_goes_on_with_its_own_goal(hall: Hall) -> None:
    table = hall.deal()[0]
    sheet = a_sheet(hall, table)
    write(hall, table, sheet)

    write(hall, table, replace(sheet, goal=replace(sheet.goal, owner="Centerchefen")))

    (goal,) = entries(hall.db, hall.process.id, Goal)
    assert (goal.owner, goal.version) == ("Centerchefen", 2)


def test_only_the_writer_of_a_table_writes_and_only_at_the_own_one(hall: Hall) -> None:
    table, other, _ = hall.deal()
    guest = next(one for one in table.person_ids if one != table.writer_id)

    with pytest.raises(OtherWriter):
        write(hall, table, a_sheet(hall, table), guest)
    with pytest.raises(NoTable):
        write(hall, table, a_sheet(hall, table), other.writer_id)
    with pytest.raises(OtherWriter):
        finish_table(hall.db, hall.attendee(guest), hall.step.id, table.id, finished=True)
    assert entries(hall.db, hall.process.id, Goal) == ()

    chosen = next(person for person in hall.people if person.id == guest)
    choose_writer(hall.db, hall.who, table, chosen)
    write(hall, table, a_sheet(hall, table), guest)
    assert len(entries(hall.db, hall.process.id, Goal)) == 1


def test_the_goals_of_another_table_cannot_be_reached_through_ones_own(hall: Hall) -> None:
    table, other, _ = hall.deal()
    theirs = a_sheet(hall, other)
    write(hall, other, theirs)
    (sub,) = entries(hall.db, hall.process.id, SubGoal)

    with pytest.raises(NotFound):
        write(hall, table, GoalSheet(replace(theirs.goal, text="Overtaget", version=1)))
    with pytest.raises(NotFound):
        write(hall, table, replace(a_sheet(hall, table), removed=(sub,)))
    with pytest.raises(NotFound):
        write(hall, table, replace(a_sheet(hall, table), sub_goals=(replace(sub, text="Væk"),)))
    assert entries(hall.db, hall.process.id, Goal)[0].text == "Flere i gang"
    assert entries(hall.db, hall.process.id, SubGoal) == (sub,)


def test_a_goal_that_was_saved_elsewhere_is_not_overwritten_and_no_half_is_saved(
    hall: Hall,
) -> None:
    table = hall.deal()[0]
    sheet = a_sheet(hall, table)
    write(hall, table, sheet)
    (seen,) = entries(hall.db, hall.process.id, Goal)
    change_entry(hall.db, hall.who, seen, replace(seen, target=Decimal(25)))
    more = SubGoal(id=new_id(), process_id=hall.process.id, goal_id=seen.id, text="Nyt", version=0)

    with pytest.raises(EditConflict):
        write(hall, table, GoalSheet(replace(seen, text="Andre ord"), (more,)))

    (goal,) = entries(hall.db, hall.process.id, Goal)
    assert (goal.text, goal.target) == ("Flere i gang", Decimal(25))
    assert len(entries(hall.db, hall.process.id, SubGoal)) == 1


def test_an_emptied_sub_goal_is_taken_away(hall: Hall) -> None:
    table = hall.deal()[0]
    write(hall, table, a_sheet(hall, table))
    (goal,), (sub,) = (entries(hall.db, hall.process.id, kind) for kind in (Goal, SubGoal))

    write(hall, table, GoalSheet(goal, removed=(sub,)))
    write(hall, table, GoalSheet(goal, removed=(sub,)))

    assert entries(hall.db, hall.process.id, SubGoal) == ()


def test_what_is_sent_unchanged_is_no_new_version(hall: Hall) -> None:
    table = hall.deal()[0]
    write(hall, table, a_sheet(hall, table))
    (goal,), (sub,) = (entries(hall.db, hall.process.id, kind) for kind in (Goal, SubGoal))

    write(hall, table, GoalSheet(goal, (replace(sub, text="Senere"),)))

    assert entries(hall.db, hall.process.id, Goal) == (goal,)
    assert entries(hall.db, hall.process.id, SubGoal)[0].text == "Senere"


def test_a_cpr_number_in_a_criterion_keeps_the_whole_sheet_out(hall: Hall) -> None:
    table = hall.deal()[0]
    sheet = a_sheet(hall, table)
    criterion = replace(sheet.criteria[0], text="Ring til 010190-1234")

    with pytest.raises(HoldsCpr):
        write(hall, table, replace(sheet, criteria=(criterion,)))

    assert entries(hall.db, hall.process.id, Goal) == ()


def test_a_table_that_is_done_and_writes_on_is_not_done(hall: Hall) -> None:
    table = hall.deal()[0]
    writer = hall.attendee(table.writer_id)

    finish_table(hall.db, writer, hall.step.id, table.id, finished=True)
    finish_table(hall.db, writer, hall.step.id, table.id, finished=True)
    assert hall.tables()[0].finished

    write(hall, table, a_sheet(hall, table))
    assert not hall.tables()[0].finished


def test_a_later_step_goes_on_with_the_same_tables(hall: Hall) -> None:
    table = hall.deal()[0]
    write(hall, table, a_sheet(hall, table))
    later = hall.next_step("Delmål")
    (goal,) = entries(hall.db, hall.process.id, Goal)

    with pytest.raises(StepNotOpen):  # the room has left the first one
        write(hall, table, GoalSheet(replace(goal, owner="For sent")))
    sheet = GoalSheet(replace(goal, owner="Centerchefen"))
    write_goal(hall.db, hall.attendee(table.writer_id), later.id, table.id, sheet)

    with hall.db.reading() as store:
        first, *_ = tables_at(store, later)
    assert first.table.id == table.id
    assert [card.goal.owner for card in first.goals] == ["Centerchefen"]


def test_a_table_tells_what_its_goals_lack_and_that_it_has_presented(hall: Hall) -> None:
    table = hall.deal()[0]
    write(hall, table, a_sheet(hall, table))

    mark_presented(hall.db, hall.who, table, presented=True)

    with hall.db.reading() as store:
        first, second, _ = tables_at(store, hall.step)
    assert first.table.presented
    assert not second.table.presented
    assert first.area.name == "Område 1"
    assert "ansvarlig" in first.goals[0].lacks
    assert "kvalitetskriterium" not in first.goals[0].lacks
    assert second.goals == ()


def test_a_table_may_be_given_another_area_and_it_goes_when_its_area_goes(hall: Hall) -> None:
    table = hall.deal()[0]

    give_area(hall.db, hall.who, table, hall.areas[2])
    assert hall.tables()[0].area_id == hall.areas[2].id

    remove_entry(hall.db, hall.who, hall.areas[2])
    assert [t.area_id for t in hall.tables()] == [hall.areas[1].id]
