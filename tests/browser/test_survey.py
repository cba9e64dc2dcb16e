"""A survey in a browser: asked from the laptop, answered on phones without a script or a mouse."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.registers import entries
from strategykit.actions.survey import close_round
from strategykit.domain.process import Process
from strategykit.domain.survey import SurveyAnswer
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.browser.test_accessibility import SIZES, troubles
from tests.browser.test_hostile import HARMED, Watched, watch
from tests.support.accessibility import faults
from tests.support.browsing import english_left
from tests.support.hostile import HARM
from tests.support.makers import a_process
from tests.support.server import Server
from tests.support.surveys import ACROSS, LEADER, SURVEYS, a_survey
from tests.support.walking import Walker

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
TEXT, PLAN = SURVEYS[ACROSS]
STEPS = [item.title for item in PLAN.items if item.form.value != "fritekst"]
WORDS = [item.title for item in PLAN.items if item.form.value == "fritekst"]


@pytest.fixture(scope="module")
def db(own_server: Server) -> Iterator[Database]:
    database = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def process(db: Database) -> Process:
    return a_process(db, LEADER, template=TEXT, name="skema")


@pytest.fixture
def stranger(chromium: Browser, own_server: Server) -> Iterator[Callable[..., Page]]:
    contexts = []

    def come(**options: object) -> Page:
        made = chromium.new_context(base_url=own_server.address, locale="en-US", **options)
        contexts.append(made)
        return made.new_page()

    yield come
    for context in contexts:
        context.close()


def no_faults(tab: Page) -> None:
    assert [*faults(tab), *english_left(tab)] == []
    assert not tab.evaluate(WIDER)


def test_a_survey_is_asked_answered_and_read(
    walker: Walker, stranger: Callable[..., Page], process: Process
) -> None:
    walker.open(f"/redskaber?forloeb={process.name}&redskab={PLAN.key}")
    walker.write("Hvem bliver spurgt", "Alle ledere")
    walker.press("Åbn en runde")
    walker.told("Runde 1 er åben. Send nu linket ud.")
    link = walker.main.get_by_text("/spoergeskema?n=").inner_text()
    code = walker.main.locator(".sv-code").inner_text()
    assert troubles(walker) == []

    by_link = stranger(viewport=PHONE, java_script_enabled=False)
    by_link.goto(link[link.index("/spoergeskema") :])
    fill_in(by_link, "Mere tid sammen")
    for number in range(4):
        by_code = stranger(viewport=PHONE, java_script_enabled=False)
        by_code.goto("/spoergeskema")
        by_code.get_by_label("Kode til spørgeskemaet").fill(code.lower())
        by_code.get_by_role("button", name="Videre").click()
        fill_in(by_code, f"Svar nummer {number}")

    walker.press("Opdatér antallet")
    expect(walker.main.locator(".sv-tile-count")).to_have_text("5")
    walker.tab.get_by_role("button", name="Luk runden", exact=True).click()
    walker.tab.get_by_role("button", name="Ja, luk runden nu").click()
    walker.told("Runde 1 er lukket. 5 personer har svaret.")
    walker.sees("5 af 5")
    walker.part("Egne ord")
    walker.sees("Mere tid sammen", "Svar nummer 3")


def fill_in(tab: Page, text: str) -> None:
    """The first question with steps and the first with words."""
    tab.get_by_label("Hvor hører du til?").select_option("Ledelse")
    tab.get_by_role("group", name=STEPS[0]).get_by_label("Enig", exact=True).check()
    tab.get_by_label(WORDS[0]).fill(text)
    tab.get_by_role("button", name="Send svaret").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Tak for svaret")


@pytest.mark.parametrize("size", SIZES)
def test_the_facilitators_page_can_be_read_by_all_when_a_round_has_ended(
    walker: Walker, own_server: Server, db: Database, size: str
) -> None:
    asked = a_survey(db, name=f"lukket-{size}")
    for number in range(7):
        asked.answer(db, group="Ledelse" if number else "", text=f"{number} {HARM[:-9]}")
    close_round(db, LEADER, asked.round)
    watched = watch(walker.tab, own_server.address)
    walker.tab.set_viewport_size(SIZES[size])
    walker.open(f"/redskaber?forloeb=lukket-{size}&redskab={PLAN.key}")
    for part in ("Svar i tal", "Egne ord"):
        walker.part(part)
        walker.unfold_all()
        assert troubles(walker) == [], part
    assert walker.tab.evaluate(HARMED) == []
    assert watched == Watched()


def test_every_state_of_the_page_can_be_read_on_a_phone(
    stranger: Callable[..., Page], db: Database
) -> None:
    asked = a_survey(db)
    tab = stranger(viewport=PHONE)
    for path in ("", "?kode=FORKERT1", "?n=forkert", f"?n={asked.token}", "/tak", "/tak?igen=ja"):
        for size in (PHONE, NARROW):
            tab.set_viewport_size(size)
            tab.goto(f"/spoergeskema{path}")
            no_faults(tab)
    tab.goto(f"/spoergeskema?n={asked.token}")
    group, question = (
        tab.locator("#gruppe").bounding_box(),
        tab.locator("legend").first.bounding_box(),
    )
    assert group
    assert question
    assert question["y"] - group["y"] - group["height"] >= 16, "the first question stands alone"
    tab.get_by_label(WORDS[0]).fill("Ring 010101-1234")
    tab.get_by_label(WORDS[1]).fill("Ring 020202-1234")
    tab.get_by_role("button", name="Send svaret").click()
    expect(tab.get_by_role("alert")).to_contain_text("Flere af svarene kan ikke sendes")
    expect(tab.get_by_label(WORDS[0])).to_have_value("Ring 010101-1234")
    expect(tab.get_by_label(WORDS[0])).to_have_accessible_description(re.compile("CPR-nummer"))
    no_faults(tab)
    close_round(db, LEADER, asked.round)
    tab.get_by_role("button", name="Send svaret").click()
    expect(tab.get_by_label("Det, I havde skrevet, 2 af 2")).to_have_value("Ring 020202-1234")
    no_faults(tab)


def test_it_is_answered_with_the_keyboard_alone(
    stranger: Callable[..., Page], db: Database
) -> None:
    asked = a_survey(db)
    tab = stranger(viewport=PHONE)
    tab.goto(f"/spoergeskema?n={asked.token}")
    tab.keyboard.press("Tab")
    tab.keyboard.type("Led")
    tab.keyboard.press("Tab")
    for _ in range(3):
        tab.keyboard.press("ArrowDown")
    while tab.evaluate("document.activeElement.tagName") != "TEXTAREA":
        tab.keyboard.press("Tab")
    tab.keyboard.type("Skrevet uden mus")
    while tab.evaluate("document.activeElement.tagName") != "BUTTON":
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Tak for svaret")

    (kept,) = entries(db, asked.process.id, SurveyAnswer)
    assert (kept.group, dict(kept.values)) == (
        "Ledelse",
        {asked.question: "enig", asked.own_words: "Skrevet uden mus"},
    )
