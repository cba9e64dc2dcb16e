"""The page of groups, candidates, choices and unfolded areas, on the Brøndby example."""

from dataclasses import replace
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.boards import make_group
from strategykit.actions.registers import change_entry, entries
from strategykit.domain.areas import Area, Choice, Measure, TargetGroup
from strategykit.domain.boards import Note, NoteGroup, Spot
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.ui.addresses import ADDRESSES
from tests.support.makers import a_process
from tests.support.pages import Opened, choose, field, press, said, shown

FIRST = "Klart ansvar og fast koordinering"


@pytest.fixture
def page(opened: Opened, broendby: Process) -> AppTest:
    return opened("indsatsomraader", broendby)


def part(window: AppTest, name: str) -> AppTest:
    return choose(window, "Del", name)


def area_of(db: Database, process: Process, name: str = FIRST) -> Area:
    return next(a for a in entries(db, process.id, Area) if a.name == name)


def test_the_groups_bear_the_template_s_own_word(page: AppTest) -> None:
    part(page, "Ungegrupper")

    assert page.title[0].value == "Indsatsområder og ungegrupper"
    assert "18 (opdigtet eksempel)" in shown(page)


def test_shares_become_numbers_when_the_whole_is_known(
    opened: Opened, app_db: Database, who: Who
) -> None:
    process = a_process(app_db, who)
    page = opened("indsatsomraader", process)
    assert "Andelene giver" not in shown(page)
    field(page, "Antal unge i alt").set_value("3.964")
    press(page, "Skriv antallet på grupperne")

    assert [g.number for g in entries(app_db, process.id, TargetGroup)] == [3171, 595, 198]
    assert said(page) == ["Antallet er skrevet på 3 grupper."]
    assert "3.171" in shown(page)

    field(page, "Antal unge i alt").set_value("mange")
    press(page, "Skriv antallet på grupperne")
    assert "kan ikke læses som et tal" in said(page)[0]


def test_shares_that_do_not_make_a_whole_are_named(
    opened: Opened, app_db: Database, who: Who
) -> None:
    process = a_process(app_db, who)
    group = entries(app_db, process.id, TargetGroup)[0]
    change_entry(app_db, who, group, replace(group, share=Decimal("70.5")))

    assert "Andelene giver 90,5 pct. tilsammen." in shown(opened("indsatsomraader", process))


def test_a_candidate_grows_out_of_notes_and_groups_and_keeps_the_trace(
    page: AppTest, app_db: Database, broendby: Process, who: Who
) -> None:
    notes = entries(app_db, broendby.id, Note)
    weak = [n.id for n in notes if n.field == "svagheder"][:2]
    dream = next(n for n in notes if n.board == "droemme")
    make_group(app_db, who, Spot(broendby.id, "swot"), "For mange voksne", weak, new_id())
    group = entries(app_db, broendby.id, NoteGroup)[0]
    part(page, "Forslag")
    field(page, "Sedler og grupper, det vokser ud af").set_value([dream.id, group.id])
    field(page, "Forslagets navn").set_value("Én voksen")
    press(page, "Tilføj forslag")

    made = area_of(app_db, broendby, "Én voksen")
    assert made.note_ids == (dream.id, *weak)
    assert "SWOT: For mange voksne (2 sedler)" in shown(page)
    assert f"Drømme: {dream.text}" in shown(page)


def test_candidates_are_weighed_with_dots(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    part(page, "Forslag")
    assert "51 prikker er givet i alt." in shown(page)
    choose(page, "Giv prikker til", area_of(app_db, broendby, "Fælles kultur på tværs").id)
    field(page, "Prikker talt i rummet").set_value(20)
    press(page, "Gem prikker")

    table = next(b.body for b in page.html if "Forslag til indsatsområder" in b.body)
    assert table.index("Fælles kultur på tværs") < table.index(FIRST)
    assert "65 prikker er givet i alt." in shown(page)


def test_judgements_are_drawn_and_stand_in_a_table(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    part(page, "Værdi og indsats")
    assert "Diagrammet kommer" in shown(page)
    choose(page, "Vurder forslag", area_of(app_db, broendby).id)
    field(page, "Værdi (1-10)").set_value("9")
    field(page, "Indsats (1-10)").set_value("6")
    press(page, "Gem vurdering")

    chart = page.get("vega_lite_chart")[0].proto
    assert f"{FIRST}: værdi 9, indsats 6" in chart.alt
    assert "<td>9</td><td>6</td>" in shown(page)
    field(page, "Værdi (1-10)").set_value("11")
    press(page, "Gem vurdering")
    assert "skal være fra 1 til 10" in said(page)[0]


def test_no_decision_without_a_reason(page: AppTest, app_db: Database, broendby: Process) -> None:
    part(page, "Valg")
    area = area_of(app_db, broendby, "Fælles kultur på tværs")
    choose(page, "Beslut om forslaget", area.id)
    field(page, "Beslutning").set_value(Choice.PURSUED)
    field(page, "Begrundelse").set_value(" ")
    press(page, "Gem beslutning")

    assert "Beslutningen mangler en begrundelse" in said(page)[0]
    assert area_of(app_db, broendby, area.name).choice is Choice.SET_BACK

    field(page, "Begrundelse").set_value("Alle er enige")
    press(page, "Gem beslutning")
    assert area_of(app_db, broendby, area.name).choice is Choice.PURSUED
    with app_db.reading() as store:
        last = changes.lines(store, broendby.id)[-1]
    assert (last.act, last.subject, last.subject_id) == ("decide", "Area", area.id)


def test_what_is_not_decided_is_named(
    page: AppTest, app_db: Database, broendby: Process, who: Who
) -> None:
    area = area_of(app_db, broendby)
    change_entry(app_db, who, area, replace(area, choice=Choice.OPEN))

    part(page, "Valg")

    assert f"Mangler beslutning med begrundelse: {FIRST}." in shown(page)


def test_a_judgement_in_between_is_no_conflict(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    area = area_of(app_db, broendby)
    part(page, "Valg")
    choose(page, "Beslut om forslaget", area.id)
    part(page, "Værdi og indsats")
    choose(page, "Vurder forslag", area.id)
    field(page, "Værdi (1-10)").set_value("9")
    press(page, "Gem vurdering")
    part(page, "Valg")
    choose(page, "Beslut om forslaget", area.id)
    field(page, "Begrundelse").set_value("Forudsætning for resten")
    press(page, "Gem beslutning")

    assert said(page) == ["Gemt."]
    saved = area_of(app_db, broendby)
    assert (saved.value, saved.reason) == (9, "Forudsætning for resten")


def test_a_chosen_area_is_unfolded_until_nothing_is_missing(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    choose(page, "Indsatsområde", area_of(app_db, broendby).id)
    assert "<li>Ansvarlig</li>" in shown(page)
    assert "Drømme: Den unge har én voksen, som følger med hele vejen" in shown(page)

    choose(page, "Værktøj", "Beskriv")
    assert "<strong>Visionen:</strong> Alle 15-17-årige i Brøndby er på vej." in shown(page)
    field(page, "Hvorfor dette område").set_value("Ellers tabes de unge")
    field(page, "Er for").set_value([entries(app_db, broendby.id, TargetGroup)[0].id])
    field(page, "Sådan bringer det jer nærmere visionen").set_value("Ingen bliver glemt")
    field(page, "Hvis I ikke henviser til viden: hvorfor").set_value("Det er ikke undersøgt")
    field(page, "Udgift pr. år i kr. (minus for besparelse)").set_value("-250.000")
    field(page, "Ansvarlig").set_value("Centerchefen")
    press(page, "Gem området")

    choose(page, "Værktøj", "Indsatser")
    field(page, "Ny indsats").set_value("Et værksted kun for udsatte")
    field(page, "Foregår det i ordinær uddannelse eller på en almindelig virksomhed?").set_value(
        "nej"
    )
    field(page, "Er det det mindste indgreb, der er nok?").set_value("delvist")
    press(page, "Tilføj indsats")

    assert "Intet. Området er foldet ud." in shown(page)
    assert "Besparelse: 250.000 kr. om året." in shown(page)
    assert "<strong>Overvej:</strong> Indsatsen foregår uden for ordinær uddannelse" in shown(page)
    assert shown(page).count("Overvej:") == 1


def test_a_measure_is_changed_and_removed(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    choose(page, "Værktøj", "Indsatser")
    field(page, "Ny indsats").set_value("Kontaktperson")
    press(page, "Tilføj indsats")
    measure = entries(app_db, broendby.id, Measure)[0]
    choose(page, "Indsats at rette", measure.id)
    field(page, "Indsats").set_value("Kontaktperson inden 14 dage")
    press(page, "Gem indsats")
    assert "Kontaktperson inden 14 dage" in shown(page)

    press(page, "Slet nu")

    assert entries(app_db, broendby.id, Measure) == ()


def test_the_part_at_hand_is_there_again_after_another_page(page: AppTest) -> None:
    choose(page, "Del", "Valg")
    page.switch_page(str(ADDRESSES["swot"].script)).run()

    page.switch_page(str(ADDRESSES["indsatsomraader"].script)).run()

    assert field(page, "Del").value == "Valg"
