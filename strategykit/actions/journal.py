"""The Journalpakke: the final documents of a process with a list of what they are.

Offentlighedsloven § 15: documents in final form, each with its date and a short description.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from strategykit.actions.acting import now
from strategykit.actions.decision_log import log_word
from strategykit.actions.draft_versions import version_of, version_word
from strategykit.actions.hearing_papers import note_file, young_file
from strategykit.actions.hearings import parties_of
from strategykit.actions.materials import template_of
from strategykit.actions.meetings import PaperKind, municipality_name, paper_file
from strategykit.actions.papers import (
    agenda_item_file,
    decision_extract_file,
    one_page_file,
    usual_form,
)
from strategykit.actions.points import wishes_of
from strategykit.domain.approvals import ENDS, Adoption, Body, Outcome, Stage
from strategykit.domain.approving import is_changed
from strategykit.domain.baseline import Baseline
from strategykit.domain.clock import in_denmark
from strategykit.domain.documents import Document, list_of
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.hearings import Hearing, young_title
from strategykit.domain.meetings import Meeting
from strategykit.domain.paper import Paper
from strategykit.domain.process import Process
from strategykit.domain.reviews import SendOut
from strategykit.drafting.papers.journal import baseline_paper
from strategykit.drafting.word import write_paper
from strategykit.drafting.word.office import as_pdf, has_office
from strategykit.errors import NothingToJournal
from strategykit.storage import changes, drafts
from strategykit.storage.database import Database

Progress = Callable[[int, int], None]
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_FIRST = datetime(1980, 1, 1)  # noqa: DTZ001 - a zip file's own earliest time


@dataclass(frozen=True)
class _Desk:
    """What all documents of one package are made from."""

    db: Database
    process: Process
    sender: str
    at: datetime

    def word(self, paper: Paper) -> bytes:
        """The paper in the municipality's look."""
        with self.db.reading() as store:
            style = drafts.house_style(store, self.process.id)
        return write_paper(paper, self.at, style.data if style else None)


def journal_package(db: Database, process_id: str, progress: Progress | None = None) -> bytes:
    """The zip with its manifest; raises NothingToJournal while no version is kept."""
    documents = journal_documents(db, process_id, progress)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _files(db, process_id, documents):
            entry = zipfile.ZipInfo(name, _FIRST.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()


def write_papers(
    db: Database, process_id: str, folder: Path, *, pdf: bool = True
) -> tuple[str, ...]:
    """The same files in a folder; gives their names. Raises OSError where it cannot write."""
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for name, data in _files(db, process_id, journal_documents(db, process_id, pdf=pdf)):
        (folder / name).write_bytes(data)
        names.append(name)
    return tuple(names)


def journal_documents(
    db: Database, process_id: str, progress: Progress | None = None, *, pdf: bool = True
) -> tuple[Document, ...]:
    """Every final document in the order of the process; PDF beside Word where it can be made."""
    desk = _desk(db, process_id)
    made = [*_strategy(desk), *_minutes(desk), *_decisions(desk), *_baseline(desk),
            *_hearings(desk), *_cases(desk)]  # fmt: skip
    found: list[Document] = []
    for number, document in enumerate(made, start=1):
        if progress:
            progress(number, len(made))
        found.append(document)
        laid_out = as_pdf(document.data) if pdf else None
        if laid_out:
            name = document.name.removesuffix(".docx") + ".pdf"
            found.append(Document(name, document.title, document.kind, document.day, laid_out))
    return tuple(found)


def makes_pdf() -> bool:
    """Whether this machine can make the PDF files."""
    return has_office()


def _desk(db: Database, process_id: str) -> _Desk:
    with db.reading() as store:
        process = store.get(Process, process_id)
        at = changes.newest_at(store, process_id) or now()
    return _Desk(db, process, f"{municipality_name(process)} · {process.committee}", at)


def _strategy(desk: _Desk) -> Iterator[Document]:
    """The adopted version, else the newest that is kept."""
    with desk.db.reading() as store:
        adopted = store.all(Adoption, desk.process.id)
        lines = drafts.version_lines(store, desk.process.id)
    if not lines:
        raise NothingToJournal
    version_id = adopted[-1].version_id if adopted else lines[0].id
    version = version_of(desk.db, desk.process.id, version_id)
    status = version.draft.cover.status
    title = f"{version.draft.cover.title}, version {version.number} ({status.lower()})"
    yield Document(
        f"01-strategi-version-{version.number}.docx", title, "strategi", _day(version),
        version_word(desk.db, desk.process.id, version.id),
    )  # fmt: skip


def _minutes(desk: _Desk) -> Iterator[Document]:
    with desk.db.reading() as store:
        held = [m for m in store.all(Meeting, desk.process.id) if m.day is not None]
    for number, meeting in enumerate(held, start=1):
        data = paper_file(desk.db, desk.process.id, meeting.id, PaperKind.MINUTES, moment=desk.at)
        day = meeting.day or desk.at.date()
        name = f"02-{number:02d}-referat-{_plain(meeting.title)}.docx"
        yield Document(name, f"Referat af {meeting.title}", "referat", day, data)


def _decisions(desk: _Desk) -> Iterator[Document]:
    with desk.db.reading() as store:
        reviews = store.all(SendOut, desk.process.id)
    for number, sent in enumerate(reviews, start=1):
        if wishes_of(desk.db, desk.process.id, sent.id):
            day = (sent.sent_at or desk.at).date()
            title = f"Beslutningslog for version {sent.number}"
            yield Document(
                f"03-{number:02d}-beslutningslog.docx", title, "beslutninger", day,
                log_word(desk.db, sent, desk.at),
            )  # fmt: skip


def _baseline(desk: _Desk) -> Iterator[Document]:
    with desk.db.reading() as store:
        locked = store.all(Baseline, desk.process.id)
    for baseline in locked[-1:]:
        paper = baseline_paper(baseline, desk.process.title, desk.sender)
        day = in_denmark(baseline.frozen_at).date()
        yield Document("04-nulpunkt.docx", "Nulpunkt med kilder", "datagrundlag", day,
                       desk.word(paper))  # fmt: skip


def _hearings(desk: _Desk) -> Iterator[Document]:
    with desk.db.reading() as store:
        hearings = store.all(Hearing, desk.process.id)
    for number, hearing in enumerate(hearings, start=1):
        day = hearing.ends or desk.at.date()
        yield Document(f"05-{number:02d}-hoeringsnotat.docx", "Høringsnotat", "høring", day,
                       note_file(desk.db, hearing, desk.at))  # fmt: skip
        if any(party.young for party in parties_of(desk.db, hearing)):
            title = young_title(template_of(desk.process).terms.personerne)
            yield Document(f"05-{number:02d}-{_plain(title)}.docx", title, "høring", day,
                           young_file(desk.db, hearing, desk.at))  # fmt: skip


def _cases(desk: _Desk) -> Iterator[Document]:
    with desk.db.reading() as store:
        stages = store.all(Stage, desk.process.id)
    form = usual_form(desk.process)
    bodies = [s for s in stages if s.body is not Body.HEARING]  # it has papers of its own
    done = [s for s in bodies if s.outcome is not Outcome.WAITING]
    for number, stage in enumerate(done, start=1):
        day = stage.day or desk.at.date()
        yield Document(
            f"06-{number:02d}-dagsordenspunkt-{_plain(stage.name)}.docx",
            f"Dagsordenspunkt og beslutning: {stage.name}", "dagsordenspunkt", day,
            agenda_item_file(desk.db, stage, form, desk.at),
        )  # fmt: skip
        if stage.outcome in ENDS or is_changed(stage):
            yield Document(
                f"06-{number:02d}-beslutning-{_plain(stage.name)}.docx",
                f"Udskrift af beslutning: {stage.name}", "beslutning", day,
                decision_extract_file(desk.db, stage, desk.at),
            )  # fmt: skip
    for stage in done[-1:]:
        data, day = one_page_file(desk.db, stage, desk.at), stage.day or desk.at.date()
        word = template_of(desk.process).terms.strategien
        yield Document(
            "07-kort-fortalt.docx", f"{word[:1].upper()}{word[1:]} på én side", "resumé", day, data
        )


def _files(
    db: Database, process_id: str, documents: tuple[Document, ...]
) -> Iterator[tuple[str, bytes]]:
    yield from ((document.name, document.data) for document in documents)
    yield "manifest.json", _manifest(db, process_id, documents)
    yield "indhold.csv", list_of(documents)


def _manifest(db: Database, process_id: str, documents: tuple[Document, ...]) -> bytes:
    desk = _desk(db, process_id)
    with db.reading() as store:
        head = changes.head(store, process_id)
    said = {
        "titel": desk.process.title,
        "sagsnummer": desk.process.case_number,
        "kommune": municipality_name(desk.process),
        "udvalg": desk.process.committee,
        "aendringslog": head,
        "dokumenter": [
            {"fil": d.name, "titel": d.title, "art": d.kind, "dato": d.day.isoformat(),
             "sagsnummer": desk.process.case_number, "sha256": d.checksum}
            for d in documents
        ],
    }  # fmt: skip
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _day(version: DraftVersion) -> date:
    return version.draft.cover.day


def _plain(text: str) -> str:
    return _NOT_PLAIN.sub("-", text.lower().translate(_DANISH)).strip("-")[:40].strip("-")
