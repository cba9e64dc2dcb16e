"""Things placed by two judgements: value against effort, interest against influence."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import altair as alt

from strategykit.charts.labels import label_layers
from strategykit.charts.look import (
    NOTE,
    OTHER,
    OWN,
    WIDTH,
    data,
    encoded,
    finished,
    lines,
    words,
)
from strategykit.charts.placing import RADIUS, Place, Spot, beside, label_box, placed
from strategykit.domain.chart_data import Emphasis, MatrixAxes, MatrixPoint
from strategykit.domain.chart_text import matrix_text
from strategykit.domain.palette import LINE, SURFACE, TEXT_QUIET

_HEIGHT, _AXES_WIDTH, _AXES_HEIGHT = 460, 46, 76
_PLOT = Place(0, 0, WIDTH - _AXES_WIDTH, _HEIGHT - _AXES_HEIGHT)
_BESIDE, _CHARACTERS, _EDGE = 2 * RADIUS + 1, 24, 8
_MARGIN = 0.1


def matrix_chart(points: Sequence[MatrixPoint], axes: MatrixAxes, said: str = "") -> alt.LayerChart:
    """Things at one place stand side by side; a quiet one is an empty ring."""
    spots = _spots(points, axes)
    places = placed(spots, _PLOT, _corners(axes), beside)
    rows = [_row(point) for point in points]
    layers = [
        _cross(axes),
        *_corner_words(axes),
        *_marks(points, spots, axes),
        *label_layers(rows, spots, places, _x(axes), _y(axes)),
    ]
    return finished(layers, _HEIGHT, said or matrix_text(points, axes))


def _ends(axes: MatrixAxes) -> tuple[float, float]:
    """A little more than the scale, so that marks at its ends keep clear of the corners' words."""
    room = (axes.high - axes.low) * _MARGIN
    return axes.low - room, axes.high + room


def _scale(axes: MatrixAxes) -> alt.Scale:
    return alt.Scale(domain=list(_ends(axes)), nice=False, zero=False)


def _x(axes: MatrixAxes) -> alt.X:
    ticks = alt.Axis(
        title=axes.x_title, values=list(range(axes.low, axes.high + 1)), grid=False, format="d"
    )
    return alt.X("x:Q", scale=_scale(axes), axis=ticks)


def _y(axes: MatrixAxes) -> alt.Y:
    ticks = alt.Axis(
        title=axes.y_title,
        values=list(range(axes.low, axes.high + 1)),
        grid=False,
        format="d",
        titleAngle=0,
        titleAlign="left",
        titleX=-22,
        titleY=-14,
    )
    return alt.Y("y:Q", scale=_scale(axes), axis=ticks)


def _pixels(x: float, y: float, axes: MatrixAxes) -> tuple[float, float]:
    low, high = _ends(axes)
    return (x - low) / (high - low) * _PLOT.width, (high - y) / (high - low) * _PLOT.height


def _spots(points: Sequence[MatrixPoint], axes: MatrixAxes) -> list[Spot]:
    """Marks at one place are moved apart, each as much to its side as the next to its own."""
    together = Counter((float(p.x), float(p.y)) for p in points)
    seen: dict[tuple[float, float], int] = defaultdict(int)
    spots = []
    for point in points:
        at = float(point.x), float(point.y)
        aside = (seen[at] - (together[at] - 1) / 2) * _BESIDE
        seen[at] += 1
        x, y = _pixels(*at, axes)
        spots.append(Spot(x + aside, y, tuple(lines(point.label, _CHARACTERS)), aside))
    return spots


def _corners(axes: MatrixAxes) -> list[Place]:
    """Where the words in the corners stand, so that no label is put on them."""
    boxes = [label_box(0, 0, [text]) for text in axes.corners]
    right, bottom = _PLOT.width - _EDGE, _PLOT.height - _EDGE
    ends = ((False, False), (True, False), (True, True), (False, True))
    return [
        Place(
            right - box.width if at_right else _EDGE,
            bottom - box.height if at_bottom else _EDGE,
            box.width,
            box.height,
        )
        for box, (at_right, at_bottom) in zip(boxes, ends, strict=True)
    ]


def _cross(axes: MatrixAxes) -> alt.Chart:
    middle = (axes.low + axes.high) / 2
    rows = [{"x": middle, "y": end, "way": "up"} for end in _ends(axes)]
    rows += [{"x": end, "y": middle, "way": "across"} for end in _ends(axes)]
    line = alt.Chart(data(rows)).mark_line(aria=False, color=LINE, strokeDash=[4, 4], strokeWidth=1)
    return encoded(line, x=_x(axes), y=_y(axes), detail="way:N")


def _marks(
    points: Sequence[MatrixPoint], spots: Sequence[Spot], axes: MatrixAxes
) -> list[alt.Chart]:
    together: dict[float, list[dict[str, Any]]] = defaultdict(list)
    for point, spot in zip(points, spots, strict=True):
        quiet = point.emphasis is Emphasis.QUIET
        look = {"fill": SURFACE if quiet else OWN, "stroke": OTHER if quiet else OWN}
        together[spot.aside].append({**_row(point), **look})
    return [_moved(rows, aside, axes) for aside, rows in together.items()]


def _moved(rows: list[dict[str, Any]], aside: float, axes: MatrixAxes) -> alt.Chart:
    marks = alt.Chart(data(rows)).mark_point(
        aria=False, size=(2 * RADIUS - 3) ** 2, strokeWidth=2, opacity=1, xOffset=aside
    )
    return encoded(
        marks,
        x=_x(axes),
        y=_y(axes),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("stroke:N", scale=None),
    )


def _row(point: MatrixPoint) -> dict[str, float]:
    return {"x": float(point.x), "y": float(point.y)}


def _corner_words(axes: MatrixAxes) -> list[alt.Chart]:
    """Words at the edges of the drawing, wherever these come to lie."""
    low, high = _ends(axes)
    layers = []
    for (x, y), text in zip(
        ((low, high), (high, high), (high, low), (low, low)), axes.corners, strict=True
    ):
        word = words(
            [{"x": x, "y": y, "text": text}],
            size=NOTE,
            color=TEXT_QUIET,
            align="right" if x == high else "left",
            baseline="top" if y == high else "bottom",
            dx=-_EDGE if x == high else _EDGE,
            dy=_EDGE if y == high else -_EDGE,
        )
        layers.append(encoded(word, x=_x(axes), y=_y(axes)))
    return layers
