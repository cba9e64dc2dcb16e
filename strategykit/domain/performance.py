"""How a chosen area stands: its figures beside country, group and goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from strategykit.domain.baseline import Baseline, FrozenFigure
from strategykit.domain.comparison import Compared, Comparison, Place
from strategykit.domain.comparison_text import development
from strategykit.domain.goals import Goal
from strategykit.domain.numbers import danish, rounded, with_unit
from strategykit.domain.own_series import (
    OwnSeries,
    development_text,
    same_name,
    time_text,
    value_text,
)

NO_FIGURE = "intet tal"
NOT_COMPARED = "kan ikke sammenlignes"


@dataclass(frozen=True)
class Standpoint:
    """One figure of an area, in words; `to_goals` is empty where no goal is set for it.

    `development` is empty where there is none to show.
    """

    name: str
    value: str
    when: str
    development: str
    to_country: str
    to_group: str
    to_goals: str


def standpoints(
    chosen: Sequence[str],
    comparisons: Sequence[Comparison],
    series: Sequence[OwnSeries],
    baseline: Baseline | None,
    goals: Sequence[Goal],
) -> tuple[Standpoint, ...]:
    """The chosen figures, by key or by own name, as they were locked, else as they are now."""
    locked = baseline.figures if baseline else ()
    compared = {c.indicator.key: c for c in comparisons}
    own = {same_name(s.indicator): s for s in series}
    found = []
    for key in chosen:
        if key in compared:
            found.append(_of_comparison(compared[key], locked, goals))
        elif same_name(key) in own:
            found.append(_of_series(own[same_name(key)], locked, goals))
    return tuple(found)


def _of_comparison(
    comparison: Comparison, locked: Sequence[FrozenFigure], goals: Sequence[Goal]
) -> Standpoint:
    indicator, own = comparison.indicator, comparison.own
    frozen = _locked(indicator.key, comparison.municipality.formal_name, locked)
    value = frozen.value if frozen else (own.value if own else None)
    when = frozen.period if frozen else (own.year_text if own else "")
    return Standpoint(
        name=indicator.name,
        value=NO_FIGURE if value is None else indicator.shown(value),
        when=when,
        development=development(comparison) if comparison.has_development else "",
        to_country=_distance(comparison, value, Place.COUNTRY, locked),
        to_group=_distance(comparison, value, Place.GROUP, locked),
        to_goals=_to_goals((indicator.name, indicator.key), value, goals),
    )


def _of_series(
    series: OwnSeries, locked: Sequence[FrozenFigure], goals: Sequence[Goal]
) -> Standpoint:
    frozen = next(
        (f for f in locked if same_name(f.indicator) == same_name(series.indicator)), None
    )
    newest = series.newest
    mark = " (opdigtet eksempel)" if frozen and frozen.invented else ""
    return Standpoint(
        name=series.indicator,
        value=f"{with_unit(frozen.value, frozen.unit)}{mark}" if frozen else value_text(newest),
        when=frozen.period if frozen else time_text(newest),
        development=development_text(series) if series.has_development else "",
        to_country=NOT_COMPARED,
        to_group=NOT_COMPARED,
        to_goals=_to_goals((series.indicator,), frozen.value if frozen else newest.value, goals),
    )


def _distance(
    comparison: Comparison, value: Decimal | None, place: Place, locked: Sequence[FrozenFigure]
) -> str:
    row = next((r for r in comparison.rows if r.place is place), None)
    if value is None or row is None:
        return NOT_COMPARED
    indicator, other = comparison.indicator, _value_of(row, comparison, locked)
    gap = rounded(value, indicator.decimals) - rounded(other, indicator.decimals)
    if not gap:
        return f"på niveau ({indicator.shown(other)})"
    side = "over" if gap > 0 else "under"
    return f"{indicator.shown_difference(gap)} {side} ({indicator.shown(other)})"


def _value_of(row: Compared, comparison: Comparison, locked: Sequence[FrozenFigure]) -> Decimal:
    frozen = _locked(comparison.indicator.key, row.label, locked)
    return frozen.value if frozen else row.value


def _locked(key: str, place: str, locked: Sequence[FrozenFigure]) -> FrozenFigure | None:
    return next((f for f in locked if f.indicator == key and f.place == place), None)


def _to_goals(names: Sequence[str], value: Decimal | None, goals: Sequence[Goal]) -> str:
    wanted = {same_name(name) for name in names}
    mine = [g for g in goals if same_name(g.indicator) in wanted and g.target is not None]
    if value is None:
        return ""
    return "; ".join(_to_goal(goal, value) for goal in mine)


def _to_goal(goal: Goal, value: Decimal) -> str:
    target = goal.target or Decimal(0)
    year = f" i {goal.year}" if goal.year else ""
    return f"{danish(abs(value - target))} til målet ({with_unit(target, goal.unit)}{year})"
