"""A spreadsheet that somebody handed in, as Excel or as text, read into figures or notes."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from strategykit.domain.figure_import import ImportedFigures, figures_of, has_header
from strategykit.domain.intake import ZipLimits, opened_zip, refuse_doctype
from strategykit.domain.note_columns import NoteTable
from strategykit.domain.note_import import NoteFile
from strategykit.domain.numbers import danish
from strategykit.domain.spreadsheets import (
    DELIMITERS,
    EXPECTED,
    MOST_BYTES,
    MOST_COLUMNS,
    SheetRow,
    best_rows,
    check_row_count,
    decoded,
    text_rows,
)
from strategykit.domain.text import clean
from strategykit.errors import (
    FileBroken,
    FileHasMacros,
    FileTooLarge,
    MissingColumns,
    NoRows,
)

EXCEL_LIMITS = ZipLimits(packed=MOST_BYTES, unpacked=60_000_000, entries=1_000)
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MOST_SCANNED = 100_000
_NOT_FORMAT = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,  # what both XML parsers raise
    OSError,
)
"""What openpyxl raises on a workbook that is cut off, altered or no workbook at all."""


def imported_figures(data: bytes, source: str = "") -> ImportedFigures:
    """What the file is shows in its first bytes, not in its name.

    Raises BadFile when nothing of it can be read. `source` stands in for rows without one.
    """
    if data.startswith((_ZIP, _OLD_EXCEL)):
        for _, rows in _sheets(data):
            if has_header(rows):
                return figures_of(rows, source)
        raise MissingColumns
    text, notice = decoded(data)
    for delimiter in DELIMITERS:
        rows = list(text_rows(text, delimiter))
        if has_header(rows):
            return figures_of(rows, source, notice)
    raise MissingColumns


def note_file(data: bytes, name: str) -> NoteFile:
    """The same of a file with notes; raises BadFile, NoRows when there is nothing in it."""
    checksum = hashlib.sha256(data).hexdigest()
    if data.startswith((_ZIP, _OLD_EXCEL)):
        tables = tuple(NoteTable(title, tuple(rows)) for title, rows in _sheets(data) if rows)
        notice = ""
    else:
        text, notice = decoded(data)
        rows = best_rows(text)
        tables = (NoteTable("", rows),) if rows else ()
    if not tables:
        raise NoRows
    return NoteFile(name, checksum, tables, notice)


def _sheets(data: bytes) -> Iterator[tuple[str, list[SheetRow]]]:
    """Each sheet's name with the rows that hold something, read only when it is asked for."""
    _check_inside(data)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            yield clean(str(sheet.title)), list(_sheet_rows(sheet))
    except _BROKEN as trouble:
        raise FileBroken(EXPECTED) from trouble


def _check_inside(data: bytes) -> None:
    for name, content in opened_zip(data, EXCEL_LIMITS, EXPECTED).items():
        if name.lower().endswith("vbaproject.bin"):
            raise FileHasMacros("regneark uden makroer (.xlsx)")
        if name.lower().endswith((".xml", ".rels")):
            refuse_doctype(name, content)


def _sheet_rows(sheet: Any) -> Iterator[SheetRow]:
    """The rows that hold something; a sheet may say that it has a million empty ones."""
    sheet.reset_dimensions()
    kept = 0
    cells_of_rows = sheet.iter_rows(max_col=MOST_COLUMNS)
    for line, cells in enumerate(islice(cells_of_rows, _MOST_SCANNED), 1):
        row = SheetRow(line, tuple(_text(cell) for cell in cells))
        if row.empty:
            continue
        kept += 1
        check_row_count(kept)
        yield row
    if next(cells_of_rows, None) is not None:
        raise FileTooLarge(f"arket må højst have {danish(_MOST_SCANNED)} linjer")


def _text(cell: Any) -> str:
    """What the cell shows, written as a Danish CSV file would have it."""
    value = cell.value
    if isinstance(value, date):
        return _day(value, cell.number_format)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if "%" in cell.number_format:
            return f"{_digits(value * 100)} %"
        return _digits(value)
    return clean(str(value)) if value is not None else ""


def _digits(value: float) -> str:
    """Twelve digits: what the sheet meant, not what binary fractions made of it."""
    return f"{value:.12g}".replace(".", ",")


def _day(value: date, number_format: str) -> str:
    """A cell formatted as a month or a year means the whole of it."""
    parts = _NOT_FORMAT.sub("", number_format.lower())
    day = value.date() if isinstance(value, datetime) else value
    if "d" in parts:
        return day.isoformat()
    return f"{day:%Y-%m}" if "m" in parts else f"{day:%Y}"
