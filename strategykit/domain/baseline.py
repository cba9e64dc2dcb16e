"""The nulpunkt: figures of the municipality's own, and the baseline when it is frozen."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.goals import Direction


@dataclass(frozen=True, kw_only=True)
class OwnFigure(Entry):
    """A figure typed in or imported; the figures of one indicator make a series."""

    noun: ClassVar[str] = "Tallet"
    needs: ClassVar[tuple[str, ...]] = ("indicator",)

    indicator: str = said("Indikator")
    day: date | None = said("Dato", default=None, hint="Tom, hvis datoen ikke er kendt")
    period: str = said("Periode i ord", default="", hint="For eksempel 2024 eller marts 2026")
    value: Decimal = said("Værdi")
    unit: str = said("Enhed", default="")
    direction: Direction = said("Bedre når tallet går", default=Direction.DOWN)
    source: str = said("Kilde", default="")
    invented: bool = said("Tallet er et opdigtet eksempel", default=False)


@dataclass(frozen=True)
class FrozenFigure:
    """A figure as it stood when the baseline was frozen; `place` is whose figure it is."""

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


@dataclass(frozen=True, kw_only=True)
class Baseline(Entry):
    """The frozen starting point; `number` counts the times that it was frozen."""

    noun: ClassVar[str] = "Nulpunktet"

    number: int
    frozen_at: datetime
    editor_id: str = ""
    figures: tuple[FrozenFigure, ...] = ()
    note: str = said("Bemærkning", default="", long=True)
