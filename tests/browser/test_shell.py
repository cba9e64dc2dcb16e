"""The page around the pages: language, font, icon, focus, and what is said when things fail."""

import re
import sqlite3
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from strategykit.ui.addresses import ADDRESSES, FORSIDE, Address
from tests.support.browsing import english_left, settle, visit
from tests.support.server import Server

THERE = [address for address in ADDRESSES.values() if address.script.exists()]
PUT_WORDS = """(words) => {
  const place = document.createElement("div");
  place.id = "proeve";
  place.innerHTML = `<p>${words}</p><div data-testid="stMarkdownContainer"><p>${words}</p></div>
    <button aria-label="${words}">x</button><input aria-label="${words}" placeholder="${words}">`;
  document.body.append(place);
}"""


def path_of(address: Address) -> str:
    return "/" if address == FORSIDE else f"/{address.key}"


def test_the_first_and_the_second_load_are_danish(tab: Page) -> None:
    for _ in range(2):
        visit(tab)

        expect(tab.locator("html")).to_have_attribute("lang", "da")
        assert tab.evaluate("navigator.language") == "da-DK"
        assert english_left(tab) == []


def test_the_font_and_the_icon_are_our_own(tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    visit(tab)
    icon = tab.request.get("/favicon.png")

    assert tab.evaluate("document.fonts.ready.then(() => document.fonts.check('1em Public Sans'))")
    assert "Public Sans" in tab.evaluate(
        "getComputedStyle(document.querySelector('h1')).fontFamily"
    )
    assert icon.headers["content-type"] == "image/svg+xml"
    assert [url for url in asked if not url.startswith(tab.url.split("/", 3)[0])] == []
    assert {re.sub(r"^\w+://([^/]+)/.*", r"\1", url) for url in asked if "://" in url} == {
        re.sub(r"^\w+://([^/]+)/.*", r"\1", tab.url)
    }


def test_built_in_words_turn_danish_and_written_ones_stay(tab: Page) -> None:
    visit(tab)

    tab.evaluate(PUT_WORDS, "No results")

    place = tab.locator("#proeve")
    expect(place.locator("> p")).to_have_text("Intet fundet")
    expect(place.locator("button")).to_have_attribute("aria-label", "Intet fundet")
    expect(place.locator("input")).to_have_attribute("placeholder", "Intet fundet")
    expect(place.locator("input")).to_have_attribute("aria-label", "No results")
    expect(place.locator("div p")).to_have_text("No results")


def test_words_with_a_number_turn_danish(tab: Page) -> None:
    visit(tab)

    tab.evaluate(PUT_WORDS, "You can only select up to 3 options. Remove an option first.")

    said = "Der kan højst vælges 3. Fjern en for at vælge en anden."
    expect(tab.locator("#proeve > p")).to_have_text(said)


def test_an_empty_date_is_asked_for_in_danish(tab: Page) -> None:
    visit(tab)
    tab.get_by_role("radio", name="Opgaven").click()

    year = tab.get_by_role("spinbutton", name="år, Besluttet den")

    expect(year).to_have_text("åååå")
    expect(year).to_have_attribute("aria-valuetext", "Tom")


def test_an_answer_is_seen_without_scrolling_for_it(tab: Page) -> None:
    tab.set_viewport_size({"width": 1366, "height": 500})
    visit(tab)
    tab.get_by_role("radio", name="Alle forløb").click()
    tab.get_by_text("Nyt forløb").click()

    tab.get_by_role("button", name="Opret forløbet").click()

    expect(tab.get_by_text("Feltet 'Titel' er tomt.")).to_be_in_viewport()


FOLDING_OUT = """() => document.querySelector('[data-testid="stMain"]')
  .animate({ height: ["0px", "9px"] }, { duration: 500 }).effect.getTiming().duration"""


@pytest.mark.parametrize(("wish", "duration"), [("reduce", 0), ("no-preference", 500)])
def test_nothing_moves_for_who_wants_no_motion(
    new_visitor: Callable[..., Page], wish: str, duration: int
) -> None:
    """Streamlit folds out in this way, and a style sheet cannot stop it."""
    tab = new_visitor(reduced_motion=wish)
    visit(tab)

    assert tab.evaluate(FOLDING_OUT) == duration


def test_a_double_tap_is_one_tap(tab: Page) -> None:
    visit(tab, "/deltagere")
    tab.get_by_role("textbox", name="Navn").fill("Ib Opdigtet")

    tab.get_by_role("button", name="Tilføj deltageren").dblclick()

    expect(tab.get_by_test_id("stAlertContentSuccess")).to_have_text("Gemt.")
    expect(tab.get_by_role("cell", name="Ib Opdigtet")).to_have_count(1)


def test_what_was_chosen_stays_chosen_under_its_new_name(tab: Page) -> None:
    visit(tab, "/plan")
    tab.get_by_role("radio", name="Drejebog").click()
    settle(tab)
    box = tab.get_by_role("combobox", name="Ret, flyt eller slet et punkt")
    box.click()
    tab.keyboard.type("3.")
    option = tab.get_by_role("option", name="3. ")
    name = option.inner_text().removeprefix("3. ")
    option.click()

    for number in (2, 1):
        tab.get_by_role("button", name="Flyt op").click()

        expect(box).to_have_value(f"{number}. {name}")


def test_what_went_well_is_spoken_outside_the_reruns(tab: Page) -> None:
    visit(tab)

    tab.evaluate("""() => {
      const alert = document.createElement("div");
      alert.dataset.testid = "stAlertContentSuccess";
      alert.textContent = "Noten er gemt.";
      document.querySelector("#root").append(alert);
    }""")

    expect(tab.locator('body > [role="status"]')).to_have_text("Noten er gemt.", timeout=15_000)


@pytest.mark.parametrize("address", THERE, ids=lambda address: address.key)
def test_no_page_has_english_words_left(tab: Page, address: Address) -> None:
    visit(tab, path_of(address))

    assert english_left(tab) == []


def test_a_deep_link_opens_its_page_on_a_freshly_started_server(
    start_server: Callable[..., Server], new_visitor: Callable[..., Page]
) -> None:
    server = start_server()
    tab = new_visitor(server)

    visit(tab, "/plan")

    expect(tab.locator("h1")).to_have_text(ADDRESSES["plan"].title)
    expect(tab.get_by_text("Siden findes ikke")).to_have_count(0)


def test_the_heading_of_a_new_page_has_the_focus(tab: Page) -> None:
    visit(tab)

    tab.get_by_test_id("stSidebar").get_by_role("link", name=ADDRESSES["plan"].title).click()
    settle(tab)

    expect(tab.locator("h1", has_text=ADDRESSES["plan"].title)).to_be_focused()


def test_the_menu_changes_the_page_and_the_browser_goes_back_without_loading_anew(
    tab: Page,
) -> None:
    visit(tab)
    first = tab.locator("h1").inner_text()
    tab.evaluate("() => { window.loaded = 'once'; }")
    plan = tab.get_by_test_id("stSidebar").get_by_role("link", name=ADDRESSES["plan"].title)

    plan.click()
    expect(tab.locator("h1")).to_have_text(ADDRESSES["plan"].title)
    expect(plan).to_have_attribute("aria-current", "page")
    tab.go_back()
    expect(tab.locator("h1")).to_have_text(first)
    tab.go_forward()
    expect(tab.locator("h1")).to_have_text(ADDRESSES["plan"].title)

    assert tab.evaluate("window.loaded") == "once"


def test_a_page_of_the_menu_opens_in_another_tab_as_any_link_does(tab: Page) -> None:
    visit(tab)
    plan = tab.get_by_test_id("stSidebar").get_by_role("link", name=ADDRESSES["plan"].title)

    with tab.context.expect_page() as opened:
        plan.click(modifiers=["ControlOrMeta"])

    expect(opened.value.locator("h1")).to_have_text(ADDRESSES["plan"].title)
    expect(tab.locator("h1")).not_to_have_text(ADDRESSES["plan"].title)


def test_a_lost_server_is_told_in_danish(
    start_server: Callable[..., Server], new_visitor: Callable[..., Page]
) -> None:
    server = start_server()
    tab = new_visitor(server)
    visit(tab)

    server.stop()

    expect(tab.get_by_text("Strategiværksted svarer ikke.")).to_be_visible(timeout=30_000)
    assert english_left(tab) == []


def test_a_fault_gives_a_number_and_the_log_holds_nothing_typed(
    start_server: Callable[..., Server], new_visitor: Callable[..., Page]
) -> None:
    server = start_server()
    with sqlite3.connect(server.home / "strategi.db") as database:
        database.execute("ALTER TABLE processes RENAME TO hemmelighed")
    database.close()
    tab = new_visitor(server)

    tab.goto("/")
    told = tab.get_by_role("alert").filter(has_text="Der skete en fejl i programmet")
    expect(told).to_be_visible(timeout=30_000)
    number = re.search(r"Fejlnummeret er (\w{6})", told.inner_text())

    log = (server.home / "log" / "strategivaerksted.log").read_text("utf-8")
    assert number
    assert f"fejl {number[1]}" in log
    assert "OperationalError" in log
    assert "no such table" not in log + server.output.read_text()


def test_the_data_folder_is_its_owners_alone(server: Server) -> None:
    kept = [path for path in server.home.rglob("*") if path != server.output]

    assert {oct(path.stat().st_mode & 0o777) for path in kept if path.is_dir()} == {"0o700"}
    assert {oct(path.stat().st_mode & 0o777) for path in kept if path.is_file()} == {"0o600"}
