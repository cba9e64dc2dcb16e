"""Meetings, drejebog, what is written down, papers and the time plan, by the facilitator."""

import re
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.registers import add_entry, change_entry, entries, remove_entry
from strategykit.actions.rooms import open_room
from strategykit.domain.agenda import items_of
from strategykit.domain.meetings import (
    AgendaItem,
    Agreement,
    Decision,
    Disqualification,
    Meeting,
    Parked,
)
from strategykit.domain.minorities import Minority
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.makers import a_process
from tests.support.pages import Opened, choose, field, press, said, shown

WORKSHOP = "workshop1"


@pytest.fixture
def process(app_db: Database, who: Who) -> Process:
    return a_process(app_db, who)


@pytest.fixture
def workshop(app_db: Database, process: Process) -> Meeting:
    return next(m for m in entries(app_db, process.id, Meeting) if m.key == WORKSHOP)


@pytest.fixture
def person(app_db: Database, who: Who, process: Process) -> Person:
    made = Person(id=new_id(), process_id=process.id, name="Ib Opdigtet")
    add_entry(app_db, who, made)
    return made


def view(window: AppTest, name: str, meeting: Meeting | None = None) -> AppTest:
    after = choose(window, "Vis i planen", name)
    return choose(after, "Møde", meeting.id) if meeting else after


def agenda(db: Database, meeting: Meeting) -> tuple[AgendaItem, ...]:
    return items_of(meeting, entries(db, meeting.process_id, AgendaItem))


def body(window: AppTest, caption: str) -> str:
    table = next(b.body for b in window.html if f"<caption>{caption}</caption>" in b.body)
    return re.sub("<[^>]+>", " ", table.split("<tbody>")[1])


# Which meeting


@pytest.mark.parametrize("part", ["Drejebog", "Under mødet", "Papirer"])
def test_the_meeting_that_goes_on_is_the_one_that_is_shown(
    app_db: Database, who: Who, opened: Opened, process: Process, workshop: Meeting, part: str
) -> None:
    soon = next(m for m in entries(app_db, process.id, Meeting) if m.id != workshop.id)
    change_entry(app_db, who, soon, replace(soon, day=date(2090, 1, 1)))
    assert field(view(opened("plan", process), part), "Møde").value == soon.id

    open_room(app_db, who, workshop)
    assert field(view(opened("plan", process), part), "Møde").value == workshop.id


# Meetings


def test_the_meetings_of_the_template_stand_on_the_page(opened: Opened, process: Process) -> None:
    window = opened("plan", process)

    assert window.title[0].value == "Plan og møder"
    assert body(window, "Møder i forløbet").count("ikke sat endnu") == 12


def test_a_meeting_of_one_s_own_is_added(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = opened("plan", process)
    field(window, "Møde").set_value("Besøg på skolen")
    field(window, "Dato").set_value(date(2026, 6, 3))
    field(window, "Begynder kl.").set_value("9.30")
    press(window, "Tilføj mødet")

    (made,) = [m for m in entries(app_db, process.id, Meeting) if not m.key]
    assert (made.title, made.begins) == ("Besøg på skolen", 9 * 60 + 30)
    assert "3.\u00a0juni\u00a02026" in shown(window)


def test_a_time_that_is_none_is_refused_with_its_field(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = opened("plan", process)
    field(window, "Møde").set_value("Besøg")
    field(window, "Begynder kl.").set_value("efter frokost")
    press(window, "Tilføj mødet")

    assert "'efter frokost' i feltet 'Begynder kl.'" in said(window)[0]
    assert field(window, "Begynder kl.").value == "efter frokost"
    assert len(entries(app_db, process.id, Meeting)) == 6


def test_date_and_place_are_set_on_a_meeting_of_the_template(
    app_db: Database, opened: Opened, process: Process, workshop: Meeting
) -> None:
    window = choose(opened("plan", process), "Ret eller slet et møde", workshop.id)
    places = [f for f in window.text_input if f.label == "Sted"]
    places[-1].set_value("Byrådssalen")
    days = [f for f in window.date_input if f.label == "Dato"]
    days[-1].set_value(date(2026, 6, 3))
    press(window, "Gem mødet")

    kept = next(m for m in entries(app_db, process.id, Meeting) if m.id == workshop.id)
    assert (kept.place, kept.day) == ("Byrådssalen", date(2026, 6, 3))


def test_a_removed_meeting_is_told_and_leaves_the_box(
    opened: Opened, process: Process, workshop: Meeting
) -> None:
    window = choose(opened("plan", process), "Ret eller slet et møde", workshop.id)

    after = press(window, "Slet nu")

    assert f"Slettet: {workshop.title}" in said(after)
    assert field(after, "Ret eller slet et møde").value == ""


def test_what_was_typed_about_a_meeting_that_is_gone_is_shown(
    app_db: Database, who: Who, opened: Opened, process: Process, workshop: Meeting
) -> None:
    window = choose(opened("plan", process), "Ret eller slet et møde", workshop.id)
    remove_entry(app_db, who, workshop)
    titles = [f for f in window.text_input if f.label == "Møde"]
    titles[-1].set_value("Aften i Ungehuset")

    after = press(window, "Gem mødet")

    assert "findes ikke længere" in said(after)[0]
    assert "I skrev: Aften i Ungehuset" in said(after)[0]


# The drejebog


def test_the_drejebog_shows_each_item_s_time_and_that_it_fits(
    opened: Opened, process: Process, workshop: Meeting
) -> None:
    window = view(opened("plan", process), "Drejebog", workshop)

    rows = body(window, "Punkterne i rækkefølge").replace("\u2060", "")
    assert "16.00–16.10" in rows
    assert "17.55–18.00" in rows
    assert "det er netop den tid, mødet varer" in said(window)[0]


def test_a_longer_item_is_told_in_words_with_the_new_end(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database
) -> None:
    window = view(opened("plan", process), "Drejebog", workshop)
    choose(window, "Ret, flyt eller slet et punkt", agenda(app_db, workshop)[0].id)
    [f for f in window.text_input if f.label == "Minutter"][-1].set_value("25")
    press(window, "Gem punktet")

    assert "slutter mødet først kl. 18.15" in " ".join(said(window))


def test_an_item_is_moved_without_a_mouse_being_dragged(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database
) -> None:
    first, second, *_ = agenda(app_db, workshop)
    window = view(opened("plan", process), "Drejebog", workshop)
    choose(window, "Ret, flyt eller slet et punkt", second.id)
    press(window, "Flyt op")

    assert [i.id for i in agenda(app_db, workshop)][:2] == [second.id, first.id]
    press(window, "Flyt ned")
    assert [i.id for i in agenda(app_db, workshop)][:2] == [first.id, second.id]


def test_an_item_is_added_at_the_end(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database
) -> None:
    window = view(opened("plan", process), "Drejebog", workshop)
    field(window, "Punkt").set_value("Sang")
    field(window, "Minutter").set_value("5")
    press(window, "Tilføj punktet")

    assert agenda(app_db, workshop)[-1].title == "Sang"
    assert "Enten skal 5 minutter væk" in " ".join(said(window))


# Under the meeting


def notes(window: AppTest, workshop: Meeting, kind: str) -> AppTest:
    return choose(view(window, "Under mødet", workshop), "Skriv ned", kind)


def test_words_for_the_referat_are_kept_with_their_item(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database
) -> None:
    window = view(opened("plan", process), "Under mødet", workshop)
    choose(window, "Skriv til punktet", agenda(app_db, workshop)[7].id)
    field(window, "Til referatet").set_value("Der var enighed.")
    press(window, "Gem til referatet")

    assert agenda(app_db, workshop)[7].noted == "Der var enighed."


def test_afbud_is_chosen_among_the_people(
    opened: Opened, process: Process, workshop: Meeting, person: Person, app_db: Database
) -> None:
    window = notes(opened("plan", process), workshop, "Afbud")
    field(window, "Afbud").set_value([person.id])
    press(window, "Gem afbud")

    kept = next(m for m in entries(app_db, process.id, Meeting) if m.id == workshop.id)
    assert kept.absent == (person.id,)


def test_a_decision_an_agreement_and_a_parked_subject_hang_on_the_meeting(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database
) -> None:
    window = notes(opened("plan", process), workshop, "Beslutninger")
    field(window, "Beslutning").set_value("Vi bruger teksten.")
    press(window, "Skriv en beslutning ind")
    choose(window, "Skriv ned", "Aftaler")
    field(window, "Aftale").set_value("Ringer til skolen")
    field(window, "Hvem").set_value("Forvaltningen")
    press(window, "Skriv en aftale ind")
    choose(window, "Skriv ned", "Parkeringsplads")
    field(window, "Emne").set_value("Busser")
    press(window, "Sæt et emne på parkeringspladsen")

    for kind in (Decision, Agreement, Parked):
        (kept,) = entries(app_db, process.id, kind)
        assert kept.meeting_id == workshop.id


def test_a_minority_s_words_hang_on_a_decision_and_bear_their_names(
    opened: Opened, process: Process, workshop: Meeting, person: Person, app_db: Database, who: Who
) -> None:
    decision = Decision(
        id="b" * 32, process_id=process.id, meeting_id=workshop.id, text="Vi bruger teksten."
    )
    add_entry(app_db, who, decision)
    window = notes(opened("plan", process), workshop, "Mindretal")
    field(window, "Beslutning").set_value(decision.id)
    field(window, "Fra").set_value([person.id])
    field(window, "Udtalelse").set_value("Teksten er for lang.")
    press(window, "Skriv en mindretalsudtalelse ind")

    (kept,) = entries(app_db, process.id, Minority)
    assert (kept.decision_id, kept.person_ids) == (decision.id, (person.id,))
    assert kept.meeting_id == workshop.id
    assert person.name in body(window, "Mindretalsudtalelser")


def test_inhabilitet_names_a_person_and_an_item(
    opened: Opened, process: Process, workshop: Meeting, person: Person, app_db: Database
) -> None:
    item = agenda(app_db, workshop)[3]
    window = notes(opened("plan", process), workshop, "Inhabilitet")
    field(window, "Person").set_value(person.id)
    field(window, "Punkt").set_value(item.id)
    press(window, "Skriv en inhabilitet ind")

    (kept,) = entries(app_db, process.id, Disqualification)
    assert (kept.person_id, kept.item_id) == (person.id, item.id)
    assert "Ib Opdigtet" in body(window, "Inhabile ved mødet")


# Papers and the time plan


def downloads(window: AppTest) -> list[str]:
    return [button.proto.label for button in window.get("download_button")]


def test_five_papers_are_offered_and_the_calendar_once_there_is_a_day(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database, who: Who
) -> None:
    window = view(opened("plan", process), "Papirer", workshop)
    assert downloads(window) == [
        "Hent indkaldelse med dagsorden", "Hent drejebogen", "Hent kort og prikker",
        "Hent referatet", "Hent opsamlingen",
    ]  # fmt: skip

    change_entry(app_db, who, workshop, replace(workshop, day=date(2026, 6, 3)))
    window.run()
    assert "Hent mødet til kalenderen" in downloads(window)


def test_notes_must_be_read_before_they_go_into_the_summary(
    opened: Opened, broendby: Process, app_db: Database
) -> None:
    meeting = next(m for m in entries(app_db, broendby.id, Meeting) if m.key == WORKSHOP)
    window = view(opened("plan", broendby), "Papirer", meeting)

    assert not field(window, "Sedlerne er læst igennem og må stå i opsamlingen").value
    assert "Det er uklart hvem der har ansvaret" in shown(window)


def test_without_a_day_the_time_plan_says_what_to_do(opened: Opened, process: Process) -> None:
    window = view(opened("plan", process), "Tidsplan")

    assert "ikke planlagt endnu" in body(window, "Tidsplanen som tabel")
    assert downloads(window) == []


def test_the_time_plan_is_drawn_with_a_table_beside_it(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database, who: Who
) -> None:
    change_entry(app_db, who, workshop, replace(workshop, day=date(2100, 6, 3)))

    window = view(opened("plan", process), "Tidsplan")

    (chart,) = window.get("vega_lite_chart") or window.get("arrow_vega_lite_chart")
    assert "Workshop 1" in chart.proto.spec
    assert "3. juni 2100 kl. 16.00–18.00" in body(window, "Tidsplanen som tabel")
    assert downloads(window) == ["Hent alle møder til kalenderen"]


def test_a_process_without_meetings_says_where_to_begin(
    opened: Opened, process: Process, app_db: Database
) -> None:
    with app_db.writing() as store:
        for meeting in store.all(Meeting, process.id):
            store.remove(meeting)

    assert "Tilføj det første under Møder" in shown(view(opened("plan", process), "Drejebog"))


def test_hostile_words_are_shown_as_words(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database, who: Who
) -> None:
    bad = "<script>alert(1)</script> ![x](http://fremmed.test/x.png) $x^2$"
    change_entry(app_db, who, workshop, replace(workshop, title=bad, place=bad))
    item = agenda(app_db, workshop)[0]
    change_entry(app_db, who, item, replace(item, title=bad, purpose=bad, noted=bad))

    for name in ("Møder", "Drejebog", "Under mødet", "Papirer", "Tidsplan"):
        window = choose(opened("plan", process), "Vis i planen", name)
        if name not in ("Møder", "Tidsplan"):
            choose(window, "Møde", workshop.id)
        assert "<script>" not in shown(window)
        assert not [m for m in window.markdown if "fremmed.test" in m.value]


def test_a_meeting_that_was_open_and_is_removed_leaves_the_next_one_open(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database, who: Who
) -> None:
    window = view(opened("plan", process), "Drejebog", workshop)
    remove_entry(app_db, who, workshop)
    window.run()

    assert not window.exception
    assert field(window, "Møde").value != workshop.id
    assert "Velkomst og mandat" in body(window, "Punkterne i rækkefølge")


def test_an_item_that_was_open_and_is_removed_closes(
    opened: Opened, process: Process, workshop: Meeting, app_db: Database, who: Who
) -> None:
    item = agenda(app_db, workshop)[2]
    window = view(opened("plan", process), "Drejebog", workshop)
    choose(window, "Ret, flyt eller slet et punkt", item.id)
    remove_entry(app_db, who, item)
    window.run()

    assert not window.exception
    assert "Gem punktet" not in [button.label for button in window.button]
