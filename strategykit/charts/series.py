"""A figure over time: where it began, what was measured, and the way to the goal."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from strategykit.charts.labels import label_layers
from strategykit.charts.look import OWN, data, encoded, finished, only_words
from strategykit.charts.placing import Spot, above, along, placed
from strategykit.charts.timescale import TimeAndValue
from strategykit.domain.chart_data import PointKind, Series, SeriesPoint
from strategykit.domain.chart_text import series_text
from strategykit.domain.palette import SERIES, SURFACE

_HEIGHT = 320
_GOAL = SERIES[1]
_MOST_LABELS = 8
_SHAPES = {PointKind.BASELINE: "square", PointKind.MEASURED: "circle", PointKind.GOAL: "diamond"}


def series_chart(series: Series, said: str = "") -> alt.LayerChart:
    """What was measured is a line, the way to the goal is dashed."""
    if not series.points:
        return only_words(said or series_text(series))
    points = sorted(series.points, key=lambda point: point.day)
    measured = [point for point in points if point.kind is not PointKind.GOAL]
    way = series.path or _straight_way(measured, points)
    scale = TimeAndValue([*points, *way], _HEIGHT)
    layers = [
        _line(way, scale, color=_GOAL, strokeDash=[6, 5], strokeWidth=2),
        _line(measured, scale, color=OWN, strokeWidth=2.5),
        _marks(points, scale),
        *_labels(_labelled(points), scale, [measured, way]),
    ]
    return finished(layers, _HEIGHT, said or series_text(series))


def _straight_way(
    measured: Sequence[SeriesPoint], points: Sequence[SeriesPoint]
) -> list[SeriesPoint]:
    """From the first figure to the goal, when nobody said which way."""
    goals = [point for point in points if point.kind is PointKind.GOAL]
    return [measured[0], *goals] if measured and goals else []


def _line(points: Sequence[SeriesPoint], scale: TimeAndValue, **look: Any) -> alt.Chart:
    rows = [scale.row(point) for point in points]
    line = alt.Chart(data(rows)).mark_line(aria=False, **look)
    return encoded(line, x=scale.x, y=scale.y)


def _marks(points: Sequence[SeriesPoint], scale: TimeAndValue) -> alt.Chart:
    rows = []
    for point in points:
        goal = point.kind is PointKind.GOAL
        look = {"fill": SURFACE if goal else OWN, "stroke": _GOAL if goal else OWN}
        rows.append({**scale.row(point), "shape": _SHAPES[point.kind], **look})
    marks = alt.Chart(data(rows)).mark_point(aria=False, size=130, strokeWidth=2, opacity=1)
    return encoded(
        marks,
        x=scale.x,
        y=scale.y,
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("stroke:N", scale=None),
    )


def _labelled(points: Sequence[SeriesPoint]) -> list[SeriesPoint]:
    """All of a few; of many the first, the latest measurement and the goal."""
    if len(points) <= _MOST_LABELS:
        return list(points)
    measured = [point for point in points if point.kind is PointKind.MEASURED]
    return [p for p in points if p in {points[0], *measured[-1:]} or p.kind is PointKind.GOAL]


def _labels(
    points: Sequence[SeriesPoint], scale: TimeAndValue, drawn: Sequence[Sequence[SeriesPoint]]
) -> list[alt.Chart]:
    """Words beside the lines that are drawn, as far as there is room."""
    taken = [box for line in drawn for box in along([scale.pixels(point) for point in line])]
    spots = [Spot(*scale.pixels(point), _said(point)) for point in points]
    places = placed(spots, scale.plot, taken, above)
    return label_layers([scale.row(point) for point in points], spots, places, scale.x, scale.y)


def _said(point: SeriesPoint) -> tuple[str, ...]:
    if point.kind is PointKind.MEASURED:
        return (point.shown,)
    return (point.kind.value, point.shown)
