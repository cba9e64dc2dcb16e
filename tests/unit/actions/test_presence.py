"""Who acts is read from the row in the act's own transaction."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from strategykit.actions.access import close_door, sign_in_of
from strategykit.actions.accounts import remove_account
from strategykit.actions.acting import new_id
from strategykit.actions.archives import copy_process, export_process, import_process
from strategykit.actions.boards import write_notes
from strategykit.actions.erasing import clear_traces, erase_person, erase_process
from strategykit.actions.presence import who_of
from strategykit.actions.processes import list_processes
from strategykit.actions.registers import add_entry, change_entry, entries, remove_entry
from strategykit.domain.access import Door
from strategykit.domain.boards import SWOT, Note, Spot
from strategykit.domain.people import Access, Person, Role, Who
from strategykit.domain.process import Process
from strategykit.errors import SignedOut
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.makers import a_process
from tests.support.signing import NAME, an_account, signed_in


def present(db: Database, token: str, process_id: str = "") -> Who:
    return who_of(db, sign_in_of(db, token, Door.FACILITATOR), process_id)


def a_note(process: Process) -> Note:
    return Note(id=new_id(), process_id=process.id, board=SWOT, field="styrker", text="Seddel")


def people(db: Database, process: Process) -> tuple[Person, ...]:
    return entries(db, process.id, Person)


def test_nobody_without_a_sign_in_may_write(db: Database) -> None:
    assert who_of(db, None) == Who(Access.STRANGER)
    assert not present(db, "gæt").may_write


def test_the_first_act_enters_the_name_and_the_next_ones_use_it(both: Database, who: Who) -> None:
    process, token = a_process(both, who), signed_in(both)
    here = present(both, token, process.id)
    assert people(both, process) == ()

    for _ in range(2):
        add_entry(both, here, a_note(process))

    (entered,) = people(both, process)
    assert (entered.id, entered.name, entered.role) == (here.person_id, NAME, Role.ADMINISTRATION)
    with both.reading() as store:
        assert [line.person_id for line in changes.lines(store, process.id)[1:]] == [entered.id] * 2
    assert present(both, signed_in(both), process.id).person_id == entered.id


def test_whoever_bears_the_name_already_is_the_one_who_acts(db: Database, who: Who) -> None:
    process = a_process(db, who)
    known = Person(id="hende", process_id=process.id, name=NAME, role=Role.CONSULTANT)
    add_entry(db, who, known)

    here = present(db, signed_in(db), process.id)
    add_entry(db, here, a_note(process))

    assert here.person_id == "hende"
    assert [person.id for person in people(db, process)] == ["hende"]


def test_a_guest_who_types_the_name_is_somebody_else(db: Database, who: Who) -> None:
    process = a_process(db, who)
    add_entry(db, who, Person(id="g", process_id=process.id, name=NAME, role=Role.GUEST))

    here = present(db, signed_in(db), process.id)
    add_entry(db, here, a_note(process))

    assert here.person_id != "g"
    assert {p.role for p in people(db, process)} == {Role.GUEST, Role.ADMINISTRATION}


def test_in_another_process_it_is_another_person(db: Database, who: Who) -> None:
    token = signed_in(db)
    one, two = (
        present(db, token, a_process(db, who, title=t).id) for t in ("Den ene", "Den anden")
    )

    assert one.person_id != two.person_id


def test_an_erased_name_does_not_come_back_by_itself(db: Database, who: Who) -> None:
    process, token = a_process(db, who), signed_in(db)
    add_entry(db, present(db, token, process.id), a_note(process))
    erase_person(db, who, people(db, process)[0])

    add_entry(db, present(db, token, process.id), a_note(process))

    assert [person.erased for person in people(db, process)] == [True]


def test_a_process_is_begun_by_name(both: Database) -> None:
    process = a_process(both, present(both, signed_in(both)))

    (entered,) = people(both, process)
    with both.reading() as store:
        assert changes.lines(store, process.id)[0].person_id == entered.id


Acts = dict[str, Callable[[Database, Who, Process, Note], object]]
ACTS: Acts = {
    "start": lambda db, who, _, __: a_process(db, who, title="Ny"),
    "add": lambda db, who, process, _: add_entry(db, who, a_note(process)),
    "change": lambda db, who, _, note: change_entry(db, who, note, replace(note, text="Rettet")),
    "remove": lambda db, who, _, note: remove_entry(db, who, note),
    "write": lambda db, who, process, _: write_notes(
        db, who, Spot(process.id, SWOT, "styrker"), "En til", new_id()
    ),
    "import": lambda db, who, process, _: import_process(db, who, export_process(db, process)),
    "copy": lambda db, who, process, _: copy_process(db, who, process, "Kopi", names=True),
    "erase": lambda db, who, process, _: erase_process(db, who, process, process.title),
    "clear": lambda db, who, _, __: clear_traces(db, who),
}


@pytest.mark.parametrize("ended", ["signed out", "removed"])
@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_saved_for_one_who_has_signed_out_since(
    db: Database, who: Who, act: str, ended: str
) -> None:
    process, token = a_process(db, who), signed_in(db)
    note = a_note(process)
    add_entry(db, who, note)
    here = present(db, token, process.id)
    if ended == "removed":
        signed_in(db, "En kollega")
        remove_account(db, an_account(db).id)
    else:
        close_door(db, token)

    with pytest.raises(SignedOut):
        ACTS[act](db, here, process, note)

    assert [found.id for found in list_processes(db)] == [process.id]
    assert [(n.text, n.version) for n in entries(db, process.id, Note)] == [("Seddel", 1)]
    assert people(db, process) == ()
