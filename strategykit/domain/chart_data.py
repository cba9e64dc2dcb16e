"""What a chart shows, before anything is drawn: plain values with the words beside them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = Decimal | float | int


class Emphasis(StrEnum):
    """How much a mark stands out; every chart shows it by form as well as by colour."""

    STRONG = "strong"
    PLAIN = "plain"
    QUIET = "quiet"


@dataclass(frozen=True)
class Bar:
    """`shown` is the value as people read it, `note` a smaller line below the label."""

    label: str
    value: Value
    shown: str
    note: str = ""
    emphasis: Emphasis = Emphasis.PLAIN


@dataclass(frozen=True)
class BarGroup:
    """Bars under one heading; without bars the heading says that there are none."""

    title: str
    bars: tuple[Bar, ...]


class PointKind(StrEnum):
    """What a point of a series is; the words stand beside it."""

    BASELINE = "Udgangspunkt"
    MEASURED = "Måling"
    GOAL = "Mål"


@dataclass(frozen=True)
class SeriesPoint:
    """`shown` is the value and `when` the period as people read them."""

    day: date
    value: Value
    shown: str
    when: str
    kind: PointKind = PointKind.MEASURED


@dataclass(frozen=True)
class Series:
    """`path` is the way to the goal, year by year; it may be empty."""

    name: str
    points: tuple[SeriesPoint, ...]
    path: tuple[SeriesPoint, ...] = ()


@dataclass(frozen=True)
class MatrixPoint:
    """One thing placed by two judgements; a quiet one steps back."""

    label: str
    x: Value
    y: Value
    emphasis: Emphasis = Emphasis.PLAIN


@dataclass(frozen=True)
class MatrixAxes:
    """`corners` are read clockwise from the upper left; they may be empty."""

    x_title: str
    y_title: str
    low: int
    high: int
    corners: tuple[str, str, str, str] = ("", "", "", "")


@dataclass(frozen=True)
class Span:
    """A stretch of time, or one day when `end` is the same; `when` is how people read it."""

    label: str
    start: date
    end: date
    when: str
