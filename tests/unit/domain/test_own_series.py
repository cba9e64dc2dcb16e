from datetime import date
from decimal import Decimal

import pytest

from strategykit.domain.baseline import OwnFigure
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.own_series import (
    OwnSeries,
    as_figures,
    development_text,
    own_series,
    time_text,
    value_text,
)

SHARE = Indicator(
    key="share",
    name="Andel uden job",
    unit="pct",
    decimals=1,
    direction=Direction.DOWN,
    definition="En andel.",
    source="Kilden",
    counted_by="Bopæl",
)


def a_figure(value: str, period: str = "", name: str = "På listen", **more: object) -> OwnFigure:
    facts = {"id": f"{name}{period}{value}", "process_id": "p", "unit": "personer", **more}
    return OwnFigure(indicator=name, period=period, value=Decimal(value), **facts)  # type: ignore[arg-type]


def the_series(*figures: OwnFigure) -> OwnSeries:
    (found,) = own_series(figures)
    return found


def test_figures_of_one_name_are_one_series_oldest_first() -> None:
    late, early = a_figure("40", "marts 2026"), a_figure("50", "1. kvartal 2025", "på  listen")
    other = a_figure("7", "2025", "Gengangere")

    assert [(s.indicator, s.figures) for s in own_series([late, other, early])] == [
        ("På listen", (early, late)),
        ("Gengangere", (other,)),
    ]


def test_a_date_counts_before_the_words_of_the_period() -> None:
    first = a_figure("50", "forår", day=date(2026, 3, 1))
    then = a_figure("48", "april 2026")

    assert the_series(then, first).newest is then


def test_the_right_way_is_the_one_that_the_figure_says() -> None:
    fewer = the_series(a_figure("50", "2025"), a_figure("40", "2026"))
    more_wanted = {"direction": Direction.UP}
    also_fewer = the_series(
        a_figure("50", "2025", **more_wanted), a_figure("40", "2026", **more_wanted)
    )

    assert development_text(fewer) == (
        "Tallet er gået fra 50 personer (2025) til 40 personer (2026). Det er den rigtige vej."
    )
    assert development_text(also_fewer).endswith("Det er den forkerte vej.")


def test_an_unchanged_figure_goes_no_way() -> None:
    assert development_text(the_series(a_figure("5", "2025"), a_figure("5", "2026"))).endswith(
        "Det er uændret."
    )


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ([a_figure("50", "2025")], "Der er kun ét tal, så udviklingen kan ikke vises."),
        (
            [a_figure("50", "udgangspunkt"), a_figure("40", "nu")],
            "Der er kun tal uden datoer at ordne dem efter, så udviklingen kan ikke vises.",
        ),
    ],
)
def test_without_dates_no_development_is_claimed(figures: list[OwnFigure], why: str) -> None:
    assert development_text(the_series(*figures)) == why


def test_a_figure_says_when_it_is_from_or_that_nobody_knows() -> None:
    assert time_text(a_figure("1", "", day=date(2026, 6, 3))) == "3. juni 2026"
    assert (
        time_text(a_figure("1", "skoleåret 2025/26", day=date(2025, 8, 1))) == "skoleåret 2025/26"
    )
    assert time_text(a_figure("1")) == "dato ikke kendt"


def test_an_invented_figure_is_marked_wherever_it_stands() -> None:
    assert value_text(a_figure("18", invented=True)) == "18 personer (opdigtet eksempel)"


def test_own_figures_of_a_catalogue_name_stand_beside_the_published() -> None:
    figures = [
        a_figure("7.1", "2024", "andel uden job", source="STIL"),
        a_figure("6.9", "2025", "Andel uden job"),
    ]

    found = as_figures(figures, [SHARE], "153")

    assert [(f.area, f.indicator, f.year, f.value, f.unit, f.source) for f in found] == [
        ("153", "share", 2024, Decimal("7.1"), "pct", "STIL"),
        ("153", "share", 2025, Decimal("6.9"), "pct", "Kommunens egen opgørelse"),
    ]


def test_invented_and_undated_figures_never_stand_among_the_published() -> None:
    figures = [
        a_figure("7", "2024", "Andel uden job", invented=True),
        a_figure("7", "engang", "Andel uden job"),
        a_figure("7", "2024", "Noget andet"),
    ]

    assert as_figures(figures, [SHARE], "153") == ()
