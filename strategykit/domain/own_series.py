"""The municipality's own figures as series, and as figures beside those of the registers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from strategykit.domain.baseline import EXAMPLE, NO_DATE, OwnFigure
from strategykit.domain.figures import EARLIEST, LATEST, Figure
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.numbers import danish_date, with_unit
from strategykit.domain.periods import parse_period

OWN_SOURCE = "Kommunens egen opgørelse"


@dataclass(frozen=True)
class OwnSeries:
    """The figures of one indicator, oldest first; those of an unknown date come before all."""

    indicator: str
    figures: tuple[OwnFigure, ...]

    @property
    def newest(self) -> OwnFigure:
        """The figure that stands for now."""
        return self.figures[-1]

    @property
    def dated(self) -> tuple[OwnFigure, ...]:
        """The figures that can stand on a time axis."""
        return tuple(f for f in self.figures if began(f) is not None)

    @property
    def has_development(self) -> bool:
        """Whether there are figures of at least two dates."""
        return len({began(f) for f in self.dated}) > 1

    @property
    def invented(self) -> bool:
        """Whether any of the figures is an example."""
        return any(figure.invented for figure in self.figures)


def own_series(figures: Iterable[OwnFigure]) -> tuple[OwnSeries, ...]:
    """One series for each indicator, in the order that they were first written down."""
    names: dict[str, str] = {}
    members: dict[str, list[OwnFigure]] = {}
    for figure in figures:
        key = same_name(figure.indicator)
        names.setdefault(key, figure.indicator)
        members.setdefault(key, []).append(figure)
    return tuple(OwnSeries(names[key], _by_date(found)) for key, found in members.items())


def same_name(name: str) -> str:
    """Equal for names that differ in blanks and capitals only."""
    return " ".join(name.split()).casefold()


def began(figure: OwnFigure) -> date | None:
    """The day that puts the figure in order: its date, else the first day of its period."""
    period = parse_period(figure.period)
    return figure.day or (period.day if period else None)


def time_text(figure: OwnFigure) -> str:
    """When the figure is from, as it is read."""
    if figure.period.strip():
        return figure.period
    return danish_date(figure.day) if figure.day else NO_DATE


def value_text(figure: OwnFigure) -> str:
    """The value with its unit, marked when it is invented."""
    mark = f" ({EXAMPLE})" if figure.invented else ""
    return f"{with_unit(figure.value, figure.unit)}{mark}"


def development_text(series: OwnSeries) -> str:
    """How the series has moved and whether that is the right way, or that it cannot be said."""
    if not series.has_development:
        count = "ét tal" if len(series.figures) == 1 else "tal uden datoer at ordne dem efter"
        return f"Der er kun {count}, så udviklingen kan ikke vises."
    first, last = series.dated[0], series.dated[-1]
    moved = (
        f"Tallet er gået fra {value_text(first)} ({time_text(first)}) "
        f"til {value_text(last)} ({time_text(last)})."
    )
    return f"{moved} {_judged(first, last)}"


def as_figures(
    figures: Iterable[OwnFigure], indicators: Sequence[Indicator], area: str
) -> tuple[Figure, ...]:
    """Own figures that bear the name of a catalogue's indicator, to stand among the published.

    Invented figures and figures without a year stay out: beside real ones they would mislead.
    """
    keys = {same_name(i.name): i for i in indicators} | {same_name(i.key): i for i in indicators}
    found = [(keys.get(same_name(f.indicator)), began(f), f) for f in figures if not f.invented]
    return tuple(
        _as_figure(figure, indicator, day, area)
        for indicator, day, figure in found
        if indicator and day and EARLIEST <= day.year <= LATEST
    )


def _by_date(figures: list[OwnFigure]) -> tuple[OwnFigure, ...]:
    return tuple(sorted(figures, key=lambda f: (began(f) or date.min, f.position)))


def _judged(first: OwnFigure, last: OwnFigure) -> str:
    if first.value == last.value:
        return "Det er uændret."
    up = last.value > first.value
    return (
        "Det er den rigtige vej."
        if up == (last.direction is Direction.UP)
        else ("Det er den forkerte vej.")
    )


def _as_figure(figure: OwnFigure, indicator: Indicator, day: date, area: str) -> Figure:
    return Figure(
        area, indicator.key, figure.value, indicator.unit, day.year, year_certain=True,
        source=figure.source.strip() or OWN_SOURCE,
    )  # fmt: skip
