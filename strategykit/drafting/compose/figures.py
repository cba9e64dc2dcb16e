"""The figures of one indicator in a locked baseline, said and drawn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from strategykit.domain.baseline import FrozenFigure
from strategykit.domain.chart_data import Bar, BarGroup, Emphasis
from strategykit.domain.chart_text import groups_text
from strategykit.domain.comparison_text import ranked
from strategykit.domain.indicators import Indicator
from strategykit.domain.means import PLAIN
from strategykit.domain.numbers import danish, with_unit
from strategykit.domain.outline import Bars
from strategykit.domain.peers import PEER
from strategykit.drafting.compose.danish import ended, enumerated
from strategykit.drafting.compose.setting import Setting

_YEAR_OR_MONTH = re.compile(r"(?:[a-zæøå]+ )?\d{4}", re.IGNORECASE)
COUNTRY, REGION, GROUP = "Hele landet", "Region", "Kommunegruppe"


@dataclass(frozen=True)
class Shown:
    """`figures` has the municipality's own first; `indicator` is None for a figure of its own."""

    key: str
    name: str
    municipality: str
    figures: tuple[FrozenFigure, ...]
    indicator: Indicator | None

    @property
    def own(self) -> FrozenFigure | None:
        """The municipality's figure."""
        return next((f for f in self.figures if f.place == self.municipality), None)

    @property
    def others(self) -> tuple[FrozenFigure, ...]:
        """What every municipality is held up against."""
        return tuple(f for f in self.figures if f.place != self.municipality and not f.of_peer)

    @property
    def peers(self) -> tuple[FrozenFigure, ...]:
        """The municipalities that were chosen."""
        return tuple(f for f in self.figures if f.of_peer)

    @property
    def compared(self) -> bool:
        """Whether there is anything to draw side by side."""
        return bool(self.others or self.peers)

    def value(self, figure: FrozenFigure) -> str:
        """The value as people read it."""
        if self.indicator:
            return self.indicator.shown(figure.value)
        return with_unit(figure.value, figure.unit)

    def when(self, figure: FrozenFigure) -> str:
        """The period with its marks."""
        marks = ["opdigtet eksempel"] if figure.invented else []
        marks += [] if figure.certain else ["år usikkert"]
        return ", ".join((figure.period, *marks))

    @property
    def told(self) -> str:
        """Where the municipality lies, and how far from the others."""
        own = self.own
        if own is None:
            said = f"Der er intet tal for {self.municipality}."
            told = enumerated([f"{called(f.place)} er {self._at(f)}" for f in self.others])
            return ended(f"{said} Tallet for {told}") if told else said
        said = ended(f"Tallet for {self.municipality} er {self._at(own)}")
        beside = enumerated([self._beside(own, other) for other in self.others])
        told = f"{said} Det er {beside}." if beside else said
        among = ranked([peer.value - own.value for peer in self.peers])
        return " ".join(part for part in (told, among) if part)

    @property
    def alt(self) -> str:
        """What the chart shows."""
        return groups_text(comparison_bars(self).groups)

    @property
    def shared_time(self) -> str:
        """The period of all the figures with its marks; empty when they differ."""
        times = {self.when(figure) for figure in self.figures}
        return times.pop() if len(times) == 1 else ""

    def _at(self, figure: FrozenFigure) -> str:
        dated = _YEAR_OR_MONTH.fullmatch(figure.period) and figure.certain and not figure.invented
        when = f"i {figure.period}" if dated else f"({self.when(figure)})"
        return f"{self.value(figure)} {when}"

    def _beside(self, own: FrozenFigure, other: FrozenFigure) -> str:
        gap = own.value - other.value
        plain = "uvægtet" if other.note.startswith(PLAIN) else ""
        year = self.when(other) if self.when(other) != self.when(own) else ""
        inside = ", ".join(filter(None, (self.value(other), year, plain)))
        where = f"{called(other.place)} ({inside})"
        if not gap:
            return f"på niveau med {where}"
        return f"{self._distance(gap)} {'over' if gap > 0 else 'under'} {where}"

    def _distance(self, gap: Decimal) -> str:
        if self.indicator:
            return self.indicator.shown_difference(gap)
        return f"{danish(abs(gap))} {self.figures[0].unit}".strip()


def figures_by_indicator(figures: Sequence[FrozenFigure], setting: Setting) -> tuple[Shown, ...]:
    """In the order of the baseline."""
    by_key: dict[str, list[FrozenFigure]] = {}
    for figure in figures:
        by_key.setdefault(figure.indicator, []).append(figure)
    return tuple(
        Shown(key, same[0].name, setting.municipality, _own_first(same, setting.municipality),
              setting.indicators.get(key))
        for key, same in by_key.items()
    )  # fmt: skip


def comparison_bars(shown: Shown) -> Bars:
    """The municipality beside the others; peers, who have a table, only where there is nobody else.

    Up to eight more bars for each figure would fill a page with every chart.
    """
    drawn = [f for f in shown.figures if not (shown.others and f.of_peer)]
    return Bars((BarGroup("", tuple(_bar(shown, figure) for figure in drawn)),))


def _bar(shown: Shown, figure: FrozenFigure) -> Bar:
    strong = figure.place == shown.municipality
    note = ", ".join(filter(None, (shown.when(figure), PEER if figure.of_peer else figure.note)))
    emphasis = Emphasis.STRONG if strong else Emphasis.PLAIN
    return Bar(figure.place, figure.value, shown.value(figure), note, emphasis)


def _own_first(figures: Sequence[FrozenFigure], own: str) -> tuple[FrozenFigure, ...]:
    return tuple(sorted(figures, key=lambda f: f.place != own))


def family(place: str) -> str:
    """Region, country or group: a locked figure knows its place by name alone."""
    if place == COUNTRY:
        return COUNTRY
    return REGION if place.startswith(REGION) else GROUP


def called(place: str) -> str:
    """A place inside a sentence."""
    names = {COUNTRY: COUNTRY.lower(), GROUP: f"kommunegruppen {place}"}
    return names.get(family(place), place)
