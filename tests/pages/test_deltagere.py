"""The people: in which role, what is kept of each, and taking a name away."""

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.links import person_of_link
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.domain.meetings import Agreement, Decision, Meeting
from strategykit.domain.people import Person, Role, Who
from strategykit.domain.process import Process
from strategykit.errors import LinkDead
from strategykit.storage.database import Database
from tests.support import signing
from tests.support.makers import a_process
from tests.support.pages import Opened, choose, field, press, said, shown

NAME = "Gerda Opdigtet"
PICK = "Ret eller slet en deltager"


@pytest.fixture
def process(app_db: Database, who: Who) -> Process:
    return a_process(app_db, who)


@pytest.fixture
def gerda(app_db: Database, who: Who, process: Process) -> Person:
    made = Person(id=new_id(), process_id=process.id, name=NAME, role=Role.CHAIR)
    add_entry(app_db, who, made)
    return made


def others(db: Database, process: Process) -> list[Person]:
    """All but the facilitator, whose first act enters the name."""
    return [p for p in entries(db, process.id, Person) if p.name != signing.NAME]


def person(db: Database, process: Process) -> Person:
    (only,) = others(db, process)
    return only


def kept(window: AppTest) -> str:
    table = next(b.body for b in window.html if "<caption>Gemt om personen</caption>" in b.body)
    return re.sub("<[^>]+>", " ", table)


def test_a_person_is_added_and_counted_by_role(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = opened("deltagere", process)
    assert window.title[0].value == "Deltagere"
    field(window, "Navn").set_value("Ib Opdigtet")
    field(window, "Rolle").set_value(Role.DEPUTY_CHAIR)
    press(window, "Tilføj deltageren")

    assert person(app_db, process).role is Role.DEPUTY_CHAIR
    assert '>1</span> <span class="sv-tile-label">næstformand<' in shown(window)


def test_a_double_tap_adds_one_person(app_db: Database, opened: Opened, process: Process) -> None:
    window = opened("deltagere", process)
    field(window, "Navn").set_value("Ib Opdigtet")
    button = next(b for b in window.button if b.label == "Tilføj deltageren")
    button.click()
    window.run()
    button.click()
    window.run()

    assert person(app_db, process).name == "Ib Opdigtet"


def test_a_cpr_number_in_a_name_is_refused(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = opened("deltagere", process)
    field(window, "Navn").set_value("Ib 010203-4567")
    press(window, "Tilføj deltageren")

    assert "0102••-••••" in said(window)[0]
    assert entries(app_db, process.id, Person) == ()


def test_all_that_is_kept_of_a_person_can_be_shown(
    app_db: Database, who: Who, opened: Opened, process: Process, gerda: Person
) -> None:
    meeting = entries(app_db, process.id, Meeting)[0]
    change_entry(app_db, who, meeting, replace(meeting, absent=(gerda.id,)))
    hangs = {"process_id": process.id, "meeting_id": meeting.id}
    add_entry(app_db, who, Agreement(id=new_id(), what="Tal", who=NAME, **hangs))
    add_entry(app_db, who, Decision(id=new_id(), text=f"{NAME} taler.", **hangs))

    words = kept(choose(opened("deltagere", process), PICK, gerda.id))

    assert f"Mødet: {meeting.title}" in words
    assert "Aftalen: Tal" in words
    assert "bliver stående" in words


def test_erasing_leaves_the_role(
    app_db: Database, opened: Opened, process: Process, gerda: Person
) -> None:
    window = choose(opened("deltagere", process), PICK, gerda.id)
    press(window, "Slet navnet nu")

    assert person(app_db, process).erased
    assert "formand (navnet er slettet)" in shown(window)
    assert NAME not in shown(window)
    assert "Navnet er slettet" in said(window)[0]


def test_one_entered_by_mistake_is_removed_and_one_in_use_is_not(
    app_db: Database, who: Who, opened: Opened, process: Process, gerda: Person
) -> None:
    meeting = entries(app_db, process.id, Meeting)[0]
    seen = change_entry(app_db, who, meeting, replace(meeting, absent=(gerda.id,)))
    window = choose(opened("deltagere", process), PICK, gerda.id)
    press(window, "Fjern deltageren")
    assert "Slet navnet i stedet" in said(window)[0]

    change_entry(app_db, who, seen, replace(seen, absent=()))
    press(window, "Fjern deltageren")
    assert others(app_db, process) == []


def test_a_person_is_changed(
    app_db: Database, opened: Opened, process: Process, gerda: Person
) -> None:
    window = choose(opened("deltagere", process), PICK, gerda.id)
    [f for f in window.text_input if f.label == "Navn"][-1].set_value("Gerda Nyt Navn")
    press(window, "Gem deltageren")

    assert person(app_db, process).name == "Gerda Nyt Navn"
    assert "Gerda Nyt Navn" in shown(window)


def test_a_personal_link_is_shown_once_works_and_is_taken_back(
    app_db: Database, opened: Opened, process: Process, gerda: Person
) -> None:
    window = opened("deltagere", process)
    choose(window, PICK, gerda.id)
    press(window, "Lav et link")
    (link,) = [block.value for block in window.code]
    token = link.partition("/mit?n=")[2]
    assert person_of_link(app_db, token)[0].id == gerda.id
    window.run()
    assert [block.value for block in window.code] == []
    press(window, "Træk linket tilbage")

    assert f"Linket til {NAME} er trukket tilbage." in said(window)
    with pytest.raises(LinkDead):
        person_of_link(app_db, token)
