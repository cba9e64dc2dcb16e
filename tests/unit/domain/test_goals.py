"""When a goal is ready, how it is said, and how far it is away."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strategykit.domain.chart_data import PointKind
from strategykit.domain.goal_charts import goal_series
from strategykit.domain.goals import (
    Criterion,
    Direction,
    Goal,
    GoalKind,
    Measurement,
    distance_text,
    lacks,
    latest_of,
    start_text,
    target_text,
)
from strategykit.errors import Empty

READY = Goal(
    id="m", process_id="p", area_id="o", text="Højst 25", indicator="Unge uden job",
    unit="personer", start=Decimal(50), target=Decimal(25), year=2027, owner="Centerchefen",
    method="Månedlig liste",
)  # fmt: skip
CRITERION = Criterion(id="k", process_id="p", area_id="o", text="Kontaktperson efter 14 dage")


def measured(day: date, value: str) -> Measurement:
    return Measurement(
        id=value, process_id="p", goal_id="m", day=day, value=Decimal(value), position=1
    )


def test_a_goal_with_owner_plan_and_criterion_is_ready() -> None:
    assert lacks(READY, [CRITERION]) == ()


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"owner": " "}, "ansvarlig"),
        ({"method": ""}, "hvordan I måler"),
        ({"year": None}, "år"),
        ({"indicator": ""}, "hvad I måler på"),
        ({"target": None}, "hvor I vil hen"),
        ({"start": None}, "udgangspunkt eller dato for første måling"),
        ({"target": Decimal(80)}, "en retning, der passer til tallene"),
        ({"direction": Direction.UP}, "en retning, der passer til tallene"),
    ],
)
def test_each_thing_that_is_missing_is_named(change: dict[str, object], missing: str) -> None:
    assert lacks(replace(READY, **change), [CRITERION]) == (missing,)  # type: ignore[arg-type]


def test_a_criterion_of_another_goal_does_not_count() -> None:
    assert lacks(READY, [replace(CRITERION, goal_id="en anden")]) == ("kvalitetskriterium",)
    assert lacks(READY, [replace(CRITERION, area_id="x", goal_id="m")]) == ()


def test_what_is_judged_needs_no_figures() -> None:
    judged = replace(READY, kind=GoalKind.QUALITATIVE, indicator="", start=None, target=None)

    assert lacks(judged, [CRITERION]) == ()
    assert start_text(judged) == ""


def test_a_goal_that_is_not_measured_yet_says_when_it_will_be() -> None:
    later = replace(READY, start=None, first_measured=date(2027, 3, 1))

    assert lacks(later, [CRITERION]) == ()
    assert start_text(later) == "ikke målt endnu; måles første gang den 1. marts 2027"
    assert start_text(replace(later, first_measured=None)) == "ikke målt endnu"


def test_a_goal_says_from_where_to_where() -> None:
    share = replace(READY, start=Decimal("12.5"), unit="pct", invented=True)

    assert start_text(share) == "12,5 pct. (opdigtet eksempel)"
    assert target_text(READY) == "25 personer i 2027"
    assert target_text(replace(READY, target=None)) == "2027"


@pytest.mark.parametrize(
    ("direction", "value", "told"),
    [
        (Direction.DOWN, "38", "Afstanden til målet er 13 personer."),
        (Direction.DOWN, "25", "Målet er nået."),
        (Direction.UP, "20", "Afstanden til målet er 5 personer."),
        (Direction.UP, "30", "Målet er nået."),
    ],
)
def test_the_distance_follows_the_direction(direction: Direction, value: str, told: str) -> None:
    goal = replace(READY, direction=direction)

    assert distance_text(goal, measured(date(2027, 1, 1), value)) == told


def test_shares_lie_percentage_points_apart_and_without_figures_nothing_is_said() -> None:
    share = replace(READY, unit="pct.")

    assert distance_text(share, None) == "Afstanden til målet er 25 procentpoint."
    assert distance_text(replace(READY, start=None), None) == ""


def test_the_newest_measurement_is_the_latest_day() -> None:
    first, second = measured(date(2027, 1, 1), "46"), measured(date(2027, 7, 1), "38")

    assert latest_of(READY, [second, first]) == second
    assert latest_of(READY, []) is None


def test_the_curve_runs_from_the_start_by_the_measurements_to_the_goal() -> None:
    series = goal_series(READY, [measured(date(2027, 1, 15), "46")], date(2026, 6, 3))

    assert [(p.kind, p.day, p.shown) for p in series.points] == [
        (PointKind.BASELINE, date(2026, 6, 3), "50 personer"),
        (PointKind.MEASURED, date(2027, 1, 15), "46 personer"),
        (PointKind.GOAL, date(2027, 12, 31), "25 personer"),
    ]


def test_a_measurement_before_the_process_moves_the_start_back() -> None:
    series = goal_series(READY, [measured(date(2026, 1, 15), "52")], date(2026, 6, 3))

    assert series.points[0].day == date(2026, 1, 15)


@pytest.mark.parametrize("kind", [Goal, Criterion])
def test_nothing_is_set_without_an_area(kind: type) -> None:
    with pytest.raises(Empty, match="'Område' er tomt"):
        kind(id="x", process_id="p", area_id="", text="Mål")


def test_a_measurement_needs_its_value() -> None:
    with pytest.raises(Empty, match="Værdi"):
        Measurement(id="x", process_id="p", goal_id="m", day=date(2027, 1, 1), value=None)  # type: ignore[arg-type]
