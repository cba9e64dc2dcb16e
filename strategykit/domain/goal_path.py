"""A long goal broken down to years: from a share in one year to a part of it in another."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from strategykit.domain.indicators import Indicator
from strategykit.domain.numbers import danish, rounded
from strategykit.domain.template import CalculatorPlan
from strategykit.errors import NothingToStartFrom, WrongIndicator


@dataclass(frozen=True)
class PathPoint:
    """Where the share must be in a year."""

    year: int
    value: Decimal


@dataclass(frozen=True)
class GoalPath:
    """`points` are one a year, the first being where the path starts; equal steps between them."""

    indicator: Indicator
    plan: CalculatorPlan
    points: tuple[PathPoint, ...]

    @property
    def start(self) -> PathPoint:
        """The year that the path counts from."""
        return self.points[0]

    @property
    def end(self) -> PathPoint:
        """The year of the goal."""
        return self.points[-1]

    @property
    def starts_late(self) -> bool:
        """Whether there was no figure for the year that the plan counts from."""
        return self.start.year != self.plan.start_year

    def at(self, year: int) -> Decimal | None:
        """Where the share must be that year; None outside the path."""
        return next((point.value for point in self.points if point.year == year), None)


def goal_path(
    plan: CalculatorPlan, indicator: Indicator, figures: Mapping[int, Decimal]
) -> GoalPath:
    """From the plan's first year, or the first year after it that has a figure.

    Raises WrongIndicator for any other figure than the plan's, NothingToStartFrom without one.
    """
    if indicator.key != plan.indicator or plan.key not in indicator.calculators:
        raise WrongIndicator(plan.title, indicator.name)
    years = [year for year in sorted(figures) if plan.start_year <= year < plan.end_year]
    if not years:
        raise NothingToStartFrom(indicator.name, plan.start_year, plan.end_year)
    first = PathPoint(years[0], figures[years[0]])
    return GoalPath(indicator, plan, _points(first, plan))


def _points(first: PathPoint, plan: CalculatorPlan) -> tuple[PathPoint, ...]:
    years = plan.end_year - first.year
    step = first.value * (plan.factor - 1) / years
    return tuple(PathPoint(first.year + n, first.value + step * n) for n in range(years + 1))


def path_text(path: GoalPath, latest: PathPoint | None = None) -> str:
    """The path in Danish, and how far from it the latest figure lies when there is one."""
    shown, start, end = path.indicator.shown, path.start, path.end
    said = (
        f"{path.indicator.name}: fra {shown(start.value)} i {start.year} "
        f"til {shown(end.value)} i {end.year}."
    )
    if path.starts_late:
        said += f" I har intet tal for {path.plan.start_year}, så vejen begynder i {start.year}."
    return f"{said} {_pace(path)}{_distance(path, latest)}"


def _pace(path: GoalPath) -> str:
    yearly = abs(path.end.value - path.start.value) / (path.end.year - path.start.year)
    down = path.end.value < path.start.value
    unit = path.indicator.shown_difference(yearly).split(" ", 1)[1]
    return f"Det er et {'fald' if down else 'løft'} på {danish(yearly, 2)} {unit} om året."


def _distance(path: GoalPath, latest: PathPoint | None) -> str:
    wanted = path.at(latest.year) if latest else None
    if latest is None or wanted is None or latest.year == path.start.year:
        return ""
    places = path.indicator.decimals
    gap = rounded(latest.value, places) - rounded(wanted, places)
    shown = path.indicator.shown
    there = f" I {latest.year} skulle tallet være {shown(wanted)}, og det er"
    if not gap:
        return f"{there} det."
    side = "over" if gap > 0 else "under"
    return f"{there} {shown(latest.value)}, altså {path.indicator.shown_difference(gap)} {side}."
