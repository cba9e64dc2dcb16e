"""Which row becomes a note, and what is said of those that do not."""

import zipfile
from contextlib import suppress
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategykit.domain.boards import Note
from strategykit.domain.note_columns import (
    NONE,
    NoteColumns,
    column_names,
    guessed_columns,
    guessed_header,
)
from strategykit.domain.note_import import (
    MOST_NOTES,
    NoteFile,
    NotePlan,
    NoteReading,
    field_words,
    guessed_places,
    plan_notes,
)
from strategykit.errors import BadFile, FileTooLarge, HoldsCpr, NoRows, StrategyError
from strategykit.spreadsheet_files import note_file

PLACES = {"styrker": "Styrker", "svagheder": "Svagheder"}
ROWS = [("Seddel", "Felt"), ("Vi kender dem på gaden", "Styrker"), ("Få møder", "Svagheder")]


def a_file(text: str | bytes) -> NoteFile:
    return note_file(text.encode() if isinstance(text, str) else text, "f.csv")


def planned(text: str, place: str = "styrker", there: tuple[Note, ...] = ()) -> NotePlan:
    file = a_file(text)
    columns = guessed_columns(file.tables[0])
    words = [columns.said(row)["felt"] for row in columns.below(file.tables[0])]
    meant = guessed_places(words, PLACES)
    return plan_notes(file, NoteReading(0, columns, PLACES, meant, place), there)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_usual_form_of_text_file_gives_the_same_notes(
    delimiter: str, encoding: str, line_end: str
) -> None:
    text = line_end.join(delimiter.join(row) for row in ROWS)

    file = a_file(text.encode(encoding))

    assert guessed_columns(file.tables[0]) == NoteColumns(text=0, field=1, header=1)
    assert [row.cells for row in file.tables[0].rows] == ROWS


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        ("Idea;Group;Votes", (0, NONE, 1, 2)),
        ("Voter;Response;Upvotes", (1, NONE, NONE, 2)),
        ("Frame;Content;Author", (1, 0, NONE, NONE)),
        ("Nr.;Sedlens tekst (kort);Kategori;Antal stemmer", (1, 2, NONE, 3)),
        ("Title;Description;Team;Tags;Likes", (1, 3, 2, 4)),
    ],
)
def test_columns_are_guessed_by_their_heads_and_names_of_persons_never(
    heads: str, columns: tuple[int, int, int, int]
) -> None:
    file = a_file(f"{heads}\n{'a;b;c;d;e'}\n")
    found = guessed_columns(file.tables[0], 1)

    assert (found.text, found.field, found.origin, found.dots) == columns


def test_answers_go_to_the_field_that_their_question_is_like() -> None:
    plan = planned(
        "Question,Response,Votes\n"
        "Hvad er jeres styrker?,Tavlen,3\n"
        "Hvad er jeres svagheder?,Papir,5\n"
    )

    assert [(note.place, note.dots) for note in plan.new] == [("styrker", 3), ("svagheder", 5)]


def test_heads_further_down_are_found_and_without_any_the_longest_column_is_the_text() -> None:
    far = a_file("Eksport;\nDato;3. juni\nSvar;Bord\nAlle kender mandagstavlen;2\n").tables[0]
    none = a_file("1;Alle kender mandagstavlen\n2;Ingen ved, hvem der gør hvad\n").tables[0]

    assert guessed_header(far) == 3
    assert guessed_columns(none) == NoteColumns(text=1)
    assert column_names(none, 0)[1] == "Kolonne 2 (Alle kender mandagstavlen)"


def test_a_text_that_runs_over_several_lines_is_one_note() -> None:
    (note,) = planned('Tekst;Felt\n"Første linje\nanden linje";Styrker\n').new

    assert (note.text, note.line) == ("Første linje anden linje", 2)


def test_a_note_on_the_board_is_not_brought_in_again_however_it_is_spaced() -> None:
    there = Note(id="n", process_id="p", board="swot", text="Vi  KENDER dem", hidden=True)

    plan = planned("Tekst\nvi kender dem\nNyt\n", there=(there,))

    assert [note.text for note in plan.new] == ["Nyt"]
    assert str(plan.refused[0]) == "Linje 2: sedlen står på tavlen i forvejen, men er ikke vist."


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("\u200b;Styrker;", "der står ingen tekst"),
        (f"{'a' * 501};Styrker;", "teksten er på 501 tegn; en seddel har højst 500"),
        ("A;Styrker;mange", "antallet af prikker 'mange' kan ikke læses"),
        ("A;Styrker;-1", "antallet af prikker '-1' kan ikke læses"),
        ("A;Styrker;99999999999", "antallet af prikker"),
        ("A;Styrker;²", "antallet af prikker '²' kan ikke læses"),
        ("A;Helt andet;", "feltet 'Helt andet' findes ikke på tavlen; den har Styrker, Svagheder"),
        ("A;;", "den siger ikke, hvilket felt sedlen hører til"),
        ("A 010190 1234;Styrker;", "den indeholder noget, der ligner et CPR-nummer (0101••-••••)"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(row: str, reason: str) -> None:
    plan = planned(f"Tekst;Felt;Prikker\n{row}\nGod nok;Styrker;2\n", place="")

    assert [note.text for note in plan.new] == ["God nok"]
    (refused,) = plan.refused
    assert refused.line == 2
    assert refused.reason.startswith(reason)


def test_words_mean_the_field_they_are_like() -> None:
    words = ["STYRKER ", "styrke", "Stærke sider", "Zebra", ""]

    assert list(guessed_places(words, PLACES).values())[:2] == ["styrker", "styrker"]
    assert guessed_places(["Zebra"], PLACES) == {"Zebra": ""}


def test_more_notes_or_dots_than_a_wall_carries_are_refused() -> None:
    many = "\n".join(["Tekst", *(f"Seddel {n}" for n in range(MOST_NOTES + 1))])
    dots = "\n".join(["Tekst;Prikker", *(f"Seddel {n};1000" for n in range(11))])

    with pytest.raises(FileTooLarge, match=r"1\.000 sedler"):
        planned(many)
    with pytest.raises(FileTooLarge, match=r"10\.000 prikker"):
        planned(dots)


def test_a_cpr_number_over_the_rows_stops_the_file() -> None:
    with pytest.raises(HoldsCpr):
        planned("Sag 010190-1234;\nTekst;Felt\nA;Styrker\n")


def test_a_workbook_that_unpacks_to_far_too_much_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 70_000_000)

    with pytest.raises(FileTooLarge, match="60 MB"):
        a_file(out.getvalue())


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(FileTooLarge, match="10 MB"):
        a_file(b"a;b\n" * 50_000_000)


@pytest.mark.parametrize("data", [b"", b"\n\n ;; \n", b"\xff\xfe"])
def test_an_empty_file_says_so(data: bytes) -> None:
    with pytest.raises(NoRows):
        a_file(data)


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\x89PNG\r\n\x1a\n\0\0", b"\0" * 9])
def test_what_is_no_list_of_notes_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        a_file(data)


def test_a_file_is_known_by_what_is_in_it() -> None:
    one, other = a_file("Tekst\nA\n"), a_file("Tekst\nB\n")

    assert one.checksum == note_file(b"Tekst\nA\n", "andet navn.csv").checksum
    assert one.checksum != other.checksum


CELLS = st.text(max_size=12) | st.sampled_from(
    ["Tekst", "Felt", "Styrker", "Prikker", "3", "", "=1+1", "010190-1234", "\ud800", "\x00"]
)


@given(
    st.lists(st.lists(CELLS, max_size=6), max_size=8),
    st.sampled_from([";", ",", "\t", "|", "\n"]),
    st.sampled_from(["utf-8", "cp1252", "utf-16", "utf-16-le"]),
    st.integers(-1, 6),
)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_file_is_read_or_refused_and_every_row_is_told(
    rows: list[list[str]], delimiter: str, encoding: str, place: int
) -> None:
    data = "\n".join(delimiter.join(row) for row in rows).encode(encoding, "replace")
    try:
        file = note_file(data, "f.csv")
        columns = replace(guessed_columns(file.tables[0]), field=place, dots=place - 1)
        column_names(file.tables[0], columns.header)
        meant = guessed_places(field_words(file.tables[0], columns), PLACES)
        plan = plan_notes(file, NoteReading(0, columns, PLACES, meant, "styrker"), ())
    except StrategyError:
        return

    told = len(plan.new) + len(plan.refused)
    assert told == len(columns.below(file.tables[0]))
    assert all(note.place in PLACES for note in plan.new)


@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda data: b"PK\x03\x04" + data))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_bytes_are_a_file_of_notes_or_refused(data: bytes) -> None:
    with suppress(StrategyError):
        note_file(data, "f.xlsx")
