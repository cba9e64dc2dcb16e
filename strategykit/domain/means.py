"""What several municipalities make together, weighted when there are weights for all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from strategykit.domain.figures import Figure, series
from strategykit.domain.indicators import Indicator

PLAIN = "uvægtet gennemsnit"
FEWEST = 2


@dataclass(frozen=True)
class Mean:
    """`note` says in Danish how the value came about and whether municipalities are missing."""

    value: Decimal
    note: str
    count: int
    year_certain: bool


@dataclass(frozen=True)
class Means:
    """Means of one indicator in one year; `weights` are the newest for each municipality."""

    indicator: Indicator
    year: int
    values: Mapping[str, Figure]
    weights: Mapping[str, Figure]

    def of(self, codes: Iterable[str]) -> Mean | None:
        """None when half of the municipalities or more have no figure: it would mislead."""
        wanted = tuple(codes)
        there = [self.values[code] for code in wanted if code in self.values]
        if len(there) < FEWEST or 2 * len(there) <= len(wanted):
            return None
        weights = [self.weights[f.area].value for f in there if f.area in self.weights]
        weighted = len(weights) == len(there) and sum(weights) > 0
        value = _mean([f.value for f in there], weights if weighted else [Decimal(1)] * len(there))
        note = self._note(len(there), len(wanted) - len(there), weighted=weighted)
        return Mean(value, note, len(there), all(f.year_certain for f in there))

    def _note(self, there: int, missing: int, *, weighted: bool) -> str:
        gap = f", tal mangler for {missing}" if missing else ""
        if not weighted:
            return f"{PLAIN} af {there} kommuner{gap}"
        years = sorted({f.year for f in self.weights.values()})
        return f"{there} kommuner vægtet med {self.indicator.weight_name} {years[-1]}{gap}"


def means(indicator: Indicator, year: int, figures: Iterable[Figure]) -> Means:
    """The values of one year, and the newest weights, of every municipality among the figures."""
    known = tuple(figures)
    values = {f.area: f for f in known if f.indicator == indicator.key and f.year == year}
    weighing = {f.area for f in known if f.indicator == indicator.weight}
    weights = {area: series(known, area, indicator.weight)[-1] for area in weighing}
    return Means(indicator, year, values, weights)


def _mean(values: list[Decimal], weights: list[Decimal]) -> Decimal:
    together = sum((v * w for v, w in zip(values, weights, strict=True)), Decimal())
    return together / sum(weights, Decimal())
