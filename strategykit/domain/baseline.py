"""The nulpunkt: figures of the municipality's own, and the baseline when it is locked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.figures import UNSURE
from strategykit.domain.goals import Direction
from strategykit.domain.means import PLAIN
from strategykit.domain.numbers import danish_date, with_unit
from strategykit.domain.peers import PEER

EXAMPLE = "opdigtet eksempel"
NO_DATE = "dato ikke kendt"
UNWEIGHTED = "uvægtet"


@dataclass(frozen=True, kw_only=True)
class OwnFigure(Entry):
    """A figure typed in or imported; the figures of one indicator make a series."""

    noun: ClassVar[str] = "Tallet"
    needs: ClassVar[tuple[str, ...]] = ("indicator", "value")

    indicator: str = said("Indikator")
    day: date | None = said("Dato", default=None, hint="Tom, hvis datoen ikke er kendt")
    period: str = said("Periode i ord", default="", hint="For eksempel 2024 eller marts 2026")
    value: Decimal = said("Værdi")
    unit: str = said("Enhed", default="")
    direction: Direction = said("Bedre når tallet går", default=Direction.DOWN)
    source: str = said("Kilde", default="")
    invented: bool = said("Tallet er et opdigtet eksempel", default=False)

    @property
    def headline(self) -> str:
        """The indicator and when, since many figures share an indicator."""
        when = self.period.strip() or (danish_date(self.day) if self.day else "")
        return f"{self.indicator}, {when}" if when else self.indicator


@dataclass(frozen=True)
class FrozenFigure:
    """A figure as it stood when the baseline was locked; `place` is whose figure it is."""

    indicator: str
    name: str
    place: str
    value: Decimal
    unit: str
    period: str
    source: str
    certain: bool = True
    invented: bool = False
    note: str = ""

    @property
    def shown(self) -> str:
        """The value with its unit."""
        return with_unit(self.value, self.unit)

    @property
    def period_text(self) -> str:
        """The period, with a mark when the source does not vouch for it."""
        unsure = not self.certain and self.period != NO_DATE
        return f"{self.period} ({UNSURE})" if unsure else self.period

    @property
    def of_peer(self) -> bool:
        """Whether it is the figure of a municipality that was chosen as much the same."""
        return self.note.startswith(PEER)

    @property
    def marks(self) -> str:
        """What the reader must know beside the value, in brackets; empty for a plain figure."""
        known = [UNWEIGHTED * self.note.startswith(PLAIN), EXAMPLE * self.invented]
        said = ", ".join(mark for mark in known if mark)
        return f"({said})" if said else ""


@dataclass(frozen=True, kw_only=True)
class Baseline(Entry):
    """The locked starting point; `number` counts the times that it was locked."""

    noun: ClassVar[str] = "Nulpunktet"

    number: int
    frozen_at: datetime
    editor_id: str = ""
    figures: tuple[FrozenFigure, ...] = ()
    note: str = said("Bemærkning", default="", long=True)


@dataclass(frozen=True)
class Shift:
    """A figure of the baseline beside the same figure now; None where it is not there."""

    then: FrozenFigure | None
    now: FrozenFigure | None

    @property
    def figure(self) -> FrozenFigure:
        """Either of the two, for its name and place."""
        found = self.then or self.now
        assert found is not None  # noqa: S101 - a shift is made of one of them at least
        return found

    @property
    def difference(self) -> Decimal | None:
        """How much the figure has grown since then."""
        return self.now.value - self.then.value if self.now and self.then else None

    @property
    def changed(self) -> bool:
        """Whether value or period differ, or one of the two is not there."""
        if self.then is None or self.now is None:
            return True
        return (self.then.value, self.then.period) != (self.now.value, self.now.period)


def shifts(then: Sequence[FrozenFigure], now: Sequence[FrozenFigure]) -> tuple[Shift, ...]:
    """Every figure of then and now once, those of then first."""
    was = {(f.indicator, f.place): f for f in then}
    is_now = {(f.indicator, f.place): f for f in now}
    return tuple(Shift(was.get(key), is_now.get(key)) for key in dict.fromkeys((*was, *is_now)))


def by_indicator(figures: Sequence[FrozenFigure]) -> tuple[tuple[FrozenFigure, ...], ...]:
    """The figures of each indicator together, in the order that the indicators first came."""
    members: dict[str, list[FrozenFigure]] = {}
    for figure in figures:
        members.setdefault(figure.indicator, []).append(figure)
    return tuple(tuple(found) for found in members.values())


def sources_of(figures: Sequence[FrozenFigure]) -> tuple[str, ...]:
    """Every source once, in the order of the figures."""
    return tuple(dict.fromkeys(figure.source for figure in figures if figure.source))
