"""The part of the page where a hearing is made, its parties asked and their answers assessed."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.hearing_answers import answer, answers_of, assess
from strategykit.actions.hearing_links import asked_by_link, linked_parties
from strategykit.actions.hearings import (
    hearings_of,
    open_hearing,
    parties_of,
)
from strategykit.actions.points import wishes_of
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.actors import Stakeholder
from strategykit.domain.hearings import WHOLE, Hearing, HearingParty, HearingResponse
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.errors import LinkDead
from strategykit.storage.database import Database
from tests.support.hearings import a_hearing
from tests.support.hostile import HARM
from tests.support.hostile_word import refused_files
from tests.support.pages import Opened, choose, field, fill, press, said, shown

NOW = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def hearing(app_db: Database, who: Who, broendby: Process) -> Hearing:
    version = keep_version(app_db, who, broendby.id, new_id())
    return open_hearing(
        app_db, who,
        Hearing(id=new_id(), process_id=broendby.id, version_id=version.id, ends=date(2099, 9, 1)),
    )  # fmt: skip


@pytest.fixture
def party(app_db: Database, who: Who, hearing: Hearing) -> HearingParty:
    made = HearingParty(
        id=new_id(), process_id=hearing.process_id, hearing_id=hearing.id, name="Eksempelrådet"
    )
    add_entry(app_db, who, made)
    return made


@pytest.fixture
def response(app_db: Database, party: HearingParty) -> HearingResponse:
    answer(app_db, party, answers_of(app_db, party)["vision"], "Skriv noget om bussen.")
    return answers_of(app_db, party)["vision"]


def part(opened: Opened, process: Process, view: str = "") -> AppTest:
    window = choose(opened("hoering", process), "Del af siden", "Høring")
    return choose(window, "Vis af høringen", view) if view else window


def codes(window: AppTest) -> list[str]:
    return [block.value for block in window.get("code")]


def test_only_a_kept_version_goes_into_hearing(opened: Opened, broendby: Process) -> None:
    assert "Kun en gemt version kan sendes i høring" in shown(part(opened, broendby))


def test_a_version_goes_into_hearing_and_a_party_gets_its_letter(
    opened: Opened, broendby: Process, app_db: Database, who: Who
) -> None:
    keep_version(app_db, who, broendby.id, new_id())
    window = part(opened, broendby)
    fill(window, Høringsbrev="Læs især om transport.")
    window = press(window, "Send i høring")
    (hearing,) = hearings_of(app_db, broendby.id)
    assert (hearing.number, hearing.note) == (1, "Læs især om transport.")
    assert window.subheader[0].value.startswith("Version 1 er i høring til den ")

    fill(window, Navnet_på_en_høringspart="Eksempelrådet", Kontakt="post@eksempel.dk")
    field(window, "Parten taler for de unge").set_value(True)
    window = press(window, "Tilføj")
    window = press(window, "Lav et link")

    (party,) = parties_of(app_db, hearing)
    assert (party.name, party.contact, party.young) == ("Eksempelrådet", "post@eksempel.dk", True)
    link, letter = codes(window)
    assert link in letter
    assert "Læs især om transport." in letter
    token = re.search(r"/hoeringssvar\?n=(\S+)$", link)
    assert token
    assert asked_by_link(app_db, token[1]).party.id == party.id
    assert codes(window.run()) == []  # shown once


def test_a_link_is_taken_back(
    opened: Opened, broendby: Process, app_db: Database, party: HearingParty
) -> None:
    window = press(part(opened, broendby), "Lav et link")
    token = codes(window)[0].rpartition("=")[2]
    assert linked_parties(app_db, broendby.id) == {party.id}
    window = press(window, "Træk linket tilbage")

    assert linked_parties(app_db, broendby.id) == frozenset()
    with pytest.raises(LinkDead):
        asked_by_link(app_db, token)


def test_stakeholders_are_asked_once_each(
    opened: Opened, broendby: Process, app_db: Database, who: Who, hearing: Hearing
) -> None:
    known = [
        Stakeholder(id=new_id(), process_id=broendby.id, name=name)
        for name in ("Eksempelforeningen", "Eksempelskolen", "Eksempelværkstedet")
    ]
    for one in known:
        add_entry(app_db, who, one)
    window = part(opened, broendby)
    field(window, "Blandt interessenterne").set_value([known[0].id, known[1].id])
    window = press(window, "Tilføj de valgte")

    names = [p.name for p in parties_of(app_db, hearing)]
    assert names == [known[0].name, known[1].name]
    assert field(window, "Blandt interessenterne").options == [known[2].name]


def test_a_hearing_is_ended_opened_again_and_prolonged(
    opened: Opened, broendby: Process, app_db: Database, hearing: Hearing
) -> None:
    window = press(part(opened, broendby, "Periode og brev"), "Slut høringen")
    assert not hearings_of(app_db, broendby.id)[0].is_open
    assert window.subheader[0].value == "Høringen om version 1 er slut"
    window = press(window, "Åbn høringen igen")
    assert hearings_of(app_db, broendby.id)[0].is_open
    ends = next(f for f in window.date_input if f.label == "Frist for svar")
    ends.set_value(date(2099, 10, 1))
    press(window, "Gem")

    (kept,) = hearings_of(app_db, broendby.id)
    assert kept.ends == date(2099, 10, 1)
    assert kept.number == hearing.number


def test_a_form_is_handed_in_for_a_party_once(
    opened: Opened, broendby: Process, app_db: Database
) -> None:
    held = a_hearing(app_db, broendby)
    window = part(opened, broendby)
    window = hand_in(window, held.form(held.council, {}))
    assert any("svarskabelonen med overskrifterne" in s for s in said(window))  # it is empty
    window = hand_in(window, held.form(held.school, {"vision": "Husk bussen."}))
    assert any(f"lavet til {held.school.name}" in s for s in said(window))

    form = held.form(held.council, {"vision": "Husk bussen."})
    window = hand_in(window, form)
    assert any("Den havde svar til 1 kapitel." in s for s in said(window))
    window = hand_in(window, form)

    assert "De samme svar er læst før, så intet er ændret." in said(window)
    assert held.said(held.council) == {"vision": "Husk bussen."}
    assert held.said(held.school) == {}


def test_a_hostile_form_is_refused_in_a_sentence(
    opened: Opened, broendby: Process, app_db: Database
) -> None:
    held = a_hearing(app_db, broendby)
    window = part(opened, broendby)
    for name, data in refused_files().items():
        if data:  # an empty file is no file to Streamlit
            window = hand_in(window, data)
            assert any("Intet" in s for s in said(window)), (name, said(window))

    assert held.said(held.council) == {}


def hand_in(window: AppTest, data: bytes) -> AppTest:
    window.get("file_uploader")[0].set_value(("svar.docx", data, "")).run()
    return press(window, "Læs svarene ind")


def test_an_answer_is_assessed_and_saved_at_once(
    opened: Opened, broendby: Process, app_db: Database, response: HearingResponse
) -> None:
    window = part(opened, broendby, "Svar og vurdering")
    assert "Skriv noget om bussen." in shown(window)

    window = field(window, "Vurdering").set_value("Det er rigtigt.").run()
    window = field(window, "Ændring i udkastet").set_value("Bussen er nævnt.").run()

    (kept,) = entries(app_db, broendby.id, HearingResponse)
    assert (kept.assessment, kept.change) == ("Det er rigtigt.", "Bussen er nævnt.")
    assert kept.text == response.text
    assert "Svar: 1. Vurderet: 1." in shown(window)


def test_two_who_assess_see_each_other(
    opened: Opened, broendby: Process, app_db: Database, who: Who, response: HearingResponse
) -> None:
    window = part(opened, broendby, "Svar og vurdering")
    assess(app_db, who, response, "Den andens vurdering", "")

    window = field(window, "Vurdering").set_value("Min vurdering").run()

    texts = "\n".join(t.value for t in window.text)
    assert "Den andens vurdering" in texts
    assert "Min vurdering" in texts
    press(window, "Gem det, I skrev")
    (kept,) = entries(app_db, broendby.id, HearingResponse)
    assert kept.assessment == "Min vurdering"


def test_a_party_that_writes_on_is_seen_by_whoever_assessed(
    opened: Opened, broendby: Process, app_db: Database, who: Who, party: HearingParty,
    response: HearingResponse,
) -> None:  # fmt: skip
    assess(app_db, who, response, "Det er rigtigt.", "")
    answer(app_db, party, answers_of(app_db, party)["vision"], "Skriv også noget om toget.")
    window = part(opened, broendby, "Svar og vurdering")

    assert any("Svaret er ændret, efter at I vurderede det" in s for s in said(window))


def test_one_goes_from_answer_to_answer(
    opened: Opened, broendby: Process, app_db: Database, who: Who, party: HearingParty,
    response: HearingResponse,
) -> None:  # fmt: skip
    answer(app_db, party, answers_of(app_db, party)[WHOLE], "Tak for et godt udkast.")
    window = part(opened, broendby, "Svar og vurdering")
    assert "Skriv noget om bussen." in here(window)
    window = press(window, "Næste svar")
    assert "Tak for et godt udkast." in here(window)
    window = press(window, "Forrige svar")
    assert "Skriv noget om bussen." in here(window)
    assess(app_db, who, replace(response), "Enig.", "")
    window = press(window.run(), "Næste uden vurdering")
    assert "Tak for et godt udkast." in here(window)


def here(window: AppTest) -> str:
    return next(block.body for block in window.html if "sv-answer" in block.body)


def test_an_answer_becomes_a_point_on_the_list(
    opened: Opened, broendby: Process, app_db: Database, response: HearingResponse
) -> None:
    window = press(part(opened, broendby, "Svar og vurdering"), "Gør det til et punkt")

    (kept,) = entries(app_db, broendby.id, HearingResponse)
    assert kept.point_id
    assert "Svaret er et punkt på beslutningslisten. Afgørelse: åben." in shown(window)
    window = choose(window, "Del af siden", "Gennemgang")
    assert response.text in shown(window)
    assert "Eksempelrådet" in shown(window)
    assert wishes_of(app_db, broendby.id, "") == ()


@pytest.mark.usefixtures("party")
def test_the_list_of_the_young_waits_for_one_who_speaks_for_them(
    opened: Opened, broendby: Process
) -> None:
    window = part(opened, broendby, "Papirer")
    assert "Ingen af parterne taler for de unge" in shown(window)
    window = choose(window, "Vis af høringen", "Høringsparter")
    field(window, "Taler for de unge").set_value(True).run()
    window = choose(window, "Vis af høringen", "Papirer")

    assert "Det sagde de unge, og det gjorde vi" in shown(window)


def test_what_a_party_wrote_is_shown_as_words(
    opened: Opened, broendby: Process, app_db: Database, who: Who, hearing: Hearing
) -> None:
    party = HearingParty(
        id=new_id(), process_id=broendby.id, hearing_id=hearing.id, name=f"Part {HARM}"[:200]
    )
    add_entry(app_db, who, party)
    answer(app_db, party, answers_of(app_db, party)["vision"], HARM)
    for view in ("Høringsparter", "Svar og vurdering"):
        window = part(opened, broendby, view)
        assert "&lt;script&gt;alert(2)" in shown(window)
        assert "<script>" not in shown(window)
        assert "<img src=x" not in shown(window)
