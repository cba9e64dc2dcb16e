"""A scribe types in sheets of paper, from the laptop and from a paired phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.access import open_door
from strategykit.domain.access import Door
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.accessibility import faults
from tests.support.browsing import signed_in_context
from tests.support.halls import BOARD, Hall, a_hall
from tests.support.server import Server


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Hall]]:
    home = tmp_path_factory.mktemp("papir")
    db = Database(f"sqlite:///{home / 'strategi.db'}")
    migrate(db)
    hall = a_hall(db, 6)
    hall.areas("Ansvar", "Boliger", "Cykler")
    server = Server.start(home)
    yield server, hall
    server.stop()
    db.close()


@pytest.fixture
def hall(served: tuple[Server, Hall]) -> Hall:
    return served[1]


@pytest.fixture
def scribe(chromium: Browser, served: tuple[Server, Hall]) -> Iterator[Page]:
    """The facilitator's laptop, without a script."""
    context = signed_in_context(chromium, served[0], java_script_enabled=False, locale="en-US")
    yield context.new_page()
    context.close()


def sheet(tab: Page, hall: Hall) -> None:
    tab.goto(f"/styring/papir?moede={hall.meeting.id}")


def save(tab: Page) -> None:
    tab.get_by_role("button", name="Gem arket").click()


def test_notes_are_typed_in_line_by_line_and_taken_back(scribe: Page, hall: Hall) -> None:
    step = hall.step("skriv-uden-navn", title="Skriv", **BOARD)
    sheet(scribe, hall)
    expect(scribe.get_by_text("Trinnet er uden navne")).to_be_visible()

    scribe.get_by_label("Styrker").fill("- Gode skoler\n\n- Mange frivillige")
    save(scribe)

    expect(scribe.get_by_role("status")).to_have_text("Skrevet ind: 2 sedler.")
    assert {n.text for n in hall.view.content(step).notes} == {"Gode skoler", "Mange frivillige"}
    scribe.get_by_role("button", name="Fortryd Skrevet ind: 2 sedler.").click()
    expect(scribe.get_by_role("status")).to_have_text("Fortrudt: Skrevet ind: 2 sedler.")
    assert hall.view.content(step).notes == ()


def test_a_members_sheet_counts_once_and_may_take_the_place_of_the_phone(
    scribe: Page, hall: Hall
) -> None:
    step = hall.on_areas("prikker-med-navn", title="Giv prikker", budget=3, cap=2)
    sheet(scribe, hall)
    scribe.get_by_label("Hvem er arket fra?").select_option(label="Medlem 3")
    scribe.get_by_label("Prikker til 1: Ansvar").fill("2")
    scribe.get_by_label("Prikker til 2: Boliger").fill("2")
    save(scribe)

    expect(scribe.get_by_role("alert")).to_contain_text("skal være fra 1 til 3")
    expect(scribe.get_by_label("Prikker til 1: Ansvar")).to_have_value("2")
    scribe.get_by_label("Prikker til 2: Boliger").fill("1")
    save(scribe)
    expect(scribe.get_by_role("status")).to_have_text("Medlem 3: Arket er skrevet ind.")
    assert len(hall.dots(step)) == 3

    scribe.get_by_label("Hvem er arket fra?").select_option(label="Medlem 3 (har svaret)")
    scribe.get_by_label("Prikker til 3: Cykler").fill("1")
    save(scribe)
    expect(scribe.get_by_role("alert")).to_contain_text("Medlem 3 har allerede svaret")
    scribe.get_by_label("Arket gælder i stedet").check()
    save(scribe)
    expect(scribe.get_by_role("status")).to_be_visible()
    assert len(hall.dots(step)) == 1


def test_every_kind_of_sheet_can_be_typed_in_and_is_clean(
    chromium: Browser, served: tuple[Server, Hall]
) -> None:
    server, hall = served
    context = signed_in_context(chromium, server, locale="en-US")
    tab = context.new_page()
    found: dict[str, list[str]] = {}
    kinds = {
        "prikker-uden-navn": {"Prikker til 1: Ansvar": "1"},
        "vaerdi-og-indsats": {"Værdi til 2: Boliger": "7", "Indsats til 2: Boliger": "3"},
        "rangordn": {"Plads til 1": "2", "Plads til 2": "1", "Plads til 3": "3"},
    }
    for preset, fields in kinds.items():
        step = hall.on_areas(preset, title=preset)
        sheet(tab, hall)
        found[preset] = faults(tab)
        tab.get_by_label("Hvem er arket fra?").select_option(label="Medlem 2")
        for label, value in fields.items():
            tab.get_by_label(label).fill(value)
        save(tab)
        expect(tab.get_by_role("status")).to_have_text("Medlem 2: Arket er skrevet ind.")
        hall.close(step)
        assert hall.result(step).voters == 1
    hall.step("samtykke", title="Samtykke", ask="Går I videre?")
    sheet(tab, hall)
    found["samtykke"] = faults(tab)
    tab.get_by_label("Hvem er arket fra?").select_option(label="Medlem 2")
    tab.get_by_label("Nej", exact=True).check()
    save(tab)
    expect(tab.get_by_role("alert")).to_contain_text("hvorfor du siger nej")
    found["samtykke, afvist"] = faults(tab)
    context.close()

    assert {state: told for state, told in found.items() if told} == {}


def test_a_paired_phone_types_in_its_own_meeting_alone(served: tuple[Server, Hall]) -> None:
    server, hall = served
    token = open_door(
        hall.db, Door.STEERING, account_id="x", process_id=hall.process.id,
        meeting_id=hall.meeting.id, hours=1,
    )  # fmt: skip
    cookie = {"Cookie": f"{Door.STEERING.cookie}={token}", "Accept": "text/html"}

    own, _ = server.ask("GET", "/styring/papir", cookie)
    other, _ = server.ask("GET", "/styring/papir?moede=et-andet", cookie)
    stranger, _ = server.ask("GET", "/styring/papir", {"Cookie": "", "Accept": "text/html"})

    assert own.status == 200
    assert other.status == 404
    assert stranger.status in {303, 403}
