"""Lying bars with their words above them, so that long Danish labels can be read everywhere."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from strategykit.charts.look import (
    HEADING,
    LINE_HEIGHT,
    NOTE,
    OTHER,
    OWN,
    data,
    encoded,
    finished,
    lines,
    pixels_down,
    words,
)
from strategykit.domain.chart_data import Bar, BarGroup, Emphasis
from strategykit.domain.chart_text import groups_text
from strategykit.domain.palette import SURFACE, TEXT, TEXT_QUIET

_THICK, _GAP, _GROUP_GAP = 18, 16, 8
_ROOM_FOR_VALUE = 1.25
_NONE = "Ingen endnu"
_STYLES: dict[str, dict[str, Any]] = {
    "heading": {"size": HEADING, "weight": "bold"},
    "strong": {"weight": "bold"},
    "plain": {},
    "note": {"size": NOTE, "color": TEXT_QUIET, "lineHeight": NOTE + 4},
}


def bar_chart(bars: Sequence[Bar], said: str = "") -> alt.LayerChart:
    """One bar for each, in the order given; `said` is the alt text."""
    return grouped_bars([BarGroup("", tuple(bars))], said)


def grouped_bars(groups: Sequence[BarGroup], said: str = "") -> alt.LayerChart:
    """Bars under headings, all to the same scale; grey ones only beside one that stands out."""
    anyone_strong = any(b.emphasis is Emphasis.STRONG for g in groups for b in g.bars)
    page = _Page(OTHER if anyone_strong else OWN)
    for group in groups:
        page.put_group(group)
    values = [float(bar.value) for group in groups for bar in group.bars]
    x_scale = alt.Scale(
        domain=[min([0.0, *values]), (max([0.0, *values]) or 1) * _ROOM_FOR_VALUE], nice=False
    )
    return finished(page.layers(x_scale), page.height, said or groups_text(groups))


class _Page:
    """Puts one thing below the other and remembers where."""

    def __init__(self, plain: str) -> None:
        self.height = 0
        self._fills = {Emphasis.STRONG: OWN, Emphasis.PLAIN: plain, Emphasis.QUIET: SURFACE}
        self._bars: list[dict[str, Any]] = []
        self._words: dict[str, list[dict[str, Any]]] = {style: [] for style in _STYLES}

    def put_group(self, group: BarGroup) -> None:
        if group.title:
            self.height += _GROUP_GAP if self.height else 0
            self._write("heading", group.title)
            self.height += 4
        if not group.bars:
            self._write("note", _NONE)
        for bar in group.bars:
            self._put_bar(bar)

    def _put_bar(self, bar: Bar) -> None:
        self._write("strong" if bar.emphasis is Emphasis.STRONG else "plain", bar.label)
        if bar.note:
            self._write("note", bar.note)
        self._bars.append(
            {
                "value": float(bar.value),
                "zero": 0,
                "top": self.height + 2,
                "bottom": self.height + 2 + _THICK,
                "text": bar.shown,
                "fill": self._fills[bar.emphasis],
                "stroke": OTHER if bar.emphasis is Emphasis.QUIET else self._fills[bar.emphasis],
            }
        )
        self.height += _THICK + _GAP

    def _write(self, style: str, text: str) -> None:
        broken = lines(text)
        self._words[style].append({"top": self.height, "text": "\n".join(broken)})
        self.height += (NOTE + 4 if style == "note" else LINE_HEIGHT) * len(broken)

    def layers(self, x_scale: alt.Scale) -> list[alt.Chart]:
        y_scale = pixels_down(self.height)
        top = alt.Y("top:Q", scale=y_scale, axis=None)
        texts = [
            encoded(words(rows, **_STYLES[style]), x=alt.value(0), y=top)
            for style, rows in self._words.items()
            if rows
        ]
        return [*texts, *_bar_layers(self._bars, x_scale, top)] if self._bars else texts


def _bar_layers(rows: list[dict[str, Any]], x_scale: alt.Scale, top: alt.Y) -> list[alt.Chart]:
    x = alt.X("value:Q", scale=x_scale, axis=None)
    middle = [{**row, "top": (row["top"] + row["bottom"]) / 2} for row in rows]
    bars = encoded(
        alt.Chart(data(rows)).mark_rect(aria=False, strokeWidth=1.5),
        x=alt.X("zero:Q", scale=x_scale, axis=None),
        x2="value:Q",
        y=top,
        y2="bottom:Q",
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("stroke:N", scale=None),
    )
    values = words(middle, weight="bold", color=TEXT, baseline="middle", dx=7)
    return [bars, encoded(values, x=x, y=top)]
