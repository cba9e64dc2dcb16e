"""Figures as tables: one row for each indicator, one column for each place."""

from collections.abc import Sequence

from strategykit.domain.baseline import FrozenFigure, Shift, by_indicator
from strategykit.domain.indicators import PERCENT
from strategykit.domain.numbers import danish, with_unit
from strategykit.ui.text import html_table

NONE = "intet tal"
NOT_COMPARED = "–"
GONE = "er her ikke"


def draw_figures(caption: str, figures: Sequence[FrozenFigure], own_place: str) -> None:
    """The municipality's column stands first; peers have a table of their own."""
    everybodys = [figure for figure in figures if not figure.of_peer]
    groups = by_indicator(everybodys)
    places = _places(groups, own_place)
    rows = [[*_row(group, places, own_place), _periods(group)] for group in groups]
    html_table(caption, ["Tal", *places, "Periode"], rows, cls="sv-table sv-figures")
    _draw_peers(caption, figures, own_place)


def _draw_peers(caption: str, figures: Sequence[FrozenFigure], own_place: str) -> None:
    """Short names and no periods: there may be eight of them, and the table above has the time."""
    peers = [figure for figure in figures if figure.of_peer]
    if not peers:
        return
    compared = {figure.indicator for figure in peers}
    own = [f for f in figures if f.place == own_place and f.indicator in compared]
    groups = by_indicator([*own, *peers])
    places = _places(groups, own_place)
    rows = [_row(group, places, own_place) for group in groups]
    names = [place.removesuffix(" Kommune") for place in places]
    heading = f"{caption}: jævnbyrdige kommuner"
    html_table(heading, ["Tal", *names], rows, cls="sv-table sv-figures")


def _row(group: Sequence[FrozenFigure], places: Sequence[str], own_place: str) -> list[str]:
    """Uncertain and unweighted figures say so."""
    return [group[0].name, *(_cell(group, place, own_place) for place in places)]


def draw_shifts(caption: str, shifts: Sequence[Shift]) -> None:
    """What has changed since, then beside now."""
    rows = [
        [s.figure.name, s.figure.place, _dated(s.then), _dated(s.now), _difference(s)]
        for s in shifts
    ]
    html_table(caption, ["Tal", "Sted", "Da nulpunktet blev låst", "Nu", "Forskel"], rows)


def kept_together(shown: str) -> str:
    """A value whose unit never stands alone on the next line."""
    return shown.replace(" ", "\u00a0")


def _places(groups: Sequence[Sequence[FrozenFigure]], own_place: str) -> list[str]:
    # The indicator with most places has them in their order; others may lack the first of them.
    ordered = sorted(groups, key=len, reverse=True)
    return list(dict.fromkeys([own_place, *(f.place for group in ordered for f in group)]))


def _cell(group: Sequence[FrozenFigure], place: str, own_place: str) -> str:
    found = next((figure for figure in group if figure.place == place), None)
    if found:
        return f"{kept_together(found.shown)}\n{found.marks}".strip()
    return NONE if place == own_place else NOT_COMPARED


def _periods(group: Sequence[FrozenFigure]) -> str:
    return ", ".join(dict.fromkeys(figure.period_text for figure in group))


def _dated(figure: FrozenFigure | None) -> str:
    return f"{figure.shown} {figure.marks}\n{figure.period_text}" if figure else GONE


def _difference(shift: Shift) -> str:
    if shift.difference is None:
        return NOT_COMPARED
    sign = "+" if shift.difference > 0 else ""
    if shift.figure.unit == PERCENT:
        return f"{sign}{danish(shift.difference, 1)} procentpoint"
    return f"{sign}{with_unit(shift.difference, shift.figure.unit)}"
