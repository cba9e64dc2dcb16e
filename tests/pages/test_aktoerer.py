"""Stakeholders, actors, offers and gaps as the facilitator works on them."""

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.actors import Involvement, Offer, Side, Stakeholder
from strategykit.domain.areas import TargetGroup
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.pages import Opened, choose, field, press, said, shown


@pytest.fixture
def page(opened: Opened, broendby: Process) -> AppTest:
    return opened("aktoerer", broendby)


def test_the_first_stakeholder_draws_the_chart(page: AppTest) -> None:
    assert "Der er ingen interessenter endnu." in shown(page)
    assert page.get("vega_lite_chart") == []
    field(page, "Interessent").set_value("Jobcentret")
    field(page, "Interesse (1-5)").set_value("5")
    field(page, "Indflydelse (1-5)").set_value("4")
    press(page, "Tilføj interessent")

    (chart,) = page.get("vega_lite_chart")
    assert "Jobcentret: indflydelse 4, interesse 5" in chart.proto.alt
    assert "<li>Inddrag tæt: Jobcentret.</li>" in shown(page)
    assert "Jobcentret har stor interesse og stor indflydelse, men høres kun." in shown(page)


def test_an_interest_of_six_is_refused_with_the_words_of_the_form(page: AppTest) -> None:
    field(page, "Interessent").set_value("Jobcentret")
    field(page, "Interesse (1-5)").set_value("6")
    press(page, "Tilføj interessent")

    assert said(page) == ["Feltet 'Interesse (1-5)' skal være fra 1 til 5. Intet er gemt."]


def test_a_judgement_cannot_be_left_out(page: AppTest) -> None:
    field(page, "Interessent").set_value("Jobcentret")
    field(page, "Indflydelse (1-5)").set_value("")
    press(page, "Tilføj interessent")

    assert said(page) == ["Feltet 'Indflydelse (1-5)' er tomt. Udfyld det, og gem igen."]


def test_internal_and_external_are_told_apart_by_form(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    for name, side in (("Skolen", Side.INTERNAL), ("Foreningen", Side.EXTERNAL)):
        stakeholder = Stakeholder(
            id=new_id(), process_id=broendby.id, name=name, side=side,
            involvement=Involvement.INVOLVED,
        )  # fmt: skip
        add_entry(app_db, who, stakeholder)

    html = shown(opened("aktoerer", broendby))

    assert "Fyldt mærke: intern. Tom ring: ekstern." in html
    assert "Følg med: Skolen og Foreningen." in html


def test_actors_are_listed_by_their_side(page: AppTest) -> None:
    choose(page, "Vis", "Aktører")

    assert "Aktører er dem, der møder de unge i hverdagen." in shown(page)
    assert "<td>UU-center Syd</td><td>ekstern</td>" in shown(page)


def test_an_offer_is_tied_to_groups_and_closes_a_hole(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    choose(page, "Vis", "Ungegrupper")
    field(page, "Gruppe").set_value("Unge forældre")
    press(page, "Tilføj ungegruppe")
    choose(page, "Vis", "Huller og overlap")
    assert "<li>1 ungegruppe har intet tilbud: Unge forældre.</li>" in shown(page)

    choose(page, "Vis", "Tilbud")
    new = next(g for g in entries(app_db, broendby.id, TargetGroup) if g.name == "Unge forældre")
    field(page, "Tilbud").set_value("Forældrecafé")
    field(page, "Er for").set_value([new.id])
    field(page, "Pladser").set_value("12")
    press(page, "Tilføj tilbud")

    choose(page, "Vis", "Huller og overlap")
    html = shown(page)
    assert "<li>Der er mindst ét tilbud til hver ungegruppe.</li>" in html
    assert "<td>Unge forældre</td><td>ikke oplyst</td><td>Forældrecafé</td><td>12</td>" in html
    assert [o.group_ids for o in entries(app_db, broendby.id, Offer)][-1] == (new.id,)


def test_overlaps_are_named_and_invented_numbers_are_marked(page: AppTest) -> None:
    choose(page, "Vis", "Huller og overlap")

    html = shown(page)
    assert "Flere tilbud er for Gengangere: Ungehuset og Praktik-generatoren." in html
    assert "<td>18 (opdigtet eksempel)</td>" in html
    assert "<td>overlap</td>" in html
