"""Words beside marks, so many pixels away however wide the chart is drawn."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from strategykit.charts.look import data, edged, encoded
from strategykit.charts.placing import LINE, Place, Spot, leader, side
from strategykit.domain.palette import LINE as LINE_COLOUR


def label_layers(
    rows: Sequence[dict[str, Any]],
    spots: Sequence[Spot],
    places: Sequence[Place],
    x: alt.X,
    y: alt.Y,
) -> list[alt.Chart]:
    """`rows` hold the `x` and `y` of each mark in the chart's own values."""
    labelled = list(zip(rows, spots, places, strict=True))
    lines = [line for row, spot, place in labelled for line in _leader(row, spot, place)]
    alike: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    for row, spot, place in labelled:
        align, left = side(spot, place)
        away = round(left - spot.x + spot.aside), round(place.top - spot.y)
        alike.setdefault((align, *away), []).append({**row, "text": "\n".join(spot.lines)})
    words = [
        layer
        for (align, dx, dy), some in alike.items()
        for layer in edged(some, align=align, dx=dx, dy=dy, lineHeight=LINE)
    ]
    return [
        *(encoded(line, x=x, x2="x2", y=y, y2="y2") for line in lines),
        *(encoded(layer, x=x, y=y) for layer in words),
    ]


def _leader(row: dict[str, Any], spot: Spot, place: Place) -> list[alt.Chart]:
    """A thin line to a label that found no room at its mark."""
    ends = leader(spot, place)
    if ends is None:
        return []
    (x, y), (to_x, to_y) = ends
    at = spot.x - spot.aside
    line = alt.Chart(data([{**row, "x2": row["x"], "y2": row["y"]}])).mark_rule(
        aria=False,
        color=LINE_COLOUR,
        xOffset=x - at,
        yOffset=y - spot.y,
        x2Offset=to_x - at,
        y2Offset=to_y - spot.y,
    )
    return [line]
