from decimal import Decimal

from strategykit.domain.baseline import FrozenFigure, OwnFigure, shifts, sources_of


def a_figure(indicator: str, value: str, place: str = "Byen", **more: object) -> FrozenFigure:
    facts = {"unit": "pct", "period": "2025", "source": "Kilden", **more}
    return FrozenFigure(indicator, indicator, place, Decimal(value), **facts)  # type: ignore[arg-type]


def test_then_and_now_meet_by_indicator_and_place() -> None:
    then = [a_figure("a", "5"), a_figure("a", "6", "Landet"), a_figure("gone", "1")]
    now = [a_figure("new", "2"), a_figure("a", "6", "Landet"), a_figure("a", "4", period="2026")]

    found = shifts(then, now)

    assert [(s.figure.indicator, s.figure.place, s.difference, s.changed) for s in found] == [
        ("a", "Byen", Decimal(-1), True),
        ("a", "Landet", Decimal(0), False),
        ("gone", "Byen", None, True),
        ("new", "Byen", None, True),
    ]


def test_the_same_value_of_a_later_year_is_a_change() -> None:
    (shift,) = shifts([a_figure("a", "5")], [a_figure("a", "5", period="2026")])

    assert shift.changed


def test_every_source_is_named_once() -> None:
    figures = [a_figure("a", "1"), a_figure("b", "1", source="Egen"), a_figure("c", "1", source="")]

    assert sources_of([*figures, *figures]) == ("Kilden", "Egen")


def test_figures_of_one_indicator_can_be_told_apart_in_a_list() -> None:
    figure = OwnFigure(
        id="1", process_id="p", indicator="På listen", period="2025", value=Decimal(1)
    )

    assert figure.headline == "På listen, 2025"
