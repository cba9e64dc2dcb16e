"""Things placed by two judgements: value against effort, interest against influence."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import altair as alt

from strategykit.charts.look import (
    NOTE,
    OTHER,
    OWN,
    WIDTH,
    data,
    edged,
    encoded,
    finished,
    lines,
    words,
)
from strategykit.charts.placing import LINE as LABEL_LINE
from strategykit.charts.placing import RADIUS, Place, Spot, beside, label_box, leader, placed, side
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
    corners = _corners(axes)
    places = placed(spots, _PLOT, [place for place, _ in corners], beside)
    layers = [
        _cross(axes),
        *_corner_words(corners, axes),
        _leaders(spots, places, axes),
        _marks(points, spots, axes),
        *_labels(spots, places, axes),
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


def _values(left: float, top: float, axes: MatrixAxes) -> dict[str, float]:
    low, high = _ends(axes)
    x = low + left / _PLOT.width * (high - low)
    y = high - top / _PLOT.height * (high - low)
    return {"x": round(x, 3), "y": round(y, 3)}


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
        spots.append(Spot(x + aside, y, tuple(lines(point.label, _CHARACTERS))))
    return spots


def _corners(axes: MatrixAxes) -> list[tuple[Place, str]]:
    """The words in the four corners, clockwise from the upper left."""
    right, bottom = _PLOT.width - _EDGE, _PLOT.height - _EDGE
    starts = ((_EDGE, _EDGE), (right, _EDGE), (right, bottom), (_EDGE, bottom))
    found = []
    for (x, y), text in zip(starts, axes.corners, strict=True):
        box = label_box(0, 0, [text])
        left = x - box.width if x == right else x
        top = y - box.height if y == bottom else y
        if text:
            found.append((Place(left, top, box.width, box.height), text))
    return found


def _cross(axes: MatrixAxes) -> alt.Chart:
    middle = (axes.low + axes.high) / 2
    rows = [{"x": middle, "y": end, "way": "up"} for end in _ends(axes)]
    rows += [{"x": end, "y": middle, "way": "across"} for end in _ends(axes)]
    line = alt.Chart(data(rows)).mark_line(aria=False, color=LINE, strokeDash=[4, 4], strokeWidth=1)
    return encoded(line, x=_x(axes), y=_y(axes), detail="way:N")


def _leaders(spots: Sequence[Spot], places: Sequence[Place], axes: MatrixAxes) -> alt.Chart:
    """Thin lines to the labels that found no room at their marks."""
    rows = [
        {**_values(*end, axes), "way": way}
        for way, (spot, place) in enumerate(zip(spots, places, strict=True))
        for end in leader(spot, place) or ()
    ]
    line = alt.Chart(data(rows)).mark_line(aria=False, color=LINE, strokeWidth=1)
    return encoded(line, x=_x(axes), y=_y(axes), detail="way:N")


def _marks(points: Sequence[MatrixPoint], spots: Sequence[Spot], axes: MatrixAxes) -> alt.Chart:
    rows: list[dict[str, Any]] = []
    for point, spot in zip(points, spots, strict=True):
        quiet = point.emphasis is Emphasis.QUIET
        look = {"fill": SURFACE if quiet else OWN, "stroke": OTHER if quiet else OWN}
        rows.append({**_values(spot.x, spot.y, axes), **look})
    marks = alt.Chart(data(rows)).mark_point(
        aria=False, size=(2 * RADIUS - 3) ** 2, strokeWidth=2, opacity=1
    )
    return encoded(
        marks,
        x=_x(axes),
        y=_y(axes),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("stroke:N", scale=None),
    )


def _labels(spots: Sequence[Spot], places: Sequence[Place], axes: MatrixAxes) -> list[alt.Chart]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for spot, place in zip(spots, places, strict=True):
        align, left = side(spot, place)
        row = {**_values(left, place.top, axes), "text": "\n".join(spot.lines)}
        rows.setdefault(align, []).append(row)
    return [
        encoded(layer, x=_x(axes), y=_y(axes))
        for align, some in rows.items()
        for layer in edged(some, align=align, lineHeight=LABEL_LINE)
    ]


def _corner_words(corners: Sequence[tuple[Place, str]], axes: MatrixAxes) -> list[alt.Chart]:
    layers = []
    for place, text in corners:
        right = place.left > _PLOT.width / 2
        row = {**_values(place.left + place.width * right, place.top, axes), "text": text}
        word = words([row], size=NOTE, color=TEXT_QUIET, align="right" if right else "left")
        layers.append(encoded(word, x=_x(axes), y=_y(axes)))
    return layers
