"""A long goal of the template's calculators, as the way from the municipality's own figure."""

from datetime import date
from decimal import Decimal

from strategykit.domain.baseline import OwnFigure
from strategykit.domain.chart_data import PointKind, Series, SeriesPoint
from strategykit.domain.chart_text import series_text
from strategykit.domain.goal_path import GoalPath, PathPoint, goal_path, path_text
from strategykit.domain.indicators import Indicator
from strategykit.domain.outline import Curve
from strategykit.domain.own_series import OwnSeries, began, own_series, same_name
from strategykit.domain.template import CalculatorPlan
from strategykit.drafting.compose.figures import Shown
from strategykit.drafting.compose.ground import Ground
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import figure_ref
from strategykit.errors import NothingToStartFrom, WrongIndicator


def own_series_of(ground: Ground, shown: Shown) -> OwnSeries | None:
    """The figures that the municipality has typed in or imported under the same name."""
    wanted = {same_name(shown.name), same_name(shown.key)}
    found = own_series(f for f in ground.of(OwnFigure) if same_name(f.indicator) in wanted)
    return found[0] if found else None


def goal_ways(leaf: Leaf, shown: Shown) -> None:
    """Every calculator that counts from this figure."""
    for plan in leaf.ground.template.calculators:
        if shown.indicator and plan.indicator == shown.indicator.key:
            _way(leaf, shown, plan, shown.indicator)


def _way(leaf: Leaf, shown: Shown, plan: CalculatorPlan, indicator: Indicator) -> None:
    figures = _by_year(leaf.ground, shown)
    try:
        path = goal_path(plan, indicator, figures)
    except (NothingToStartFrom, WrongIndicator):
        return
    rests = [figure_ref(figure) for figure in shown.figures]
    newest = max(figures)
    said = f"{plan.title}: {path_text(path, PathPoint(newest, figures[newest]))}"
    leaf.say(f"vej:{plan.key}", said, rests, cites=leaf.ground.sources.cite(plan.source))
    series = _series(path, figures)
    leaf.figure(f"vej:{plan.key}:kurve", plan.title, series_text(series), Curve(series), rests)


def _by_year(ground: Ground, shown: Shown) -> dict[int, Decimal]:
    """Own figures by their year, and the locked one where it has a plain year."""
    own = own_series_of(ground, shown)
    typed = own.dated if own else ()
    years = {day.year: f.value for f in typed if not f.invented and (day := began(f))}
    if shown.own and shown.own.period.isdigit():
        years[int(shown.own.period)] = shown.own.value
    return years


def _series(path: GoalPath, figures: dict[int, Decimal]) -> Series:
    shown = path.indicator.shown
    measured = tuple(
        SeriesPoint(date(year, 1, 1), value, shown(value), str(year))
        for year, value in sorted(figures.items())
    )
    way = tuple(
        SeriesPoint(date(p.year, 1, 1), p.value, shown(p.value), str(p.year), PointKind.GOAL)
        for p in path.points
    )
    return Series(path.indicator.name, (*measured, way[-1]), way)
