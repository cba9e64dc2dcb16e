"""Phases and meetings over time, each on its own line with its words beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt

from strategykit.charts.look import (
    NOTE,
    OWN,
    WIDTH,
    data,
    edged,
    encoded,
    finished,
    only_words,
    pixels_down,
    words,
)
from strategykit.charts.placing import LETTER
from strategykit.charts.timescale import day_axis, moment
from strategykit.domain.chart_data import Span
from strategykit.domain.chart_text import timeplan_text
from strategykit.domain.palette import SERIES, TEXT, TEXT_QUIET

_AXIS, _PHASE, _MEETING, _THICK, _TODAY_LINE = 34, 46, 28, 14, 22
_DAY, _SIDE, _ASIDE, _BOLD = timedelta(days=1), 0.03, 13, 8.2
_TODAY = "I dag"
_STYLES: dict[str, dict[str, Any]] = {
    "phase": {"weight": "bold"},
    "meeting": {},
    "when": {"size": NOTE, "color": TEXT_QUIET},
}


@dataclass(frozen=True)
class _Time:
    """The days that the plan covers, with a little room on both sides."""

    first: date
    last: date

    def pixels(self, day: date) -> float:
        return (day - self.first) / (self.last - self.first) * WIDTH

    @property
    def x(self) -> alt.X:
        scale = alt.Scale(domain=[moment(self.first), moment(self.last)], nice=False)
        days = (self.first, self.last)
        axis = day_axis(days, grid=True, orient="top", domain=False, ticks=False)
        return alt.X("day:T", scale=scale, axis=axis)


def timeplan_chart(
    spans: Sequence[Span], today: date | None = None, said: str = ""
) -> alt.LayerChart:
    """A stretch is a bar, one day is a diamond; `today` is a line when it lies within."""
    told = said or timeplan_text(spans)
    if not spans:
        return only_words(told)
    covered = _covered(spans)
    plan = _Plan(covered)
    for span in spans:
        plan.put(span)
    y = alt.Y("middle:Q", scale=pixels_down(plan.height), axis=None)
    shown = today if today and covered.first <= today <= covered.last else None
    layers = [*_today_layers(shown, plan.height, covered, y), *plan.layers(y)]
    return finished(layers, plan.height + _AXIS, told)


def _covered(spans: Sequence[Span]) -> _Time:
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    room = max((last - first) * _SIDE, 3 * _DAY)
    return _Time(first - room, last + room)


class _Plan:
    """Puts one span below the other, in the order given."""

    def __init__(self, covered: _Time) -> None:
        self.height = _TODAY_LINE
        self._covered = covered
        self._bars: list[dict[str, Any]] = []
        self._diamonds: list[dict[str, Any]] = []
        self._words: dict[tuple[str, str, int], list[dict[str, Any]]] = {}

    def put(self, span: Span) -> None:
        if span.end > span.start:
            self._put_phase(span)
        else:
            self._put_meeting(span)

    def _put_phase(self, span: Span) -> None:
        middle = self.height + _PHASE - _THICK
        end = span.end + _DAY
        self._bars.append({"day": moment(span.start), "end": moment(end), "middle": middle})
        over = self._covered.pixels(span.start) + _BOLD * len(span.label) - WIDTH
        self._write("phase", "left", -max(over, 0), span.start, middle - _THICK - 3, span.label)
        self._write_beside("when", span.start, end, middle, span.when)
        self.height += _PHASE

    def _put_meeting(self, span: Span) -> None:
        middle = self.height + _MEETING / 2
        self._diamonds.append({"day": moment(span.start), "middle": middle})
        text = f"{span.label}, {span.when}" if span.when else span.label
        self._write_beside("meeting", span.start, span.start, middle, text)
        self.height += _MEETING

    def _write_beside(self, style: str, start: date, end: date, middle: float, text: str) -> None:
        """After the mark, or before it when there is no room."""
        left, right = self._covered.pixels(start), self._covered.pixels(end)
        if right + _ASIDE + LETTER * len(text) <= WIDTH or left < WIDTH / 2:
            self._write(style, "left", _ASIDE, end, middle, text)
        else:
            self._write(style, "right", -_ASIDE, start, middle, text)

    def _write(
        self, style: str, align: str, aside: float, day: date, middle: float, text: str
    ) -> None:
        row = {"day": moment(day), "middle": middle, "text": text}
        self._words.setdefault((style, align, round(aside)), []).append(row)

    def layers(self, y: alt.Y) -> list[alt.Chart]:
        bars = alt.Chart(data(self._bars)).mark_bar(aria=False, size=_THICK, color=OWN)
        diamonds = alt.Chart(data(self._diamonds)).mark_point(
            aria=False, shape="diamond", size=150, filled=True, color=SERIES[1], opacity=1
        )
        x = self._covered.x
        return [
            encoded(bars, x=x, x2="end:T", y=y),
            encoded(diamonds, x=x, y=y),
            *(encoded(layer, x=x, y=y) for key in self._words for layer in self._edged(*key)),
        ]

    def _edged(self, style: str, align: str, aside: int) -> list[alt.Chart]:
        rows = self._words[style, align, aside]
        return edged(rows, align=align, dx=aside, baseline="middle", **_STYLES[style])


def _today_layers(today: date | None, height: int, covered: _Time, y: alt.Y) -> list[alt.Chart]:
    if today is None:
        return []
    line = [{"day": moment(today), "middle": middle} for middle in (_TODAY_LINE - 6, height)]
    label = [{"day": moment(today), "middle": _TODAY_LINE / 2, "text": _TODAY}]
    rule = alt.Chart(data(line)).mark_line(
        aria=False, color=TEXT, strokeDash=[2, 3], strokeWidth=1.5
    )
    text = words(label, baseline="middle", align="center", size=NOTE)
    return [encoded(mark, x=covered.x, y=y) for mark in (rule, text)]
