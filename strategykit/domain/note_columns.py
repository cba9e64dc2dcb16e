"""Which column of a file of notes holds what: guessed by the heads, and free to be changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.spreadsheets import SheetRow

TEXT, FIELD, ORIGIN, DOTS = "tekst", "felt", "gruppe", "prikker"
NONE = -1
HEAD_WITHIN = 20
#: Names of persons are not guessed: whoever wants them on the wall has to choose them.
HEADS: Mapping[str, tuple[str, ...]] = {
    TEXT: (
        "tekst", "seddel", "sedler", "note", "notes", "text", "content", "indhold", "idé", "idéer",
        "ide", "idea", "ideas", "svar", "response", "responses", "answer", "answers", "udsagn",
        "kommentar", "comment", "comments", "card", "kort", "sticky", "post-it", "description",
        "beskrivelse", "titel", "title",
    ),
    FIELD: (
        "felt", "kategori", "category", "kolonne", "column", "frame", "ramme", "tag", "tags",
        "tema", "theme", "emne", "topic", "område", "section", "field", "spørgsmål", "question",
    ),
    ORIGIN: ("gruppe", "group", "bord", "table", "hold", "team", "workshop", "breakout"),
    DOTS: (
        "prikker", "dots", "stemmer", "votes", "vote", "likes", "upvotes", "thumbs", "point",
        "points", "antal stemmer", "antal prikker",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class NoteTable:
    """One sheet of the file; `name` is empty in a text file."""

    name: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True)
class NoteColumns:
    """The place of each column, NONE for one that is not there; `header` is the heads' line."""

    text: int = 0
    field: int = NONE
    origin: int = NONE
    dots: int = NONE
    header: int = 0

    def said(self, row: SheetRow) -> Mapping[str, str]:
        """What the row says in each column, without blanks around it."""
        places = {TEXT: self.text, FIELD: self.field, ORIGIN: self.origin, DOTS: self.dots}
        return {name: _cell(row, place) for name, place in places.items()}

    def below(self, table: NoteTable) -> tuple[SheetRow, ...]:
        """The rows that are notes: those after the heads."""
        return tuple(row for row in table.rows if row.line > self.header)


def guessed_columns(table: NoteTable, header: int | None = None) -> NoteColumns:
    """The columns by their heads; `header` is the line that is said to hold them, 0 for none.

    Without known heads the text is the column with the longest texts.
    """
    line = guessed_header(table) if header is None else header
    heads = head_cells(table, line)
    found: dict[str, int] = {}
    for column, names in HEADS.items():
        found[column] = _place(heads, names, set(found.values()))
    if found[TEXT] == NONE:
        found[TEXT] = _longest(table, line, {p for p in found.values() if p != NONE})
    return NoteColumns(found[TEXT], found[FIELD], found[ORIGIN], found[DOTS], line)


def guessed_header(table: NoteTable) -> int:
    """The first line with a head that means text; 0 when no line has one."""
    for row in table.rows[:HEAD_WITHIN]:
        heads = [_head(cell) for cell in row.cells]
        known = [_place(heads, names, set()) != NONE for names in HEADS.values()]
        if known[0] and (len(table.rows) > 1 or sum(known) > 1):
            return row.line
    return 0


def head_cells(table: NoteTable, header: int) -> list[str]:
    """The heads as they are compared; none when no line holds them."""
    row = next((row for row in table.rows if row.line == header), None)
    return [] if row is None else [_head(cell) for cell in row.cells]


def column_names(table: NoteTable, header: int) -> Mapping[int, str]:
    """What each column is called when one is chosen: its head, or its number and first cell."""
    rows = [row for row in table.rows if row.line >= header]
    heads = next((r.cells for r in rows if r.line == header), ()) if header else ()
    first = next((r.cells for r in rows if r.line > header), ())
    return {place: _name(place, heads, first) for place in range(max(_widths(table, header)))}


def _widths(table: NoteTable, header: int) -> list[int]:
    return [1, *(len(row.cells) for row in table.rows if row.line >= header)]


def _name(place: int, heads: Sequence[str], first: Sequence[str]) -> str:
    head = heads[place].strip() if place < len(heads) else ""
    if head:
        return " ".join(head.split())[:60]
    sample = " ".join(first[place].split())[:30] if place < len(first) else ""
    return f"Kolonne {place + 1}" + (f" ({sample})" if sample else "")


def _cell(row: SheetRow, place: int) -> str:
    return row.cells[place].strip() if 0 <= place < len(row.cells) else ""


def _head(cell: str) -> str:
    return " ".join(cell.lower().split("(")[0].strip(" :.\u00a0").split())


def _place(heads: Sequence[str], names: tuple[str, ...], taken: set[int]) -> int:
    """A head that is one of the names counts before one that only holds it as a word."""
    whole = [place for name in names for place, head in enumerate(heads) if head == name]
    holds = [place for name in names for place, head in enumerate(heads) if name in head.split(" ")]
    return next((place for place in (*whole, *holds) if place not in taken), NONE)


def _longest(table: NoteTable, header: int, taken: set[int]) -> int:
    letters: Counter[int] = Counter()
    for row in table.rows:
        if row.line > header:
            letters.update({n: len(c.strip()) for n, c in enumerate(row.cells) if n not in taken})
    return letters.most_common(1)[0][0] if letters else 0
