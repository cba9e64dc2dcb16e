"""After workshop 4: what was decided becomes a version, and the files that tell of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, expect

from strategykit.actions.points import decide, wishes_of
from strategykit.domain.reviews import Verdict
from strategykit.drafting.read_back import read_back
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.accessibility import faults
from tests.support.browsing import LAPTOP, signed_in_context
from tests.support.reviews import LEADER, Review, a_review
from tests.support.server import Server
from tests.support.walking import Walker

PHONE = {"width": 390, "height": 844}
WORDS = "Udvalget siger det med helt nye ord."


@pytest.fixture(scope="module")
def review(own_server: Server) -> Iterator[Review]:
    db = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    migrate(db)
    made = a_review(db)
    made.say(made.anne, WORDS)
    made.say(made.bo, comment="Skriv det kortere")
    for wish in wishes_of(db, made.process.id, made.sent.id):
        decide(db, LEADER, wish, Verdict.ACCEPTED, reason="Enighed i workshop 4.")
    yield made
    db.close()


@pytest.fixture
def tab(chromium: Browser, own_server: Server) -> Iterator[Walker]:
    context = signed_in_context(
        chromium, own_server, locale="en-US", accept_downloads=True, viewport=LAPTOP
    )
    yield Walker(context.new_page())
    context.close()


@pytest.mark.timeout(300)
def test_decided_points_become_a_version_with_its_files(
    tab: Walker, review: Review, tmp_path: Path
) -> None:
    tab.open(f"/hoering?forloeb={review.process.name}")
    tab.part("Næste version")
    tab.sees("Punkter, der føres ind i version 2: 1.", "Skal rettes i hånden: 1.", WORDS)
    for size in (LAPTOP, PHONE):
        tab.tab.set_viewport_size(size)
        assert faults(tab.tab) == []
    tab.tab.set_viewport_size(LAPTOP)

    tab.write("Hvad er nyt i den næste version", "Efter workshop 4")
    tab.press("Lav version 2")
    tab.told("Version 2 er lavet.")
    tab.press("Det er rettet i hånden")
    tab.told("Punktet regnes for ført ind i version 3.")
    written(tab, "rettelsesfilen")
    redline = tab.fetch("Hent rettelsesfilen", tmp_path)
    written(tab, "beslutningsloggen")
    log = tab.fetch("Hent beslutningsloggen", tmp_path)

    said = [m for m in read_back(redline.read_bytes()).marks if m.author == "Anne Eksempel"]
    assert any(f"Tilføjet: {WORDS.rstrip('.')}" in m.text for m in said)
    assert any("Besluttet: godtaget: Enighed i workshop 4." in m.text for m in said)
    cells = {c.text for t in Document(str(log)).tables for row in t.rows for c in row.cells}
    assert {"Punkt 1", "Punkt 2", WORDS, "Bo Eksempel", "Enighed i workshop 4."} <= cells


def written(tab: Walker, what: str) -> None:
    """Two versions with all their charts take a while on a busy machine."""
    tab.tab.get_by_role("button", name=f"Skriv {what}", exact=True).click()
    fetch = tab.tab.get_by_role("button", name=f"Hent {what}", exact=True)
    expect(fetch).to_be_visible(timeout=120_000)
