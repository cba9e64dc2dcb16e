"""How an area stands: locked figures first, distances in the figure's own unit."""

from datetime import UTC, datetime
from decimal import Decimal

from strategykit.domain.baseline import Baseline, FrozenFigure, OwnFigure
from strategykit.domain.comparison import Comparison, compare
from strategykit.domain.figures import Figure
from strategykit.domain.goals import Goal
from strategykit.domain.indicators import Indicator
from strategykit.domain.municipalities import Municipality
from strategykit.domain.own_series import own_series
from strategykit.domain.performance import standpoints

SHARE = Indicator(
    key="andel", name="Andel", unit="pct", decimals=1, direction=None, definition="d", source="s",
    counted_by="Bopæl", weight="folk", weight_name="folketal",
)  # fmt: skip


def place(code: str) -> Municipality:
    return Municipality(
        code=code, name=f"By {code}", formal_name=f"By {code} Kommune", region_code="1081",
        region="Region", landsdel_code="01", landsdel="Landsdel", group_code="1", group="Gruppen",
    )  # fmt: skip


def figure(area: str, value: str, year: int = 2024, indicator: str = "andel") -> Figure:
    return Figure(area, indicator, Decimal(value), "pct", year, year_certain=True, source="Kilden")


def compared(*figures: Figure) -> Comparison:
    places = [place("101"), place("102")]
    weights = [figure("101", "1000", indicator="folk"), figure("102", "1000", indicator="folk")]
    return compare(SHARE, places[0], places, [*figures, *weights])


def locked(*figures: tuple[str, str, str]) -> Baseline:
    frozen = tuple(
        FrozenFigure(key, key, where, Decimal(value), "pct", "2022", "Kilden")
        for key, where, value in figures
    )
    at = datetime(2026, 6, 3, tzinfo=UTC)
    return Baseline(id="b", process_id="p", number=1, frozen_at=at, figures=frozen)


def a_goal(indicator: str) -> Goal:
    return Goal(
        id="m", process_id="p", area_id="o", text="Mål", indicator=indicator, unit="pct",
        target=Decimal(5), year=2030,
    )  # fmt: skip


def test_the_figure_stands_beside_country_group_and_goal() -> None:
    comparison = compared(figure("101", "10"), figure("102", "6"), figure("000", "7.5"))

    (point,) = standpoints(["andel"], [comparison], [], None, [a_goal("andel")])

    assert (point.name, point.value, point.when) == ("Andel", "10,0 pct.", "2024")
    assert point.to_country == "2,5 procentpoint over (7,5 pct.)"
    assert point.to_group == "2,0 procentpoint over (8,0 pct.)"
    assert point.to_goals == "5 til målet (5,0 pct. i 2030)"
    assert point.development == ""


def test_what_was_locked_counts_and_the_development_goes_on() -> None:
    comparison = compared(figure("101", "10", 2022), figure("101", "9"), figure("000", "7.5"))
    baseline = locked(("andel", "By 101 Kommune", "10"), ("andel", "Hele landet", "8"))

    (point,) = standpoints(["andel"], [comparison], [], baseline, [])

    assert (point.value, point.when) == ("10,0 pct.", "2022")
    assert point.to_country == "2,0 procentpoint over (8,0 pct.)"
    assert "fra 10,0 pct. i 2022 til 9,0 pct. i 2024" in point.development


def test_without_a_figure_nothing_is_compared() -> None:
    (point,) = standpoints(["andel"], [compared(figure("000", "7.5"))], [], None, [])

    assert (point.value, point.to_country) == ("intet tal", "kan ikke sammenlignes")


def test_own_figures_are_held_up_against_their_goal_only() -> None:
    own = own_series(
        [
            OwnFigure(
                id="t", process_id="p", indicator="Gengangere", value=Decimal(18), unit="personer",
                period="marts 2026", invented=True,
            )
        ]
    )  # fmt: skip
    goal = Goal(
        id="m", process_id="p", area_id="o", text="M", indicator=" gengangere", target=Decimal(6)
    )

    (point,) = standpoints(["Gengangere", "ukendt"], [], own, None, [goal])

    assert point.value == "18 personer (opdigtet eksempel)"
    assert point.to_country == point.to_group == "kan ikke sammenlignes"
    assert point.to_goals == "12 til målet (6)"
