"""Every page in every state: axe-core, one heading, no sideways scrolling, charts with words."""

import pytest
from playwright.sync_api import expect

from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from tests.support.accessibility import faults
from tests.support.browsing import LAPTOP
from tests.support.makers import a_process
from tests.support.server import Server
from tests.support.states import STATES
from tests.support.walking import Walker

PHONE = {"width": 320, "height": 640}
FEW_WORDS = 5
EMPTY = "tomt-proeveforloeb"
SIZES = {"laptop": LAPTOP, "phone": PHONE}


@pytest.fixture(scope="module", autouse=True)
def empty_process(own_server: Server) -> None:
    """Beside the example one in which nothing is written yet."""
    database = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    a_process(database, Who(Access.FACILITATOR), name=EMPTY)
    database.close()


@pytest.mark.parametrize("page", STATES, ids=lambda page: page or "forside")
@pytest.mark.parametrize("size", SIZES)
def test_every_state_of_the_example(walker: Walker, page: str, size: str) -> None:
    walker.tab.set_viewport_size(SIZES[size])
    walker.open(f"/{page}?forloeb=broendby")

    for state in STATES[page]:
        for part in state:
            walker.part(part)
        walker.unfold_all()
        assert troubles(walker) == [], state


@pytest.mark.parametrize("page", STATES, ids=lambda page: page or "forside")
def test_the_page_of_an_empty_process(walker: Walker, page: str) -> None:
    walker.tab.set_viewport_size(LAPTOP)
    walker.open(f"/{page}?forloeb={EMPTY}")

    assert troubles(walker) == []


def test_the_measure_finds_what_is_wrong(walker: Walker) -> None:
    walker.open("/deltagere?forloeb=broendby")
    walker.tab.evaluate("""() => document.querySelector("[data-testid=stMainBlockContainer]")
        .insertAdjacentHTML("afterbegin", `<h1>To</h1><img src="x"><p style="color: #999">svag</p>
        <p style="background: linear-gradient(#fff, #eee); color: #bbb">på et billede</p>
        <div style="width: 3000px">bred</div>`)""")

    found = " ".join(troubles(walker))

    for rule in (
        "image-alt",
        "color-contrast (serious)",
        "a picture lies under",
        "sideways",
        "2 h1",
    ):
        assert rule in found


def test_a_refused_form_names_its_field_and_leads_there(walker: Walker) -> None:
    walker.tab.set_viewport_size(LAPTOP)
    walker.open("/viden?forloeb=broendby")
    walker.unfold("Tilføj videnskort")
    walker.write("Påstand", "Opdigtet påstand")
    walker.press("Tilføj videnskort")

    walker.told("Feltet 'Kilde' er tomt.")
    expect(walker.field("Kilde")).to_be_focused()
    expect(walker.field("Kilde")).to_have_attribute("aria-invalid", "true")
    assert troubles(walker) == []


def test_what_opens_above_the_page(walker: Walker) -> None:
    walker.open("/nulpunkt?forloeb=broendby")
    walker.tab.get_by_role("button", name="Vælg, hvilke tal I viser").click()
    expect(walker.tab.get_by_test_id("stPopoverBody")).to_be_visible()
    assert troubles(walker) == []
    walker.open("/plan?forloeb=broendby")
    walker.choose("Ret eller slet et møde", "Workshop 1")
    walker.tab.get_by_role("button", name="Vælg dato").click()
    expect(walker.tab.get_by_role("dialog")).to_be_visible()
    assert troubles(walker) == []
    walker.tab.keyboard.press("Escape")
    walker.main.get_by_role("combobox", name="Fase", exact=True).click()
    expect(walker.tab.get_by_role("listbox")).to_be_visible()
    assert troubles(walker) == []


def test_a_page_that_is_not_there(walker: Walker) -> None:
    walker.open("/hovsa")

    expect(walker.tab.get_by_role("dialog")).to_contain_text("Siden findes ikke")
    assert troubles(walker) == []


def troubles(walker: Walker) -> list[str]:
    """All that keeps somebody out of the page as it stands."""
    tab = walker.tab
    wide = tab.evaluate("""() => [...document.querySelectorAll("html, [data-testid=stMain]")]
        .filter((each) => each.scrollWidth > each.clientWidth + 1)
        .map((each) => `sideways: ${each.scrollWidth} in ${each.clientWidth}`)""")
    headings = tab.locator("h1").count()
    language = tab.locator("html").get_attribute("lang")
    return [
        *faults(tab),
        *wide,
        *([] if headings == 1 else [f"{headings} h1"]),
        *([] if language == "da" else [f"lang={language}"]),
        *_charts(walker),
    ]


def _charts(walker: Walker) -> list[str]:
    """Each chart says in words what it shows, and a table says the same in figures."""
    charts = walker.main.get_by_test_id("stVegaLiteChart")
    words = [chart.get_attribute("aria-label") or "" for chart in charts.all()]
    tables = walker.main.locator("table caption").count()
    silent = [f"a chart without words: {said}" for said in words if len(said.split()) < FEW_WORDS]
    return silent + (["a chart without a table"] if words and not tables else [])
