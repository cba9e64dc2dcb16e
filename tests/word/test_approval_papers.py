"""The papers that go to the bodies: in the municipality's form, sound, and one page where said."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.example import load_case
from strategykit.actions.papers import (
    agenda_item_file,
    agenda_item_paper,
    all_forms,
    one_page_file,
    usual_form,
)
from strategykit.actions.registers import change_entry
from strategykit.actions.way import begin_way, stages_of
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.outline import Paragraph, text_of
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.office import PDF, converted, faults


@pytest.fixture
def broendby(db: Database, who: Who) -> Process:
    process = load_case(db, who, "broendby")
    keep_version(db, who, process.id, new_id())
    begin_way(db, who, process.id)
    return process


@pytest.fixture
def council(db: Database, broendby: Process) -> Stage:
    return next(s for s in stages_of(db, broendby.id) if s.body is Body.COUNCIL)


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.key)
def test_the_case_has_the_forms_headings_in_their_order(
    db: Database, council: Stage, form: object, tmp_path: Path
) -> None:
    paper = agenda_item_paper(db, council, form)  # type: ignore[arg-type]

    assert [s.title for s in paper.sections] == [title for title, _ in form.headings]  # type: ignore[attr-defined]
    assert all(section.blocks for section in paper.sections)
    assert faults(agenda_item_file(db, council, form), tmp_path) == []  # type: ignore[arg-type]


def test_a_heading_that_nobody_can_fill_says_who_does(db: Database, council: Stage) -> None:
    thisted = next(form for form in all_forms() if form.key == "thisted")

    absent = agenda_item_paper(db, council, thisted).sections[-1]

    assert absent.title == "Fraværende"
    assert text_of(absent.blocks[0]) == "Mangler: skrives af sekretariatet."


def test_a_municipality_without_a_form_gets_the_first(broendby: Process) -> None:
    assert usual_form(broendby) == all_forms()[0]


def test_the_decision_stands_in_the_paper_with_votes_and_minority(
    db: Database, who: Who, council: Stage
) -> None:
    changed = Stage(
        id=council.id, process_id=council.process_id, body=council.body, name=council.name,
        position=council.position, day=date(2026, 10, 1), outcome=Outcome.ADOPTED,
        decision="Strategien vedtages", votes_for=12, votes_against=3, minority="At udsætte sagen",
    )  # fmt: skip
    saved = change_entry(db, who, council, changed)

    paper = agenda_item_paper(db, saved, all_forms()[0])

    (section,) = [s for s in paper.sections if s.title == "Beslutning"]
    texts = [b.text for b in section.blocks if isinstance(b, Paragraph)]
    assert texts == [
        "Vedtaget. Strategien vedtages. 12 stemte for og 3 imod.",
        "Mindretallets forslag: At udsætte sagen.",
    ]


def test_the_short_version_is_one_page(db: Database, council: Stage, tmp_path: Path) -> None:
    data = one_page_file(db, council)

    pdf = PdfReader(BytesIO(converted(data, PDF, tmp_path).read_bytes()))

    assert faults(data, tmp_path) == []
    assert len(pdf.pages) == 1
