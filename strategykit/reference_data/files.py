"""Reading the shipped data files into rows that know their line, or refusing file and line."""

import csv
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import yaml

from strategykit.errors import BrokenDataFile


@dataclass(frozen=True)
class DataRow:
    """One row of a data file; every refusal names its file and line."""

    file: str
    line: int
    fields: dict[str, str]
    lists: dict[str, tuple[str, ...]]

    def refused(self, reason: str) -> BrokenDataFile:
        return BrokenDataFile(self.file, self.line, reason)

    def text(self, name: str) -> str:
        """A field that must be filled."""
        if not self.fields.get(name):
            raise self.refused(f"'{name}' mangler")
        return self.fields[name]

    def one_of(self, name: str, known: Collection[str]) -> str:
        """A field that must be one of the known words."""
        value = self.text(name)
        if value not in known:
            raise self.refused(f"'{name}' kan ikke være '{value}'")
        return value

    def number(self, name: str) -> Decimal:
        """A number with a decimal point, as data files have it."""
        try:
            value = Decimal(self.text(name))
        except InvalidOperation as fault:
            raise self.refused(f"'{name}' er ikke et tal: '{self.fields[name]}'") from fault
        if not value.is_finite():
            raise self.refused(f"'{name}' er ikke et tal: '{self.fields[name]}'")
        return value

    def whole(self, name: str) -> int:
        """A number without decimals."""
        value = self.number(name)
        if value != value.to_integral_value():
            raise self.refused(f"'{name}' skal være et helt tal")
        return int(value)


def csv_rows(path: Path, columns: Sequence[str]) -> tuple[DataRow, ...]:
    """The rows of a comma-separated file with exactly these columns."""
    try:
        return tuple(_csv_rows(path, columns))
    except csv.Error as fault:
        raise BrokenDataFile(path.name, 1, "et citationstegn er ikke lukket") from fault


def _csv_rows(path: Path, columns: Sequence[str]) -> list[DataRow]:
    reader = csv.reader(_text(path).splitlines(), strict=True)
    header = next(reader, [])
    if sorted(header) != sorted(columns):
        raise BrokenDataFile(path.name, 1, f"kolonnerne skal være {', '.join(columns)}")
    rows = []
    for cells in reader:
        if len(cells) != len(header):
            count = f"linjen har {len(cells)} felter og skal have {len(header)}"
            raise BrokenDataFile(path.name, reader.line_num, count)
        rows.append(DataRow(path.name, reader.line_num, dict(zip(header, cells, strict=True)), {}))
    return rows


def yaml_rows(path: Path, known: Collection[str]) -> tuple[DataRow, ...]:
    """The entries of a list in YAML, every value kept as the text that stands there."""
    try:
        top = yaml.compose(_text(path), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise BrokenDataFile(path.name, line, "filen er ikke gyldig YAML") from fault
    if not isinstance(top, yaml.SequenceNode):
        raise BrokenDataFile(path.name, 1, "filen skal være en liste")
    return tuple(_entry(path.name, node, known) for node in top.value)


def _entry(file: str, node: yaml.Node, known: Collection[str]) -> DataRow:
    row = DataRow(file, node.start_mark.line + 1, {}, {})
    if not isinstance(node, yaml.MappingNode):
        raise row.refused("hvert punkt skal have navngivne felter")
    for name, value in node.value:
        if name.value not in known or name.value in {*row.fields, *row.lists}:
            line = name.start_mark.line + 1
            raise BrokenDataFile(file, line, f"'{name.value}' kendes ikke eller står der to gange")
        if isinstance(value, yaml.SequenceNode):
            row.lists[name.value] = tuple(str(part.value) for part in value.value)
        else:
            row.fields[name.value] = str(value.value)
    return row


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise BrokenDataFile(path.name, 0, "filen mangler eller er ikke gemt som UTF-8") from fault
