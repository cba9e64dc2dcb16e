"""A consultant takes a template from one installation to the next, by the page alone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, expect

from strategykit.actions.materials import template_of
from strategykit.actions.processes import list_processes
from strategykit.storage.database import Database
from tests.support.accessibility import faults
from tests.support.browsing import signed_in_context
from tests.support.server import Server
from tests.support.walking import Walker

NAME = "Seniorpolitik"


@pytest.fixture
def neighbour(
    chromium: Browser, start_server: Callable[..., Server]
) -> Iterator[tuple[Server, Walker]]:
    """Another municipality's installation, and the consultant at its page."""
    server = start_server()
    context = signed_in_context(chromium, server, locale="en-US", accept_downloads=True)
    yield server, Walker(context.new_page())
    context.close()


def test_a_template_is_copied_broken_mended_tried_and_taken_along(
    walker: Walker, neighbour: tuple[Server, Walker], tmp_path: Path
) -> None:
    begin_a_copy(walker)
    break_it(walker)
    mend_it(walker)
    rehearse_it(walker, tmp_path)
    file = export_it(walker, tmp_path)

    server, there = neighbour
    import_it(there, file, tmp_path)
    start_a_process(there)

    database = Database(f"sqlite:///{server.home / 'strategi.db'}")
    made = next(p for p in list_processes(database) if p.title == "Seniorpolitik 2030")
    assert template_of(made).terms.personer == "ældre borgere"
    database.close()


def begin_a_copy(walker: Walker) -> None:
    walker.open("/?forloeb=broendby")
    menu = walker.tab.get_by_test_id("stSidebar")
    walker.act(menu.get_by_role("link", name="Skabeloner", exact=True).click)
    walker.choose("Se en skabelon", "Ungestrategi, udgave")
    walker.sees("Thisted Kommunes procesoplæg")
    walker.tab.get_by_role("button", name="Lav en kopi at rette i").click()
    walker.write("Navn på kopien", NAME)
    walker.write("Forfatter", "Seniorafdelingen")
    walker.press("Begynd på kopien")
    walker.told("er uden fejl")


def text_of(walker: Walker) -> str:
    return walker.field("Skabelonens tekst").input_value()


def write_text(walker: Walker, text: str) -> None:
    field = walker.field("Skabelonens tekst")
    field.fill(text)
    walker.act(field.blur)


def break_it(walker: Walker) -> None:
    write_text(
        walker,
        text_of(walker)
        .replace("phases:", "faser:")
        .replace("minutes: 25\n", "minutes: mange\n", 1),
    )
    walker.told("kan ikke bruges til et forløb")
    walker.sees("'faser' kendes ikke", "'phases' mangler", "skal være et helt tal, ikke 'mange'")
    expect(walker.tab.get_by_role("button", name="Læg i biblioteket")).to_be_disabled()
    walker.part("Med linjenumre")
    marked = walker.tab.get_by_role("region", name="Skabelonens tekst med linjenumre")
    expect(marked).to_contain_text(re.compile(r"fejl +\d+ +faser:"))
    assert faults(walker.tab) == []

    walker.open("/skabeloner")  # a refresh, as after a power cut
    walker.part("Skriv")
    walker.sees("'faser' kendes ikke")


def mend_it(walker: Walker) -> None:
    write_text(
        walker,
        text_of(walker).replace("faser:", "phases:").replace("minutes: mange", "minutes: 25"),
    )
    walker.told("er uden fejl")
    walker.choose("Del af skabelonen", "Ord")
    walker.write("Dem, den er for, ubestemt", "ældre borgere")
    walker.press("Gem felterne")
    walker.told("er uden fejl")
    assert "  personer: ældre borgere" in text_of(walker)
    walker.choose("Del af skabelonen", "Møder")
    walker.part("Punkter")
    walker.part("Kun det sted, I retter")
    assert faults(walker.tab) == []
    walker.part("Hele teksten")
    assert "# Skabelon for en ungestrategi" in text_of(walker)


def rehearse_it(walker: Walker, folder: Path) -> None:
    walker.part("Prøv")
    walker.choose("Skabelon eller kladde", f"Kladde: {NAME}")
    walker.press("Prøv skabelonen")
    walker.told("Alle faser kan gennemføres")
    assert faults(walker.tab) == []
    walker.press("Skriv Word-udkastet")
    draft = docx.Document(str(walker.fetch("Hent Word-udkastet", folder)))
    said = "\n".join(paragraph.text for paragraph in draft.paragraphs)
    assert f"Prøve af {NAME}" in said
    assert "Opdigtet eksempel." in said


def export_it(walker: Walker, folder: Path) -> Path:
    walker.part("Skriv")
    return walker.fetch("Hent kladden som fil", folder)


def import_it(walker: Walker, file: Path, folder: Path) -> None:
    broken = folder / "forkert.yaml"
    broken.write_text(file.read_text("utf-8").replace("terms:", "ord:"), "utf-8")
    walker.open("/skabeloner")
    upload(walker, broken)
    walker.sees("Fejl i forkert.yaml. Intet er ændret.", "'ord' kendes ikke")
    assert faults(walker.tab) == []
    upload(walker, file)
    walker.press("Læg skabelonen i biblioteket")
    walker.told("ligger nu i biblioteket")
    walker.sees(NAME)


def upload(walker: Walker, file: Path) -> None:
    field = walker.main.get_by_test_id("stFileUploader").filter(has_text="Skabelon (.yaml)")
    walker.act(lambda: field.locator("input[type=file]").set_input_files(str(file)))


def start_a_process(walker: Walker) -> None:
    walker.open("/?forloeb=broendby")
    walker.part("Alle forløb")
    walker.unfold("Nyt forløb")
    walker.choose("Skabelon", NAME)
    walker.write("Titel", "Seniorpolitik 2030")
    walker.choose("Kommune", "Thisted")
    walker.write("Udvalg", "Seniorudvalget")
    walker.press("Opret forløbet")
    walker.told("Forløbet er oprettet.")
