"""Adding, changing and removing, with permission, one transaction and one line in the log."""

from dataclasses import replace

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.materials import overview_of, revision_of
from strategykit.actions.processes import archive, unarchive
from strategykit.actions.registers import (
    add_entry,
    change_entry,
    entries,
    hangs_on,
    remove_entry,
)
from strategykit.actions.steps import open_step
from strategykit.domain.areas import Area
from strategykit.domain.ballots import Ballot, Stance
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Goal, SubGoal
from strategykit.domain.knowledge import Constraint
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Seat
from strategykit.domain.steps import Step
from strategykit.errors import Archived, EditConflict, HoldsCpr, NotAllowed
from strategykit.storage import changes, step_keys
from strategykit.storage.database import Database
from tests.support.makers import a_process

STRANGER = Who(Access.STRANGER)


@pytest.fixture
def process(db: Database, who: Who) -> Process:
    return a_process(db, who)


def a_constraint(process: Process, text: str = "Inden for budgettet") -> Constraint:
    return Constraint(id=new_id(), process_id=process.id, text=text)


def test_a_stranger_can_neither_add_change_nor_remove(
    db: Database, who: Who, process: Process
) -> None:
    kept = a_constraint(process)
    add_entry(db, who, kept)

    with pytest.raises(NotAllowed):
        add_entry(db, STRANGER, a_constraint(process))
    with pytest.raises(NotAllowed):
        change_entry(db, STRANGER, kept, kept)
    with pytest.raises(NotAllowed):
        remove_entry(db, STRANGER, kept)
    assert len(entries(db, process.id, Constraint)) == 1


def test_each_act_leaves_one_line_without_words(db: Database, who: Who, process: Process) -> None:
    before = revision_of(db, process.id)

    add_entry(db, who, a_constraint(process, "Hemmelig tekst"))

    with db.reading() as store:
        *_, line = changes.lines(store, process.id)
    assert revision_of(db, process.id) > before
    assert (line.act, line.subject) == ("add", "Constraint")
    assert "Hemmelig" not in str(vars(line))


def test_a_double_tap_is_one_row(db: Database, who: Who, process: Process) -> None:
    once = a_constraint(process)

    assert add_entry(db, who, once)
    assert not add_entry(db, who, once)

    assert len(entries(db, process.id, Constraint)) == 1


def test_two_windows_the_second_is_told_and_nothing_is_lost(
    db: Database, who: Who, process: Process
) -> None:
    add_entry(db, who, a_constraint(process))
    (seen,) = entries(db, process.id, Constraint)
    change_entry(db, who, seen, replace(seen, text="Første vindue"))

    with pytest.raises(EditConflict):
        change_entry(db, who, seen, replace(seen, text="Andet vindue"))

    assert [c.text for c in entries(db, process.id, Constraint)] == ["Første vindue"]


def test_a_cpr_number_is_never_kept(db: Database, who: Who, process: Process) -> None:
    with pytest.raises(HoldsCpr):
        add_entry(db, who, a_constraint(process, "Peter 010190-1234"))

    assert entries(db, process.id, Constraint) == ()


def test_what_hangs_on_a_thing_is_counted_and_goes_with_it(
    db: Database, who: Who, process: Process
) -> None:
    area = Area(id=new_id(), process_id=process.id, name="Praktik")
    goal = Goal(id=new_id(), process_id=process.id, area_id=area.id, text="Flere")
    sub = SubGoal(id=new_id(), process_id=process.id, goal_id=goal.id, text="Først")
    for thing in (area, goal, sub):
        add_entry(db, who, thing)

    assert hangs_on(db, area) == {"Goal": 1}
    remove_entry(db, who, area)

    assert entries(db, process.id, Goal) == entries(db, process.id, SubGoal) == ()


def test_a_meeting_takes_what_happened_in_it_along(both: Database, who: Who) -> None:
    process = a_process(both, who)
    meeting = entries(both, process.id, Meeting)[2]
    step = next(s for s in entries(both, process.id, Step) if s.meeting_id == meeting.id)
    base = {"process_id": process.id, "step_id": step.id}
    seat = Seat(id=new_id(), process_id=process.id, meeting_id=meeting.id, person_id="x")
    table = GoalTable(**base, id=new_id(), area_id="o", person_ids=("x",))
    ballot = Ballot(**base, id=new_id(), subject_id=step.id, stance=Stance.YES)
    for thing in (seat, table, ballot):
        add_entry(both, who, thing)

    remove_entry(both, who, meeting)

    left = [s for s in entries(both, process.id, Step) if s.meeting_id == meeting.id]
    assert left == []
    assert [entries(both, process.id, kind) for kind in (Seat, GoalTable, Ballot)] == [()] * 3
    assert entries(both, process.id, Step)


def test_nobody_can_tell_whose_notes_they_were_when_a_step_is_taken_away(
    both: Database, who: Who
) -> None:
    process = a_process(both, who)
    step = next(s for s in entries(both, process.id, Step) if s.anonymous)
    open_step(both, who, step)
    (step,) = [s for s in entries(both, process.id, Step) if s.id == step.id]
    with both.writing() as store:
        key = step_keys.take_key(store, step, "en telefons hemmelighed", "x")
        step_keys.own(store, step, key, "en seddel")

    remove_entry(both, who, step)

    with both.reading() as store:
        assert step_keys.owners(store, step) == {}
        assert step_keys.key_hash(store, step, "en telefons hemmelighed") == ""


def test_an_archived_process_is_only_read_until_it_is_taken_out_again(
    db: Database, who: Who, process: Process
) -> None:
    put_away = archive(db, who, process)

    with pytest.raises(Archived):
        add_entry(db, who, a_constraint(process))

    unarchive(db, who, put_away)
    assert add_entry(db, who, a_constraint(process))


def test_the_overview_follows_the_data(db: Database, who: Who, process: Process) -> None:
    assert overview_of(db, process.id).constraints == ()

    add_entry(db, who, a_constraint(process))

    assert len(overview_of(db, process.id).constraints) == 1
