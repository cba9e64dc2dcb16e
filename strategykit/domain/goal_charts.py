"""Goals with their measurements, and long goals year by year, as charts show them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from strategykit.domain.chart_data import PointKind, Series, SeriesPoint
from strategykit.domain.goal_path import GoalPath
from strategykit.domain.goals import Goal, Measurement
from strategykit.domain.numbers import danish_date, with_unit


def goal_series(goal: Goal, measurements: Sequence[Measurement], began: date) -> Series:
    """From the starting point by the measurements to the goal; `began` is when it was set."""
    mine = sorted((m for m in measurements if m.goal_id == goal.id), key=lambda m: m.day)
    first = min([began, *(m.day for m in mine)])
    points = [
        SeriesPoint(m.day, m.value, with_unit(m.value, goal.unit), danish_date(m.day)) for m in mine
    ]
    if goal.start is not None:
        shown = with_unit(goal.start, goal.unit)
        points.insert(
            0, SeriesPoint(first, goal.start, shown, danish_date(first), PointKind.BASELINE)
        )
    if goal.target is not None and goal.year is not None:
        shown, end = with_unit(goal.target, goal.unit), date(goal.year, 12, 31)
        points.append(SeriesPoint(end, goal.target, shown, str(goal.year), PointKind.GOAL))
    return Series(goal.indicator or goal.text, tuple(points))


def path_series(path: GoalPath, figures: Mapping[int, Decimal]) -> Series:
    """What was measured, and the way to the goal, one step a year."""
    shown = path.indicator.shown
    measured = tuple(
        SeriesPoint(date(year, 1, 1), value, shown(value), str(year))
        for year, value in sorted(figures.items())
    )
    way = tuple(
        SeriesPoint(date(p.year, 1, 1), p.value, shown(p.value), str(p.year), PointKind.GOAL)
        for p in path.points
    )
    return Series(path.indicator.name, (*measured, way[-1]), way)
