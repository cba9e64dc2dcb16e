"""Charts in words, for those who cannot see them; the numbers stand in a table beside."""

import re
from collections.abc import Sequence

from strategykit.domain.chart_data import (
    BarGroup,
    MatrixAxes,
    MatrixPoint,
    PointKind,
    Series,
    SeriesPoint,
    Span,
)
from strategykit.domain.numbers import danish, danish_date

MOST = 8


def groups_text(groups: Sequence[BarGroup]) -> str:
    """Each group's bars in order, the first few by name."""
    return "Søjlediagram. " + " ".join(_group_text(group) for group in groups)


def _group_text(group: BarGroup) -> str:
    heading = f"{group.title}: " if group.title else ""
    said = _some([f"{_bare(bar.label)} {bar.shown}" for bar in group.bars])
    return _sentence(f"{heading}{said or 'ingen endnu'}")


def series_text(series: Series) -> str:
    """The starting point, the latest measurement and the goal."""
    measured = [point for point in series.points if point.kind is PointKind.MEASURED]
    first = [point for point in series.points if point.kind is PointKind.BASELINE]
    goal = [point for point in series.points if point.kind is PointKind.GOAL]
    parts = [
        *(_point_text("Udgangspunktet er", point) for point in first),
        *(_point_text("Den seneste måling er", point) for point in measured[-1:]),
        *(_point_text("Målet er", point) for point in goal),
    ]
    return f"Kurve for {_bare(series.name)}. " + (" ".join(parts) or "Der er ingen tal endnu.")


def _point_text(said: str, point: SeriesPoint) -> str:
    before = "den" if re.match(r"\d+\. ", point.when) else "i"
    return _sentence(f"{said} {point.shown} {before} {point.when}")


def matrix_text(points: Sequence[MatrixPoint], axes: MatrixAxes) -> str:
    """Each thing with its two judgements."""
    up, across = axes.y_title.lower(), axes.x_title.lower()
    placed = [
        f"{_bare(point.label)}: {up} {danish(point.y)}, {across} {danish(point.x)}"
        for point in points
    ]
    said = _some(placed, "; ") or "Der er ingen endnu"
    return _sentence(f"Diagram med {up} mod {across}. {said}")


def flow_text(titles: Sequence[str], paths: Sequence[Sequence[str]]) -> str:
    """Each path from its first words to its last; the columns are named once."""
    ways = [" fører til ".join(_bare(text) for text in path if text.strip()) for path in paths]
    columns = ", ".join(_bare(title).lower() for title in titles)
    said = _some([way for way in ways if way], ". ") or "Der er ingen endnu"
    return _sentence(f"Tegning fra venstre mod højre med {columns}. {said}")


def timeplan_text(spans: Sequence[Span]) -> str:
    """From when to when, and what lies when."""
    if not spans:
        return "Tidsplanen er tom."
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    said = _some([f"{_bare(span.label)} {span.when}" for span in spans], "; ")
    return _sentence(f"Tidsplan fra {danish_date(first)} til {danish_date(last)}. {said}")


def _some(parts: Sequence[str], between: str = ", ") -> str:
    rest = len(parts) - MOST
    shown = between.join(parts[:MOST])
    return f"{shown} og {rest} til" if rest > 0 else shown


def _sentence(said: str) -> str:
    return said if said.endswith(".") else f"{said}."


def _bare(label: str) -> str:
    return " ".join(label.split()).rstrip(".")
