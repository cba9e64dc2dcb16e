from decimal import Decimal

import pytest

from strategykit.domain.goal_path import PathPoint, goal_path, path_text
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.template import CalculatorPlan
from strategykit.errors import NothingToStartFrom, WrongIndicator

HALVING = CalculatorPlan(
    key="halving",
    title="Halveringen",
    indicator="outside",
    start_year=2016,
    end_year=2030,
    factor=Decimal("0.5"),
)


def an_indicator(key: str = "outside", calculators: tuple[str, ...] = ("halving",)) -> Indicator:
    return Indicator(
        key=key,
        name="Unge uden for",
        unit="pct",
        decimals=1,
        direction=Direction.DOWN,
        definition="En andel.",
        source="En kilde",
        counted_by="Bopæl",
        calculators=calculators,
    )


def test_the_share_is_halved_in_equal_yearly_steps() -> None:
    path = goal_path(HALVING, an_indicator(), {2016: Decimal(7)})

    assert path.start == PathPoint(2016, Decimal(7))
    assert path.end == PathPoint(2030, Decimal("3.5"))
    assert path.at(2023) == Decimal("5.25")
    assert len(path.points) == 15
    assert path.at(2031) is None


def test_the_path_starts_in_the_first_year_with_a_figure_and_says_so() -> None:
    path = goal_path(
        HALVING, an_indicator(), {2010: Decimal(1), 2020: Decimal(8), 2022: Decimal(7)}
    )

    assert path.start == PathPoint(2020, Decimal(8))
    assert path.at(2025) == Decimal(6)
    assert path.end.value == Decimal(4)
    assert "I har intet tal for 2016, så vejen begynder i 2020." in path_text(path)


def test_the_text_says_how_far_the_latest_figure_is_from_the_path() -> None:
    path = goal_path(HALVING, an_indicator(), {2016: Decimal(7)})

    assert path_text(path, PathPoint(2023, Decimal("6.3"))) == (
        "Unge uden for: fra 7,0 pct. i 2016 til 3,5 pct. i 2030. Det er et fald på 0,25 "
        "procentpoint om året. I 2023 skulle tallet være 5,3 pct., og det er 6,3 pct., altså "
        "1,0 procentpoint over."
    )
    assert path_text(path, PathPoint(2018, Decimal("6.5"))).endswith("6,5 pct., og det er det.")


def test_a_figure_that_counts_other_people_is_refused() -> None:
    with pytest.raises(WrongIndicator, match="'Halveringen' kan ikke regnes ud fra tallet"):
        goal_path(HALVING, an_indicator("neet"), {2016: Decimal(7)})


def test_a_figure_that_the_catalogue_does_not_qualify_is_refused() -> None:
    with pytest.raises(WrongIndicator):
        goal_path(HALVING, an_indicator(calculators=()), {2016: Decimal(7)})


@pytest.mark.parametrize("figures", [{}, {2015: Decimal(7)}, {2030: Decimal(7)}])
def test_without_a_figure_before_the_goal_year_there_is_no_path(
    figures: dict[int, Decimal],
) -> None:
    with pytest.raises(NothingToStartFrom, match="fra 2016 til 2029"):
        goal_path(HALVING, an_indicator(), figures)
