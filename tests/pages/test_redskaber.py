"""The instruments of a template as the facilitator fills them in."""

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.instruments import fill_row
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.actors import Actor
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.ui.forms import NOT_SENT
from strategykit.ui.instrument_check import GO_ON
from tests.support.instrument_template import EVERY_INSTRUMENT
from tests.support.makers import a_process
from tests.support.pages import Opened, choose, field, press, said, shown


@pytest.fixture
def process(app_db: Database, who: Who) -> Process:
    return a_process(app_db, who, template=EVERY_INSTRUMENT)


@pytest.fixture
def page(opened: Opened, process: Process) -> AppTest:
    return opened("redskaber", process)


def instrument(page: AppTest, key: str) -> AppTest:
    """The page with another instrument."""
    return choose(page, "Redskab", key)


def kept(db: Database, process: Process) -> list[tuple[str, dict[str, str]]]:
    """What stands in the database, item by item."""
    return [(r.item, dict(r.values)) for r in entries(db, process.id, InstrumentRow)]


def test_every_instrument_opens_and_names_its_phase(page: AppTest) -> None:
    options = field(page, "Redskab").options

    assert options[0] == "1. Fire ting, vi tjekker (fase 1)"
    assert options[1] == "2. Handleplan (fase 1)"
    assert options[2] == "3. Sådan kan klimaarbejdet samles (hele forløbet)"
    assert len(options) == 14
    for key in ("modeller", "flader", "teori", "tal", "kultur", "bevilling", "pulje", "handleplan",
                "aftale", "trappe", "fora", "overdragelse", "skema"):  # fmt: skip
        instrument(page, key)
        assert not page.exception, (key, page.exception)


def test_a_self_check_is_answered_point_by_point(
    page: AppTest, app_db: Database, process: Process
) -> None:
    assert "Hvor langt er Thisted Kommune?" in shown(page)
    field(page, "Svar").set_value("delvis")
    field(page, "Hvad bygger I svaret på").set_value("Regnskabet 2025")
    press(page, "Gem svaret")

    assert kept(app_db, process) == [
        ("analyse", {"answer": "delvis", "evidence": "Regnskabet 2025"})
    ]
    press(page, "Næste punkt")
    assert "Punkt 2 af 4 · Styring" in shown(page)
    press(page, "Gem svaret")
    assert said(page) == ["Feltet 'Svar' er tomt. Udfyld det, og gem igen."]
    choose(page, "Visning", "Hele listen")
    html = shown(page)
    assert "<td>Udledningen er målt</td><td>Delvis</td><td>Regnskabet 2025</td>" in html
    assert "<td>Der er sat mål</td><td>Ikke besvaret</td><td>–</td>" in html
    assert "1 af 4 er udfyldt" in html


def test_who_saves_and_goes_on_is_at_the_next_point(
    page: AppTest, app_db: Database, process: Process
) -> None:
    assert "Punkt 1 af 4 · Viden · 0 af 4 besvaret" in shown(page)
    press(page, GO_ON)
    assert said(page) == ["Feltet 'Svar' er tomt. Udfyld det, og gem igen."]
    assert "Punkt 1 af 4" in shown(page)

    field(page, "Svar").set_value("ja")
    press(page, GO_ON)
    assert "Punkt 2 af 4 · Styring · 1 af 4 besvaret" in shown(page)
    assert said(page) == ["Svaret på punkt 1 er gemt."]
    assert field(page, "Svar").value == ""
    assert kept(app_db, process) == [("analyse", {"answer": "ja"})]


def test_after_the_last_point_comes_one_that_nobody_has_answered(page: AppTest) -> None:
    for _ in range(3):
        press(page, "Næste punkt")
    field(page, "Svar").set_value("ja")
    press(page, GO_ON)
    assert "Punkt 1 af 4 · Viden · 1 af 4 besvaret" in shown(page)
    for _ in range(3):
        field(page, "Svar").set_value("nej")
        press(page, GO_ON)

    assert "Punkt 4 af 4 · Viden · 4 af 4 besvaret" in shown(page)
    assert [b.label for b in page.button if b.label == GO_ON] == []


def test_words_that_are_not_saved_stay_at_their_point(page: AppTest) -> None:
    field(page, "Hvad bygger I svaret på").set_value("Regnskabet 2025").run()
    assert NOT_SENT in shown(page)
    press(page, "Næste punkt")
    assert field(page, "Hvad bygger I svaret på").value == ""
    assert NOT_SENT not in shown(page)
    instrument(page, "handleplan")
    instrument(page, "tjek")
    press(page, "Forrige punkt")

    assert field(page, "Hvad bygger I svaret på").value == "Regnskabet 2025"
    assert NOT_SENT in shown(page)


def test_two_windows_that_answer_one_point_first_see_both_answers(
    page: AppTest, opened: Opened, process: Process, app_db: Database
) -> None:
    other = opened("redskaber", process)
    field(page, "Svar").set_value("ja")
    press(page, "Gem svaret")
    field(other, "Svar").set_value("nej")
    press(other, "Gem svaret")

    assert "Begge udgaver vises" in said(other)[0]
    texts = [t.value for t in other.text]
    assert "Svar: ja" in texts
    assert "Svar: nej" in texts
    press(other, "Gem det, I skrev")
    assert kept(app_db, process) == [("analyse", {"answer": "nej"})]


def test_words_begun_on_stay_when_another_window_is_first(page: AppTest, opened: Opened,
                                                          process: Process) -> None:  # fmt: skip
    other = opened("redskaber", process)
    field(other, "Hvad bygger I svaret på").set_value("Vores ord")
    press(other, "Gem svaret")
    field(page, "Svar").set_value("ja")
    press(page, "Gem svaret")
    other.run()

    assert field(other, "Hvad bygger I svaret på").value == "Vores ord"
    field(other, "Svar").set_value("nej")
    press(other, "Gem svaret")
    assert "Begge udgaver vises" in said(other)[0]


def give(page: AppTest, model: str, responsibility: str, price: str) -> None:
    """Gives a model its points."""
    choose(page, "Del", "Point")
    choose(page, "Model", model)
    field(page, "Klart ansvar (0-5)").set_value(responsibility)
    field(page, "Lav pris (0-5)").set_value(price)
    press(page, "Gem point")


def test_models_stand_beside_each_other_with_their_points(page: AppTest) -> None:
    instrument(page, "modeller")
    give(page, "enhed", "4", "1")
    field(page, "Fordele").set_value("Ét budget")
    press(page, "Gem point")
    choose(page, "Del", "Sammenligning")
    assert "Der mangler point til Faste aftaler." in shown(page)
    assert "<td>4 × 3 = 12</td><td>mangler</td>" in shown(page)
    assert "<li>Klart ansvar</li><li>Ét budget</li>" in shown(page)

    give(page, "aftaler", "2", "5")
    choose(page, "Del", "Sammenligning")
    assert "Faste aftaler har flest point: 16 af 25." in shown(page)
    assert len(page.get("vega_lite_chart")) == 1


def test_other_weights_change_who_leads_and_a_mix_is_chosen(
    page: AppTest, app_db: Database, process: Process
) -> None:
    instrument(page, "modeller")
    give(page, "enhed", "4", "1")
    give(page, "aftaler", "2", "5")
    choose(page, "Del", "Vægte")
    field(page, "Klart ansvar (0-10)").set_value("10")
    press(page, "Gem vægtene")
    choose(page, "Del", "Valg")
    field(page, "I vælger").set_value(["Én enhed", "Faste aftaler"])
    field(page, "Begrundelse").set_value("Det bedste af begge.")
    press(page, "Gem valget")
    choose(page, "Del", "Sammenligning")

    html = shown(page)
    assert "I har valgt en blanding af Én enhed og Faste aftaler.</strong> Det bedste" in html
    assert "Én enhed har flest point: 42 af 60." in html
    assert ":vægte" in dict(kept(app_db, process))


def test_a_score_outside_the_scale_is_refused_and_stays_in_the_form(page: AppTest) -> None:
    instrument(page, "modeller")
    choose(page, "Del", "Point")
    field(page, "Lav pris (0-5)").set_value("6")
    press(page, "Gem point")

    assert said(page) == ["Feltet 'Lav pris' skal være fra 0 til 5. Intet er gemt."]
    assert field(page, "Lav pris (0-5)").value == "6"


def test_interfaces_are_picked_among_the_actors_and_stand_in_the_matrix(
    page: AppTest, app_db: Database, who: Who, process: Process
) -> None:
    instrument(page, "flader")
    assert "Skriv først aktørerne ind" in shown(page)
    for name in ("Skolen", "Politiet"):
        add_entry(app_db, who, Actor(id=f"{name}-1", process_id=process.id, name=name))
    page.run()
    field(page, "Den ene aktør").set_value("Skolen")
    field(page, "Den anden aktør").set_value("Politiet")
    field(page, "Sådan står det til").set_value("mangler")
    field(page, "Barrierer").set_value(["juridisk", "faglig"])
    field(page, "I vil arbejde med den").set_value("ja")
    press(page, "Tilføj samarbejdsflade")

    html = shown(page)
    assert '<th scope="row">Politiet</th><td class="sv-lacking">mangler</td>' in html
    assert "<li>I arbejder med 1 samarbejdsflade.</li><li>Skolen og Politiet: mangler</li>" in html
    (chart,) = page.get("vega_lite_chart")
    assert "juridisk" in chart.proto.alt


def test_the_few_are_hidden_in_a_counter_s_table_and_drawing(page: AppTest) -> None:
    instrument(page, "tal")
    for month, calls in (("januar 2026", "12"), ("2-2026", "3"), ("marts 2026", "8")):
        field(page, "Måned").set_value(month)
        field(page, "Henvendelser").set_value(calls)
        press(page, "Tilføj måned")

    html = shown(page)
    assert "<td>januar 2026</td><td>12</td><td>–</td>" in html
    assert "<td>februar 2026</td><td>under 5</td><td>–</td>" in html
    (chart,) = page.get("vega_lite_chart")
    assert "8 i marts 2026" in chart.proto.alt
    assert "februar" not in chart.proto.alt
    assert "ingen kan kendes" in html
    assert field(page, "Måned").value == ""


def test_the_units_that_are_farthest_apart_are_named(page: AppTest) -> None:
    instrument(page, "kultur")
    for unit, rules in (("Skolen", "1"), ("Jobcentret", "4")):
        field(page, "Enhed").set_value(unit)
        field(page, "Reglerne er klare (1-5)").set_value(rules)
        field(page, "Vi stoler på de andre (1-5)").set_value("3")
        press(page, "Tilføj enhed")

    html = shown(page)
    assert "Reglerne er klare: Skolen ligger lavest, Jobcentret højest. Der er 3 imellem." in html
    assert "Vi stoler på de andre:" not in html
    assert "1 er helt uenig, 5 er helt enig." in html


def test_a_table_adds_up_names_what_is_missing_and_is_changed_and_emptied(page: AppTest) -> None:
    instrument(page, "handleplan")
    for activity, cost, owner in (("Kurser", "5.000", "Lederen"), ("Målinger", "1500", "")):
        field(page, "Aktivitet").set_value(activity)
        field(page, "Udgift (kr.)").set_value(cost)
        field(page, "Ansvarlig (funktion)").set_value(owner)
        press(page, "Tilføj aktivitet")

    html = shown(page)
    assert "<td>Kurser</td><td>Lederen</td><td>5.000</td>" in html
    assert "Udgift (kr.) i alt: 6.500." in html
    assert "”Ansvarlig (funktion)” er ikke udfyldt ved Målinger." in html


def test_a_step_is_moved_up_and_removed(page: AppTest, app_db: Database, process: Process) -> None:
    instrument(page, "trappe")
    for step in ("Et brev", "Et opkald"):
        field(page, "Trin").set_value(step)
        press(page, "Tilføj trin")
    later = next(r for r in entries(app_db, process.id, InstrumentRow) if r.position > 1)
    choose(page, "Ret eller slet", later.id)
    press(page, "Flyt op")

    html = shown(page)
    assert html.index("<td>Et opkald</td>") < html.index("<td>Et brev</td>")
    press(page, "Slet nu")
    assert "<td>Et opkald</td>" not in shown(page)
    assert said(page) == ["Slettet: Et opkald"]


def test_own_columns_keep_days_and_choices(
    page: AppTest, app_db: Database, process: Process
) -> None:
    instrument(page, "skema")
    field(page, "Hvad").set_value("{kommune} <b>fed</b>")
    field(page, "Hvem er med").set_value(["Borgere", "{kommune}"])
    press(page, "Tilføj række")

    html = shown(page)
    assert "<td>{kommune} &lt;b&gt;fed&lt;/b&gt;</td><td>Borgere, Thisted Kommune</td>" in html
    ((_, values),) = kept(app_db, process)
    assert values["hvem"] == "Borgere; {kommune}"


def test_the_address_names_the_instrument(opened: Opened, process: Process) -> None:
    window = opened("redskaber", process)
    window.query_params["redskab"] = "kultur"
    window.run()

    assert field(window, "Redskab").value == "kultur"
    instrument(window, "teori")
    assert window.query_params["redskab"] in ("teori", ["teori"])


def test_the_front_page_leads_to_each_instrument_that_the_phase_waits_for(
    opened: Opened, app_db: Database, who: Who
) -> None:
    text = EVERY_INSTRUMENT.replace("key: start,", "key: start, exit: [instruments_filled],")
    process = a_process(app_db, who, template=text)
    row = InstrumentRow(id="h1", process_id=process.id, version=0, instrument="handleplan")
    fill_row(app_db, who, row, {"activity": "Kurser"})

    links = [link.label for link in opened("forside", process).get("page_link")]

    assert "Ikke endnu: Fire ting, vi tjekker" in links
    assert "Ikke endnu: Handleplan" not in links


def test_an_activity_leads_step_by_step_to_its_effect(
    page: AppTest, app_db: Database, who: Who, process: Process
) -> None:
    row = InstrumentRow(id="t1", process_id=process.id, version=0, instrument="teori")
    fill_row(app_db, who, row, {"activity": "Kurser", "short": "Flere ved det"})
    instrument(page, "teori")

    assert "Kurser" in shown(page)
    assert "”Virkning på langt sigt” er ikke udfyldt ved Kurser." in shown(page)
