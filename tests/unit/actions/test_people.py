"""What is kept of a person, and taking away one entered by mistake."""

from dataclasses import replace

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.people import dots_given, person_traces, remove_person
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.domain.boards import Dot
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.errors import PersonInUse
from strategykit.storage.database import Database
from tests.support.makers import a_process


@pytest.fixture
def process(db: Database, who: Who) -> Process:
    return a_process(db, who)


@pytest.fixture
def person(db: Database, who: Who, process: Process) -> Person:
    made = Person(id=new_id(), process_id=process.id, name="Hans Opdigtet")
    add_entry(db, who, made)
    return made


def test_a_person_that_nothing_points_to_can_be_taken_away(
    db: Database, who: Who, process: Process, person: Person
) -> None:
    remove_person(db, who, person)

    assert entries(db, process.id, Person) == ()


def test_a_person_with_afbud_cannot(
    db: Database, who: Who, process: Process, person: Person
) -> None:
    meeting = entries(db, process.id, Meeting)[0]
    change_entry(db, who, meeting, replace(meeting, absent=(person.id,)))

    with pytest.raises(PersonInUse) as refused:
        remove_person(db, who, person)

    assert "Hans Opdigtet" in str(refused.value)
    assert [t.field for t in person_traces(db, person)] == ["Afbud"]


def test_nor_can_the_one_who_holds_the_pen(
    db: Database, who: Who, process: Process, person: Person
) -> None:
    change_entry(db, who, process, replace(process, scribe_id=person.id))

    with pytest.raises(PersonInUse):
        remove_person(db, who, person)


def test_dots_given_under_the_person_are_counted_and_hold_the_person(
    db: Database, who: Who, process: Process, person: Person
) -> None:
    dot = Dot(id=new_id(), process_id=process.id, subject_id=new_id(), voter=person.id)
    add_entry(db, who, dot)

    assert dots_given(db, person) == 1
    with pytest.raises(PersonInUse):
        remove_person(db, who, person)
