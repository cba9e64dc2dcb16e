"""A file of notes in a real browser: read aloud, by keyboard, and nothing in it comes to life."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from strategykit.actions.registers import entries
from strategykit.domain.boards import Note
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.browser.test_hostile import HARMED, watch
from tests.support.accessibility import faults
from tests.support.browsing import settle
from tests.support.makers import a_process
from tests.support.server import Server
from tests.support.walking import Walker

HOSTILE = "<img src=x onerror=alert(1)> $x^2$ **fed** [her](javascript:alert(1))"
ROWS = f"""Udsagn;Kategori;Bord;Stemmer
Vi har en fast mandagstavle;Styrker;Bord 3;4
{HOSTILE};Stærke sider;<b>b</b>;
=HYPERLINK("http://canary.example");Trusler;;
;Trusler;;
{HOSTILE} igen;{HOSTILE};;
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mur.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def database(own_server: Server) -> Iterator[Database]:
    database = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    yield database
    database.close()


@pytest.fixture(scope="module")
def process(database: Database) -> Process:
    return a_process(database, Who(Access.FACILITATOR), name="sedler")


def test_a_file_is_read_brought_in_and_taken_off_again(
    walker: Walker, own_server: Server, database: Database, process: Process, file: Path
) -> None:
    tab, seen = walker.tab, watch(walker.tab, own_server.address)
    walker.open(f"/swot?forloeb={process.name}")
    tab.get_by_role("radio", name="Hent fra en fil").press("Space")
    settle(tab)
    tab.locator("input[type=file]").set_input_files(file)
    walker.sees("3 sedler kan hentes ind.", "2 rækker kan ikke bruges.", HOSTILE)
    assert faults(tab) == []

    tab.get_by_role("button", name="Hent 3 sedler ind").press("Enter")
    walker.sees("Hentet ind: 3 sedler fra mur.csv.", "Hentet fra: Bord 3")

    assert faults(tab) == []
    assert tab.evaluate(HARMED) == []
    assert (seen.dialogs, seen.foreign) == ([], [])
    assert len(entries(database, process.id, Note)) == 3

    tab.get_by_role("button", name="Tag filens sedler af tavlen").press("Enter")
    tab.get_by_role("button", name="Tag dem af tavlen nu").press("Enter")
    walker.sees("Taget af tavlen: 3 sedler fra mur.csv.")
    assert entries(database, process.id, Note) == ()


def test_the_form_fits_on_a_phone(walker: Walker, process: Process, file: Path) -> None:
    walker.tab.set_viewport_size({"width": 390, "height": 844})
    walker.open(f"/swot?forloeb={process.name}")
    walker.tab.get_by_text("Hent fra en fil", exact=True).click()
    settle(walker.tab)
    walker.tab.locator("input[type=file]").set_input_files(file)
    button = walker.tab.get_by_role("button", name="Hent 3 sedler ind")
    expect(button).to_be_visible()

    width = walker.tab.evaluate("document.documentElement.scrollWidth")

    assert width <= 390
