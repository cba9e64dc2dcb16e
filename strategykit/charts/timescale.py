"""Days across: where a day stands, and which days the axis names."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from typing import Any

import altair as alt

from strategykit.charts.look import WIDTH
from strategykit.charts.placing import Place
from strategykit.domain.chart_data import SeriesPoint

_MOST_TICKS = 9
_LONG = 3 * 366
_AXES_WIDTH, _AXES_HEIGHT = 56, 34
_SIDE, _TOP, _HIGH_FLOOR = 0.04, 0.22, 0.7


def moment(day: date) -> str:
    """Midnight where the reader is; a bare date would be midnight in Greenwich."""
    return f"{day.isoformat()}T00:00:00"


def day_axis(days: Sequence[date], **axis: Any) -> alt.Axis:
    """Years when the time is long or only years are known, else months; few enough to be read."""
    form = "%Y" if _in_years(days) else "%b %Y"
    values = [alt.DateTime(year=d.year, month=d.month, date=1) for d in ticks(days)]
    return alt.Axis(title=None, format=form, values=values, labelOverlap=True, **axis)


def ticks(days: Sequence[date]) -> list[date]:
    """The firsts of months or of years from the first day to the last."""
    first, last = min(days), max(days)
    if _in_years(days):
        firsts = [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    else:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        firsts = [date(month // 12, month % 12 + 1, 1) for month in months]
    inside = [day for day in firsts if first <= day <= last] or [first]
    return inside[:: ceil(len(inside) / _MOST_TICKS)]


def _in_years(days: Sequence[date]) -> bool:
    return (max(days) - min(days)).days > _LONG or {(d.month, d.day) for d in days} == {(1, 1)}


class TimeAndValue:
    """The two scales of a series, and the same in pixels for placing words."""

    def __init__(self, points: Sequence[SeriesPoint], height: int) -> None:
        days = [point.day for point in points]
        values = [float(point.value) for point in points]
        room = max((max(days) - min(days)) * _SIDE, timedelta(days=5))
        self.first, self.last = min(days) - room, max(days) + room
        self.low = _floor(values)
        self.high = max(values) + _TOP * ((max(values) - self.low) or 1)
        self.plot = Place(0, 0, WIDTH - _AXES_WIDTH, height - _AXES_HEIGHT)
        between = alt.Scale(domain=[moment(self.first), moment(self.last)], nice=False)
        axis = day_axis(days, grid=False)
        self.x = alt.X("x:T", scale=between, axis=axis)
        upright = alt.Scale(domain=[self.low, self.high], nice=False, zero=False)
        marks = alt.Axis(title=None, format=",.2~f", tickCount=5, domain=False, ticks=False)
        self.y = alt.Y("y:Q", scale=upright, axis=marks)

    def row(self, point: SeriesPoint) -> dict[str, Any]:
        """The point as the marks take it."""
        return {"x": moment(point.day), "y": float(point.value)}

    def pixels(self, point: SeriesPoint) -> tuple[float, float]:
        """Where the point stands in the plot, from the upper left."""
        across = (point.day - self.first) / (self.last - self.first)
        down = (self.high - float(point.value)) / (self.high - self.low)
        return across * self.plot.width, down * self.plot.height


def _floor(values: Sequence[float]) -> float:
    """Zero, unless all values are so high that their movement would not be seen."""
    least, most = min(values), max(values)
    if least < _HIGH_FLOOR * most or least <= 0:
        return min(0.0, least)
    return least - ((most - least) or most * 0.1) * 0.6
