"""Which column of a spreadsheet holds what, by the words that people put over them."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategykit.domain.spreadsheets import SheetRow

NAME, PERIOD, VALUE, UNIT, SOURCE = "indikator", "periode", "værdi", "enhed", "kilde"
HEADERS: Mapping[str, tuple[str, ...]] = {
    NAME: ("indikator", "indicator", "nøgletal", "navn", "emne", "måling"),
    PERIOD: ("periode", "år", "aar", "dato", "måned", "kvartal", "tid", "tidspunkt", "skoleår"),
    VALUE: ("værdi", "vaerdi", "value", "tal", "antal", "andel", "resultat", "indhold", "procent"),
    UNIT: ("enhed", "måleenhed", "unit"),
    SOURCE: ("kilde", "kilder", "datakilde", "source"),
}
NEEDED = (NAME, PERIOD, VALUE)
EXAMPLE = """Indikator;År;Værdi;Enhed;Kilde
Unge uden uddannelse og job;2024;1.250;personer;Egen opgørelse
Unge uden uddannelse og job;2025;1.180,5;personer;Egen opgørelse
"""
_PERCENT = ("pct", "%", "procent")


@dataclass(frozen=True)
class Columns:
    """At which place each column stands; `unit` is what the value's header says of its unit."""

    places: Mapping[str, int]
    count: int
    unit: str = ""

    def cell(self, row: SheetRow, column: str) -> str:
        """The cell's text without blanks; empty when the row is too short."""
        place = self.places.get(column, len(row.cells))
        return row.cells[place].strip() if place < len(row.cells) else ""


def find_columns(row: SheetRow) -> Columns | None:
    """The columns, when the row is a header that names at least those that are needed."""
    places: dict[str, int] = {}
    for column, names in HEADERS.items():
        place = _place(row, names, set(places.values()))
        if place is not None:
            places[column] = place
    if not all(column in places for column in NEEDED):
        return None
    value = row.cells[places[VALUE]].lower()
    unit = "pct" if any(word in value for word in _PERCENT) else ""
    return Columns(places, len("\t".join(row.cells).rstrip("\t").split("\t")), unit)


def _place(row: SheetRow, names: tuple[str, ...], taken: set[int]) -> int | None:
    """A head that is one of the names counts before one that only begins with it."""
    heads = [cell.lower().split("(")[0].strip(" :.\u00a0") for cell in row.cells]
    whole = [place for place, head in enumerate(heads) if head in names]
    begun = [place for place, head in enumerate(heads) if head.split(" ")[0] in names]
    return next((place for place in (*whole, *begun) if place not in taken), None)
