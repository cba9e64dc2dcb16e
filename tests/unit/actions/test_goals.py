"""Calculating from the right figure only, and keeping the figure that was typed."""

from decimal import Decimal

import pytest

from strategykit.actions.goals import calculate, keep_own_figure, own_figure_of
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.baseline import OwnFigure
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.template import CalculatorPlan
from strategykit.errors import NothingToStartFrom, OutOfRange, WrongIndicator
from strategykit.storage.database import Database

PLAN = CalculatorPlan(
    key="halving_2030", title="2030-målet", indicator="youth_outside_15_24_pct", start_year=2016,
    end_year=2030, factor=Decimal("0.5"),
)  # fmt: skip
NAME = "15-24-årige uden tilknytning til uddannelse og arbejdsmarked"


@pytest.fixture(autouse=True)
def process(db: Database) -> Process:
    with db.writing() as store:
        return store.add(
            Process(
                id="p", process_id="p", name="prøve", title="Prøve", municipality="787",
                committee="Udvalg",
            )
        )  # fmt: skip


def own(db: Database) -> tuple[OwnFigure, ...]:
    return entries(db, "p", OwnFigure)


def keep(db: Database, who: Who, year: int, value: str) -> None:
    figure = own_figure_of(PLAN, f"id-{year}-{value}", "p", year, Decimal(value))
    keep_own_figure(db, who, PLAN, figure)


def test_a_typed_figure_starts_the_path(db: Database, who: Who) -> None:
    keep(db, who, 2016, "8")

    calculation = calculate(PLAN, NAME, own(db))

    assert calculation.path.at(2030) == 4
    assert calculation.figures == {2016: Decimal(8)}
    assert own(db)[0].source == "Styrelsen for It og Læring, uddannelsesstatistik.dk"


def test_the_same_year_again_replaces_the_figure(db: Database, who: Who) -> None:
    keep(db, who, 2016, "8")
    keep(db, who, 2016, "7.4")

    assert [(f.period, f.value) for f in own(db)] == [("2016", Decimal("7.4"))]


def test_neet_is_refused(db: Database) -> None:
    with pytest.raises(WrongIndicator, match="NEET"):
        calculate(PLAN, "16-24-årige uden for job og uddannelse (NEET)", own(db))
    with pytest.raises(WrongIndicator, match="Gengangere"):
        calculate(PLAN, "Gengangere", own(db))


def test_without_a_figure_and_with_an_invented_one_there_is_no_path(db: Database, who: Who) -> None:
    with pytest.raises(NothingToStartFrom):
        calculate(PLAN, NAME, own(db))
    invented = OwnFigure(
        id="t", process_id="p", indicator=NAME, period="2016", value=Decimal(8), invented=True
    )
    add_entry(db, who, invented)

    with pytest.raises(NothingToStartFrom):
        calculate(PLAN, NAME, own(db))


def test_a_share_is_from_0_to_100(db: Database, who: Who) -> None:
    with pytest.raises(OutOfRange):
        keep(db, who, 2016, "101")

    assert own(db) == ()
