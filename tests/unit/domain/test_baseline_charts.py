from datetime import date
from decimal import Decimal

from strategykit.domain.baseline import OwnFigure
from strategykit.domain.baseline_charts import comparison_bars, development_series, own_points
from strategykit.domain.chart_data import Emphasis
from strategykit.domain.comparison import compare
from strategykit.domain.figures import COUNTRY, Figure
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.municipalities import Municipality
from strategykit.domain.own_series import own_series

SHARE = Indicator("share", "Andel", "pct", 1, Direction.DOWN, "En andel.", "Kilden", "Bopæl")
CITY = Municipality("001", "Storby", "Storby Kommune", "1", "Region", "1", "Del", "1", "Gruppe")


def published(area: str, value: str, year: int, *, certain: bool = True) -> Figure:
    return Figure(area, "share", Decimal(value), "pct", year, certain, "Registeret")


def test_the_municipality_stands_out_and_an_unsure_year_is_said() -> None:
    figures = [published("001", "4.44", 2024, certain=False), published(COUNTRY, "6", 2024)]

    bars = comparison_bars(compare(SHARE, CITY, (CITY,), figures))

    assert [(b.label, b.shown, b.note, b.emphasis) for b in bars] == [
        ("Storby Kommune", "4,4 pct.", "2024 (år usikkert)", Emphasis.STRONG),
        ("Hele landet", "6,0 pct.", "2024", Emphasis.PLAIN),
    ]


def test_a_development_has_a_point_for_each_year() -> None:
    figures = [published("001", "4", 2023), published("001", "5", 2021)]

    series = development_series(compare(SHARE, CITY, (CITY,), figures))

    assert [(p.day, p.shown) for p in series.points] == [
        (date(2021, 1, 1), "5,0 pct."),
        (date(2023, 1, 1), "4,0 pct."),
    ]


def test_only_own_figures_with_a_date_are_drawn_and_invented_ones_say_so() -> None:
    figures = [
        OwnFigure(id=period, process_id="p", indicator="Liste", period=period, value=Decimal(n),
                  invented=True)
        for n, period in ((50, "udgangspunkt"), (44, "maj 2026"))
    ]  # fmt: skip

    (point,) = own_points(own_series(figures)[0]).points

    assert (point.day, point.shown, point.when) == (
        date(2026, 5, 1),
        "44 (opdigtet eksempel)",
        "maj 2026",
    )
