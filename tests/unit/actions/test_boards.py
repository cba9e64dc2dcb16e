"""Writing, grouping, hiding and undoing on a board, in a real database."""

from dataclasses import replace

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.boards import (
    board_of,
    change_note,
    dissolve_group,
    hide_note,
    make_group,
    move_notes,
    remove_note,
    rename_group,
    show_note,
    undo,
    write_notes,
)
from strategykit.actions.dots import give_dots, members_of
from strategykit.actions.materials import revision_of
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.areas import Area
from strategykit.domain.boards import BoardContent, Note, Spot
from strategykit.domain.people import Access, Person, Role, Who
from strategykit.domain.process import Process
from strategykit.errors import (
    CannotUndo,
    EditConflict,
    Empty,
    HoldsCpr,
    MixedFields,
    NotAllowed,
    NotFound,
    NothingPicked,
    OutOfRange,
)
from strategykit.storage import changes
from strategykit.storage.database import Database


@pytest.fixture
def process(db: Database) -> Process:
    with db.writing() as store:
        return store.add(
            Process(
                id="p",
                process_id="p",
                name="prøve",
                title="Prøve",
                municipality="787",
                committee="Udvalg",
            )
        )


@pytest.fixture
def spot(process: Process) -> Spot:
    return Spot(process.id, "swot", "styrker")


def board(db: Database, spot: Spot) -> BoardContent:
    return board_of(db, spot.process_id, spot.board, revision_of(db, spot.process_id))


def texts(db: Database, spot: Spot) -> list[str]:
    return [note.text for note in board(db, spot).shown]


def three(db: Database, who: Who, spot: Spot) -> tuple[Note, ...]:
    write_notes(db, who, spot, "Overblik\nUngehuset virker\nNetværk", new_id())
    return board(db, spot).notes


def log(db: Database, process_id: str) -> list[tuple[str, str]]:
    with db.reading() as store:
        return [(row.act, row.subject) for row in changes.lines(store, process_id)]


def test_each_line_becomes_a_note_in_its_field(db: Database, who: Who, spot: Spot) -> None:
    notes = three(db, who, spot)

    assert [(n.text, n.field) for n in notes] == [
        ("Overblik", "styrker"),
        ("Ungehuset virker", "styrker"),
        ("Netværk", "styrker"),
    ]
    assert log(db, spot.process_id)[-1] == ("add", "Note")


def test_a_double_tap_writes_once(db: Database, who: Who, spot: Spot) -> None:
    nonce = new_id()

    write_notes(db, who, spot, "En\nTo", nonce)
    write_notes(db, who, spot, "En\nTo", nonce)

    assert texts(db, spot) == ["En", "To"]


def test_nothing_is_written_of_a_list_with_a_cpr_number_in_it(
    db: Database, who: Who, spot: Spot
) -> None:
    with pytest.raises(HoldsCpr):
        write_notes(db, who, spot, "God seddel\nRing til 010199-1234", new_id())
    with pytest.raises(Empty):
        write_notes(db, who, spot, " \n\n", new_id())

    assert texts(db, spot) == []


def test_only_the_facilitator_writes(db: Database, spot: Spot) -> None:
    with pytest.raises(NotAllowed):
        write_notes(db, Who(Access.STRANGER), spot, "Seddel", new_id())


def test_a_note_in_another_field_leaves_its_group(db: Database, who: Who, spot: Spot) -> None:
    first, second, _ = three(db, who, spot)
    make_group(db, who, spot, "Samlet", [first.id, second.id], new_id())
    seen = board(db, spot).notes[0]

    change_note(db, who, seen, replace(seen, field="trusler"))

    moved = board(db, spot).notes[0]
    assert (moved.field, moved.group_id) == ("trusler", "")
    with pytest.raises(EditConflict):
        change_note(db, who, seen, replace(seen, text="For sent"))


def test_a_note_is_hidden_only_with_a_reason_and_can_come_back(
    db: Database, who: Who, spot: Spot
) -> None:
    note = three(db, who, spot)[0]

    with pytest.raises(Empty):
        hide_note(db, who, note, "  ")
    hide_note(db, who, note, "Nævner en person")
    hidden = board(db, spot).notes[0]

    assert texts(db, spot) == ["Ungehuset virker", "Netværk"]
    assert hidden.hidden_reason == "Nævner en person"
    show_note(db, who, hidden)
    assert len(texts(db, spot)) == 3


def test_groups_take_in_and_let_go(db: Database, who: Who, spot: Spot) -> None:
    first, second, third = three(db, who, spot)

    make_group(db, who, spot, "Det virker", [first.id, second.id], new_id())
    group = board(db, spot).groups[0]
    move_notes(db, who, spot.process_id, [third.id], group)

    assert [c.title for c in board(db, spot).clusters()] == ["Det virker"]
    move_notes(db, who, spot.process_id, [first.id], None)
    rename_group(db, who, group, "Det ved vi virker")
    assert {c.title for c in board(db, spot).clusters()} == {"Overblik", "Det ved vi virker"}


def test_a_group_without_notes_is_gone_with_its_dots(db: Database, who: Who, spot: Spot) -> None:
    first, second, _ = three(db, who, spot)
    make_group(db, who, spot, "Kort liv", [first.id, second.id], new_id())
    give_dots(db, who, spot.process_id, {board(db, spot).groups[0].id: 4})

    done = move_notes(db, who, spot.process_id, [first.id, second.id], None)

    assert board(db, spot).groups == ()
    assert board(db, spot).dots == {}
    undo(db, who, spot.process_id, done)
    assert next((c.title, c.dots) for c in board(db, spot).clusters()) == ("Kort liv", 4)


def test_without_a_chosen_note_nothing_is_gathered_or_moved(
    db: Database, who: Who, spot: Spot
) -> None:
    with pytest.raises(NothingPicked, match="Ingen sedler er valgt"):
        make_group(db, who, spot, "Tom", [], new_id())
    with pytest.raises(NothingPicked, match="Ingen sedler er valgt"):
        move_notes(db, who, spot.process_id, [], None)

    assert board(db, spot).groups == ()


def test_notes_of_two_fields_are_not_grouped(db: Database, who: Who, spot: Spot) -> None:
    first = three(db, who, spot)[0]
    write_notes(db, who, replace(spot, field="trusler"), "Uden for", new_id())
    other = board(db, spot).notes[-1]

    with pytest.raises(MixedFields):
        make_group(db, who, spot, "Blandet", [first.id, other.id], new_id())

    assert board(db, spot).groups == ()


def test_dots_are_set_not_added(db: Database, who: Who, spot: Spot) -> None:
    first, second, _ = three(db, who, spot)

    give_dots(db, who, spot.process_id, {first.id: 11, second.id: 3})
    give_dots(db, who, spot.process_id, {first.id: 9})

    assert board(db, spot).dots == {first.id: 9, second.id: 3}
    with pytest.raises(OutOfRange):
        give_dots(db, who, spot.process_id, {first.id: 1001})
    with pytest.raises(NotFound):
        give_dots(db, who, spot.process_id, {"findes ikke": 1})


def test_a_dissolved_group_comes_back_whole(db: Database, who: Who, spot: Spot) -> None:
    notes = three(db, who, spot)
    make_group(db, who, spot, "Det virker", [n.id for n in notes], new_id())
    group = board(db, spot).groups[0]
    give_dots(db, who, spot.process_id, {group.id: 5, notes[0].id: 2})

    done = dissolve_group(db, who, group)
    assert [c.dots for c in board(db, spot).clusters()] == [2, 0, 0]

    undo(db, who, spot.process_id, done)
    only = board(db, spot).clusters()[0]
    assert (only.title, only.dots, len(only.notes)) == ("Det virker", 7, 3)


def test_a_removed_note_takes_its_trace_along_and_brings_it_back(
    db: Database, who: Who, spot: Spot
) -> None:
    first, second, _ = three(db, who, spot)
    give_dots(db, who, spot.process_id, {first.id: 2})
    area = Area(id="o", process_id=spot.process_id, name="Ansvar", note_ids=(first.id, second.id))
    add_entry(db, who, area)

    done = remove_note(db, who, first)
    assert entries(db, spot.process_id, Area)[0].note_ids == (second.id,)
    assert board(db, spot).dots == {}

    undo(db, who, spot.process_id, done)
    assert entries(db, spot.process_id, Area)[0].note_ids == (first.id, second.id)
    assert board(db, spot).dots == {first.id: 2}
    assert texts(db, spot)[0] == "Overblik"


def test_undo_of_what_was_written_and_given(db: Database, who: Who, spot: Spot) -> None:
    first = three(db, who, spot)[0]
    give_dots(db, who, spot.process_id, {first.id: 5})
    given = give_dots(db, who, spot.process_id, {first.id: 2})
    written = write_notes(db, who, spot, "Skrevet ved en fejl", new_id())

    undo(db, who, spot.process_id, written)
    undo(db, who, spot.process_id, given)

    assert "Skrevet ved en fejl" not in texts(db, spot)
    assert board(db, spot).dots == {first.id: 5}
    assert log(db, spot.process_id)[-1] == ("undo", "Note")


def test_what_was_changed_since_is_not_undone(db: Database, who: Who, spot: Spot) -> None:
    written = write_notes(db, who, spot, "Seddel", new_id())
    seen = board(db, spot).notes[0]
    change_note(db, who, seen, replace(seen, text="Rettet af en anden"))

    with pytest.raises(CannotUndo):
        undo(db, who, spot.process_id, written)

    assert texts(db, spot) == ["Rettet af en anden"]


def test_the_committee_gives_dots_and_the_administration_does_not(
    db: Database, who: Who, process: Process
) -> None:
    for name, role in (("Formand", Role.CHAIR), ("Medlem", Role.MEMBER), ("Sek", Role.CONSULTANT)):
        add_entry(db, who, Person(id=new_id(), process_id=process.id, name=name, role=role))

    assert members_of(db, process.id) == 2
