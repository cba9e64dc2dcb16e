from datetime import date

from strategykit.domain.chart_data import (
    Bar,
    BarGroup,
    MatrixAxes,
    MatrixPoint,
    PointKind,
    Series,
    SeriesPoint,
    Span,
)
from strategykit.domain.chart_text import groups_text, matrix_text, series_text, timeplan_text


def test_bars_are_told_in_their_order() -> None:
    groups = (
        BarGroup("Styrker", (Bar("Vi kender hinanden.", 2, "2 prikker"), Bar("Ro", 1, "1 prik"))),
        BarGroup("Trusler", ()),
    )

    assert groups_text(groups) == (
        "Søjlediagram. Styrker: Vi kender hinanden 2 prikker, Ro 1 prik. Trusler: ingen endnu."
    )


def test_a_long_list_is_cut_and_says_how_many_are_left() -> None:
    bars = tuple(Bar(f"Nr. {n}", n, str(n)) for n in range(11))

    assert groups_text([BarGroup("", bars)]).endswith("Nr. 7 7 og 3 til.")


def test_a_series_is_told_by_start_latest_and_goal() -> None:
    points = (
        SeriesPoint(date(2026, 1, 1), 10, "10,0 pct.", "2026", PointKind.BASELINE),
        SeriesPoint(date(2027, 1, 1), 9, "9,0 pct.", "2027"),
        SeriesPoint(date(2028, 1, 1), 8, "8,0 pct.", "2028"),
        SeriesPoint(date(2030, 1, 1), 5, "5,0 pct.", "2030", PointKind.GOAL),
    )

    assert series_text(Series("Andel", points)) == (
        "Kurve for Andel. Udgangspunktet er 10,0 pct. i 2026. Den seneste måling er 8,0 pct. i "
        "2028. Målet er 5,0 pct. i 2030."
    )
    assert series_text(Series("Andel", ())) == "Kurve for Andel. Der er ingen tal endnu."


def test_a_matrix_is_told_with_both_judgements() -> None:
    axes = MatrixAxes("Indsats", "Værdi", 1, 10)

    assert matrix_text([MatrixPoint("Praktik", 3, 8)], axes) == (
        "Diagram med værdi mod indsats. Praktik: værdi 8, indsats 3."
    )
    assert matrix_text([], axes) == "Diagram med værdi mod indsats. Der er ingen endnu."


def test_a_timeplan_is_told_from_first_to_last_day() -> None:
    spans = (
        Span("Viden", date(2026, 6, 3), date(2026, 9, 30), "3. juni til 30. september"),
        Span("Workshop", date(2026, 10, 7), date(2026, 10, 7), "7. oktober"),
    )

    assert timeplan_text(spans) == (
        "Tidsplan fra 3. juni 2026 til 7. oktober 2026. Viden 3. juni til 30. september; "
        "Workshop 7. oktober."
    )
    assert timeplan_text(()) == "Tidsplanen er tom."
