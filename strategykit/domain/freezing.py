"""What is locked when the nulpunkt is: the figures as they are shown now."""

from collections.abc import Iterable, Sequence

from strategykit.domain.baseline import NO_DATE, FrozenFigure
from strategykit.domain.comparison import Compared, Comparison
from strategykit.domain.numbers import rounded
from strategykit.domain.own_series import OwnSeries, same_name, time_text


def figures_now(
    comparisons: Iterable[Comparison], series: Iterable[OwnSeries], municipality: str
) -> tuple[FrozenFigure, ...]:
    """Every place of every comparison, and the newest figure of each series of their own."""
    compared = [_of_row(c, row) for c in comparisons for row in c.rows]
    named = {same_name(figure.name) for figure in compared}
    own = [_of_series(s, municipality) for s in series if not _merged(s, named)]
    return tuple(compared + own)


def counted(figures: Sequence[FrozenFigure]) -> str:
    """How many figures of how many indicators: what the button says."""
    indicators = len({figure.indicator for figure in figures})
    which = "1 indikator" if indicators == 1 else f"{indicators} indikatorer"
    return f"{len(figures)} tal for {which}"


def _merged(series: OwnSeries, named: set[str]) -> bool:
    # as_figures() has put it into the comparison of the same name already.
    return same_name(series.indicator) in named and bool(series.dated) and not series.invented


def _of_row(comparison: Comparison, row: Compared) -> FrozenFigure:
    indicator, sources = comparison.indicator, comparison.sources
    source = row.source or (sources[0] if sources else "")
    return FrozenFigure(
        indicator.key, indicator.name, row.label, rounded(row.value, indicator.decimals),
        indicator.unit, str(row.year), source, certain=row.year_certain, note=row.note,
    )  # fmt: skip


def _of_series(series: OwnSeries, municipality: str) -> FrozenFigure:
    newest = series.newest
    return FrozenFigure(
        series.indicator, series.indicator, municipality, newest.value, newest.unit,
        time_text(newest), newest.source, certain=time_text(newest) != NO_DATE,
        invented=newest.invented,
    )  # fmt: skip
