"""The whole example, from the case to Word and back, is the same on SQLite and PostgreSQL."""

import io
from datetime import UTC, datetime

import pytest
from docx import Document

from strategykit.actions.archives import export_process, import_process
from strategykit.actions.drafts import draft_word
from strategykit.actions.erasing import erase_process
from strategykit.actions.example import load_example
from strategykit.actions.keeping import check_log
from strategykit.actions.materials import statuses_of
from strategykit.actions.processes import list_processes
from strategykit.archive_files import read_archive
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage import changes
from strategykit.storage.database import Database

NOON = datetime(2026, 6, 3, 10, 0, tzinfo=UTC)


@pytest.fixture
def example(both: Database, who: Who) -> Process:
    return load_example(both, who, "broendby")


def test_the_word_draft_holds_what_the_committee_wrote(both: Database, example: Process) -> None:
    document = Document(io.BytesIO(draft_word(both, example, moment=NOON)))

    text = "\n".join(p.text for p in document.paragraphs)
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert "Ingen står alene, og ingen bliver glemt." in text
    assert "Klart ansvar og fast koordinering" in text
    assert "Antallet af gengangere er højst 6" in cells
    assert "Det er uklart hvem der har ansvaret for den enkelte unge" in cells


def test_the_phases_see_what_is_missing(both: Database, example: Process) -> None:
    unmet = {status.number: status.exit_unmet for status in statuses_of(both, example.id)}

    assert unmet[1] == ("stakeholders_recorded", "constraints_recorded")
    assert unmet[2] == unmet[3] == unmet[4] == ()


def test_it_moves_by_archive_and_its_log_holds(both: Database, who: Who, example: Process) -> None:
    data = export_process(both, example)

    copy = import_process(both, who, data)

    assert check_log(both, copy) > 0
    mine, theirs = read_archive(export_process(both, copy)), read_archive(data)
    assert {k: len(v) for k, v in mine.things.items()} == {
        k: len(v) for k, v in theirs.things.items()
    }


def test_it_can_be_erased_log_and_all(both: Database, who: Who, example: Process) -> None:
    erase_process(both, who, example, example.title)

    assert list_processes(both) == ()
    with both.reading() as store:
        assert changes.lines(store, example.id) == ()
