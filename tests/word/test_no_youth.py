"""Nothing of youth is built in: every paper of a handicappolitik is read for words of the young."""

import io
import zipfile
from collections.abc import Iterator

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.drafts import compose_now, word_of
from strategykit.actions.hearing_papers import form_file, letter_file, note_file, young_file
from strategykit.actions.hearings import open_hearing
from strategykit.actions.journal import journal_documents
from strategykit.actions.materials import process_of
from strategykit.actions.meetings import PaperKind, paper_file
from strategykit.actions.papers import agenda_item_file, all_forms, one_page_file
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.way import begin_way
from strategykit.domain.hearings import Hearing, HearingParty
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Who
from strategykit.storage.database import Database
from tests.support.filled_processes import MOMENT
from tests.support.handicap import a_handicappolitik, borrowed_in


def all_text(data: bytes) -> str:
    """Every part of the file with words in it: body, notes, headers, names and alt texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [name for name in file.namelist() if name.endswith(".xml")]
        return "\n".join(file.read(name).decode("utf-8") for name in parts)


def papers(db: Database, who: Who, process_id: str) -> Iterator[tuple[str, bytes]]:
    """Each Word file that the process can be asked for, by name."""
    draft = compose_now(db, process_of(db, process_id), moment=MOMENT)
    yield "udkast", word_of(db, draft, MOMENT, None)
    for meeting in entries(db, process_id, Meeting):
        for kind in PaperKind:
            yield f"{meeting.title}: {kind}", paper_file(db, process_id, meeting.id, kind)
    kept = keep_version(db, who, process_id, new_id(), "Til udvalget")
    stages = begin_way(db, who, process_id)
    yield "på én side", one_page_file(db, stages[0])
    for stage in stages:
        for form in all_forms():
            yield f"{stage.name}: {form.name}", agenda_item_file(db, stage, form)
    yield from hearing_papers(db, who, process_id, kept.id)
    for document in journal_documents(db, process_id, pdf=False):
        yield document.name, document.data


def hearing_papers(
    db: Database, who: Who, process_id: str, version_id: str
) -> Iterator[tuple[str, bytes]]:
    wanted = Hearing(id=new_id(), process_id=process_id, version_id=version_id)
    hearing = open_hearing(db, who, wanted)
    council = HearingParty(
        id=new_id(), process_id=process_id, hearing_id=hearing.id, name="Handicaprådet", young=True
    )
    add_entry(db, who, council)
    yield "høringsbrev", letter_file(db, hearing)
    yield "svarskema", form_file(db, hearing, council)
    yield "høringsnotat", note_file(db, hearing)
    yield "svar fra dem, den er for", young_file(db, hearing)


def test_no_word_of_the_young(db: Database, who: Who) -> None:
    process = process_of(db, a_handicappolitik(db, who).id)
    read = {name: all_text(data) for name, data in papers(db, who, process.id)}

    assert len(read) > 20
    assert {name for name, text in read.items() if "andicap" not in text} == set()
    assert {name: borrowed_in(text) for name, text in read.items() if borrowed_in(text)} == {}
