"""Redline and papers from the terminal."""

from pathlib import Path

import pytest
from docx import Document

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.processes import process_by_name
from strategykit.actions.registers import change_entry, entries
from strategykit.domain.areas import Area
from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from tests.support.terminal import Terminal

LEADER = Who(Access.FACILITATOR)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """The example with two kept versions that differ in an area's name."""
    folder = tmp_path_factory.mktemp("versioner")
    terminal = Terminal(folder / "hjem", folder)
    terminal.does("example", "broendby")
    db = Database(f"sqlite:///{folder / 'hjem' / 'strategi.db'}")
    process = process_by_name(db, "broendby")
    keep_version(db, LEADER, process.id, new_id())
    area = entries(db, process.id, Area)[0]
    change_entry(db, LEADER, area, Area(**{**vars(area), "name": f"{area.name} nu"}))
    keep_version(db, LEADER, process.id, new_id())
    db.close()
    return terminal


def test_a_redline_shows_what_changed_between_two_versions(
    versions: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "rettelser.docx"

    said = versions.does("redline", "broendby", "--from", "1", "--to", "2", "-o", str(file))

    assert str(file) in said
    assert "w:ins" in Document(str(file)).element.xml


def test_a_version_that_is_not_there_is_named_with_those_that_are(
    versions: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "rettelser.docx"

    said = versions.refuses("redline", "broendby", "--from", "1", "--to", "9", "-o", str(file))

    assert said == "Der er ingen version 9. De gemte versioner er 1, 2. Intet er skrevet."
    assert not file.exists()


def test_the_papers_lie_in_the_folder_with_their_list(versions: Terminal, tmp_path: Path) -> None:
    said = versions.does("papers", "broendby", "-o", str(tmp_path / "journal"))

    names = {p.name for p in (tmp_path / "journal").iterdir()}
    assert {"manifest.json", "indhold.csv", "01-strategi-version-2.docx"} <= names
    assert said == f"{len(names)} filer er skrevet i {tmp_path / 'journal'}.\n"
