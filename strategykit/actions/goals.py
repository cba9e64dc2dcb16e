"""The figures that the calculators count from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from strategykit.actions.acting import acting
from strategykit.domain.baseline import OwnFigure
from strategykit.domain.goal_path import GoalPath, goal_path
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import PERCENT, Indicator
from strategykit.domain.own_series import began, own_series, same_name
from strategykit.domain.people import Who
from strategykit.domain.template import CalculatorPlan
from strategykit.domain.text import checked
from strategykit.errors import OutOfRange, WrongIndicator
from strategykit.reference_data import reference_data
from strategykit.storage.database import Database

WHOLE = 100


@dataclass(frozen=True)
class Calculation:
    """A long goal year by year, and the figures that it was counted from."""

    path: GoalPath
    figures: Mapping[int, Decimal]


def indicator_of(plan: CalculatorPlan) -> Indicator:
    """The figure that the calculator counts from; raises UnknownIndicator."""
    return reference_data().indicator(plan.indicator)


def calculate(plan: CalculatorPlan, called: str, own: tuple[OwnFigure, ...]) -> Calculation:
    """The way from the figures of that name; raises WrongIndicator or NothingToStartFrom."""
    indicator = next(
        (i for i in reference_data().indicators if same_name(called) in _names(i)), None
    )
    if indicator is None:
        raise WrongIndicator(plan.title, called)
    figures = {
        day.year: figure.value
        for series in own_series(own)
        if same_name(series.indicator) in _names(indicator)
        for figure in series.dated
        if not figure.invented and (day := began(figure))
    }
    return Calculation(goal_path(plan, indicator, figures), figures)


def keep_own_figure(db: Database, who: Who, plan: CalculatorPlan, figure: OwnFigure) -> OwnFigure:
    """The municipality's own figure of a year; typed again, it replaces the one before.

    Raises OutOfRange for a share outside 0 to 100.
    """
    indicator, fit = indicator_of(plan), checked(figure)
    if indicator.unit == PERCENT and not 0 <= fit.value <= WHOLE:
        raise OutOfRange("Jeres tal", 0, WHOLE)
    with acting(db, who, fit.process_id, "add", "OwnFigure", fit.id) as store:
        for there in store.all(OwnFigure, fit.process_id, period=fit.period):
            if same_name(there.indicator) in _names(indicator):
                return store.save(there, replace(there, value=fit.value, invented=False))
        return store.add(fit)


def own_figure_of(
    plan: CalculatorPlan, figure_id: str, process_id: str, year: int, value: Decimal
) -> OwnFigure:
    """A typed figure as it is kept: named, sourced and dated as the calculator needs it."""
    indicator = indicator_of(plan)
    return OwnFigure(
        id=figure_id, process_id=process_id, indicator=indicator.name, period=str(year),
        value=value, unit=indicator.unit, direction=indicator.direction or Direction.DOWN,
        source=indicator.source,
    )  # fmt: skip


def _names(indicator: Indicator) -> set[str]:
    return {same_name(indicator.name), same_name(indicator.key)}
