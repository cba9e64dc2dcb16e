"""How an area stands today, its goals, sub-goals and criteria."""

from collections.abc import Sequence

from strategykit.domain.areas import Area
from strategykit.domain.chart_text import series_text
from strategykit.domain.goal_charts import goal_series
from strategykit.domain.goals import (
    Criterion,
    Goal,
    GoalKind,
    Measurement,
    Performance,
    distance_text,
    lacks,
    latest_of,
)
from strategykit.domain.numbers import danish_date, with_unit
from strategykit.domain.outline import Curve, Ref
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import (
    counted,
    date_or,
    enumerated,
    local_day,
    paragraphs,
    phrase,
    quoted,
    sentence,
)
from strategykit.drafting.compose.figures import figures_by_indicator
from strategykit.drafting.compose.goal_ways import goal_ways_of
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import figure_ref, ref, refs

_NONE = "–"
_MARK = " (opdigtet eksempel)"


def goals(leaf: Leaf, area: Area) -> None:
    """Nothing of goals where the template has no page for them."""
    if not leaf.ground.shows("maal"):
        return
    below = leaf.below("maal", "Det skal nås")
    _performance(below, area)
    found = leaf.ground.goals.get(area.id, ())
    if not found:
        below.lack("maal", f"Der er ingen mål for {quoted(area.name)}.", "maal")
        return
    _goal_table(below, found)
    _methods(below, found)
    _sub_goals(below, found)
    _criteria(below, area)
    _unready(below, found)


def _performance(leaf: Leaf, area: Area) -> None:
    """How it goes today, as somebody has judged it."""
    for judged in leaf.ground.of(Performance):
        if judged.area_id != area.id:
            continue
        first, *rest = paragraphs(judged.text) or ("",)
        by = f" Det er vurderet af {phrase(judged.assessed_by)}." if judged.assessed_by else ""
        text = f"Sådan går det i dag: {sentence(first)}{by}" if first else ""
        leaf.say(f"i dag:{judged.id}", text, (ref(judged, area.name),))
        for place, part in enumerate(rest, start=2):
            leaf.say(f"i dag:{judged.id}:{place}", part, (ref(judged, area.name),))
        _figures(leaf, judged)


def _figures(leaf: Leaf, judged: Performance) -> None:
    """The locked figures that show how the area stands."""
    locked = leaf.ground.baseline
    for shown in figures_by_indicator(locked.figures, leaf.ground.setting) if locked else ():
        if shown.key in judged.indicators:
            cites = tuple(n for f in shown.figures[:1] for n in leaf.ground.sources.cite(f.source))
            rests = [figure_ref(figure) for figure in shown.figures]
            leaf.say(f"tal:{shown.key}", f"{shown.name}: {shown.told}", rests, cites=cites)


def _goal_table(leaf: Leaf, found: Sequence[Goal]) -> None:
    many = counted(len(found), "ét mål", "mål")
    leaf.say("antal", f"Udvalget har sat {many} for {leaf.ground.terms.omraadet}.", refs(found))
    rows = [
        (
            phrase(goal.text), phrase(goal.indicator) or _NONE, _start(goal), _target(goal),
            str(goal.year or _NONE), phrase(goal.owner) or _NONE,
        )
        for goal in found
    ]  # fmt: skip
    leaf.table(
        "tabel", "Mål", ("Mål", "Måles på", "Fra", "Til", "Senest", "Ansvarlig"), rows,
        says="Hvert mål med det, der måles på, udgangspunkt, mål, år og ansvarlig.",
        rests_on=refs(found), widths=(0.31, 0.19, 0.14, 0.12, 0.09, 0.15),
    )  # fmt: skip


def _start(goal: Goal) -> str:
    if goal.start is None:
        return _NONE if goal.kind is GoalKind.QUALITATIVE else "Ikke målt endnu"
    return with_unit(goal.start, goal.unit) + (_MARK if goal.invented else "")


def _target(goal: Goal) -> str:
    return _NONE if goal.target is None else with_unit(goal.target, goal.unit)


def _methods(leaf: Leaf, found: Sequence[Goal]) -> None:
    """One paragraph for each goal: how it is measured, and what was measured."""
    ground = leaf.ground
    for goal in found:
        measured = [m for m in ground.of(Measurement) if m.goal_id == goal.id]
        told = [
            f"{quoted(goal.text)} måles sådan: {sentence(goal.method)}" if goal.method else "",
            _first(goal),
            _latest(goal, measured),
        ]
        rests = (ref(goal), *(ref(m, _measured(goal, m)) for m in measured))
        leaf.say(f"maaling:{goal.id}", " ".join(filter(None, told)), rests)
        if len(measured) > 1:
            _curve(leaf, goal, measured, rests)
        goal_ways_of(leaf, goal)


def _first(goal: Goal) -> str:
    if goal.start is not None or not goal.first_measured:
        return ""
    return f"Udgangspunktet måles første gang den {danish_date(goal.first_measured)}."


def _latest(goal: Goal, measured: Sequence[Measurement]) -> str:
    latest = latest_of(goal, measured)
    if latest is None:
        return ""
    value = with_unit(latest.value, goal.unit)
    said = f"Den seneste måling er {value} den {danish_date(latest.day)}."
    return f"{said} {distance_text(goal, latest)}".strip()


def _curve(leaf: Leaf, goal: Goal, measured: Sequence[Measurement], rests: tuple[Ref, ...]) -> None:
    """Two measurements and more make a curve; a single one is told well enough in words."""
    made = leaf.ground.process.created_at
    since = local_day(made) if made else leaf.ground.setting.today
    series = goal_series(goal, measured, since)
    caption = f"Målinger af {quoted(goal.indicator or goal.text)}"
    leaf.figure(f"kurve:{goal.id}", caption, series_text(series), Curve(series), rests)


def _measured(goal: Goal, measurement: Measurement) -> str:
    return f"{danish_date(measurement.day)}: {with_unit(measurement.value, goal.unit)}"


def _sub_goals(leaf: Leaf, found: Sequence[Goal]) -> None:
    steps = [(goal, step) for goal in found for step in leaf.ground.sub_goals.get(goal.id, ())]
    many = len(found) > 1
    header = ("Delmål", "På vej mod målet", "Frist") if many else ("Delmål", "Frist")
    rows = [
        (phrase(step.text), *((phrase(goal.text),) if many else ()), date_or(step.due))
        for goal, step in steps
    ]
    leaf.table(
        "delmaal", "Delmål", header, rows, says="Hvert delmål med sin frist.",
        rests_on=refs(step for _, step in steps),
        widths=(0.42, 0.36, 0.22) if many else (0.76, 0.24),
    )  # fmt: skip


def _criteria(leaf: Leaf, area: Area) -> None:
    found = leaf.ground.criteria.get(area.id, ())
    leaf.table(
        "kriterier", "Kvalitetskriterier", ("Kvalitetskriterium", "Slags"),
        [(phrase(one.text), _kind(one)) for one in found],
        says="Hvert kvalitetskriterium, og om det gælder proces eller effekt.",
        rests_on=refs(found), widths=(0.8, 0.2),
    )  # fmt: skip


def _kind(criterion: Criterion) -> str:
    return capital(criterion.kind.value)


def _unready(leaf: Leaf, found: Sequence[Goal]) -> None:
    """A goal that lacks something is said to, with what it lacks."""
    criteria = leaf.ground.of(Criterion)
    for goal in found:
        what = lacks(goal, criteria)
        if what:
            said = f"Målet {quoted(goal.text)} mangler {enumerated(what)}."
            leaf.lack(f"maal:{goal.id}", said, "maal")
