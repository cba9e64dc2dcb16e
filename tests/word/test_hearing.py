"""A hearing: the form is filled in with LibreOffice, and the note says what came of it."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.drafts import draft_word
from strategykit.actions.example import load_case
from strategykit.actions.hearing_answers import (
    answer,
    answers_of,
    assess,
    review_for_points,
    take_form,
    to_point,
)
from strategykit.actions.hearing_papers import letter_file, note_file, young_file
from strategykit.actions.hearings import close_hearing, draft_in_hearing, open_hearing
from strategykit.actions.journal import journal_documents
from strategykit.actions.materials import process_of
from strategykit.actions.points import wishes_of
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.hearings import (
    WHOLE,
    Hearing,
    HearingParty,
    HearingResponse,
    chapters_of,
)
from strategykit.domain.outline import Table
from strategykit.domain.paper import Paper
from strategykit.domain.people import Who
from strategykit.drafting.papers.hearing import hearing_note, response_form, young_list
from strategykit.drafting.word import write_paper
from strategykit.errors import EditConflict, FileBroken, HearingClosed, HoldsCpr
from strategykit.storage.database import Database
from tests.support.office import faults
from tests.support.returning import edited

NOW = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def hearing(db: Database, who: Who) -> Hearing:
    process = load_case(db, who, "broendby")
    version = keep_version(db, who, process.id, new_id())
    wanted = Hearing(
        id=new_id(), process_id=process.id, version_id=version.id, starts=date(2026, 8, 1),
        ends=date(2026, 9, 15),
    )  # fmt: skip
    return open_hearing(db, who, wanted)


@pytest.fixture
def party(db: Database, who: Who, hearing: Hearing) -> HearingParty:
    return a_party(db, who, hearing, "Eksempelrådet for unge", young=True)


def a_party(
    db: Database, who: Who, hearing: Hearing, name: str, *, young: bool = False
) -> HearingParty:
    made = HearingParty(
        id=new_id(), process_id=hearing.process_id, hearing_id=hearing.id, name=name, young=young
    )
    add_entry(db, who, made)
    return made


def said(db: Database, party: HearingParty) -> dict[str, str]:
    found = answers_of(db, party)
    return {key: response.text for key, response in found.items() if response.version}


def test_the_form_that_was_filled_in_at_home_is_read(
    db: Database, hearing: Hearing, party: HearingParty, tmp_path: Path
) -> None:
    draft = draft_in_hearing(db, hearing)
    form = write_paper(response_form(draft, hearing, party, "Kommunen"), NOW)
    (first, _), (second, _), *_ = chapters_of(draft)
    back = edited(form, tmp_path, ("in_cell", 1, "Vi savner noget om fritid.\nOg om bus."),
                  ("in_cell", -1, "Tak for et godt udkast."))  # fmt: skip

    taken = take_form(db, party, back)

    assert faults(form, tmp_path) == []
    assert (taken.answers, taken.changed) == (2, 2)
    assert take_form(db, party, back).changed == 0
    assert said(db, party) == {
        first: "Vi savner noget om fritid.\nOg om bus.", WHOLE: "Tak for et godt udkast.",
    }  # fmt: skip
    assert second not in said(db, party)


def test_another_file_than_the_form_changes_nothing(db: Database, party: HearingParty) -> None:
    with pytest.raises(FileBroken, match="svarskabelonen"):
        take_form(db, party, write_paper(Paper("Noget andet", "", ""), NOW))

    assert said(db, party) == {}


def test_two_windows_of_the_same_party_see_both_answers(db: Database, party: HearingParty) -> None:
    seen = answers_of(db, party)[WHOLE]

    answer(db, party, seen, "Det første svar")

    with pytest.raises(EditConflict):
        answer(db, party, seen, "Et andet svar")
    assert said(db, party)[WHOLE] == "Det første svar"


def test_nothing_is_taken_after_the_end_nor_with_a_cpr_number(
    db: Database, who: Who, hearing: Hearing, party: HearingParty
) -> None:
    seen = answers_of(db, party)[WHOLE]
    with pytest.raises(HoldsCpr):
        answer(db, party, seen, "Ring til 010101-1234")

    close_hearing(db, who, hearing)

    with pytest.raises(HearingClosed):
        answer(db, party, seen, "For sent")
    assert said(db, party) == {}


def test_the_note_says_what_was_answered_thought_and_changed(
    db: Database, who: Who, hearing: Hearing, party: HearingParty
) -> None:
    silent = a_party(db, who, hearing, "Eksempelforeningen")
    answer(db, party, answers_of(db, party)[WHOLE], "Husk de unge på landet.")
    response = answers_of(db, party)[WHOLE]
    assess(db, who, response, "Det er rigtigt.", "Afsnittet om transport er udvidet.")
    responses = entries(db, hearing.process_id, HearingResponse)
    draft = draft_in_hearing(db, hearing)

    note = hearing_note(draft, hearing, [party, silent], responses, "Kommunen")
    young = young_list(draft, [party, silent], responses, "Kommunen", "de unge")

    (section,) = note.sections
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert table.rows == (
        (party.name, "Husk de unge på landet.", "Det er rigtigt.",
         "Afsnittet om transport er udvidet."),
    )  # fmt: skip
    assert ("Ikke svaret", "Eksempelforeningen") in note.facts
    assert young.title == "Det sagde de unge, og det gjorde vi"
    assert young.sections == note.sections
    assert ("Spurgt", party.name) in young.facts


def test_an_answer_becomes_a_point_once(
    db: Database, who: Who, hearing: Hearing, party: HearingParty
) -> None:
    answer(db, party, answers_of(db, party)[WHOLE], "Husk de unge på landet.")
    response = answers_of(db, party)[WHOLE]
    draft = draft_in_hearing(db, hearing)
    section = next(s for s in draft.sections if s.key == "vision")
    block = section.blocks[0].key
    sent = review_for_points(db, who, hearing)

    point = to_point(db, who, response, sent, section.key, block)

    assert to_point(db, who, response, sent, section.key, block) == point
    assert review_for_points(db, who, hearing).id == sent.id
    (wish,) = wishes_of(db, hearing.process_id, sent.id)
    assert (wish.first.author, wish.first.text) == (party.name, "Husk de unge på landet.")


def test_every_paper_of_a_hearing_is_sound(
    db: Database, who: Who, hearing: Hearing, party: HearingParty, tmp_path: Path
) -> None:
    answer(db, party, answers_of(db, party)["vision"], "Husk <bussen> & toget.\nOgså om aftenen.")
    assess(db, who, answers_of(db, party)["vision"], "Det er rigtigt.", "")
    papers = {
        "brev": letter_file(db, hearing, NOW), "notat": note_file(db, hearing, NOW),
        "liste": young_file(db, hearing, NOW),
        "udkast": draft_word(db, process_of(db, hearing.process_id)),
    }  # fmt: skip

    wrong = {name: found for name, data in papers.items() if (found := faults(data, tmp_path))}

    assert wrong == {}
    for name in ("notat", "liste", "udkast"):
        rows = [row.cells for t in docx.Document(io.BytesIO(papers[name])).tables for row in t.rows]
        assert "Husk <bussen> & toget.\nOgså om aftenen." in {c.text for row in rows for c in row}
    headings = [p.text for p in docx.Document(io.BytesIO(papers["udkast"])).paragraphs]
    assert any("Det sagde de unge, og det gjorde vi" in heading for heading in headings)


def test_the_journal_gets_the_note_and_the_list_of_those_who_speak_for_the_young(
    db: Database, who: Who, hearing: Hearing
) -> None:
    a_party(db, who, hearing, "Eksempelforeningen")
    before = [d.title for d in journal_documents(db, hearing.process_id, pdf=False)]
    a_party(db, who, hearing, "Eksempelrådet for unge", young=True)
    after = [d.title for d in journal_documents(db, hearing.process_id, pdf=False)]

    assert "Høringsnotat" in before
    assert set(after) - set(before) == {"Det sagde de unge, og det gjorde vi"}
