"""What leads to what, drawn from left to right: boxes with words, and arrows between them."""

from collections.abc import Sequence
from math import cos, pi
from typing import Any

import altair as alt

from strategykit.charts.look import (
    NOTE,
    WIDTH,
    data,
    encoded,
    finished,
    only_words,
    pixels_down,
    words,
)
from strategykit.domain.chart_text import flow_text
from strategykit.domain.flow_layout import EDGE, HEAD, LINE, FlowBox, FlowLayout, flow_layout
from strategykit.domain.palette import ACCENT, ACCENT_SOFT, SURFACE, TEXT_QUIET

_STEPS, _HEAD_LENGTH = 16, 7
_CORNER = 4


def flow_chart(
    titles: Sequence[str], paths: Sequence[Sequence[str]], said: str = ""
) -> alt.LayerChart:
    """`titles` are the columns; the same words in a column are one box that several lead to."""
    told = said or flow_text(titles, paths)
    layout = flow_layout(titles, paths)
    if not layout.boxes:
        return only_words(told)
    y = pixels_down(round(layout.height))
    layers = [_lines(layout, y), _points(layout, y), *_boxes(layout, y), *_words(layout, y)]
    return finished(layers, round(layout.height), told)


def _x(field: str = "x") -> alt.X:
    scale = alt.Scale(domain=[0, WIDTH], nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, axis=None)


def _y(scale: alt.Scale, field: str = "y") -> alt.Y:
    return alt.Y(f"{field}:Q", scale=scale, axis=None)


def _lines(layout: FlowLayout, y: alt.Scale) -> alt.Chart:
    """Each leaves and arrives level, so that it is seen which box it comes from."""
    rows = []
    for number, (start, end) in enumerate(layout.arrows):
        rows += _curve(number, layout.boxes[start], layout.boxes[end])
    rows += _passing(layout)
    mark = alt.Chart(data(rows)).mark_line(aria=False, color=TEXT_QUIET, strokeWidth=1.5)
    return encoded(mark, x=_x(), y=_y(y), detail="arrow:N", order="step:Q")


def _passing(layout: FlowLayout) -> list[dict[str, Any]]:
    """Level through the column that an arrow goes by."""
    by = [box for box in layout.boxes if not box.lines]
    return [
        {"arrow": -number, "step": step, "x": box.left + step * box.width, "y": box.middle}
        for number, box in enumerate(by, start=1)
        for step in (0, 1)
    ]


def _curve(number: int, start: FlowBox, end: FlowBox) -> list[dict[str, Any]]:
    left = start.left + start.width
    right = end.left - _HEAD_LENGTH / 2 if end.lines else end.left
    rows = []
    for step in range(_STEPS + 1):
        share = step / _STEPS
        risen = (1 - cos(pi * share)) / 2
        rows.append({
            "arrow": number, "step": step, "x": left + (right - left) * share,
            "y": start.middle + (end.middle - start.middle) * risen,
        })  # fmt: skip
    return rows


def _points(layout: FlowLayout, y: alt.Scale) -> alt.Chart:
    ends = [box for _, end in layout.arrows if (box := layout.boxes[end]).lines]
    rows = [{"x": box.left - _HEAD_LENGTH / 2 - 1, "y": box.middle} for box in ends]
    mark = alt.Chart(data(rows)).mark_point(
        aria=False, shape="triangle-right", size=60, filled=True, color=TEXT_QUIET, opacity=1
    )
    return encoded(mark, x=_x(), y=_y(y))


def _boxes(layout: FlowLayout, y: alt.Scale) -> list[alt.Chart]:
    """The last column is what all is for, and stands on a ground of its own."""
    last = max(box.column for box in layout.boxes)
    rows = [
        {
            "x": box.left, "x2": box.left + box.width, "y": box.top, "y2": box.top + box.height,
            "fill": ACCENT_SOFT if box.column == last else SURFACE,
        }
        for box in layout.boxes
        if box.lines
    ]  # fmt: skip
    mark = alt.Chart(data(rows)).mark_rect(
        aria=False, stroke=ACCENT, strokeWidth=1.2, cornerRadius=_CORNER
    )
    fill = alt.Fill("fill:N", scale=None)
    return [encoded(mark, x=_x(), x2="x2:Q", y=_y(y), y2="y2:Q", fill=fill)]


def _words(layout: FlowLayout, y: alt.Scale) -> list[alt.Chart]:
    inside = [
        {"x": box.left, "y": box.top + EDGE + 1, "text": "\n".join(box.lines)}
        for box in layout.boxes
    ]
    heads = [{"x": left, "y": 0, "text": "\n".join(lines)} for left, lines in layout.heads]
    texts = words(inside, size=NOTE, dx=EDGE, lineHeight=LINE)
    titles = words(heads, size=NOTE, weight="bold", lineHeight=HEAD)
    return [encoded(mark, x=_x(), y=_y(y)) for mark in (texts, titles)]
