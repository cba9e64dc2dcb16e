"""The shipped reference data: municipalities, indicators and figures, read once and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from strategykit.domain.agenda_forms import AgendaForm
from strategykit.domain.figures import COUNTRY, Figure, Method
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.municipalities import Municipality
from strategykit.errors import UnknownIndicator, UnknownMunicipality
from strategykit.reference_data.files import DataRow, csv_rows, yaml_rows

FOLDER = Path(__file__).resolve().parents[2] / "data"
_DIRECTIONS = {"up": Direction.UP, "down": Direction.DOWN, "none": None}
_TRUTHS = {"true": True, "false": False}
_METHODS = {method.value: method for method in Method}
_DANISH_LAST = str.maketrans("æøå", "{|}")


@dataclass(frozen=True)
class ReferenceData:
    """Municipalities in Danish alphabetical order, indicators in the catalogue's order."""

    municipalities: tuple[Municipality, ...]
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]

    def municipality(self, called: str) -> Municipality:
        """By code, name or formal name; raises UnknownMunicipality."""
        for one in self.municipalities:
            if called in {one.code, one.name, one.formal_name}:
                return one
        raise UnknownMunicipality(called)

    def indicator(self, key: str) -> Indicator:
        """Raises UnknownIndicator."""
        for one in self.indicators:
            if one.key == key:
                return one
        raise UnknownIndicator(key)


@cache
def reference_data(folder: Path = FOLDER) -> ReferenceData:
    """Raises BrokenDataFile at the first fault: half a catalogue is never used."""
    places = [
        _municipality(row) for row in csv_rows(folder / "municipalities.csv", _names(Municipality))
    ]
    indicators = tuple(
        _indicator(r) for r in yaml_rows(folder / "indicators.yaml", _names(Indicator))
    )
    units = {one.key: one.unit for one in indicators}
    areas = {COUNTRY, *(place.code for place in places)}
    rows = csv_rows(folder / "figures.csv", _names(Figure))
    figures = tuple(_figure(row, areas, units) for row in rows)
    return ReferenceData(tuple(sorted(places, key=_alphabetical)), indicators, figures)


@cache
def agenda_forms(folder: Path = FOLDER) -> tuple[AgendaForm, ...]:
    """The shipped forms in the file's order; raises BrokenDataFile."""
    rows = yaml_rows(folder / "dagsordener.yaml", _names(AgendaForm))
    return tuple(_agenda_form(row) for row in rows)


def _agenda_form(row: DataRow) -> AgendaForm:
    pairs = [heading.partition("|") for heading in row.lists.get("headings", ())]
    headings = tuple((title.strip(), fill.strip()) for title, _, fill in pairs)
    if not headings or not all(title and fill for title, fill in headings):
        raise row.refused("'headings' skal være linjer som \"Overskrift | ord\"")
    return AgendaForm(
        key=row.text("key"), name=row.text("name"), code=row.text("code"),
        source=row.text("source"), headings=headings,
    )  # fmt: skip


def _names(made: type) -> list[str]:
    return [field.name for field in fields(made)]


def _alphabetical(place: Municipality) -> str:
    return place.name.lower().replace("aa", "å").translate(_DANISH_LAST)


def _municipality(row: DataRow) -> Municipality:
    try:
        return Municipality(**{name: row.text(name) for name in _names(Municipality)})
    except ValueError as fault:
        raise row.refused(str(fault)) from fault


def _indicator(row: DataRow) -> Indicator:
    try:
        return Indicator(
            key=row.text("key"),
            name=row.text("name"),
            unit=row.text("unit"),
            decimals=row.whole("decimals"),
            direction=_DIRECTIONS[row.one_of("direction", _DIRECTIONS)],
            definition=row.text("definition"),
            source=row.text("source"),
            counted_by=row.text("counted_by"),
            cautions=row.lists.get("cautions", ()),
            weight=row.fields.get("weight", ""),
            weight_name=row.fields.get("weight_name", ""),
            calculators=row.lists.get("calculators", ()),
        )
    except ValueError as fault:
        raise row.refused(str(fault)) from fault


def _figure(row: DataRow, areas: set[str], units: Mapping[str, str]) -> Figure:
    indicator = row.one_of("indicator", units)
    try:
        return Figure(
            area=row.one_of("area", areas),
            indicator=indicator,
            value=row.number("value"),
            unit=row.one_of("unit", {units[indicator]}),
            year=row.whole("year"),
            year_certain=_TRUTHS[row.one_of("year_certain", _TRUTHS)],
            source=row.text("source"),
            method=_METHODS[row.one_of("method", _METHODS)],
            via=row.fields["via"],
            note=row.fields["note"],
        )
    except ValueError as fault:
        raise row.refused(str(fault)) from fault
