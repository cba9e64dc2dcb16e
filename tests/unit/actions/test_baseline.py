"""The nulpunkt on a real database: choosing, importing, locking."""

from dataclasses import replace
from decimal import Decimal

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.baseline import (
    Standing,
    choose_indicators,
    freeze,
    import_figures,
    plan_of,
    read_figures,
    standing_of,
)
from strategykit.actions.materials import process_of, revision_of
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.domain.baseline import Baseline, OwnFigure
from strategykit.domain.goals import Direction
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.errors import EditConflict, HoldsCpr, NotAllowed, NothingToFreeze
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.makers import OTHER, a_process

HEADER = "Indikator;Periode;Værdi;Enhed;Kilde\n"
MONTHS = (
    HEADER
    + "På listen;januar 2026;1.050;personer;Egen\nPå listen;3. marts 2026;1.020,5;personer;Egen\n"
)


@pytest.fixture
def process(db: Database, who: Who) -> Process:
    return a_process(db, who)


@pytest.fixture
def without_indicators(db: Database, who: Who) -> Process:
    return a_process(db, who, template=OTHER.read_text(encoding="utf-8"))


def standing(db: Database, process: Process) -> Standing:
    return standing_of(db, process.id, revision_of(db, process.id))


def add_figure(db: Database, who: Who, process: Process, value: str, **more: object) -> OwnFigure:
    facts = {"indicator": "På listen", "unit": "personer", "source": "Egen", **more}
    figure = OwnFigure(id=new_id(), process_id=process.id, value=Decimal(value), **facts)  # type: ignore[arg-type]
    add_entry(db, who, figure)
    return figure


def test_a_process_shows_the_figures_of_its_template(db: Database, process: Process) -> None:
    found = standing(db, process)

    neet = next(c for c in found.comparisons if c.indicator.key == "neet_16_24_pct")
    assert found.place == "Thisted Kommune"
    assert [row.label for row in neet.rows][-1] == "Hele landet"
    assert neet.own is not None
    assert neet.own.value == Decimal("12.26")


def test_the_consultant_may_choose_other_figures(db: Database, who: Who, process: Process) -> None:
    choose_indicators(db, who, process, ["neet_16_24_pct", "population_total"])

    shown = standing(db, process).comparisons
    assert [c.indicator.key for c in shown] == ["population_total", "neet_16_24_pct"]


def test_a_choice_made_on_an_old_page_does_not_undo_another(
    db: Database, who: Who, process: Process
) -> None:
    choose_indicators(db, who, process, ["neet_16_24_pct"])

    with pytest.raises(EditConflict):
        choose_indicators(db, who, process, [])

    assert process_of(db, process.id).indicators == ("neet_16_24_pct",)


def test_without_indicators_in_the_template_none_are_offered(
    db: Database, who: Who, without_indicators: Process
) -> None:
    add_figure(db, who, without_indicators, "12")

    found = standing(db, without_indicators)
    assert (found.catalogue, found.comparisons, found.faults) == ((), (), ())
    assert [figure.name for figure in found.to_freeze] == ["På listen"]


def test_an_unknown_municipality_is_named_and_own_figures_still_count(
    db: Database, who: Who
) -> None:
    known = a_process(db, who)
    process = change_entry(db, who, known, replace(known, municipality="Andeby"))
    add_figure(db, who, process, "12")

    found = standing(db, process)

    assert found.faults[0].startswith("Kommunen 'Andeby' findes ikke")
    assert [(f.place, f.value) for f in found.to_freeze] == [("Andeby", Decimal(12))]


def test_own_figures_of_a_register_stand_beside_the_country(
    db: Database, who: Who, process: Process
) -> None:
    name = "15-24-årige uden tilknytning til uddannelse og arbejdsmarked"
    for year, value in (("2022", "6.8"), ("2023", "6.5")):
        add_figure(db, who, process, value, indicator=name, period=year, unit="pct")

    comparison = standing(db, process).comparisons[0]

    assert comparison.indicator.name == name
    assert [(r.label, str(r.value), r.year) for r in comparison.rows] == [
        ("Thisted Kommune", "6.5", 2023),
        ("Hele landet", "6.3", 2023),
    ]
    assert comparison.has_development


def test_an_imported_file_keeps_its_figures_once(db: Database, who: Who, process: Process) -> None:
    imported = read_figures(MONTHS.encode(), "")

    first = import_figures(db, who, process.id, imported, Direction.DOWN)
    second = import_figures(db, who, process.id, imported, Direction.DOWN)

    kept = entries(db, process.id, OwnFigure)
    assert (first, second) == (2, 0)
    assert [(f.value, f.period, f.day and f.day.isoformat()) for f in kept] == [
        (Decimal(1050), "januar 2026", None),
        (Decimal("1020.5"), "", "2026-03-03"),
    ]
    assert len(plan_of(db, process.id, imported).known) == 2


def test_new_figures_take_the_direction_of_their_series(
    db: Database, who: Who, process: Process
) -> None:
    add_figure(db, who, process, "1000", period="2025", direction=Direction.UP)
    text = MONTHS + "Noget nyt;2025;1;antal;Egen\n"

    import_figures(db, who, process.id, read_figures(text.encode(), ""), Direction.DOWN)

    found = {f.indicator: f.direction for f in entries(db, process.id, OwnFigure)}
    assert found == {"På listen": Direction.UP, "Noget nyt": Direction.DOWN}


def test_a_row_with_a_cpr_number_is_refused_and_the_rest_is_not(
    db: Database, process: Process
) -> None:
    text = MONTHS + "Om 010190-1234;2025;1;antal;Egen\n"

    plan = plan_of(db, process.id, read_figures(text.encode(), ""))

    assert len(plan.new) == 2
    assert [row.line for row in plan.refused] == [4]
    assert "010190-1234" not in str(plan.refused[0])


def test_the_lock_numbers_itself_and_keeps_what_was(
    db: Database, who: Who, process: Process
) -> None:
    add_figure(db, who, process, "50", period="2025")
    first = freeze(db, who, process.id, new_id(), "Før sommer")
    add_figure(db, who, process, "44", period="2026")
    second = freeze(db, who, process.id, new_id(), "")

    newest, oldest = standing(db, process).baselines
    assert (newest.number, oldest.number, oldest.note) == (2, 1, "Før sommer")
    assert (first.figures[-1].value, second.figures[-1].value) == (Decimal(50), Decimal(44))
    assert oldest.figures == first.figures


def test_a_double_tap_locks_once(db: Database, who: Who, process: Process) -> None:
    tap = new_id()

    again = [freeze(db, who, process.id, tap, "").number for _ in range(2)]

    assert again == [1, 1]
    assert len(entries(db, process.id, Baseline)) == 1


def test_there_must_be_something_to_lock(
    db: Database, who: Who, without_indicators: Process
) -> None:
    with pytest.raises(NothingToFreeze, match="Der er ingen tal at låse endnu"):
        freeze(db, who, without_indicators.id, new_id(), "")


def test_a_note_with_a_cpr_number_locks_nothing(db: Database, who: Who, process: Process) -> None:
    with pytest.raises(HoldsCpr):
        freeze(db, who, process.id, new_id(), "Talt med 010190-1234")

    assert entries(db, process.id, Baseline) == ()


def test_a_stranger_neither_locks_nor_imports(db: Database, process: Process) -> None:
    stranger, before = Who(Access.STRANGER), revision_of(db, process.id)
    imported = read_figures(MONTHS.encode(), "")

    with pytest.raises(NotAllowed):
        freeze(db, stranger, process.id, new_id(), "")
    with pytest.raises(NotAllowed):
        import_figures(db, stranger, process.id, imported, Direction.DOWN)
    with pytest.raises(NotAllowed):
        choose_indicators(db, stranger, process, [])

    assert revision_of(db, process.id) == before


def test_each_act_is_a_line_in_the_log(db: Database, who: Who, process: Process) -> None:
    import_figures(db, who, process.id, read_figures(MONTHS.encode(), ""), Direction.DOWN)
    freeze(db, who, process.id, "b1", "")

    with db.reading() as store:
        lines = [(row.act, row.subject) for row in changes.lines(store, process.id)]
        assert changes.check(store, process.id) == len(lines)
    assert lines[-2:] == [("add", "OwnFigure"), ("freeze", "Baseline")]
