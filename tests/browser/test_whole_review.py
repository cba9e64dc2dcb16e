"""The whole review: two members mark, workshop 4 decides, the next version and the papers come."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.draft_versions import version_of, versions_of
from strategykit.actions.reviewing import give_review_link
from strategykit.actions.sending_out import sent_file
from strategykit.actions.taking_in import marks_of
from strategykit.domain.outline import Paragraph
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.browsing import LAPTOP, signed_in_context
from tests.support.returning import edited
from tests.support.review_evenings import the_evening_of
from tests.support.reviews import LEADER, Review, a_review
from tests.support.server import Server
from tests.support.walking import Walker

PHONE = {"width": 390, "height": 844}
BY_ANNE, BY_BO = "sammen med de unge", "hvert eneste år"
ASKED, ANSWERED = "Hvem betaler for det?", "Økonomien står i sit eget kapitel."
SLOW = 120_000


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    db = Database(f"sqlite:///{tmp_path_factory.mktemp('hjem') / 'strategi.db'}")
    migrate(db)
    yield a_review(db)
    db.close()


@pytest.fixture(scope="module")
def server(review: Review) -> Iterator[Server]:
    assert review.db.file is not None
    server = Server.start(review.db.file.parent)
    yield server
    server.stop()


@pytest.fixture
def reader(chromium: Browser, server: Server, review: Review) -> Iterator[Callable[[int], Page]]:
    """A member's own phone, let in by the personal link."""
    contexts = []

    def come(number: int) -> Page:
        contexts.append(chromium.new_context(base_url=server.address, viewport=PHONE))
        tab = contexts[-1].new_page()
        token = give_review_link(review.db, LEADER, review.sent, review.people[number])
        tab.goto(f"/gennemsyn?n={token}")
        tab.get_by_role("button", name="Ja, læs udkastet").click()
        return tab

    yield come
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def leader(chromium: Browser, server: Server) -> Iterator[Walker]:
    context = signed_in_context(chromium, server, accept_downloads=True, viewport=LAPTOP)
    yield Walker(context.new_page())
    context.close()


def some_words(review: Review, number: int) -> str:
    """How the paragraph with that number begins."""
    return review.paragraphs[number][1].text[:40].rsplit(" ", 1)[0]


def test_one_member_writes_in_the_browser(reader: Callable[[int], Page], review: Review) -> None:
    tab = reader(0)
    tab.get_by_role("link", name="Indsatsområder", exact=True).click()
    tab.get_by_text("Skriv til stykke 1", exact=True).click()
    wording = tab.locator("details[open]").get_by_label("Ordlyden, som du vil have den")
    wording.fill(f"{wording.input_value().rstrip('.')}, og det sker {BY_ANNE}.")
    tab.locator("details[open]").get_by_role("button", name="Send").click()

    expect(tab.get_by_role("status")).to_contain_text("Sendt. Dit forslag")
    assert [mark.author for mark in marks_of(review.db, review.sent)] == ["Anne Eksempel"]


def test_the_other_marks_the_file_at_home(
    reader: Callable[[int], Page], review: Review, tmp_path: Path
) -> None:
    sent, place = sent_file(review.db, review.sent), some_words(review, 1)
    back = tmp_path / "retur.docx"
    back.write_bytes(
        edited(
            sent, tmp_path / "hjemme", ("author", "Bo Eksempel"), ("track", True),
            ("insert_after", place, f" {BY_BO}"),
            ("comment", some_words(review, 2), ASKED, "Bo Eksempel"),
        )
    )  # fmt: skip
    tab = reader(1)
    tab.get_by_label("Din rettede Word-fil").set_input_files(back)
    tab.get_by_role("button", name="Aflever filen").click()

    expect(tab.get_by_text("Læst: 1 kommentar og 1 ændring.")).to_be_visible(timeout=SLOW)


def test_workshop_4_takes_a_stand_on_every_point(
    chromium: Browser, server: Server, review: Review
) -> None:
    evening = the_evening_of(review)
    context = signed_in_context(chromium, server, viewport=LAPTOP)
    desk = context.new_page()
    desk.goto(f"/gennemgang?moede={evening.meeting.id}")
    for _ in range(len(evening.at.found) + 1):
        next_one = desk.get_by_role("button", name="Næste")
        if not next_one.count():
            break
        next_one.click()
        _decide(desk)

    expect(desk.get_by_text("Alle punkter er taget").first).to_be_visible()
    assert [wish for wish in evening.at.found if wish.point.is_open] == []
    context.close()


def _decide(desk: Page) -> None:
    bloc = desk.locator("form[action='/gennemgang/blok'] button")
    if bloc.count():
        bloc.click()
    elif desk.locator(".gg-sagt", has_text=ASKED).count():
        desk.get_by_label("Begrundelse").fill(ANSWERED)
        desk.get_by_role("button", name="Afvis v", exact=True).click()
        expect(desk.get_by_role("heading", name="Afgjort: afvist")).to_be_visible()
    else:
        desk.get_by_role("button", name="Godtag g", exact=True).click()
        expect(desk.get_by_role("heading", name="Afgjort: godtaget")).to_be_visible()


def test_the_next_version_says_what_was_decided(
    leader: Walker, review: Review, tmp_path: Path
) -> None:
    leader.open(f"/hoering?forloeb={review.process.name}")
    leader.part("Næste version")
    leader.press("Lav version 2")
    leader.told("Version 2 er lavet.")
    leader.press("Skriv beslutningsloggen")
    log = Document(str(leader.fetch("Hent beslutningsloggen", tmp_path)))

    newest = versions_of(review.db, review.process.id)[0]
    draft = version_of(review.db, review.process.id, newest.id).draft
    texts = [b.text for _, b in draft.blocks() if isinstance(b, Paragraph)]
    assert newest.number == 2
    assert any(BY_ANNE in text for text in texts)
    assert any(BY_BO in text for text in texts)
    cells = {c.text for t in log.tables for row in t.rows for c in row.cells}
    assert {ASKED, ANSWERED} <= cells


def test_the_approval_papers_come_out_of_it(leader: Walker, tmp_path: Path) -> None:
    leader.go("Godkendelse")
    leader.press("Begynd behandlingen")
    expect(leader.main.get_by_role("combobox", name="Version", exact=True)).to_have_value(
        "Version 2"
    )
    leader.day("Mødedato", "01092026")
    leader.press("Gem")
    leader.part("Papirer")
    case = leader.fetch("Hent dagsordenspunktet", tmp_path)
    leader.tab.get_by_role("button", name="Skriv siden").click()
    page = leader.tab.get_by_role("button", name="Hent ungestrategien på én side")
    page.wait_for(timeout=SLOW)

    words = "\n".join(p.text for p in Document(str(case)).paragraphs)
    assert "Ungestrategien, version 2" in words
    assert "Kort fortalt til Udvalget" in "\n".join(
        p.text
        for p in Document(str(leader.fetch("Hent ungestrategien på én side", tmp_path))).paragraphs
    )
