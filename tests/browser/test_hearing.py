"""A hearing from the facilitator's laptop to the note: one party on a phone, one in Word."""

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.example import load_case
from strategykit.actions.hearing_answers import responses_of
from strategykit.actions.hearing_links import give_party_link
from strategykit.actions.hearings import close_hearing, hearings_of, parties_of
from strategykit.actions.registers import add_entry
from strategykit.domain.actors import Stakeholder
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.accessibility import faults
from tests.support.browsing import english_left, signed_in_context
from tests.support.hearings import LEADER, a_hearing
from tests.support.returning import edited
from tests.support.server import Server
from tests.support.walking import Walker

PHONE = {"width": 390, "height": 844}
WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('hjem') / 'strategi.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def process(db: Database) -> Process:
    process = load_case(db, LEADER, "broendby")
    keep_version(db, LEADER, process.id, new_id())
    add_entry(db, LEADER, Stakeholder(id=new_id(), process_id=process.id, name="Eksempelskolen"))
    return process


@pytest.fixture(scope="module")
def server(db: Database, process: Process) -> Iterator[Server]:
    assert db.file is not None
    assert process.name
    server = Server.start(db.file.parent)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def facilitator(chromium: Browser, server: Server) -> Iterator[Walker]:
    context = signed_in_context(chromium, server, locale="en-US", accept_downloads=True)
    yield Walker(context.new_page())
    context.close()


@pytest.fixture
def stranger(chromium: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    contexts = []

    def come(**options: object) -> Page:
        contexts.append(chromium.new_context(base_url=server.address, locale="en-US", **options))
        return contexts[-1].new_page()

    yield come
    for context in contexts:
        context.close()


def test_a_hearing_is_held(
    facilitator: Walker, stranger: Callable[..., Page], db: Database, process: Process,
    tmp_path: Path,
) -> None:  # fmt: skip
    link = send_in_hearing(facilitator, process)
    answer_on_a_phone(stranger, link)
    hand_in_form(facilitator, tmp_path)
    assess_both(facilitator)
    facilitator.part("Papirer")
    note = docx.Document(str(facilitator.fetch("Hent høringsnotatet", tmp_path)))
    no_faults(facilitator)

    words = "\n".join(cell.text for t in note.tables for row in t.rows for cell in row.cells)
    for said in ("Husk bussen.", "Vi mangler lærepladser.", "Det er skrevet ind.", "Godt set."):
        assert said in words
    (hearing,) = hearings_of(db, process.id)
    sent_in = {p.name for p in parties_of(db, hearing) if p.answered_at}
    assert sent_in == {"Eksempelrådet for unge", "Eksempelskolen"}
    assert len(responses_of(db, hearing)) == 2


def send_in_hearing(facilitator: Walker, process: Process) -> str:
    """The link of the first party."""
    facilitator.open(f"/hoering?forloeb={process.name}")
    facilitator.part("Høring")
    facilitator.write("Høringsbrev", "Læs især om fællesskaber.")
    no_faults(facilitator)
    facilitator.press("Send i høring")
    facilitator.write("Navnet på en høringspart", "Eksempelrådet for unge")
    facilitator.main.get_by_text("Parten taler for de unge", exact=True).click()
    facilitator.press("Tilføj")
    facilitator.press("Lav et link")
    link = facilitator.main.get_by_test_id("stCode").first.inner_text().strip()
    facilitator.unfold_all()
    no_faults(facilitator)
    return link


def hand_in_form(facilitator: Walker, folder: Path) -> None:
    """The second party writes at home in LibreOffice and sends a mail."""
    facilitator.unfold("Tilføj høringsparter")
    facilitator.choose("Blandt interessenterne", "Eksempelskolen")
    facilitator.press("Tilføj de valgte")
    facilitator.choose("Høringspart", "Eksempelskolen")
    form = facilitator.fetch("Hent svarskabelonen", folder).read_bytes()
    back = folder / "retur.docx"
    back.write_bytes(edited(form, folder / "office", ("in_cell", 2, "Vi mangler lærepladser.")))
    facilitator.unfold("Aflever en udfyldt svarskabelon for parten")
    facilitator.act(
        lambda: facilitator.main.locator("input[type=file]").first.set_input_files(back)
    )
    facilitator.press("Læs svarene ind")
    facilitator.told("Filen fra Eksempelskolen er læst. Den havde svar til 1 kapitel.")


def assess_both(facilitator: Walker) -> None:
    """By the keyboard: a field is saved when it is left, and the next one keeps the focus."""
    facilitator.part("Svar og vurdering")
    keys = facilitator.tab.keyboard
    for assessment, change in (("Vi er enige.", "Det er skrevet ind."), ("Godt set.", "Intet.")):
        facilitator.field("Vurdering").focus()
        keys.type(assessment)
        facilitator.act(lambda: keys.press("Tab"))
        facilitator.told("Gemt.")
        expect(facilitator.field("Ændring i udkastet")).to_be_focused()
        keys.type(change)
        facilitator.act(lambda: keys.press("Tab"))
        expect(facilitator.field("Ændring i udkastet")).to_have_value(change)
        if change != "Intet.":
            facilitator.tab.get_by_role("button", name="Næste svar").focus()
            facilitator.act(lambda: keys.press("Enter"))
    facilitator.sees("Svar: 2. Vurderet: 2.")
    facilitator.unfold_all()
    no_faults(facilitator)


def no_faults(facilitator: Walker) -> None:
    assert [*faults(facilitator.tab), *english_left(facilitator.tab)] == []


def answer_on_a_phone(stranger: Callable[..., Page], link: str) -> None:
    """Without JavaScript, and with everything readable."""
    path = link[link.index("/hoeringssvar") :]
    tab = stranger(viewport=PHONE, java_script_enabled=False)
    tab.goto(path)
    tab.get_by_role("button", name="Ja, gå ind").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("strategi")
    assert "n=" not in tab.url
    tab.get_by_role("link", name="Vision", exact=True).click()
    tab.get_by_label("Jeres svar til kapitlet").fill("Husk bussen.")
    tab.get_by_role("button", name="Gem svaret").click()
    expect(tab.get_by_role("status")).to_contain_text("Gemt.")
    tab.get_by_role("link", name="Til indholdet").click()
    expect(tab.get_by_text("I har svaret")).to_be_visible()
    tab.get_by_role("button", name="Send høringssvaret").click()
    expect(tab.get_by_role("status")).to_contain_text("Jeres høringssvar er sendt")


@pytest.mark.parametrize("width", [320, 390, 1366])
def test_a_partys_pages_can_be_read_and_reached_by_all(
    stranger: Callable[..., Page], db: Database, process: Process, width: int
) -> None:
    held = a_hearing(db, process)
    tab = stranger(viewport={"width": width, "height": 844})
    tab.goto(f"/hoeringssvar?n={give_party_link(db, LEADER, held.council)}")
    wrong = list(faults(tab))
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")  # the button is the first thing that Tab comes to
    expect(tab.get_by_role("heading", name="Læs og svar her")).to_be_visible()
    for path in ("", "/vision", "/indsatsomraader"):
        tab.goto(f"/hoeringssvar{path}")
        assert not tab.evaluate(WIDER), path
        wrong += [f"{path}: {fault}" for fault in faults(tab)]
    tab.get_by_label("Jeres svar til kapitlet").fill("Ring til 010190-1234")
    tab.get_by_role("button", name="Gem svaret").click()
    expect(tab.get_by_role("alert")).to_contain_text("0101••-••••")
    wrong += faults(tab)
    close_hearing(db, LEADER, held.hearing)
    tab.goto("/hoeringssvar/vision")
    wrong += faults(tab)

    assert wrong == []
