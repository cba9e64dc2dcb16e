"""Deleting a process, and taking a name away."""

from dataclasses import replace

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.erasing import erase_person, erase_process, losses
from strategykit.actions.keeping import check_log
from strategykit.actions.processes import archive, list_processes
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import Agreement, Decision, Meeting
from strategykit.domain.people import Access, Person, Role, Who
from strategykit.domain.process import Process
from strategykit.errors import NotAllowed, TitleNotTyped
from strategykit.storage.database import Database
from tests.support.makers import a_process

NAME = "Gerda Opdigtet"


@pytest.fixture
def process(db: Database, who: Who) -> Process:
    return a_process(db, who, title="Prøvestrategi")


@pytest.fixture
def gerda(db: Database, who: Who, process: Process) -> Person:
    person = Person(id=new_id(), process_id=process.id, name=NAME, role=Role.CHAIR,
                    organisation="Liste Å")  # fmt: skip
    add_entry(db, who, person)
    return person


def added(process: Process, db: Database, kind: type[Entry], **values: object) -> Entry:
    meeting = entries(db, process.id, Meeting)[0]
    return kind(id=new_id(), process_id=process.id, meeting_id=meeting.id, **values)


def test_what_would_be_lost_is_counted_in_words(
    db: Database, process: Process, gerda: Person
) -> None:
    assert gerda.name == NAME
    assert losses(db, process.id)[:2] == ("1 person", "6 møder")


def test_a_wrong_title_deletes_nothing(db: Database, who: Who, process: Process) -> None:
    with pytest.raises(TitleNotTyped) as refused:
        erase_process(db, who, process, "Prøvestrategien")

    assert "Prøvestrategi" in str(refused.value)
    assert [p.id for p in list_processes(db)] == [process.id]


def test_the_title_may_be_written_with_other_capitals_and_blanks(
    db: Database, who: Who, process: Process
) -> None:
    erase_process(db, who, process, "  prøveStrategi ")

    assert list_processes(db) == ()


def test_a_stranger_deletes_nothing(db: Database, process: Process, gerda: Person) -> None:
    stranger = Who(Access.STRANGER)

    with pytest.raises(NotAllowed):
        erase_process(db, stranger, process, process.title)
    with pytest.raises(NotAllowed):
        erase_person(db, stranger, gerda)
    assert entries(db, process.id, Person) == (replace(gerda, position=1),)


def test_the_role_stands_where_the_name_stood_and_decisions_stay(
    db: Database, who: Who, process: Process, gerda: Person
) -> None:
    add_entry(db, who, added(process, db, Agreement, what="Skaffer tal", who=NAME))
    add_entry(db, who, added(process, db, Decision, text=f"{NAME} fører ordet."))

    erase_person(db, who, gerda)

    (person,) = entries(db, process.id, Person)
    assert (person.name, person.organisation, person.erased) == ("formand", "", True)
    assert [a.who for a in entries(db, process.id, Agreement)] == ["formand"]
    assert [d.text for d in entries(db, process.id, Decision)] == [f"{NAME} fører ordet."]


def test_not_a_byte_of_an_erased_name_is_left(
    db: Database, who: Who, process: Process, gerda: Person
) -> None:
    add_entry(db, who, added(process, db, Agreement, what="Skaffer tal", who=NAME))

    erase_person(db, who, gerda)

    assert db.file is not None
    files = b"".join(path.read_bytes() for path in db.file.parent.glob(f"{db.file.name}*"))
    assert NAME.encode() not in files
    assert "Liste Å".encode() not in files


def test_a_name_can_be_erased_from_an_archived_process(
    db: Database, who: Who, process: Process, gerda: Person
) -> None:
    archive(db, who, process)

    erase_person(db, who, gerda)

    assert entries(db, process.id, Person)[0].erased


def test_the_log_tells_that_a_person_was_erased_and_still_holds(
    db: Database, who: Who, process: Process, gerda: Person
) -> None:
    erase_person(db, who, gerda)

    assert check_log(db, process) == 3
