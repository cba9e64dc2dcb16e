"""Two members review: one on a phone without JavaScript, one with the keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.own_marks import own_marks
from strategykit.actions.reviewing import give_review_link
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.accessibility import faults
from tests.support.browsing import LAPTOP
from tests.support.reviews import LEADER, Review, a_review
from tests.support.server import Server

PHONE = {"width": 390, "height": 844}
WORDING, WHY = "Ordlyden, som du vil have den", "Din bemærkning eller begrundelse"
WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    db = Database(f"sqlite:///{tmp_path_factory.mktemp('hjem') / 'strategi.db'}")
    migrate(db)
    yield a_review(db, others_seen=True)
    db.close()


@pytest.fixture(scope="module")
def reader(chromium: Browser, review: Review) -> Iterator[Callable[..., Page]]:
    """A browser of one of the two, let in by the link."""
    assert review.db.file is not None
    server = Server.start(review.db.file.parent)
    contexts = []

    def come(number: int, **options: object) -> Page:
        contexts.append(chromium.new_context(base_url=server.address, locale="en-US", **options))
        tab = contexts[-1].new_page()
        token = give_review_link(review.db, LEADER, review.sent, review.people[number])
        tab.goto(f"/gennemsyn?n={token}")
        return tab

    yield come
    for context in contexts:
        context.close()
    server.stop()


def test_a_phone_without_javascript_reads_writes_and_hands_in(
    reader: Callable[..., Page], review: Review, tmp_path: Path
) -> None:
    tab = reader(0, viewport=PHONE, java_script_enabled=False, accept_downloads=True)
    tab.get_by_role("button", name="Ja, læs udkastet").click()
    assert tab.url.endswith("/gennemsyn")  # the token is in no address any more
    tab.get_by_role("link", name="Indsatsområder", exact=True).click()
    tab.get_by_text("Skriv til stykke 1", exact=True).click()
    form = tab.locator("details[open]")
    text = form.get_by_label(WORDING).input_value()
    form.get_by_label(WORDING).fill(text.replace("Indsatsområderne", "Områderne"))
    form.get_by_label(WHY).fill("Kortere.")
    form.get_by_role("button", name="Send").click()
    expect(tab.get_by_role("status")).to_contain_text("Sendt. Dit forslag")
    tab.get_by_role("button", name="Jeg har ikke noget at tilføje til dette kapitel").click()
    expect(tab.get_by_text("Det er noteret")).to_be_visible()
    tab.get_by_role("link", name="Til indholdet").click()
    with tab.expect_download() as fetched:
        tab.get_by_role("link", name="Hent udkastet som Word-fil").click()
    assert fetched.value.suggested_filename == "udkast-version-1.docx"
    back = tmp_path / "retur.docx"
    back.write_bytes(review.file("nu", "her"))
    tab.get_by_label("Din rettede Word-fil").set_input_files(back)
    tab.get_by_role("button", name="Aflever filen").click()
    expect(tab.get_by_text("Læst: 0 kommentarer og 2 ændringer.")).to_be_visible()

    assert len(own_marks(review.db, review.anne, review.sent)) == 3


def test_the_keyboard_alone_is_enough_and_a_refusal_leads_to_the_field(
    reader: Callable[..., Page], review: Review
) -> None:
    tab = reader(1, viewport=LAPTOP)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Ungestrategi")
    tab.goto("/gennemsyn/vision")
    _tab_to(tab, "Skriv til stykke 2")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.type("Hun er 010190-1234")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("alert")).to_contain_text("0101••-••••")
    _tab_to(tab, "Gå til det, du skrev")
    tab.keyboard.press("Enter")
    field = tab.locator("details[open]").get_by_label(WHY)
    expect(field).to_have_value("Hun er 010190-1234")
    expect(field).to_have_attribute("aria-invalid", "true")

    assert own_marks(review.db, review.bo, review.sent) == ()


def _tab_to(tab: Page, words: str) -> None:
    for _ in range(80):
        tab.keyboard.press("Tab")
        if words in tab.evaluate("document.activeElement.textContent"):
            return
    raise AssertionError(f"{words}: not reached")


@pytest.mark.parametrize("width", [320, 390, 1366])
def test_every_page_can_be_read_and_reached_by_all(
    reader: Callable[..., Page], review: Review, width: int
) -> None:
    tab = reader(0, viewport={"width": width, "height": 844})
    wrong = list(faults(tab))
    tab.get_by_role("button", name="Ja, læs udkastet").click()
    for path in ("", "/indsatsomraader", "/swot", "/bilag-aktoerer"):
        tab.goto(f"/gennemsyn{path}")
        for summary in tab.locator("summary").all()[:3]:
            summary.click()
        assert not tab.evaluate(WIDER), path
        wrong += [f"{path}: {fault}" for fault in faults(tab)]
    assert review.sent.is_open
    assert wrong == []
