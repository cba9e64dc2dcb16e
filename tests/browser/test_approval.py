"""The whole way through the bodies in Chromium: postponed, sent back, adopted with changes."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, expect

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.example import load_example
from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.accessibility import faults
from tests.support.browsing import LAPTOP, english_left, signed_in_context
from tests.support.server import Server
from tests.support.walking import Walker

PROJECTOR = {"width": 1920, "height": 1080}
NEW_WORDS = "Kommunalbestyrelsen vil samle indsatsen om tre områder."
REASON = "Resten tages i næste udgave."
OFFICE_MS = 240_000


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hjem")
    db, who = Database(f"sqlite:///{folder / 'strategi.db'}"), Who(Access.FACILITATOR)
    migrate(db)
    keep_version(db, who, load_example(db, who, "broendby").id, new_id())
    db.close()
    return folder


@pytest.fixture(scope="module")
def secretary(chromium: Browser, home: Path) -> Iterator[Walker]:
    """One who follows the case from first to last meeting in one tab."""
    server = Server.start(home)
    context = signed_in_context(chromium, server, locale="en-US", accept_downloads=True)
    walker = Walker(context.new_page())
    walker.open("/godkendelse")
    yield walker
    context.close()
    server.stop()


def meeting(walker: Walker, day: str, outcome: str, decision: str = "") -> None:
    walker.day("Mødedato", day)
    walker.press("Gem")
    walker.part("Efter mødet")
    walker.choose("Udfald", outcome)
    walker.write("Beslutning", decision)
    if walker.field("Videre med åbne punkter, fordi").count():
        walker.write("Videre med åbne punkter, fordi", REASON)
    walker.press("Gem beslutningen")


def test_a_case_is_begun_and_does_not_pass_what_is_open_unsaid(secretary: Walker) -> None:
    secretary.press("Begynd behandlingen")
    secretary.sees("Sagen ligger hos Udvalget.", "Det er åbent endnu")
    secretary.day("Mødedato", "01092026")
    secretary.press("Gem")
    secretary.part("Efter mødet")
    secretary.choose("Udfald", "Indstillet")
    secretary.press("Gem beslutningen")
    secretary.told("Sagen er ikke sendt videre.")
    assert faults(secretary.tab) == []

    secretary.write("Videre med åbne punkter, fordi", REASON)
    secretary.press("Gem beslutningen")

    secretary.sees("Sagen ligger hos Fagudvalget.")


def test_postponed_it_comes_again_and_sent_back_it_goes_the_way_again(secretary: Walker) -> None:
    meeting(secretary, "08092026", "Udsat")
    secretary.sees("Sagen ligger hos Fagudvalget.")
    meeting(secretary, "15092026", "Sendt tilbage", "Regn på økonomien.")

    secretary.told("Sagen går vejen igennem igen fra første led.")
    secretary.sees("Sagen ligger hos Udvalget.")
    meeting(secretary, "16092026", "Indstillet")
    meeting(secretary, "17092026", "Indstillet")
    meeting(secretary, "18092026", "Afholdt")
    meeting(secretary, "19092026", "Indstillet")
    secretary.sees("Sagen ligger hos Kommunalbestyrelsen.")


def test_the_councils_changes_are_in_the_text_that_is_locked(secretary: Walker) -> None:
    meeting(secretary, "07102026", "Vedtaget med ændringer", "Vedtaget med et flertals ændring.")
    secretary.choose("Kapitel", "Indsatsområder")
    secretary.choose("Stykke", "1. Indsatsområderne")
    secretary.write("Den nye tekst", NEW_WORDS)
    secretary.act(lambda: secretary.tab.keyboard.press("Tab"))
    secretary.press("Gem ændringen")
    secretary.sees(NEW_WORDS)
    assert faults(secretary.tab) == []
    secretary.press("Skriv ændringerne ind, og lås ungestrategien")

    secretary.sees("Vedtaget af Kommunalbestyrelsen den 7.\u00a0oktober\u00a02026.", "Den er låst")
    expect(secretary.tab.get_by_role("button", name="Gem beslutningen")).to_have_count(0)
    secretary.go("Udkast")
    secretary.sees("er vedtaget den 7. oktober 2026 og låst.")
    secretary.go("Godkendelse")


def test_the_papers_come_out_and_say_what_was_decided(secretary: Walker, tmp_path: Path) -> None:
    secretary.part("Papirer")
    secretary.choose("Form", "Viborg")
    case = words_of(secretary.fetch("Hent dagsordenspunktet", tmp_path))
    extract = words_of(secretary.fetch("Hent udskrift af beslutningen", tmp_path))
    secretary.tab.get_by_role("button", name="Skriv siden").click()
    page = secretary.tab.get_by_role("button", name="Hent ungestrategien på én side")
    page.wait_for(timeout=OFFICE_MS)
    secretary.sees("Kontrolleret: den er på én side.")
    short = words_of(secretary.fetch("Hent ungestrategien på én side", tmp_path))

    assert "Sagsfremstilling: Historik" in case
    assert "Vedtaget med et flertals ændring." in extract
    assert NEW_WORDS in extract
    assert REASON in extract
    assert "Kort fortalt til Kommunalbestyrelsen" in short


def test_the_package_for_the_journal_holds_the_locked_text(
    secretary: Walker, tmp_path: Path
) -> None:
    secretary.tab.get_by_role("button", name="Lav Journalpakken").click()
    secretary.sees("Dokument")
    button = secretary.tab.get_by_role("button", name="Hent Journalpakken")
    button.wait_for(timeout=OFFICE_MS)
    with zipfile.ZipFile(secretary.fetch("Hent Journalpakken", tmp_path)) as package:
        manifest = json.loads(package.read("manifest.json"))
        strategy = manifest["dokumenter"][0]
        text = words_of(io.BytesIO(package.read(strategy["fil"])))

    assert "vedtaget af kommunalbestyrelsen den 7. oktober 2026" in strategy["titel"]
    assert NEW_WORDS in text
    assert any(each["art"] == "beslutning" for each in manifest["dokumenter"])


def test_every_part_is_readable_for_all_and_danish_on_both_screens(secretary: Walker) -> None:
    for size in (LAPTOP, PROJECTOR):
        secretary.tab.set_viewport_size(size)
        for part in ("Behandling", "Alle led", "Papirer"):
            secretary.part(part)
            assert faults(secretary.tab) == []
            assert english_left(secretary.tab) == []
            assert not secretary.tab.evaluate(
                "() => document.documentElement.scrollWidth > window.innerWidth"
            )


def test_the_keyboard_alone_begins_a_new_way(secretary: Walker) -> None:
    secretary.tab.set_viewport_size(LAPTOP)
    secretary.part("Behandling")
    button = secretary.tab.get_by_role("button", name="Begynd en ny behandling")
    for _ in range(60):
        if button.evaluate("each => each === document.activeElement"):
            break
        secretary.tab.keyboard.press("Tab")
    secretary.act(lambda: secretary.tab.keyboard.press("Enter"))

    secretary.sees("Sagen ligger hos Udvalget.")
    secretary.part("Alle led")
    secretary.sees("Sagens vej, behandling 2")


def words_of(file: Path | io.BytesIO) -> str:
    """All that stands in a Word file, tables too, as one line of words."""
    body = Document(str(file) if isinstance(file, Path) else file).element.body
    paragraphs = ("".join(p.itertext("{*}t")) for p in body.iter("{*}p"))
    return " ".join(" ".join(paragraphs).split())
