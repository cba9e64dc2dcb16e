from decimal import Decimal

from strategykit.domain.baseline import OwnFigure
from strategykit.domain.comparison import compare
from strategykit.domain.figures import COUNTRY, Figure
from strategykit.domain.freezing import counted, figures_now
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.municipalities import Municipality
from strategykit.domain.own_series import as_figures, own_series

SHARE = Indicator(
    key="share",
    name="Andel",
    unit="pct",
    decimals=1,
    direction=Direction.DOWN,
    definition="En andel.",
    source="Kilden",
    counted_by="Bopæl",
)
CITY, OTHER = (
    Municipality(code, name, f"{name} Kommune", "1", "Region", "1", "Del", "1", "Gruppe")
    for code, name in (("001", "Storby"), ("002", "Lilleby"))
)


def published(area: str, value: str, source: str = "Registeret", year: int = 2024) -> Figure:
    return Figure(area, "share", Decimal(value), "pct", year, True, source)  # noqa: FBT003


def own(name: str, period: str, value: str, **more: object) -> OwnFigure:
    facts = {"id": name + period, "process_id": "p", "unit": "personer", "source": "Egen", **more}
    return OwnFigure(indicator=name, period=period, value=Decimal(value), **facts)  # type: ignore[arg-type]


def test_every_place_is_locked_as_it_is_shown() -> None:
    figures = [published("001", "4.44"), published("002", "8.01"), published(COUNTRY, "6", "Bogen")]

    frozen = figures_now([compare(SHARE, CITY, (CITY, OTHER), figures)], [], "Storby Kommune")

    assert [(f.place, str(f.value), f.period, f.note, f.source) for f in frozen] == [
        ("Storby Kommune", "4.4", "2024", "", "Registeret. Tal for 2024."),
        ("Gruppe", "6.2", "2024", "uvægtet gennemsnit af 2 kommuner", "Registeret. Tal for 2024."),
        ("Region", "6.2", "2024", "uvægtet gennemsnit af 2 kommuner", "Registeret. Tal for 2024."),
        ("Hele landet", "6.0", "2024", "", "Bogen. Tal for 2024."),
    ]


def test_the_newest_of_the_own_figures_is_locked() -> None:
    series = own_series([own("På listen", "2025", "50"), own("På listen", "2026", "44")])

    (frozen,) = figures_now([], series, "Storby Kommune")

    assert (frozen.name, frozen.place, frozen.value, frozen.period, frozen.certain) == (
        "På listen",
        "Storby Kommune",
        Decimal(44),
        "2026",
        True,
    )


def test_a_figure_of_unknown_date_is_locked_as_uncertain_and_an_invented_one_as_invented() -> None:
    (frozen,) = figures_now([], own_series([own("På listen", "", "50", invented=True)]), "Byen")

    assert (frozen.period, frozen.certain, frozen.invented) == ("dato ikke kendt", False, True)


def test_an_own_figure_that_stands_in_a_comparison_is_not_locked_twice() -> None:
    mine = [own("Andel", "2025", "4")]
    comparison = compare(SHARE, CITY, (CITY, OTHER), as_figures(mine, [SHARE], CITY.code))

    frozen = figures_now([comparison], own_series(mine), "Storby Kommune")

    assert [(f.indicator, f.value) for f in frozen] == [("share", Decimal("4.0"))]


def test_the_button_counts_figures_and_indicators() -> None:
    series = own_series([own("På listen", "2025", "50"), own("Gengangere", "2025", "18")])

    assert counted(figures_now([], series, "Byen")) == "2 tal for 2 indikatorer"
    assert counted(figures_now([], series[:1], "Byen")) == "1 tal for 1 indikator"
