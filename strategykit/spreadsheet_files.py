"""A spreadsheet that somebody handed in, as Excel or as text, read into figures."""

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
from strategykit.domain.numbers import danish
from strategykit.domain.spreadsheets import (
    DELIMITERS,
    EXPECTED,
    MOST_BYTES,
    MOST_COLUMNS,
    SheetRow,
    check_row_count,
    decoded,
    text_rows,
)
from strategykit.domain.text import clean
from strategykit.errors import FileBroken, FileHasMacros, FileTooLarge, MissingColumns

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
        return _from_excel(data, source)
    text, notice = decoded(data)
    for delimiter in DELIMITERS:
        rows = list(text_rows(text, delimiter))
        if has_header(rows):
            return figures_of(rows, source, notice)
    raise MissingColumns


def _from_excel(data: bytes, source: str) -> ImportedFigures:
    _check_inside(data)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            rows = list(_sheet_rows(sheet))
            if has_header(rows):
                return figures_of(rows, source)
    except _BROKEN as trouble:
        raise FileBroken(EXPECTED) from trouble
    raise MissingColumns


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
