"""Without a mouse, and in the reader's own colours."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.template_drafts import begin_draft, list_drafts
from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from tests.support.accessibility import lost_words
from tests.support.browsing import signed_in_context
from tests.support.makers import PLAIN
from tests.support.server import Server
from tests.support.walking import STILL, TWO_FRAMES, Walker

MOST_STOPS = 60
#: How the element that has the focus looks, with what lies close around it.
LOOK = """(element) => {
  const looks = [];
  for (let each = element, level = 0; each && level < 5; each = each.parentElement, level += 1) {
    const { outline, boxShadow, borderColor, backgroundColor, textDecoration } =
      getComputedStyle(each);
    looks.push([outline, boxShadow, borderColor, backgroundColor, textDecoration].join());
  }
  return looks.join("; ");
}"""
NAME = """() => {
  const here = document.activeElement;
  return (here.getAttribute("aria-label") || here.innerText || here.textContent || "").trim();
}"""
#: The words of the page, each marked so that it can be found again.


def tab_to(tab: Page, name: str) -> list[str]:
    """Tabs on until the thing with that name has the focus; gives the stops without a mark."""
    unmarked = []
    for _ in range(MOST_STOPS):
        tab.keyboard.press("Tab")
        tab.wait_for_function(STILL)
        here = tab.evaluate_handle("document.activeElement")
        called, seen = tab.evaluate(NAME), tab.evaluate(LOOK, here)
        if tab.evaluate("(here) => { here.blur(); return true }", here):
            tab.wait_for_function(STILL)
            if tab.evaluate(LOOK, here) == seen:
                unmarked.append(called or "?")
            here.as_element().focus()  # type: ignore[union-attr]
        if called == name:
            return unmarked
    raise AssertionError(f"{name} cannot be reached")


def test_the_measure_sees_when_the_mark_is_missing(chromium: Browser) -> None:
    tab = chromium.new_page()
    tab.set_content('<button>En</button><button style="outline: none">To</button>')

    assert tab_to(tab, "To") == ["To"]
    tab.close()


def test_the_mandate_is_changed_with_the_keyboard_alone(walker: Walker) -> None:
    tab = walker.tab
    walker.open("/?forloeb=broendby")
    unmarked = tab_to(tab, "Overblik")
    walker.act(lambda: choose_next(tab))
    unmarked += tab_to(tab, "Sagsnummer")
    tab.keyboard.type("26/4321")
    unmarked += tab_to(tab, "Gem opgaven")
    walker.act(lambda: tab.keyboard.press("Enter"))

    walker.told("Gemt.")
    expect(walker.field("Sagsnummer")).to_have_value("26/4321")
    assert unmarked == []


def test_a_note_is_written_with_the_keyboard_alone(walker: Walker) -> None:
    tab = walker.tab
    walker.open("/swot?forloeb=broendby")
    unmarked = tab_to(tab, "Se tavlen")
    walker.act(lambda: choose_next(tab))
    unmarked += tab_to(tab, "Sedler, én på hver linje")
    tab.keyboard.type("Skrevet uden mus")
    unmarked += tab_to(tab, "Sæt sedlerne op")
    walker.act(lambda: tab.keyboard.press("Enter"))

    expect(walker.main.locator(".sv-board")).to_contain_text("Skrevet uden mus")
    assert unmarked == []


def test_a_template_is_changed_with_the_keyboard_alone(walker: Walker, own_server: Server) -> None:
    database = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    who = Who(Access.FACILITATOR)
    begin_draft(database, who, "uden-mus", "Uden mus", PLAIN.read_text("utf-8"))
    tab = walker.tab
    walker.open("/skabeloner?forloeb=broendby")
    unmarked = tab_to(tab, "Bibliotek")
    walker.act(lambda: choose_next(tab))
    unmarked += tab_to(tab, "Forfatter")
    tab.keyboard.press("Control+a")
    tab.keyboard.type("Skrevet uden mus")
    unmarked += tab_to(tab, "Gem felterne")
    walker.act(lambda: tab.keyboard.press("Enter"))

    walker.told("er uden fejl")
    expect(walker.field("Forfatter")).to_have_value("Skrevet uden mus")
    assert "author: Skrevet uden mus" in list_drafts(database)[0].text
    assert unmarked == []
    database.close()


def choose_next(tab: Page) -> None:
    """The choice to the right of the one that has the focus."""
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Space")


def test_an_open_list_closes_before_the_focus_leaves_its_field(walker: Walker) -> None:
    walker.open("/?forloeb=broendby")
    box = walker.main.get_by_role("combobox", name="Fase", exact=True)
    box.scroll_into_view_if_needed()
    walker.tab.evaluate(TWO_FRAMES)
    box.focus()
    walker.tab.keyboard.press("ArrowDown")
    expect(walker.tab.get_by_role("listbox")).to_be_visible()

    walker.tab.keyboard.press("Tab")

    expect(walker.tab.get_by_role("listbox")).to_have_count(0)
    assert walker.tab.evaluate("() => document.activeElement.closest('[aria-hidden=true]')") is None


def test_the_way_past_the_menu_leads_to_the_page(walker: Walker) -> None:
    walker.open("/swot?forloeb=broendby")
    walker.tab.keyboard.press("Tab")
    assert walker.tab.evaluate(NAME) == "Gå til indholdet"

    walker.tab.keyboard.press("Enter")
    walker.tab.keyboard.press("Tab")

    assert walker.tab.evaluate("() => !!document.activeElement.closest('[data-testid=stMain]')")


@pytest.fixture(params=["dark", "light"])
def forced(request: pytest.FixtureRequest, chromium: Browser, own_server: Server) -> Iterator[Page]:
    """A tab whose colours the reader has chosen."""
    context = signed_in_context(
        chromium, own_server, locale="da-DK", forced_colors="active", color_scheme=request.param
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["/", "/swot", "/nulpunkt", "/maal", "/udkast"])
def test_no_words_are_lost_in_the_readers_own_colours(forced: Page, path: str) -> None:
    walker = Walker(forced)
    walker.open(f"{path}?forloeb=broendby")

    assert lost_words(forced, "[data-testid=stMain]") == []


def test_the_chosen_part_is_marked_in_the_readers_own_colours(forced: Page) -> None:
    walker = Walker(forced)
    walker.open("/nulpunkt?forloeb=broendby")
    marked = [
        radio.get_attribute("aria-checked") == "true"
        for radio in walker.main.get_by_role("radio").all()
        if radio.evaluate("(each) => getComputedStyle(each).outlineStyle === 'solid'")
    ]

    assert marked == [True]
