"""The forside: from nothing to a process, on through its phases, and to its end."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.keeping import back_up
from strategykit.actions.materials import process_of
from strategykit.actions.processes import list_processes
from strategykit.actions.registers import change_entry, entries
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Who
from strategykit.domain.process import Answer, PhaseStart, Process
from strategykit.storage.database import Database
from tests.support.makers import OTHER, a_process
from tests.support.pages import Opened, choose, field, press, said, shown

OVERVIEW, MANDATE, OPENING = "Overblik", "Opgaven", "Åbningsspørgsmål"
LIST, END = "Alle forløb", "Arkivér, kopiér eller slet"
TITLE = "Titlen på det forløb, der skal slettes"
COPY = "Titel på kopien"


@pytest.fixture
def process(app_db: Database, who: Who) -> Process:
    return a_process(app_db, who, title="Prøvestrategi")


def view(window: AppTest, name: str) -> AppTest:
    return choose(window, "Vis på forsiden", name)


def links(window: AppTest) -> list[str]:
    return [link.proto.label for link in window.get("page_link")]


# Making a process


def test_an_empty_house_offers_to_make_the_first_process(app_db: Database, opened: Opened) -> None:
    window = opened("forside")

    assert window.title[0].value == "Forside"
    assert window.header[0].value == "Opret et forløb"
    assert list_processes(app_db) == ()


def test_a_process_is_made_from_a_template_and_opened(app_db: Database, opened: Opened) -> None:
    window = choose(opened("forside"), "Skabelon", "ungestrategi 1.0")
    field(window, "Titel").set_value("Ungestrategi 2027")
    field(window, "Kommune").set_value("787")
    field(window, "Udvalg").set_value("Ungeudvalget")
    press(window, "Opret forløbet")

    (made,) = list_processes(app_db)
    assert (made.title, made.municipality, made.phase) == ("Ungestrategi 2027", "787", "viden")
    assert made.purposes[0] == "At samle ressourcerne om ét fælles mål"
    assert made.deletes_on is not None
    assert "Ungestrategi 2027 · Ungeudvalget" in shown(window)
    assert "Forløbet er oprettet" in said(window)[0]


def test_a_process_without_a_title_is_refused_and_nothing_typed_is_lost(
    app_db: Database, opened: Opened
) -> None:
    window = opened("forside")
    field(window, "Kommune").set_value("787")
    field(window, "Udvalg").set_value("Ungeudvalget")
    press(window, "Opret forløbet")

    assert "Feltet 'Titel' er tomt" in said(window)[0]
    assert field(window, "Udvalg").value == "Ungeudvalget"
    assert list_processes(app_db) == ()


# What comes next


def test_the_next_meeting_stands_first_with_how_long_there_is_to_it(
    app_db: Database, who: Who, opened: Opened, process: Process
) -> None:
    meeting = next(m for m in entries(app_db, process.id, Meeting) if m.key == "workshop1")
    soon = date.today() + timedelta(days=1)  # noqa: DTZ011 - near enough to midnight's other side
    change_entry(app_db, who, meeting, replace(meeting, day=soon, place="Byrådssalen"))

    window = opened("forside", process)

    box = next(b.body for b in window.html if "sv-next" in b.body)
    assert "Workshop 1" in box
    assert "Byrådssalen" in box
    assert "Ingen deltagere er skrevet ind" in box
    assert {"SWOT", "Vision og mission"} <= set(links(window))


def test_every_open_criterion_of_the_phase_leads_to_the_page_that_fills_it(
    opened: Opened, process: Process
) -> None:
    window = opened("forside", process)

    found = {link.proto.label: link.proto.page for link in window.get("page_link")}
    assert found["Ikke endnu: Nulpunktet er låst"] == "nulpunkt"
    assert found["Ikke endnu: Interessenterne er skrevet ind"] == "aktoerer"
    assert found["Ikke endnu: Vilkårene er skrevet ind"] == "viden"


def test_a_meeting_whose_items_do_not_fit_is_told_of_before_it_begins(
    app_db: Database, who: Who, opened: Opened, process: Process
) -> None:
    meeting = entries(app_db, process.id, Meeting)[0]
    change_entry(app_db, who, meeting, replace(meeting, minutes=meeting.minutes - 10))

    assert "Enten skal 10 minutter væk" in shown(opened("forside", process))


def test_an_address_of_a_process_that_is_gone_says_which_one_is_shown(
    opened: Opened, process: Process
) -> None:
    window = opened("plan", process)
    window.query_params["forloeb"] = "slettet-forloeb"
    window.run()

    assert "Forløbet i adressen findes ikke her." in said(window)[0]


# Phases


def test_the_state_of_each_phase_is_told_in_words(opened: Opened, process: Process) -> None:
    html = shown(opened("forside", process))

    assert "I er her. 3 ting mangler." in html
    assert "Kommer senere. 2 ting mangler." in html


def test_a_phase_is_not_left_by_a_mere_click(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = opened("forside", process)
    press(window, "Skift fase")

    assert "skriver en begrundelse" in " ".join(said(window))
    assert process_of(app_db, process.id).phase == "viden"


def test_with_a_reason_the_process_goes_on_and_the_reason_stays_in_sight(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = opened("forside", process)
    field(window, "Begrundelse for at gå videre").set_value("Tallene kommer på tirsdag")
    press(window, "Skift fase")

    assert process_of(app_db, process.id).phase == "strategiudvikling"
    assert len(entries(app_db, process.id, PhaseStart)) == 1
    assert "I er nu i fasen Strategiudvikling." in said(window)
    assert "Tallene kommer på tirsdag" in shown(window)


def test_one_may_go_to_any_phase_and_back_again(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = opened("forside", process)
    choose(window, "Fase", "maal")
    field(window, "Begrundelse for at gå videre").set_value("Prøve")
    press(window, "Skift fase")
    choose(window, "Fase", "viden")
    field(window, "Begrundelse for at gå videre").set_value("Tilbage")
    press(window, "Skift fase")

    assert process_of(app_db, process.id).phase == "viden"
    assert len(entries(app_db, process.id, PhaseStart)) == 2


# The mandate, the pen and the opening questions


def test_the_mandate_is_changed_and_shown_on_top(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = view(opened("forside", process), MANDATE)
    field(window, "Titel").set_value("Ny titel")
    field(window, "Opgaven").set_value("Lav en strategi")
    field(window, "Besluttet af").set_value("Kommunalbestyrelsen")
    press(window, "Gem opgaven")

    kept = process_of(app_db, process.id)
    assert (kept.title, kept.mandate) == ("Ny titel", "Lav en strategi")
    assert "Ny titel" in shown(window)


def test_a_phase_changed_in_between_makes_no_conflict_with_oneself(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = view(opened("forside", process), MANDATE)
    view(window, OVERVIEW)
    field(window, "Begrundelse for at gå videre").set_value("Fordi")
    press(window, "Skift fase")
    view(window, MANDATE)
    field(window, "Titel").set_value("Efter skiftet")
    press(window, "Gem opgaven")

    assert process_of(app_db, process.id).title == "Efter skiftet"


def test_two_windows_that_change_the_mandate_both_see_it(
    app_db: Database, opened: Opened, process: Process
) -> None:
    first, second = (view(opened("forside", process), MANDATE) for _ in range(2))
    field(first, "Titel").set_value("Den første")
    press(first, "Gem opgaven")
    field(second, "Titel").set_value("Den anden")
    press(second, "Gem opgaven")

    assert process_of(app_db, process.id).title == "Den første"
    texts = [t.value for t in second.text]
    assert "Titel: Den første" in texts
    assert "Titel: Den anden" in texts
    press(second, "Gem det, I skrev")
    assert process_of(app_db, process.id).title == "Den anden"


def test_the_opening_questions_are_asked_and_answered(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = view(opened("forside", process), OPENING)
    assert shown(window).count("Ikke besvaret endnu") == 4

    choose(window, "Besvar spørgsmålet", "deltagelse")
    field(window, "Svar").set_value("Alle 17")
    press(window, "Gem svaret")

    (answer,) = entries(app_db, process.id, Answer)
    assert (answer.question, answer.text) == ("deltagelse", "Alle 17")
    assert "Alle 17" in shown(window)


def test_a_template_without_opening_questions_does_not_show_them(
    app_db: Database, who: Who, opened: Opened
) -> None:
    without = re.sub(r"(?ms)^opening_questions:.*?^phases:", "phases:", OTHER.read_text("utf-8"))
    process = a_process(app_db, who, template=without)

    assert OPENING not in field(opened("forside", process), "Vis på forsiden").options


# Reminders


@pytest.mark.parametrize(
    ("days", "told"), [(10, "skal slettes den"), (-1, "skulle være slettet den")]
)
def test_a_near_or_passed_day_of_deletion_is_told(
    app_db: Database, who: Who, opened: Opened, process: Process, days: int, told: str
) -> None:
    day = date.today() + timedelta(days=days)  # noqa: DTZ011
    change_entry(app_db, who, process, replace(process, deletes_on=day))

    assert told in " ".join(said(opened("forside", process)))


# The list, and the end


def test_another_process_is_opened_from_the_list(
    app_db: Database, who: Who, opened: Opened, process: Process
) -> None:
    other = a_process(app_db, who, title="Den anden strategi")
    window = view(opened("forside", process), LIST)

    choose(window, "Et andet forløb", other.name)
    press(window, "Åbn forløbet")

    assert "Den anden strategi · Prøveudvalget" in shown(window)


def test_a_process_is_archived_read_and_brought_back(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = view(opened("forside", process), END)
    press(window, "Arkivér forløbet")
    assert process_of(app_db, process.id).archived
    assert "Forløbet er arkiveret og kan kun læses" in " ".join(said(window))

    press(window, "Hent forløbet frem igen")
    assert not process_of(app_db, process.id).archived


def test_a_house_with_only_archived_processes_still_shows_them(
    opened: Opened, process: Process
) -> None:
    press(view(opened("forside", process), END), "Arkivér forløbet")

    window = opened("forside")

    assert "Alle forløb er arkiveret" in shown(window)
    choose(window, "Et andet forløb", process.name)
    press(window, "Åbn forløbet")
    assert "Prøvestrategi · Prøveudvalget" in shown(window)


def test_a_copy_has_its_own_name_and_is_opened(
    app_db: Database, opened: Opened, process: Process
) -> None:
    window = view(opened("forside", process), END)
    field(window, COPY).set_value("Kopi til øvelse")
    press(window, "Lav kopien")

    assert {p.title for p in list_processes(app_db)} == {"Prøvestrategi", "Kopi til øvelse"}
    assert "Kopi til øvelse · Prøveudvalget" in shown(window)


def test_deleting_says_first_what_is_lost_and_asks_for_the_title(
    app_db: Database, home: Path, opened: Opened, process: Process
) -> None:
    back_up(app_db, home / "backup" / "i-gaar.db")
    window = view(opened("forside", process), END)
    assert "6 møder" in shown(window)
    assert "i-gaar.db" in shown(window)

    field(window, TITLE).set_value("Noget andet")
    press(window, "Slet forløbet for altid")
    assert "Forløbet er ikke slettet" in " ".join(said(window))

    field(window, TITLE).set_value("Prøvestrategi")
    press(window, "Slet forløbet for altid")
    assert list_processes(app_db) == ()
    assert window.title[0].value == "Forside"
    assert "Forløbet er slettet." in said(window)[0]
    assert "i-gaar.db" in said(window)[0]


def test_what_is_typed_in_a_title_is_shown_as_it_is_written(
    app_db: Database, who: Who, opened: Opened
) -> None:
    process = a_process(app_db, who, title="<img src=x onerror=alert(1)> $x^2$ **fed**")

    for name in (OVERVIEW, LIST, END):
        html = shown(view(opened("forside", process), name))
        assert "<img" not in html
        assert "&lt;img src=x onerror=alert(1)&gt; $x^2$ **fed**" in html
