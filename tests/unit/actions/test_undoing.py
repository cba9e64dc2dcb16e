"""What two facilitators of a meeting can take back, the newest first."""

from pathlib import Path

import pytest

from strategykit.actions.boards import change_note, write_notes
from strategykit.actions.erasing import erase_person, erase_process
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.undoing import MOST, UNDOING, Undoing
from strategykit.domain.boards import SWOT, Done, Note, Spot
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.errors import CannotUndo, DatabaseBusy, UndoneAlready
from strategykit.storage.database import Database
from tests.support.makers import a_process

MEETING = "aften"


@pytest.fixture
def process(both: Database, who: Who) -> Process:
    return a_process(both, who)


@pytest.fixture
def undoing() -> Undoing:
    return Undoing()


def wrote(db: Database, who: Who, process: Process, text: str) -> Done:
    return write_notes(db, who, Spot(process.id, SWOT, "styrker"), text, text.ljust(32, "0"))


def reworded(db: Database, who: Who, note: Note, text: str) -> Done:
    return change_note(db, who, note, Note(**{**vars(note), "text": text}))


def the_note(done: Done) -> Note:
    note = done.after[0]
    assert isinstance(note, Note)
    return note


def newest_id(undoing: Undoing, process: Process) -> str:
    kept = undoing.newest(process.id, MEETING)
    assert kept is not None
    return kept.id


def texts(db: Database, process: Process) -> list[str]:
    return [note.text for note in entries(db, process.id, Note)]


def test_acts_are_taken_back_one_by_one_to_the_first(
    both: Database, who: Who, process: Process, undoing: Undoing
) -> None:
    done = wrote(both, who, process, "en")
    undoing.keep(process.id, MEETING, done)
    for text in ("to", "tre", "fire"):
        done = reworded(both, who, the_note(done), text)
        undoing.keep(process.id, MEETING, done)

    seen = []
    while (kept := undoing.newest(process.id, MEETING)) is not None:
        undoing.take_back(both, who, process.id, MEETING, kept.id)
        seen.append(texts(both, process))

    assert seen == [["tre"], ["to"], ["en"], []]


def test_two_who_press_undo_at_once_undo_one_act(
    both: Database, who: Who, process: Process, undoing: Undoing
) -> None:
    for text in ("en", "to"):
        undoing.keep(process.id, MEETING, wrote(both, who, process, text))
    seen_by_both = newest_id(undoing, process)
    undoing.take_back(both, who, process.id, MEETING, seen_by_both)

    with pytest.raises(UndoneAlready):
        undoing.take_back(both, who, process.id, MEETING, seen_by_both)

    assert texts(both, process) == ["en"]


def test_what_was_changed_past_the_helm_stands_and_leaves_the_way_free(
    both: Database, who: Who, process: Process, undoing: Undoing
) -> None:
    first, second = (wrote(both, who, process, text) for text in ("en", "to"))
    undoing.keep(process.id, MEETING, first)
    undoing.keep(process.id, MEETING, second)
    reworded(both, who, the_note(second), "rettet af den, der skrev den")

    with pytest.raises(CannotUndo):
        undoing.take_back(both, who, process.id, MEETING, newest_id(undoing, process))
    undoing.take_back(both, who, process.id, MEETING, newest_id(undoing, process))

    assert texts(both, process) == ["rettet af den, der skrev den"]


def test_an_act_stays_to_be_taken_back_when_the_database_was_held(
    tmp_path: Path, db: Database, who: Who, undoing: Undoing
) -> None:
    process = a_process(db, who)
    undoing.keep(process.id, MEETING, wrote(db, who, process, "en"))
    kept = newest_id(undoing, process)
    other = Database(f"sqlite:///{tmp_path / 'strategi.db'}")

    with other.writing() as store:
        store.get(Process, process.id)
        with pytest.raises(DatabaseBusy):
            undoing.take_back(db, who, process.id, MEETING, kept)

    other.close()
    assert newest_id(undoing, process) == kept


def test_an_act_that_changed_nothing_is_not_offered(process: Process, undoing: Undoing) -> None:
    undoing.keep(process.id, MEETING, Done("Det var det sidste sted."))

    assert undoing.newest(process.id, MEETING) is None


def test_the_same_act_of_two_is_kept_once(
    both: Database, who: Who, process: Process, undoing: Undoing
) -> None:
    done = wrote(both, who, process, "en")
    undoing.keep(process.id, MEETING, done)
    undoing.keep(process.id, MEETING, done)

    undoing.take_back(both, who, process.id, MEETING, newest_id(undoing, process))

    assert undoing.newest(process.id, MEETING) is None


def test_only_so_many_acts_are_kept(process: Process, undoing: Undoing) -> None:
    note = Note(id="n", process_id=process.id, board=SWOT, text="en")
    for number in range(MOST + 20):
        undoing.keep(process.id, MEETING, Done(str(number), (), (note, note)[: 1 + number % 2]))

    told = []
    while (kept := undoing.newest(process.id, MEETING)) is not None:
        told.append(kept.done.told)
        undoing._pop(process.id, MEETING, kept.id)  # noqa: SLF001 - without a database
    assert told == [str(number) for number in reversed(range(20, MOST + 20))]


def test_meetings_are_apart_and_a_process_that_is_gone_leaves_nothing(
    process: Process, undoing: Undoing
) -> None:
    note = Note(id="n", process_id=process.id, board=SWOT, text="en")
    undoing.keep(process.id, MEETING, Done("her", (), (note,)))

    assert undoing.newest(process.id, "en anden aften") is None
    undoing.forget(process.id)
    assert undoing.newest(process.id, MEETING) is None


def test_what_stands_for_good_is_not_offered_any_more(process: Process, undoing: Undoing) -> None:
    notes = [Note(id=name, process_id=process.id, board=SWOT, text=name) for name in "ab"]
    for note in notes:
        undoing.keep(process.id, MEETING, Done(note.text, (), (note,)))

    undoing.close_off(process.id, MEETING, "b")

    kept = undoing.newest(process.id, MEETING)
    assert kept is not None
    assert kept.done.told == "a"


@pytest.mark.parametrize("erased", ["person", "process"])
def test_what_is_erased_cannot_be_taken_back(
    both: Database, who: Who, process: Process, erased: str
) -> None:
    person = Person(id="p" * 32, process_id=process.id, name="Prøve Person")
    add_entry(both, who, person)
    kept = next(p for p in entries(both, process.id, Person) if p.id == person.id)
    UNDOING.keep(process.id, MEETING, Done("omdøbt", (kept,), (kept,)))

    if erased == "person":
        erase_person(both, who, kept)
    else:
        erase_process(both, who, process, process.title)

    assert UNDOING.newest(process.id, MEETING) is None
