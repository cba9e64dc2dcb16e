"""The SWOT page as the facilitator works on it, on the Brøndby example."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.knowledge import EvidenceCard
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.pages import Opened, choose, field, press, said, shown

UNCLEAR = "Det er uklart hvem der har ansvaret for den enkelte unge"


def walls(window: AppTest) -> dict[str, list[str]]:
    """What stands in each field of the wall, tags left out."""
    wall = next(block.body for block in window.html if "sv-board" in block.body)
    fields = re.findall(r"<h2>(.*?)</h2>(.*?)</section>", wall, re.DOTALL)
    return {title: re.findall(r'sv-note-text">(.*?)</span>', body) for title, body in fields}


@pytest.fixture
def page(opened: Opened, broendby: Process) -> AppTest:
    return opened("swot", broendby)


def test_the_wall_shows_four_fields_with_the_weightiest_first(page: AppTest) -> None:
    assert page.title[0].value == "SWOT"
    fields = walls(page)
    assert list(fields) == ["Styrker", "Svagheder", "Muligheder", "Trusler"]
    assert [len(notes) for notes in fields.values()] == [4, 5, 3, 2]
    assert fields["Svagheder"][:2] == [
        UNCLEAR,
        "Vi kender ikke gruppens størrelse og behov godt nok",
    ]
    assert "<b>14</b> prikker" in shown(page)


def test_the_wall_begins_without_any_tool(page: AppTest) -> None:
    assert [b.label for b in page.button] == []
    assert len(page.text_area) == 0


def test_several_notes_are_written_at_once_and_taken_back(page: AppTest) -> None:
    choose(page, "Værktøj", "Skriv sedler")
    field(page, "Felt").set_value("trusler")
    field(page, "Sedler, én på hver linje").set_value("- Ny lov\n- Færre penge")
    press(page, "Sæt sedlerne op")

    assert walls(page)["Trusler"][-2:] == ["Ny lov", "Færre penge"]
    assert field(page, "Sedler, én på hver linje").value == ""
    assert field(page, "Felt").value == "trusler"
    assert "Skrevet: 2 sedler." in shown(page)

    press(page, "Fortryd")
    assert "Ny lov" not in walls(page)["Trusler"]
    assert said(page) == ["Fortrudt."]


def test_what_cannot_be_kept_stays_in_the_field(page: AppTest) -> None:
    choose(page, "Værktøj", "Skriv sedler")
    field(page, "Sedler, én på hver linje").set_value("Ring til 010199-1234")
    press(page, "Sæt sedlerne op")

    assert "CPR-nummer" in said(page)[0]
    assert field(page, "Sedler, én på hver linje").value == "Ring til 010199-1234"


def test_hostile_notes_are_shown_as_text(page: AppTest) -> None:
    choose(page, "Værktøj", "Skriv sedler")
    field(page, "Sedler, én på hver linje").set_value("<img src=x onerror=alert(1)> $x^2$ **fed**")
    press(page, "Sæt sedlerne op")

    assert "&lt;img src=x onerror=alert(1)&gt; $x^2$ **fed**" in shown(page)
    assert "<img" not in shown(page)


def test_notes_are_gathered_without_dragging(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    choose(page, "Værktøj", "Saml i grupper")
    choose(page, "Saml sedler i feltet", "svagheder")
    options = field(page, "Sedler, der hører sammen").options
    assert len(options) == 5
    notes = {n.text: n.id for n in entries(app_db, broendby.id, Note)}
    field(page, "Sedler, der hører sammen").set_value(
        [notes[UNCLEAR], notes["Nogle målgrupper har slet ikke et tilbud"]]
    )
    field(page, "Gruppens overskrift").set_value("Ingen har ansvaret")
    press(page, "Saml")

    assert walls(page)["Svagheder"][0] == "Ingen har ansvaret"
    assert "<b>21</b> prikker" in shown(page)
    group = entries(app_db, broendby.id, NoteGroup)[0]
    choose(page, "Gruppe at ændre", group.id)
    press(page, "Opløs nu")
    assert walls(page)["Svagheder"][0] == UNCLEAR


def test_a_group_is_changed_from_its_picker(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    choose(page, "Værktøj", "Saml i grupper")
    first, second, third, _ = (
        n.id for n in entries(app_db, broendby.id, Note) if n.field == "styrker"
    )
    field(page, "Sedler, der hører sammen").set_value([first, second])
    field(page, "Gruppens overskrift").set_value("Vi kender hinanden")
    press(page, "Saml")
    choose(page, "Gruppe at ændre", entries(app_db, broendby.id, NoteGroup)[0].id)

    field(page, "Overskrift på gruppen").set_value("Vi kender de unge")
    press(page, "Gem overskrift")
    field(page, "Læg sedler i gruppen").set_value([third])
    press(page, "Læg i")
    field(page, "Tag sedler ud").set_value([first])
    press(page, "Tag ud")

    group = entries(app_db, broendby.id, NoteGroup)[0]
    members = [n.id for n in entries(app_db, broendby.id, Note) if n.group_id == group.id]
    assert (group.title, members) == ("Vi kender de unge", [second, third])


def test_dots_are_typed_for_one_note_or_as_a_list(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    choose(page, "Værktøj", "Giv prikker")
    assert "85 prikker er givet." in shown(page)
    first = entries(app_db, broendby.id, Note)[0]
    choose(page, "Giv prikker til", first.id)
    assert field(page, "Prikker talt i rummet").value == 11
    field(page, "Prikker talt i rummet").set_value(12)
    press(page, "Gem prikker")
    assert "86 prikker er givet." in shown(page)

    field(page, "Hele listen").set_value("1: 1\n5: 2")
    press(page, "Gem hele listen")
    assert "63 prikker er givet." in shown(page)
    field(page, "Hele listen").set_value("1: 1\n99: 2")
    press(page, "Gem hele listen")
    assert "'99'" in said(page)[0]
    assert field(page, "Hele listen").value == "1: 1\n99: 2"


def test_it_says_how_many_dots_the_committee_has(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    for number in range(3):
        add_entry(app_db, who, Person(id=new_id(), process_id=broendby.id, name=f"Medlem {number}"))
    page = opened("swot", broendby)

    choose(page, "Værktøj", "Giv prikker")

    assert "Udvalget har 15 (3 medlemmer med 5 hver). Det er 70 for mange" in shown(page)


def test_a_note_is_changed_linked_to_knowledge_and_hidden(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    note = entries(app_db, broendby.id, Note)[0]
    card = entries(app_db, broendby.id, EvidenceCard)[0]
    choose(page, "Værktøj", "Ret eller skjul")
    choose(page, "Seddel at ændre", note.id)
    field(page, "Tekst").set_value("Fem fagpersoner har overblik")
    field(page, "Bygger på").set_value([card.id])
    press(page, "Gem")

    assert walls(page)["Styrker"][0] == "Fem fagpersoner har overblik"
    assert "Bygger på: Jobcenter Brøndby 2010" in shown(page)

    press(page, "Skjul nu")
    assert "'Hvorfor skjult' er tomt" in said(page)[0]
    field(page, "Hvorfor skjules den").set_value("Nævner fem personer")
    press(page, "Skjul nu")
    assert "Fem fagpersoner" not in shown(page)
    assert page.expander[0].label == "1 skjult seddel"

    choose(page, "Skjult seddel", note.id)
    press(page, "Vis sedlen igen")
    assert walls(page)["Styrker"][0] == "Fem fagpersoner har overblik"


def test_a_removed_note_comes_back_by_undo(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    note = next(n for n in entries(app_db, broendby.id, Note) if n.text == UNCLEAR)
    choose(page, "Værktøj", "Ret eller skjul")
    choose(page, "Seddel at ændre", note.id)
    assert "Klart ansvar og fast koordinering" in shown(page)
    press(page, "Slet nu")
    assert UNCLEAR not in walls(page)["Svagheder"]

    press(page, "Fortryd")

    assert walls(page)["Svagheder"][0] == UNCLEAR
    assert "<b>14</b> prikker" in shown(page)


def test_obstacles_are_sorted_by_the_six_kinds(page: AppTest) -> None:
    choose(page, "Tavle", "forhindringer")
    assert list(walls(page)) == [
        "Økonomisk", "Organisatorisk", "Ledelsesmæssig", "Faglig", "Kulturel", "Juridisk",
    ]  # fmt: skip
    field(page, "Slags").set_value("juridisk")
    field(page, "Sedler, én på hver linje").set_value("Loven skifter ved 18 år")
    press(page, "Sæt sedlerne op")

    assert walls(page)["Juridisk"] == ["Loven skifter ved 18 år"]
