"""What people typed is shown as words: nothing runs, nothing is fetched, nothing is typeset."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Request

from strategykit.actions.drafts import draft_word
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.ui.addresses import ADDRESSES
from tests.support.hostile import CANARY, hostile_process
from tests.support.office import converted
from tests.support.server import Server
from tests.support.walking import Walker

HARMED = """() => {
  const main = document.querySelector("[data-testid=stApp]");
  const found = [];
  if (main.querySelector(".katex, math")) found.push("a formula was typeset");
  if (main.querySelector("img[src='x'], img[src*='canary'], script")) found.push("a picture");
  if (main.querySelector("a[href^='javascript:'], a[href*='canary']")) found.push("a link");
  const loud = [...main.querySelectorAll("b, strong, i, code")].map((e) => e.textContent.trim());
  if (loud.some((word) => ["b", "i", "fed", "kode"].includes(word))) found.push("bold");
  return found;
}"""


@dataclass
class Watched:
    """What the tab did that no page of ours does."""

    dialogs: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def hostile(own_server: Server) -> Iterator[Process]:
    database = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    yield hostile_process(database, Who(Access.FACILITATOR))
    database.close()


@pytest.fixture
def watched(walker: Walker, own_server: Server) -> Watched:
    return watch(walker.tab, own_server.address)


def watch(tab: Page, own: str) -> Watched:
    seen = Watched()

    def on_dialog(dialog: Dialog) -> None:
        seen.dialogs.append(dialog.message)
        dialog.dismiss()

    def on_request(request: Request) -> None:
        if not request.url.startswith((own, own.replace("http", "ws"), "data:", "blob:")):
            seen.foreign.append(request.url)

    tab.on("dialog", on_dialog)
    tab.on("request", on_request)
    return seen


@pytest.mark.parametrize("page", ADDRESSES)
def test_hostile_text_is_only_text_on_every_page(
    walker: Walker, hostile: Process, watched: Watched, page: str
) -> None:
    path = "" if page == "forside" else page
    walker.open(f"/{path}?forloeb={hostile.name}")
    seen: set[str] = set()

    while names := [n for n in parts_of(walker) if n not in seen] or ([""] if not seen else []):
        seen.add(names[0])
        if names[0]:
            walker.part(names[0])
        walker.unfold_all()
        assert walker.tab.evaluate(HARMED) == [], names[0]

    assert watched == Watched()


def parts_of(walker: Walker) -> list[str]:
    """The choices that stand on the page now."""
    return [radio.inner_text() for radio in walker.main.get_by_role("radio").all()]


def test_the_word_file_of_it_opens_and_calls_nobody(
    own_server: Server, hostile: Process, tmp_path: Path
) -> None:
    database = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    word = draft_word(database, hostile)
    database.close()

    pdf = converted(word, "pdf", tmp_path)

    assert pdf.stat().st_size > 10_000
    assert f'Target="{CANARY}'.encode() not in b"".join(parts(word))


def parts(word: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        for name in archive.namelist():
            yield archive.read(name)


def test_no_log_holds_what_was_typed(own_server: Server, hostile: Process) -> None:
    told = own_server.output.read_bytes() + b"".join(
        file.read_bytes() for file in (own_server.home / "log").glob("*")
    )

    assert hostile.committee.encode()[:20] not in told
    assert b"canary.invalid" not in told
