"""Notes out of the rows of a file from Miro, Mentimeter, GroupMap or a spreadsheet."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import ClassVar

from strategykit.domain.boards import NOTE_LENGTH, Note, note_lines
from strategykit.domain.cpr import find_cpr
from strategykit.domain.entry import Entry, said
from strategykit.domain.figure_import import RefusedRow
from strategykit.domain.note_columns import DOTS, FIELD, ORIGIN, TEXT, NoteColumns, NoteTable
from strategykit.domain.numbers import danish
from strategykit.domain.spreadsheets import SheetRow
from strategykit.errors import FileTooLarge, HoldsCpr

MOST_NOTES, MOST_DOTS, DOTS_EACH = 1_000, 10_000, 1_000
ORIGIN_LENGTH = 100
_LIKENESS = 0.6


@dataclass(frozen=True, kw_only=True)
class NoteImport(Entry):
    """A file whose rows became notes on a board; `checksum` is what the file is known again by."""

    noun: ClassVar[str] = "Filen"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    board: str = said("Tavle", hidden=True)
    name: str = said("Fil")
    checksum: str = said("Kontrolsum", hidden=True)
    read_at: datetime = said("Hentet ind", hidden=True)


@dataclass(frozen=True)
class NoteFile:
    """A file as it was read: its sheets, and a notice of how its letters were read."""

    name: str
    checksum: str
    tables: tuple[NoteTable, ...]
    notice: str = ""


@dataclass(frozen=True)
class NoteReading:
    """How a file is read; `places` are the places of the board by key, `meant` the place that
    each word of the field column stands for, and `place` where notes without one go."""

    sheet: int
    columns: NoteColumns
    places: Mapping[str, str]
    meant: Mapping[str, str]
    place: str = ""


@dataclass(frozen=True)
class ReadNote:
    """One row that can become a note."""

    line: int
    text: str
    place: str
    origin: str = ""
    dots: int = 0


@dataclass(frozen=True)
class NotePlan:
    """Every row either becomes a note or is refused; `before` is the same file's last reading."""

    new: tuple[ReadNote, ...]
    refused: tuple[RefusedRow, ...]
    before: NoteImport | None = None


def field_words(table: NoteTable, columns: NoteColumns) -> tuple[str, ...]:
    """The different words of the field column, in the order they come."""
    found = (columns.said(row)[FIELD] for row in columns.below(table))
    return tuple(dict.fromkeys(word for word in found if word))


def guessed_places(words: Iterable[str], places: Mapping[str, str]) -> Mapping[str, str]:
    """The place that each word stands for, by title, key or likeness; empty for none."""
    known = {_alike(key): key for key in places} | {_alike(t): key for key, t in places.items()}
    return {word: _place_of(_alike(word), known) for word in words}


def plan_notes(
    file: NoteFile, reading: NoteReading, there: Sequence[Note], before: NoteImport | None = None
) -> NotePlan:
    """What the file would add to a board; raises HoldsCpr for a heading or FileTooLarge."""
    table = file.tables[reading.sheet]
    _refuse_cpr(row for row in table.rows if row.line <= reading.columns.header)
    on_board = {_alike(note.text): note for note in there}
    seen: dict[str, int] = {}
    new: list[ReadNote] = []
    refused: list[RefusedRow] = []
    for row in reading.columns.below(table):
        result = _result(row, reading)
        if isinstance(result, ReadNote):
            reason = _double(_alike(result.text), seen, on_board)
            if not reason:
                seen[_alike(result.text)] = row.line
                new.append(result)
                continue
            result = RefusedRow(row.line, reason)
        refused.append(result)
    _refuse_many(new)
    return NotePlan(tuple(new), tuple(refused), before)


def _result(row: SheetRow, reading: NoteReading) -> ReadNote | RefusedRow:
    told = reading.columns.said(row)
    text = " ".join(note_lines(told[TEXT]))
    reason = _unfit(row, text, told) or _unknown_place(told, reading)
    if reason:
        return RefusedRow(row.line, reason)
    place = reading.meant[told[FIELD]] if told[FIELD] else reading.place
    return ReadNote(row.line, text, place, told[ORIGIN], int(told[DOTS] or 0))


def _unfit(row: SheetRow, text: str, told: Mapping[str, str]) -> str:
    if found := find_cpr(" ".join(row.cells)):
        return f"den indeholder noget, der ligner et CPR-nummer ({found[0]})"
    if all(unicodedata.category(sign)[0] in "ZC" for sign in text):  # nothing that is seen
        return "der står ingen tekst"
    if len(text) > NOTE_LENGTH:
        return f"teksten er på {danish(len(text))} tegn; en seddel har højst {NOTE_LENGTH}"
    if len(told[ORIGIN]) > ORIGIN_LENGTH:
        return f"gruppens navn er på mere end {ORIGIN_LENGTH} tegn"
    dots = told[DOTS]
    if dots and not (dots.isascii() and dots.isdigit() and int(dots[:9]) <= DOTS_EACH):
        return (
            f"antallet af prikker '{dots[:20]}' kan ikke læses; skriv et helt tal fra 0 til "
            f"{danish(DOTS_EACH)}"
        )
    return ""


def _unknown_place(told: Mapping[str, str], reading: NoteReading) -> str:
    word = told[FIELD]
    if word and not reading.meant.get(word):
        titles = ", ".join(reading.places.values())
        return f"feltet '{word[:40]}' findes ikke på tavlen; den har {titles}"
    if not word and not reading.place:
        return "den siger ikke, hvilket felt sedlen hører til"
    return ""


def _double(text: str, seen: Mapping[str, int], on_board: Mapping[str, Note]) -> str:
    if text in seen:
        return f"den samme tekst står i linje {seen[text]}"
    if text in on_board:
        hidden = "" if on_board[text].shown else ", men er ikke vist"
        return f"sedlen står på tavlen i forvejen{hidden}"
    return ""


def _refuse_cpr(heading: Iterable[SheetRow]) -> None:
    for row in heading:
        if found := find_cpr(" ".join(row.cells)):
            raise HoldsCpr(f"linje {row.line} i filen", found[0])


def _refuse_many(new: Sequence[ReadNote]) -> None:
    if len(new) > MOST_NOTES:
        raise FileTooLarge(f"den må højst have {danish(MOST_NOTES)} sedler")
    if sum(note.dots for note in new) > MOST_DOTS:
        raise FileTooLarge(f"den må højst have {danish(MOST_DOTS)} prikker i alt")


def _alike(text: str) -> str:
    return " ".join(text.casefold().split())


def _place_of(word: str, known: Mapping[str, str]) -> str:
    """The place of that name, of the one name that stands in a question, or of one much like it."""
    words = word.rstrip("?.:! ").split(" ")
    inside = {place for name, place in known.items() if name in words}
    near = get_close_matches(word[:60], list(known), n=1, cutoff=_LIKENESS)
    if word in known:
        return known[word]
    if len(inside) == 1:
        return inside.pop()
    return known[near[0]] if near else ""
