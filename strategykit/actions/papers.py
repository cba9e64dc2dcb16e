"""The papers of the way through the bodies: dagsordenspunkt and one page, as Word files."""

from dataclasses import dataclass, replace
from datetime import datetime

from strategykit.actions.acting import now
from strategykit.actions.drafts import NOTHING_CHOSEN, danish_day, read_draft
from strategykit.actions.materials import material_of, template_of
from strategykit.actions.meetings import municipality_name
from strategykit.actions.points import read_wishes
from strategykit.domain.agenda_forms import AgendaForm, form_for
from strategykit.domain.approvals import Adoption, Stage
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.hearings import Hearing
from strategykit.domain.meetings import Meeting
from strategykit.domain.outline import Draft
from strategykit.domain.paper import Paper
from strategykit.domain.process import Process
from strategykit.domain.wording import capital
from strategykit.drafting.papers.agenda_item import Brevity, agenda_item, one_page
from strategykit.drafting.papers.before_body import Case
from strategykit.drafting.papers.decision_extract import decision_extract
from strategykit.drafting.word import write_paper
from strategykit.drafting.word.page_numbers import page_count
from strategykit.errors import NotFound
from strategykit.reference_data import agenda_forms
from strategykit.storage import drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def usual_form(process: Process) -> AgendaForm:
    """The form that the process's municipality uses, or the first shipped one."""
    return form_for(process.municipality, agenda_forms())


def all_forms() -> tuple[AgendaForm, ...]:
    """The forms that may be chosen."""
    return agenda_forms()


def agenda_item_paper(db: Database, stage: Stage, form: AgendaForm) -> Paper:
    """The dagsordenspunkt for the body; raises NotFound."""
    return agenda_item(_case(db, stage), form)


def agenda_item_file(
    db: Database, stage: Stage, form: AgendaForm, moment: datetime | None = None
) -> bytes:
    """The same as a Word file."""
    return _word(db, stage.process_id, agenda_item_paper(db, stage, form), moment)


@dataclass(frozen=True)
class OnePage:
    """The file, and on how many pages it was seen to lie; None where nobody could look."""

    data: bytes
    pages: int | None


def one_page_made(db: Database, stage: Stage, moment: datetime | None = None) -> OnePage:
    """The strategy on one page for the body; shortened until LibreOffice finds it on one.

    Once the council has adopted it, the page says what was adopted.
    """
    before, at = _case(db, stage), moment or now()
    case = replace(before, draft=_adopted(db, stage) or before.draft)
    made = OnePage(b"", None)
    for brevity in Brevity:
        data = _word(db, stage.process_id, one_page(case, brevity), at)
        made = OnePage(data, page_count(data))
        if made.pages in (1, None):
            break
    return made


def one_page_file(db: Database, stage: Stage, moment: datetime | None = None) -> bytes:
    """Only the file."""
    return one_page_made(db, stage, moment).data


def decision_extract_file(db: Database, stage: Stage, moment: datetime | None = None) -> bytes:
    """What the body decided, with its changes in the text, as a Word file."""
    case = _case(db, stage)
    with db.reading() as store:
        version = store.find(DraftVersion, stage.version_id) if stage.version_id else None
    paper = decision_extract(case, version.number if version else 0)
    return _word(db, stage.process_id, paper, moment)


def _case(db: Database, stage: Stage) -> Case:
    material = material_of(db, stage.process_id)
    there = material.find(Stage, stage.id)
    if there is None:
        raise NotFound(Stage.noun)
    with db.reading() as store:
        draft = _before(store, there)
        changes = read_wishes(store, there.process_id, there.id)
    municipality = municipality_name(material.process)
    return Case(material, there, municipality, draft, _attachments(db, there), changes)


def _before(store: Store, stage: Stage) -> Draft:
    """What lies before the body: its version, else the newest kept one, else the draft of today."""
    if stage.version_id:
        return store.get(DraftVersion, stage.version_id, stage.process_id).draft
    if kept := drafts.newest(store, stage.process_id):
        return kept.draft
    return read_draft(store, stage.process_id, danish_day(now()), NOTHING_CHOSEN).draft


def _adopted(db: Database, stage: Stage) -> Draft | None:
    with db.reading() as store:
        found = store.all(Adoption, stage.process_id, stage_id=stage.id)
        if not found:
            return None
        return store.get(DraftVersion, found[-1].version_id, stage.process_id).draft


def _attachments(db: Database, stage: Stage) -> tuple[str, ...]:
    """The strategy that lies before the body, and the papers that tell how it came to be."""
    with db.reading() as store:
        lines = drafts.version_lines(store, stage.process_id)
        version = store.find(DraftVersion, stage.version_id) if stage.version_id else None
        held = [m for m in store.all(Meeting, stage.process_id) if m.day is not None]
        hearings = store.all(Hearing, stage.process_id)
        process = store.get(Process, stage.process_id)
    number = version.number if version else (lines[0].number if lines else 0)
    titles = [f"{_title_word(process)}, version {number}"] if number else []
    titles += [f"Referat af {m.title}" for m in held]
    titles += ["Høringsnotat"] if hearings else []
    return tuple(titles)


def _title_word(process: Process) -> str:
    word = template_of(process).terms.strategien
    return capital(word)


def _word(db: Database, process_id: str, paper: Paper, moment: datetime | None) -> bytes:
    with db.reading() as store:
        style = drafts.house_style(store, process_id)
    return write_paper(paper, moment or now(), style.data if style else None)
