from datetime import date
from decimal import Decimal

from strategykit.domain.baseline import OwnFigure
from strategykit.domain.figure_import import ImportedFigures, ParsedFigure, RefusedRow
from strategykit.domain.goals import Direction
from strategykit.domain.import_plan import directions, plan_import
from strategykit.domain.indicators import Indicator


def a_row(line: int, value: str, month: int = 1, name: str = "På listen") -> ParsedFigure:
    day = date(2026, month, 1)
    return ParsedFigure(line, name, day, f"{day:%m} 2026", Decimal(value), "personer", "Egen")


def there(value: str, month: int = 1, **more: object) -> OwnFigure:
    facts = {"id": f"{month}", "process_id": "p", "indicator": "på listen", "unit": "personer"}
    return OwnFigure(day=date(2026, month, 1), value=Decimal(value), **{**facts, **more})  # type: ignore[arg-type]


def test_what_stands_there_already_is_known_and_not_new() -> None:
    imported = ImportedFigures((a_row(2, "50"), a_row(3, "48", month=2)), ())

    plan = plan_import(imported, [there("50.0")])

    assert (plan.new, plan.known, plan.refused) == (
        (a_row(3, "48", month=2),),
        (a_row(2, "50"),),
        (),
    )


def test_another_value_for_the_same_time_is_refused_and_says_what_stands_there() -> None:
    imported = ImportedFigures((a_row(3, "55"),), (RefusedRow(4, "værdien mangler"),))

    plan = plan_import(imported, [there("50")])

    assert plan.new == ()
    assert [str(row) for row in plan.refused] == [
        (
            "Linje 3: tallet for samme tid står allerede som 50 personer; ret det under Egne tal, "
            "hvis filen er den rigtige."
        ),
        "Linje 4: værdien mangler.",
    ]


def test_the_notice_of_the_file_is_kept() -> None:
    assert plan_import(ImportedFigures((), (), "Læst som Windows-1252."), []).notice == (
        "Læst som Windows-1252."
    )


def test_a_name_keeps_the_direction_that_it_has() -> None:
    grades = Indicator("grades", "Karakterer", "point", 1, Direction.UP, "Snit.", "Kilden", "Bopæl")

    found = directions([there("50", direction=Direction.UP)], [grades])

    assert found == {"karakterer": Direction.UP, "på listen": Direction.UP}
