"""A long goal of the template's calculators, as the way from the municipality's own figure."""

from collections.abc import Mapping
from decimal import Decimal

from strategykit.domain.baseline import OwnFigure
from strategykit.domain.chart_text import series_text
from strategykit.domain.goal_charts import path_series
from strategykit.domain.goal_path import PathPoint, goal_path, path_text
from strategykit.domain.goals import Goal
from strategykit.domain.indicators import Indicator
from strategykit.domain.outline import Curve, Ref
from strategykit.domain.own_series import OwnSeries, began, own_series, same_name
from strategykit.domain.template import CalculatorPlan
from strategykit.drafting.compose.figures import Shown
from strategykit.drafting.compose.ground import Ground
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import figure_ref, refs
from strategykit.errors import NothingToStartFrom, WrongIndicator


def own_series_of(ground: Ground, shown: Shown) -> OwnSeries | None:
    """The figures that the municipality has typed in or imported under the same name."""
    wanted = {same_name(shown.name), same_name(shown.key)}
    found = own_series(f for f in ground.of(OwnFigure) if same_name(f.indicator) in wanted)
    return found[0] if found else None


def goal_ways(leaf: Leaf, shown: Shown) -> None:
    """Every calculator that counts from this figure of the baseline."""
    rests = tuple(figure_ref(figure) for figure in shown.figures)
    for plan in leaf.ground.template.calculators:
        if shown.indicator and plan.indicator == shown.indicator.key:
            figures = _years(own_series_of(leaf.ground, shown)) | _locked(shown)
            _way(leaf, plan, shown.indicator, figures, rests)


def goal_ways_of(leaf: Leaf, goal: Goal) -> None:
    """Every calculator that counts from the figure that the goal is measured on."""
    ground = leaf.ground
    for plan in ground.template.calculators:
        indicator = ground.setting.indicators.get(plan.indicator)
        if indicator and same_name(goal.indicator) in _names(indicator):
            own = [f for f in ground.of(OwnFigure) if same_name(f.indicator) in _names(indicator)]
            found = own_series(own)
            figures = _years(found[0] if found else None)
            _way(leaf, plan, indicator, figures, refs(own), f":{goal.id}")


def _names(indicator: Indicator) -> set[str]:
    return {same_name(indicator.name), same_name(indicator.key)}


def _way(
    leaf: Leaf,
    plan: CalculatorPlan,
    indicator: Indicator,
    figures: Mapping[int, Decimal],
    rests: tuple[Ref, ...],
    whose: str = "",
) -> None:
    try:
        path = goal_path(plan, indicator, figures)
    except (NothingToStartFrom, WrongIndicator):
        return
    newest = max(figures)
    said = f"{plan.title}: {path_text(path, PathPoint(newest, figures[newest]))}"
    name = f"vej:{plan.key}{whose}"
    leaf.say(name, said, rests, cites=leaf.ground.sources.cite(plan.source))
    series = path_series(path, figures)
    leaf.figure(f"{name}:kurve", plan.title, series_text(series), Curve(series), rests)


def _years(own: OwnSeries | None) -> dict[int, Decimal]:
    """The own figures by their year; invented ones lead nowhere."""
    dated = own.dated if own else ()
    return {day.year: f.value for f in dated if not f.invented and (day := began(f))}


def _locked(shown: Shown) -> dict[int, Decimal]:
    """The locked figure, where it is of a plain year."""
    own = shown.own
    return {int(own.period): own.value} if own and own.period.isdigit() else {}
