"""What is typed on the page: harmful, too long, odd, or typed when something is wrong."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from tests.support.browsing import signed_in_context
from tests.support.hostile import CANARY
from tests.support.server import Server
from tests.support.walking import Walker

HARMFUL = (
    f"<img src=x onerror=alert(1)> ![x]({CANARY}a.png) [klik](javascript:alert(2)) "
    "$\\frac{1}{2}$ =1+1 :red[x] **fed** 🙂"
)
SECRET = "Kanariefuglen Kaj"
#: Sets a field as typing does, also to what no keyboard and no test driver can send.
TYPE_IN = """(field, code) => {
  const text = `Før ${String.fromCharCode(code)} efter`;
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
  set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def board(walker: Walker) -> None:
    walker.open("/swot?forloeb=broendby")
    walker.part("Skriv sedler")


@pytest.mark.parametrize("text", [HARMFUL, "x" * 10_000, "<b>" * 1000], ids=["harm", "long", "b"])
def test_a_note_is_shown_as_it_was_typed(walker: Walker, text: str) -> None:
    dialogs: list[str] = []
    walker.tab.on("dialog", lambda dialog: dialogs.append(dialog.message))
    board(walker)
    walker.write("Sedler, én på hver linje", text)
    walker.press("Sæt sedlerne op")

    notes = walker.main.locator(".sv-note-text")
    expect(notes.filter(has_text=text[:400])).to_have_count(1)
    assert text in notes.all_text_contents()
    assert walker.main.locator(".katex, img[src='x'], .sv-board a, .sv-board b > b").count() == 0
    assert dialogs == []


def test_a_text_that_is_too_long_is_refused_and_stays_in_the_field(walker: Walker) -> None:
    board(walker)
    walker.write("Sedler, én på hver linje", "y" * 10_001)
    walker.press("Sæt sedlerne op")

    walker.told("har 10001 tegn. Der er plads til 10000.")
    expect(walker.field("Sedler, én på hver linje")).to_have_value("y" * 10_001)


@pytest.mark.parametrize("code", [0x07, 0x00, 0xD800], ids=["bell", "nul", "surrogate"])
def test_characters_that_cannot_be_kept_are_replaced(walker: Walker, code: int) -> None:
    walker.open("/viden?forloeb=broendby")
    walker.unfold("Tilføj videnskort")
    walker.write("Kilde", f"Prøve {code}")
    walker.field("Påstand").evaluate(TYPE_IN, code)
    walker.press("Tilføj videnskort")

    walker.told("Gemt.")
    row = walker.main.get_by_role("row").filter(has_text=f"Prøve {code}")
    expect(row).to_contain_text("Før \ufffd efter")


@pytest.fixture
def watched(
    start_server: Callable[..., Server], tmp_path: Path, chromium: Browser
) -> Iterator[tuple[Server, Walker]]:
    """A server whose temporary files lie where they can be read."""
    server = start_server(TMPDIR=str(tmp_path))
    context = signed_in_context(chromium, server)
    yield server, Walker(context.new_page())
    context.close()


def test_nothing_typed_is_left_behind_by_faults(
    watched: tuple[Server, Walker], tmp_path: Path
) -> None:
    server, walker = watched
    board(walker)
    walker.write("Sedler, én på hver linje", f"{SECRET} 010190-1234")
    walker.press("Sæt sedlerne op")
    walker.told("ligner et CPR-nummer: 0101••-••••")
    with closing(sqlite3.connect(server.home / "strategi.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        walker.write("Sedler, én på hver linje", SECRET)
        walker.press("Sæt sedlerne op")
        walker.told("Databasen er i brug af et andet program. Intet er ændret.")
        expect(walker.field("Sedler, én på hver linje")).to_have_value(SECRET)
    with closing(sqlite3.connect(server.home / "strategi.db")) as other, other:
        other.execute("ALTER TABLE notes RENAME TO sedler")
    walker.tab.get_by_role("button", name="Sæt sedlerne op", exact=True).click()
    alert = walker.tab.get_by_role("alert").filter(has_text="Fejlnummeret er")
    expect(alert).to_be_visible(timeout=30_000)

    left = b"".join(
        path.read_bytes()
        for folder in (server.home, tmp_path)
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith("strategi.db")
    )
    assert b"OperationalError" in left
    assert SECRET.encode() not in left
    assert b"010190" not in left


def test_a_refused_file_leaves_nothing_behind(
    watched: tuple[Server, Walker], tmp_path: Path
) -> None:
    server, walker = watched
    walker.open("/nulpunkt?forloeb=broendby")
    walker.part("Hent fra fil")
    file = FilePayload(name=f"{SECRET}.xlsx", mimeType="application/x", buffer=SECRET.encode())
    walker.act(lambda: walker.main.locator("input[type=file]").set_input_files(file))

    walker.told("Intet af filen er gemt.")
    left = b"".join(path.read_bytes() for path in server.home.rglob("*") if path.is_file())
    left += b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert SECRET.encode() not in left
