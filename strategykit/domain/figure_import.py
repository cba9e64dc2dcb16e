"""Figures out of the rows of a spreadsheet: what can be kept, and what cannot and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from strategykit.domain.cpr import find_cpr
from strategykit.domain.entry import SHORT
from strategykit.domain.figure_columns import (
    HEADERS,
    NAME,
    PERIOD,
    SOURCE,
    UNIT,
    VALUE,
    Columns,
    find_columns,
)
from strategykit.domain.numbers import parse_number
from strategykit.domain.periods import Period, parse_period
from strategykit.domain.spreadsheets import SheetRow, neutralised
from strategykit.errors import BadNumber, HoldsCpr, MissingColumns

MISSING = frozenset({"", ".", "..", "...", "x", "-", "\u2013", "n/a", "#n/a", "i/t", "#i/t"})
HEADER_WITHIN = 20
_TOO_LARGE = Decimal(10) ** 15


@dataclass(frozen=True)
class ParsedFigure:
    """One figure of the file, checked; `day` is the first day of its period."""

    line: int
    name: str
    day: date
    period: str
    value: Decimal
    unit: str
    source: str


@dataclass(frozen=True)
class RefusedRow:
    """A row that was not kept, and why, as a Danish clause without a full stop."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"Linje {self.line}: {self.reason}."


@dataclass(frozen=True)
class ImportedFigures:
    """Every row of the file is either kept or refused; `notice` is said of the whole file."""

    kept: tuple[ParsedFigure, ...]
    refused: tuple[RefusedRow, ...]
    notice: str = ""


def has_header(rows: Sequence[SheetRow]) -> bool:
    """Whether one of the first rows names the columns."""
    return any(find_columns(row) for row in rows[:HEADER_WITHIN])


def figures_of(rows: Sequence[SheetRow], source: str = "", notice: str = "") -> ImportedFigures:
    """`source` stands in for rows without one; raises MissingColumns when no row is a header."""
    for place, row in enumerate(rows[:HEADER_WITHIN]):
        columns = find_columns(row)
        if columns:
            _refuse_cpr(rows[: place + 1])
            return _sorted_out(rows[place + 1 :], columns, source, notice)
    raise MissingColumns


def _refuse_cpr(heading: Iterable[SheetRow]) -> None:
    for row in heading:
        if found := find_cpr(" ".join(row.cells)):
            raise HoldsCpr(f"linje {row.line} i filen", found[0])


def _sorted_out(
    rows: Iterable[SheetRow], columns: Columns, source: str, notice: str
) -> ImportedFigures:
    kept: dict[tuple[str, str], ParsedFigure] = {}
    refused: list[RefusedRow] = []
    for row in rows:
        result = _result(row, columns, source)
        if isinstance(result, ParsedFigure):
            first = kept.setdefault((result.name.lower(), result.period), result)
            if first is result:
                continue
            result = RefusedRow(row.line, f"samme tal og periode står i linje {first.line}")
        refused.append(result)
    return ImportedFigures(tuple(kept.values()), tuple(refused), notice)


def _result(row: SheetRow, columns: Columns, source: str) -> ParsedFigure | RefusedRow:
    said = {column: columns.cell(row, column) for column in HEADERS}
    said[SOURCE] = said[SOURCE] or source
    period, value = parse_period(said[PERIOD]), _number(said[VALUE])
    reason = _misshapen(row, columns) or _unfit(said)
    if reason or period is None or value is None:
        return RefusedRow(row.line, reason or _unread(said, period))
    unit = said[UNIT] or ("pct" if said[VALUE].endswith("%") else columns.unit)
    name, unit, told = (neutralised(text) for text in (said[NAME], unit, said[SOURCE]))
    return ParsedFigure(row.line, name, period.day, period.text, value, unit, told)


def _misshapen(row: SheetRow, columns: Columns) -> str:
    if found := find_cpr(" ".join(row.cells)):
        return f"den indeholder noget, der ligner et CPR-nummer ({found[0]})"
    if len(row.cells) > columns.count and any(cell.strip() for cell in row.cells[columns.count :]):
        return (
            "den har flere felter end overskriften; adskil felterne med semikolon, når tallene har "
            "decimalkomma"
        )
    if row.last_line > row.line and len(row.cells) < columns.count:
        return (
            f"et citationstegn er ikke lukket, så linje {row.line}-{row.last_line} er læst som én"
        )
    return ""


def _unfit(said: Mapping[str, str]) -> str:
    if not said[NAME]:
        return "navnet på tallet mangler"
    if any(len(said[column]) > SHORT for column in (NAME, UNIT, SOURCE)):
        return f"navn, enhed og kilde må højst have {SHORT} tegn hver"
    if said[VALUE].lower() in MISSING:
        return "værdien mangler"
    if not said[SOURCE]:
        return "kilden mangler; skriv, hvor tallet kommer fra"
    return ""


def _unread(said: Mapping[str, str], period: Period | None) -> str:
    if period is None:
        return (
            f"perioden '{said[PERIOD][:40]}' kan ikke læses; skriv for eksempel 2026, marts 2026 "
            "eller 3. juni 2026"
        )
    return f"værdien '{said[VALUE][:40]}' kan ikke læses som et tal"


def _number(text: str) -> Decimal | None:
    try:
        value = parse_number(text)
    except BadNumber:
        return None
    return value if abs(value) < _TOO_LARGE else None
