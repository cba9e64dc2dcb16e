"""The nulpunkt as charts show it, for the page and for Word."""

from datetime import date

from strategykit.domain.chart_data import Bar, Emphasis, Series, SeriesPoint
from strategykit.domain.comparison import Compared, Comparison, Place
from strategykit.domain.comparison_text import summary
from strategykit.domain.own_series import OwnSeries, began, time_text, value_text
from strategykit.domain.peers import PEER


def comparison_bars(comparison: Comparison) -> tuple[Bar, ...]:
    """The municipality stands out; each bar says its year and how its value came about."""
    return tuple(_bar(comparison, row) for row in comparison.rows)


def comparison_said(comparison: Comparison) -> str:
    """The chart in words."""
    return f"Søjlediagram. {summary(comparison)}"


def development_series(comparison: Comparison) -> Series:
    """The municipality's own years of a published figure."""
    points = tuple(
        SeriesPoint(date(f.year, 1, 1), f.value, comparison.indicator.shown(f.value), f.year_text)
        for f in comparison.development
    )
    return Series(comparison.indicator.name, points)


def own_points(series: OwnSeries) -> Series:
    """The figures that have a date."""
    points = tuple(
        SeriesPoint(day, figure.value, value_text(figure), time_text(figure))
        for figure in series.dated
        if (day := began(figure))
    )
    return Series(series.indicator, points)


def _bar(comparison: Comparison, row: Compared) -> Bar:
    strong = row.place is Place.MUNICIPALITY
    how = PEER if row.place is Place.PEER else row.note
    note = ", ".join(part for part in (row.year_text, how) if part)
    return Bar(
        row.label, row.value, comparison.indicator.shown(row.value), note,
        Emphasis.STRONG if strong else Emphasis.PLAIN,
    )  # fmt: skip
