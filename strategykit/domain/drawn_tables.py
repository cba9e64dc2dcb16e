"""The numbers of a chart as a table, for those who cannot see it and for paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategykit.domain.numbers import danish
from strategykit.domain.outline import Bars, Curve, Drawing, Flow, Placed


@dataclass(frozen=True)
class DrawnTable:
    """What the chart shows, row by row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def drawn_table(drawing: Drawing) -> DrawnTable:
    """The same numbers with the same words."""
    if isinstance(drawing, Bars):
        return _bars(drawing)
    if isinstance(drawing, Flow):
        return DrawnTable(drawing.titles, _plain(drawing.paths))
    return _curve(drawing) if isinstance(drawing, Curve) else _placed(drawing)


def _bars(drawing: Bars) -> DrawnTable:
    titled = any(group.title for group in drawing.groups)
    rows = [
        (*((group.title,) if titled else ()), bar.label, bar.shown)
        for group in drawing.groups
        for bar in group.bars
    ]
    return DrawnTable((*(("Gruppe",) if titled else ()), "Hvad", "Tal"), _plain(rows))


def _curve(drawing: Curve) -> DrawnTable:
    points = drawing.series.points
    return DrawnTable(
        ("Hvornår", "Hvad", drawing.series.name),
        _plain([(point.when, point.kind.value, point.shown) for point in points]),
    )


def _placed(drawing: Placed) -> DrawnTable:
    axes = drawing.axes
    return DrawnTable(
        ("Hvad", axes.y_title, axes.x_title),
        _plain([(p.label, danish(p.y), danish(p.x)) for p in drawing.points]),
    )


def _plain(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(" ".join(cell.split()) for cell in row) for row in rows)
