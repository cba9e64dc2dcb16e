"""Rows of cells out of text from a spreadsheet, and cells that no spreadsheet will calculate."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategykit.domain.numbers import danish, parse_number
from strategykit.domain.text import clean
from strategykit.errors import BadNumber, FileBroken, FileTooLarge

MOST_BYTES = 10_000_000
MOST_ROWS = 10_000
MOST_COLUMNS = 50
DELIMITERS = (";", "\t", ",")
OLD_ENCODING = (
    "Filen er ikke gemt som UTF-8. Den er læst som Windows-1252. Se efter, at æ, ø og å er rigtige."
)
EXPECTED = "et regneark (.xlsx) eller en CSV-fil"
_CALCULATES = ("=", "+", "-", "@", "\t", "\r")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")


_MOST_ALIKE = 0.8
_TIGHT = re.compile(r",\S")  # after every comma of a sentence stands a blank
_NEVER = "\x1f"  # stands in no text that is read, so that a line is one cell


@dataclass(frozen=True)
class SheetRow:
    """The cells of one row; `line` is what people call it, counted from 1."""

    line: int
    cells: tuple[str, ...]
    last_line: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing but blanks stands in it."""
        return not any(cell.strip() for cell in self.cells)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and a notice for the reader; raises FileBroken when it is not text."""
    if len(data) > MOST_BYTES:
        raise FileTooLarge(f"den må højst fylde {MOST_BYTES // 1_000_000} MB")
    text, notice = _text(data)
    if _NOT_TEXT.search(text):
        raise FileBroken(EXPECTED)
    return text, notice


def _text(data: bytes) -> tuple[str, str]:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encodings = [("utf-16", "")]
    else:
        encodings = [("utf-8-sig", ""), ("cp1252", OLD_ENCODING)]
    for encoding, notice in encodings:
        try:
            return data.decode(encoding), notice
        except UnicodeDecodeError:
            continue
    raise FileBroken(EXPECTED)


def best_rows(text: str) -> tuple[SheetRow, ...]:
    """The rows by the delimiter that most rows agree on; without one each line is one cell."""
    possible = [sign for sign in (*DELIMITERS, "|") if sign != "," or _TIGHT.search(text)]
    found = [tuple(text_rows(text, delimiter)) for delimiter in possible]
    if not all(found):
        return ()  # nothing but delimiters
    agreed = max(found, key=_agreement)
    return agreed if _agreement(agreed) else tuple(text_rows(text, _NEVER))


def _agreement(rows: Sequence[SheetRow]) -> float:
    """How large a part of the rows have the same number of cells; 0 when many have only one."""
    sizes = [len(row.cells) for row in rows]
    if sum(size > 1 for size in sizes) < _MOST_ALIKE * len(sizes):
        return 0.0
    return Counter(sizes).most_common(1)[0][1] / len(sizes)


def text_rows(text: str, delimiter: str) -> Iterator[SheetRow]:
    """The rows that hold something; raises FileTooLarge after MOST_ROWS of them."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    first, kept = 1, 0
    try:
        for cells in reader:
            row = SheetRow(first, tuple(clean(cell) for cell in cells), reader.line_num)
            first = reader.line_num + 1
            if row.empty:
                continue
            kept += 1
            check_row_count(kept)
            yield row
    except csv.Error as trouble:
        raise FileBroken(EXPECTED) from trouble


def check_row_count(count: int) -> None:
    """Raises FileTooLarge past the limit, the header not counted."""
    if count > MOST_ROWS + 1:
        raise FileTooLarge(f"den må højst have {danish(MOST_ROWS)} rækker")


def neutralised(cell: str) -> str:
    """The cell so that no spreadsheet calculates it: an apostrophe before all but numbers."""
    if not cell.startswith(_CALCULATES):
        return cell
    try:
        parse_number(cell)
    except BadNumber:
        return f"'{cell}"
    return cell
