"""The Journalpakke: what is in it, that it is the same twice, and that its PDF can be kept."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader

from strategykit.actions.acting import new_id
from strategykit.actions.approving import decide_stage
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.example import load_example
from strategykit.actions.journal import journal_package, write_papers
from strategykit.actions.points import decide, wishes_of
from strategykit.actions.registers import change_entry, entries
from strategykit.actions.sending_out import send_out
from strategykit.actions.taking_in import Reviewer, take_mark
from strategykit.actions.way import begin_way, stages_of
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.domain.reviews import ReviewMark, SendOut, Verdict
from strategykit.errors import NothingToJournal
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.makers import a_process


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('journal') / 'strategi.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def adopted(kept: Database) -> Process:
    db, who = kept, Who(Access.FACILITATOR)
    process = load_example(db, who, "broendby")
    version = keep_version(db, who, process.id, new_id())
    _reviewed(db, who, process, version.id)
    begin_way(db, who, process.id)
    council = next(s for s in stages_of(db, process.id) if s.body is Body.COUNCIL)
    fields = {**vars(council), "day": date(2026, 10, 1), "outcome": Outcome.ADOPTED,
              "version_id": version.id, "overruled": "Eksempel"}  # fmt: skip
    decide_stage(db, who, council, Stage(**fields))
    meeting = entries(db, process.id, Meeting)[0]
    change_entry(db, who, meeting, Meeting(**{**vars(meeting), "day": date(2026, 6, 3)}))
    return process


def _reviewed(db: Database, who: Who, process: Process, version_id: str) -> None:
    sent = send_out(
        db, who, SendOut(id=new_id(), process_id=process.id, version_id=version_id)
    )  # fmt: skip
    asked = ReviewMark(id=new_id(), process_id=process.id, send_out_id=sent.id, section="vision",
                       text="Hvor er de frivillige?")  # fmt: skip
    take_mark(db, Reviewer(name="Bo Eksempel"), sent, asked)
    (wish,) = wishes_of(db, process.id, sent.id)
    decide(db, who, wish, Verdict.REJECTED, reason="De er nævnt.")


@pytest.fixture(scope="module")
def files(kept: Database, adopted: Process) -> dict[str, bytes]:
    return opened(journal_package(kept, adopted.id))


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_package_holds_the_final_documents_and_says_what_they_are(
    kept: Database, adopted: Process, files: dict[str, bytes]
) -> None:
    manifest = json.loads(files["manifest.json"])
    kinds = {document["art"] for document in manifest["dokumenter"]}
    assert {
        "strategi",
        "referat",
        "datagrundlag",
        "dagsordenspunkt",
        "beslutning",
        "resumé",
    } <= kinds
    for document in manifest["dokumenter"]:
        assert sha256(files[document["fil"]]).hexdigest() == document["sha256"]
    with kept.reading() as store:
        assert manifest["aendringslog"] == changes.head(store, adopted.id)
    assert manifest["dokumenter"][0]["titel"].endswith(
        "(vedtaget af kommunalbestyrelsen den 1. oktober 2026)"
    )
    assert files["indhold.csv"].decode("utf-8-sig").startswith("Fil;Titel;Art;Dato;SHA-256")


def test_the_strategy_is_there_as_tagged_pdf_for_the_archive(files: dict[str, bytes]) -> None:
    name = next(n for n in files if n.startswith("01-") and n.endswith(".pdf"))
    root = PdfReader(io.BytesIO(files[name])).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da-DK"
    assert b"pdfaid:part>2<" in root["/Metadata"].get_object().get_data()


def test_the_same_papers_in_a_folder_are_the_same_bytes(
    kept: Database, adopted: Process, files: dict[str, bytes], tmp_path: Path
) -> None:
    names = write_papers(kept, adopted.id, tmp_path / "papirer", pdf=False)

    words = [name for name in names if name.endswith(".docx")]
    assert len(words) == len([name for name in files if name.endswith(".docx")])
    assert [n for n in words if (tmp_path / "papirer" / n).read_bytes() != files[n]] == []


def test_before_any_version_there_is_nothing_to_journal(db: Database, who: Who) -> None:
    with pytest.raises(NothingToJournal, match="Gem en version"):
        journal_package(db, a_process(db, who).id)
