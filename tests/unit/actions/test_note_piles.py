"""Several notes at once: hidden, shown again, let go, moved."""

import pytest

from strategykit.actions.boards import make_group
from strategykit.actions.collecting import change_note
from strategykit.actions.note_piles import hide_notes, move_to_field, release_notes, show_notes
from strategykit.domain.boards import SWOT, Note, Spot
from strategykit.errors import Empty, HoldsCpr, NoteRewritten, NotFound
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER, Hall, a_hall


@pytest.fixture
def hall(both: Database) -> Hall:
    return a_hall(both)


def three(hall: Hall, **rules: object) -> list[Note]:
    step = hall.step("skriv-uden-navn", **BOARD, **rules)
    return [hall.write(step, number, f"Seddel {number}") for number in range(3)]


def shown(hall: Hall) -> set[str]:
    return {note.text for note in hall.view.contents[SWOT].shown}


def versions(notes: list[Note]) -> dict[str, int]:
    return {note.id: note.version for note in notes}


def test_notes_are_hidden_together_for_one_reason(hall: Hall) -> None:
    notes = three(hall)

    done = hide_notes(hall.db, LEADER, hall.process.id, versions(notes[:2]), " Nævner en person ")

    assert shown(hall) == {"Seddel 2"}
    assert {n.hidden_reason for n in hall.view.contents[SWOT].notes if n.hidden} == {
        "Nævner en person"
    }
    assert done.told == "2 sedler er skjult."


def test_nothing_is_hidden_without_a_reason(hall: Hall) -> None:
    notes = three(hall)

    with pytest.raises(Empty):
        hide_notes(hall.db, LEADER, hall.process.id, versions(notes), "  ")

    assert len(shown(hall)) == 3


def test_a_cpr_number_is_no_reason(hall: Hall) -> None:
    notes = three(hall)

    with pytest.raises(HoldsCpr):
        hide_notes(hall.db, LEADER, hall.process.id, versions(notes), "010203-1234")


def test_a_note_that_was_rewritten_since_is_read_before_it_is_hidden(hall: Hall) -> None:
    one, other, _ = three(hall)
    change_note(hall.db, hall.phone(0), one.step_id, one.id, one.version, "styrker", "Bedre ord")

    with pytest.raises(NoteRewritten):
        hide_notes(hall.db, LEADER, hall.process.id, versions([one, other]), "Nævner en person")

    assert shown(hall) == {"Bedre ord", "Seddel 1", "Seddel 2"}


def test_hidden_notes_come_back(hall: Hall) -> None:
    notes = three(hall)
    hide_notes(hall.db, LEADER, hall.process.id, versions(notes), "Nævner en person")

    show_notes(hall.db, LEADER, hall.process.id, [notes[0].id])

    assert shown(hall) == {"Seddel 0"}


def test_held_notes_are_let_go_one_by_one_or_all(hall: Hall) -> None:
    notes = three(hall, held=True)
    assert shown(hall) == set()

    release_notes(hall.db, LEADER, hall.process.id, [notes[1].id])
    assert shown(hall) == {"Seddel 1"}

    release_notes(hall.db, LEADER, hall.process.id, [note.id for note in notes])
    assert shown(hall) == {"Seddel 0", "Seddel 1", "Seddel 2"}


def test_a_note_in_another_field_leaves_its_group(hall: Hall) -> None:
    notes = three(hall)
    spot, ids = Spot(hall.process.id, SWOT), [note.id for note in notes]
    make_group(hall.db, LEADER, spot, "Samlet", ids, "g" * 32)

    move_to_field(hall.db, LEADER, hall.process.id, ids[:1], "svagheder")

    moved = next(n for n in hall.view.contents[SWOT].notes if n.id == ids[0])
    assert (moved.field, moved.group_id) == ("svagheder", "")


def test_moving_to_where_they_are_changes_nothing(hall: Hall) -> None:
    notes = three(hall)

    done = move_to_field(hall.db, LEADER, hall.process.id, [notes[0].id], "styrker")

    assert (done.before, done.after) == ((), ())


def test_notes_of_another_process_are_not_found(hall: Hall) -> None:
    elsewhere = a_hall(hall.db)
    theirs = three(elsewhere)

    with pytest.raises(NotFound):
        hide_notes(hall.db, LEADER, hall.process.id, versions(theirs), "Nævner en person")

    assert len(shown(elsewhere)) == 3


def test_no_notes_are_no_act(hall: Hall) -> None:
    with pytest.raises(Empty):
        show_notes(hall.db, LEADER, hall.process.id, [])
