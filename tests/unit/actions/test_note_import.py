"""Notes from a file: all of them or none, the same file once, and back again as one."""

from dataclasses import replace

import pytest

from strategykit.actions.boards import change_note, make_group, undo
from strategykit.actions.note_import import (
    import_notes,
    imported_files,
    plan_of,
    read_note_file,
    take_back,
)
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.areas import Area
from strategykit.domain.boards import OBSTACLES, SWOT, Dot, Note, NoteGroup, Spot
from strategykit.domain.note_columns import guessed_columns
from strategykit.domain.note_import import NoteFile, NoteImport, NoteReading, guessed_places
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.errors import CannotUndo, HoldsCpr, NotAllowed, NotFound, NothingToImport
from strategykit.storage.database import Database
from tests.support.makers import a_process

PLACES = {"styrker": "Styrker", "svagheder": "Svagheder", "trusler": "Trusler"}
FILE = b"""Tekst;Felt;Bord;Prikker
Vi kender de unge;Styrker;Bord 3;4
Ingen har ansvaret;Svagheder;;
;Trusler;Bord 1;
Ring til 010190-1234;Trusler;;
Ny lov;Helt andet;;
Ingen  har ansvaret;Svagheder;;2
"""


@pytest.fixture
def process(both: Database, who: Who) -> Process:
    return a_process(both, who)


def spot(process: Process, board: str = SWOT) -> Spot:
    return Spot(process.id, board, "styrker")


def read(data: bytes = FILE, name: str = "mur.csv") -> NoteFile:
    return read_note_file(data, name)


def reading(file: NoteFile, place: str = "") -> NoteReading:
    columns = guessed_columns(file.tables[0])
    words = [columns.said(row)["felt"] for row in columns.below(file.tables[0])]
    return NoteReading(0, columns, PLACES, guessed_places(words, PLACES), place)


def bring_in(db: Database, who: Who, process: Process, import_id: str = "i", **of: bytes) -> None:
    file = read(**of)
    import_notes(db, who, spot(process), file, reading(file), import_id)


def texts(db: Database, process: Process) -> list[str]:
    return [note.text for note in entries(db, process.id, Note)]


def test_rows_become_notes_with_their_field_their_group_and_their_dots(
    both: Database, who: Who, process: Process
) -> None:
    file = read()
    plan = plan_of(both, spot(process), file, reading(file))

    assert texts(both, process) == []
    assert [str(row) for row in plan.refused] == [
        "Linje 4: der står ingen tekst.",
        "Linje 5: den indeholder noget, der ligner et CPR-nummer (0101••-••••).",
        "Linje 6: feltet 'Helt andet' findes ikke på tavlen; den har Styrker, Svagheder, Trusler.",
        "Linje 7: den samme tekst står i linje 3.",
    ]

    done = import_notes(both, who, spot(process), file, reading(file), "i")

    first, second = entries(both, process.id, Note)
    (source,) = entries(both, process.id, NoteImport)
    assert (first.text, first.field, first.origin) == ("Vi kender de unge", "styrker", "Bord 3")
    assert (second.text, second.field, second.origin) == ("Ingen har ansvaret", "svagheder", "")
    assert {first.import_id, second.import_id} == {source.id}
    assert source.name == "mur.csv"
    assert [dot.subject_id for dot in entries(both, process.id, Dot)] == [first.id] * 4
    assert done.told == "Hentet ind: 2 sedler fra mur.csv."


def test_a_double_tap_and_the_same_file_again_count_once(
    both: Database, who: Who, process: Process
) -> None:
    bring_in(both, who, process)
    bring_in(both, who, process)

    with pytest.raises(NothingToImport):
        bring_in(both, who, process, "igen")

    assert len(texts(both, process)) == 2
    assert plan_of(both, spot(process), read(), reading(read())).before is not None


def test_a_note_that_was_rewritten_is_known_when_its_file_comes_again(
    both: Database, who: Who, process: Process
) -> None:
    bring_in(both, who, process)
    note = entries(both, process.id, Note)[0]
    change_note(both, who, note, replace(note, text="Vi kender dem godt"))

    plan = plan_of(both, spot(process), read(), reading(read()))

    assert plan.new == ()
    assert "Linje 2: den er hentet ind før, og sedlen er rettet siden." in map(str, plan.refused)


def test_a_file_is_taken_back_whole_and_that_can_be_undone(
    both: Database, who: Who, process: Process
) -> None:
    bring_in(both, who, process)
    notes = entries(both, process.id, Note)
    area = Area(id="a", process_id=process.id, name="Ansvar", note_ids=(notes[0].id,))
    add_entry(both, who, area)
    make_group(both, who, spot(process), "Kendskab", [notes[0].id], "g")
    (found,) = imported_files(both, process.id, SWOT)
    assert (found.notes, found.touched) == (2, 1)

    done = take_back(both, who, found.file)

    for kind in (Note, Dot, NoteGroup, NoteImport):
        assert entries(both, process.id, kind) == ()
    assert entries(both, process.id, Area)[0].note_ids == ()
    with pytest.raises(NotFound):
        take_back(both, who, found.file)

    undo(both, who, process.id, done)

    assert len(texts(both, process)) == 2
    assert len(entries(both, process.id, Dot)) == 4
    assert entries(both, process.id, Area)[0].note_ids == (notes[0].id,)
    assert imported_files(both, process.id, SWOT)[0].file == found.file


def test_bringing_in_is_undone_until_somebody_has_worked_with_it(
    both: Database, who: Who, process: Process
) -> None:
    file = read()
    done = import_notes(both, who, spot(process), file, reading(file), "i")
    undo(both, who, process.id, done)
    assert texts(both, process) == []
    assert imported_files(both, process.id, SWOT) == ()

    done = import_notes(both, who, spot(process), file, reading(file), "j")
    note = entries(both, process.id, Note)[0]
    change_note(both, who, note, replace(note, text="Rettet"))
    with pytest.raises(CannotUndo):
        undo(both, who, process.id, done)
    assert len(texts(both, process)) == 2


def test_a_board_of_barriers_takes_the_kinds_for_fields(
    both: Database, who: Who, process: Process
) -> None:
    file = read(b"Tekst;Felt\nLoven skifter ved 18;Juridisk\n")
    kinds = {"juridisk": "Juridisk", "faglig": "Faglig"}
    how = replace(reading(file), places=kinds, meant=guessed_places(["Juridisk"], kinds))

    import_notes(both, who, replace(spot(process, OBSTACLES), field="f"), file, how, "i")

    (note,) = entries(both, process.id, Note)
    assert (note.board, note.field, note.barrier) == (OBSTACLES, "f", "juridisk")


def test_what_looks_like_a_formula_or_html_is_kept_as_it_is_written(
    both: Database, who: Who, process: Process
) -> None:
    hostile = ["=1+1", "@SUM(A1)", "<img src=x onerror=alert(1)>", "$x^2$ **fed**", "-5 grader"]
    file = read("\n".join(["Tekst", *hostile]).encode())

    import_notes(both, who, spot(process), file, reading(file, "styrker"), "i")

    assert texts(both, process) == hostile


def test_only_a_facilitator_brings_notes_in(both: Database, process: Process) -> None:
    with pytest.raises(NotAllowed):
        bring_in(both, Who(Access.STRANGER), process)
    assert texts(both, process) == []


def test_a_cpr_number_in_the_files_name_is_refused() -> None:
    with pytest.raises(HoldsCpr):
        read(name="010190-1234.csv")
