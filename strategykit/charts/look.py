"""What all charts share: width, type, colours, Danish numbers, and words for the blind."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, Literal

import altair as alt

from strategykit.domain.numbers import MONTHS
from strategykit.domain.palette import LINE, SERIES, SURFACE, TEXT, TEXT_QUIET

WIDTH = 640
"""Pixels; 160 mm in Word, where a letter of 14 px becomes 10 pt."""

FONT = "Public Sans, Liberation Sans, Arial, Helvetica, sans-serif"
OWN, OTHER = SERIES[0], SERIES[7]
LABEL, NOTE, HEADING = 14, 12, 15
LINE_HEIGHT = 18
CHARACTERS = 48
"""So many fit on a line of a label, on a phone too."""

_SHORT_MONTH = 5
_DAYS = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"]
_LOCALE: dict[str, Any] = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " kr."]},
    "time": {
        "dateTime": "%-d. %B %Y %H.%M",
        "date": "%-d. %B %Y",
        "time": "%H.%M",
        "periods": ["", ""],
        "days": _DAYS,
        "shortDays": [f"{day[:3]}." for day in _DAYS],
        "months": list(MONTHS),
        "shortMonths": [m if len(m) < _SHORT_MONTH else f"{m[:3]}." for m in MONTHS],
    },
}
"""In the spec itself, since a browser would otherwise write numbers and months in English."""


_CONFIG = {
    "font": FONT,
    "locale": _LOCALE,
    "view": {"stroke": None},
    "mark": {"aria": False},
    "axis": {
        "aria": False,
        "labelFont": FONT,
        "labelFontSize": 13,
        "labelColor": TEXT,
        "titleFontSize": 13,
        "titleColor": TEXT,
        "titleFontWeight": "normal",
        "domainColor": LINE,
        "tickColor": LINE,
        "gridColor": "#DDE3E5",
    },
}


def finished(layers: Sequence[alt.Chart], height: int, said: str) -> alt.LayerChart:
    """The layers as one chart; `said` is what a person hears who cannot see it."""
    return alt.LayerChart(
        layer=list(layers),
        width=WIDTH,
        height=height,
        description=said,
        background=SURFACE,
        autosize={"type": "fit", "contains": "padding"},
        padding=dict.fromkeys(("left", "top", "right", "bottom"), 4),  # Streamlit adds to each
        config=_CONFIG,
    )


def encoded(mark: alt.Chart, **channels: Any) -> alt.Chart:
    """The mark with its channels; Altair itself does not say what type comes out."""
    whole: alt.Chart = mark.encode(**channels)
    return whole


def only_words(said: str) -> alt.LayerChart:
    """What stands where there is nothing to draw."""
    rows = [{"text": "\n".join(lines(said))}]
    text = encoded(words(rows, color=TEXT_QUIET), x=alt.value(0), y=alt.value(0))
    return finished([text], LINE_HEIGHT * len(lines(said)), said)


def data(rows: Sequence[dict[str, Any]]) -> alt.InlineData:
    """The rows inside the spec, so that nothing is fetched."""
    return alt.InlineData(values=list(rows))


def pixels_down(height: int) -> alt.Scale:
    """A scale on which a value is its distance from the top."""
    return alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)


def words(
    rows: Sequence[dict[str, Any]],
    *,
    size: int = LABEL,
    weight: Literal["normal", "bold"] = "normal",
    color: str = TEXT,
    **mark: Any,
) -> alt.Chart:
    """Text marks for rows with a `text`; line breaks in it are kept."""
    about = {"align": "left", "baseline": "top", "lineHeight": LINE_HEIGHT, **mark}
    text = alt.Chart(data(rows)).mark_text(
        aria=False, fontSize=size, fontWeight=weight, color=color, lineBreak="\n", **about
    )
    return encoded(text, text="text:N")


def edged(rows: Sequence[dict[str, Any]], **look: Any) -> list[alt.Chart]:
    """The words on a white edge of their own, for where lines may pass behind them."""
    white = {"color": SURFACE, "stroke": SURFACE, "strokeWidth": 4, "strokeJoin": "round"}
    return [words(rows, **{**look, **white}), words(rows, **look)]


def lines(text: str, characters: int = CHARACTERS) -> list[str]:
    """The text broken at words; a very long word is broken where the line ends."""
    return wrap(text, characters) or [""]
