"""The hearing's papers as Word files."""

from datetime import datetime

from strategykit.actions.acting import now
from strategykit.actions.hearings import draft_in_hearing, parties_of
from strategykit.actions.materials import template_of
from strategykit.actions.meetings import municipality_name
from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse
from strategykit.domain.paper import Paper
from strategykit.domain.process import Process
from strategykit.drafting.papers.hearing import (
    hearing_letter,
    hearing_note,
    response_form,
    young_list,
)
from strategykit.drafting.word import write_paper
from strategykit.storage import drafts
from strategykit.storage.database import Database


def form_file(db: Database, hearing: Hearing, party: HearingParty) -> bytes:
    """The form that the party fills in at home."""
    draft = draft_in_hearing(db, hearing)
    return _word(db, hearing, response_form(draft, hearing, party, _sender(db, hearing)))


def letter_file(db: Database, hearing: Hearing, moment: datetime | None = None) -> bytes:
    """The letter to all parties."""
    draft, sender = draft_in_hearing(db, hearing), _sender(db, hearing)
    letter = hearing_letter(draft, hearing, parties_of(db, hearing), sender)
    return _word(db, hearing, letter, moment)


def note_paper(db: Database, hearing: Hearing) -> Paper:
    """The høringsnotat as it stands now."""
    parties, responses = _all(db, hearing)
    draft, sender = draft_in_hearing(db, hearing), _sender(db, hearing)
    return hearing_note(draft, hearing, parties, responses, sender)


def note_file(db: Database, hearing: Hearing, moment: datetime | None = None) -> bytes:
    """The same as a Word file."""
    return _word(db, hearing, note_paper(db, hearing), moment)


def young_file(db: Database, hearing: Hearing, moment: datetime | None = None) -> bytes:
    """What those said whom the strategy is for, and what was done about it."""
    parties, responses = _all(db, hearing)
    with db.reading() as store:
        process = store.get(Process, hearing.process_id)
    who = template_of(process).terms.personerne
    draft, sender = draft_in_hearing(db, hearing), _sender(db, hearing)
    return _word(db, hearing, young_list(draft, parties, responses, sender, who), moment)


def _all(
    db: Database, hearing: Hearing
) -> tuple[tuple[HearingParty, ...], tuple[HearingResponse, ...]]:
    with db.reading() as store:
        parties = store.all(HearingParty, hearing.process_id, hearing_id=hearing.id)
        responses = store.all(HearingResponse, hearing.process_id, hearing_id=hearing.id)
    return parties, responses


def _sender(db: Database, hearing: Hearing) -> str:
    with db.reading() as store:
        process = store.get(Process, hearing.process_id)
    return f"{municipality_name(process)} · {process.committee}"


def _word(db: Database, hearing: Hearing, paper: Paper, moment: datetime | None = None) -> bytes:
    with db.reading() as store:
        style = drafts.house_style(store, hearing.process_id)
    return write_paper(paper, moment or now(), style.data if style else None)
