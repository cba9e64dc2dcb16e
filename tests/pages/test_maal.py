"""The page of performance, goals and what stands around them, on the Brøndby example."""

from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.baseline import freeze
from strategykit.actions.registers import entries
from strategykit.domain.areas import Area
from strategykit.domain.baseline import OwnFigure
from strategykit.domain.context import BudgetKind, BudgetLine, FollowUp, OtherPolicy
from strategykit.domain.goals import (
    Criterion,
    CriterionKind,
    Goal,
    Measurement,
    Performance,
    SubGoal,
)
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.makers import a_process
from tests.support.pages import Opened, choose, field, press, said, shown

FIRST = "Mindst halvdelen af de unge er i uddannelse eller job efter et år"
STIL = "15-24-årige uden tilknytning til uddannelse og arbejdsmarked"
NEET = "16-24-årige uden for job og uddannelse (NEET)"


@pytest.fixture
def page(opened: Opened, broendby: Process) -> AppTest:
    return opened("maal", broendby)


def part(window: AppTest, name: str) -> AppTest:
    return choose(window, "Del", name)


def area_of(db: Database, process: Process, name: str) -> Area:
    return next(a for a in entries(db, process.id, Area) if a.name == name)


def test_every_goal_says_whether_it_is_ready(page: AppTest) -> None:
    assert page.title[0].value == "Performance og mål"
    assert "3 af 3 mål er klar." in shown(page)
    assert "<td>50 personer</td><td>25 personer i 2027</td>" in shown(page)
    assert "18 personer (opdigtet eksempel)" in shown(page)


def test_a_new_goal_lacks_what_is_not_written(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    field(page, "Indsatsområde").set_value(area_of(app_db, broendby, "Praktik som vej ind").id)
    field(page, "Mål").set_value("Flere virksomheder tager imod")
    press(page, "Tilføj mål")

    assert "3 af 4 mål er klar." in shown(page)
    assert "Mangler: ansvarlig, hvordan I måler, år, hvad I måler på, hvor I vil hen" in shown(page)


def test_a_goal_belongs_to_an_area(page: AppTest, app_db: Database, broendby: Process) -> None:
    field(page, "Mål").set_value("Flere virksomheder tager imod")
    press(page, "Tilføj mål")

    assert said(page) == ["Feltet 'Indsatsområde' er tomt. Udfyld det, og gem igen."]
    assert len(entries(app_db, broendby.id, Goal)) == 3


def test_sub_goals_have_dates_and_criteria_are_of_two_kinds(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    goal = entries(app_db, broendby.id, Goal)[0]
    part(page, "Delmål")
    assert "31. december 2026" in shown(page)
    field(page, "Mål").set_value(goal.id)
    field(page, "Delmål").set_value("Alle er ringet op")
    field(page, "Frist").set_value(date(2027, 3, 1))
    press(page, "Tilføj delmål")
    assert "1. marts 2027" in shown(page)

    part(page, "Kriterier")
    assert shown(page).count("<td>proces</td>") == 2
    field(page, "Indsatsområde").set_value(goal.area_id)
    field(page, "Kvalitetskriterium").set_value("Ni af ti unge ved, hvem de skal ringe til")
    field(page, "Slags").set_value(CriterionKind.EFFECT)
    press(page, "Tilføj kriterium")
    assert shown(page).count("<td>effekt</td>") == 2
    assert len(entries(app_db, broendby.id, SubGoal)) == 2
    assert len(entries(app_db, broendby.id, Criterion)) == 4


def test_measurements_are_drawn_as_a_series_beside_a_table(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    part(page, "Målinger")
    assert "Der er ingen målinger endnu. Afstanden til målet er 25 personer." in shown(page)
    field(page, "Dato").set_value(date(2027, 4, 15))
    field(page, "Værdi").set_value("41")
    field(page, "Kilde").set_value("Koordineringsgruppen")
    press(page, "Tilføj måling")

    assert "Den seneste måling er 41 personer (15. april 2027)." in shown(page)
    assert "<td>15. april 2027</td><td>41 personer</td><td>Måling</td>" in shown(page)
    alt = page.get("vega_lite_chart")[0].proto.alt
    assert "Den seneste måling er 41 personer" in alt
    assert entries(app_db, broendby.id, Measurement)[0].value == Decimal(41)

    field(page, "Værdi").set_value("")
    press(page, "Tilføj måling")
    assert "'Værdi' er tomt" in said(page)[0]


def test_performance_holds_the_area_up_against_country_group_and_goal(
    page: AppTest, app_db: Database, broendby: Process, who: Who
) -> None:
    part(page, "Performance")
    choose(
        page, "Indsatsområdet", area_of(app_db, broendby, "Klart ansvar og fast koordinering").id
    )
    field(page, "Tal fra nulpunktet").set_value(
        ["neet_16_24_pct", "Unge uden uddannelse og job (15-17 år)"]
    )
    field(page, "Vurdering").set_value("Gruppen er for stor")
    field(page, "Vurderet af").set_value("Styregruppen")
    press(page, "Gem vurderingen")

    assert "Tallene, som de er nu. Nulpunktet er ikke låst endnu" in shown(page)
    assert "0,4 procentpoint over (9,6 pct.)" in shown(page)
    assert "25 til målet (25 personer i 2027)" in shown(page)
    assert f"Udviklingen kan ikke vises for: {NEET};" in shown(page)
    assert "Brøndby Kommune" in page.get("vega_lite_chart")[0].proto.alt
    assert entries(app_db, broendby.id, Performance)[0].assessed_by == "Styregruppen"

    freeze(app_db, who, broendby.id, new_id(), "")
    page.run()
    assert "Tallene fra nulpunktet, låst den " in shown(page)


def test_the_long_goal_is_broken_down_from_the_figure_that_was_typed(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    part(page, "Beregning")
    assert "Skriv jeres første tal" in shown(page)
    field(page, "Tallet er fra").set_value(2016)
    field(page, "Jeres tal").set_value("7,4")
    press(page, "Gem og regn")

    assert f"{STIL}: fra 7,4 pct. i 2016 til 3,7 pct. i 2030." in shown(page)
    assert "<td>2030</td><td>3,7 pct.</td>" in shown(page)
    assert len(page.get("vega_lite_chart")) == 1
    assert [f.period for f in entries(app_db, broendby.id, OwnFigure)][-1] == "2016"

    choose(page, "Regn ud fra", NEET)
    assert f"kan ikke regnes ud fra tallet '{NEET}'" in said(page)[0]
    assert len(page.get("vega_lite_chart")) == 0


def test_the_template_s_policies_are_taken_over_once(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    part(page, "Politikker")
    press(page, "Tilføj forslagene")

    names = [p.name for p in entries(app_db, broendby.id, OtherPolicy)]
    assert names[0] == "Børne- og ungepolitikken"
    assert len(names) == 6
    assert "Tilføj forslagene" not in [b.label for b in page.button]


def test_money_and_follow_up_have_their_forms(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    part(page, "Økonomi")
    field(page, "Post").set_value("To medarbejdere")
    field(page, "Beløb i kr.").set_value("1.100.000")
    press(page, "Tilføj post")
    assert "Udgifter 1.100.000 kr." in shown(page)
    assert "Der mangler 1.100.000 kr." in shown(page)
    assert entries(app_db, broendby.id, BudgetLine)[0].kind is BudgetKind.COST

    part(page, "Opfølgning")
    field(page, "Hvad følges op").set_value("Status på målene")
    field(page, "Over for hvilket udvalg").set_value("Børneudvalget")
    field(page, "Første gang").set_value(date(2027, 6, 1))
    press(page, "Tilføj opfølgning")
    assert "1. juni 2027" in shown(page)
    assert entries(app_db, broendby.id, FollowUp)[0].committee == "Børneudvalget"


def test_without_chosen_areas_the_page_says_what_comes_first(
    opened: Opened, app_db: Database, who: Who
) -> None:
    page = opened("maal", a_process(app_db, who))
    assert "Vælg først de områder, I forfølger." in shown(page)

    for name in ("Performance", "Delmål", "Kriterier", "Målinger", "Beregning", "Opfølgning"):
        part(page, name)
        assert not page.exception
