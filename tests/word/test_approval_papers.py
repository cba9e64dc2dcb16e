"""The papers that go to the bodies: in the municipality's form, sound, and one page where said."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from strategykit.actions.acting import new_id
from strategykit.actions.amending import Amended, amend, write_amended
from strategykit.actions.approving import decide_stage
from strategykit.actions.draft_versions import keep_version, version_of, versions_of
from strategykit.actions.example import load_case
from strategykit.actions.papers import (
    agenda_item_file,
    agenda_item_paper,
    all_forms,
    decision_extract_file,
    one_page_file,
    one_page_made,
    usual_form,
)
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.actions.way import begin_way, stages_of
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.areas import Area, Choice
from strategykit.domain.context import BudgetLine
from strategykit.domain.drafts import RewriteAct
from strategykit.domain.goals import Goal
from strategykit.domain.outline import Paragraph, Table, Tone, text_of
from strategykit.domain.paper import Paper
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.rewriting import text_at
from strategykit.domain.statements import Statement
from strategykit.drafting.word.office import as_pdf
from strategykit.storage.database import Database
from tests.support.office import PDF, converted, faults


@pytest.fixture
def broendby(db: Database, who: Who) -> Process:
    process = load_case(db, who, "broendby")
    keep_version(db, who, process.id, new_id())
    begin_way(db, who, process.id)
    return process


def pdf_of(data: bytes, folder: Path) -> PdfReader:
    return PdfReader(BytesIO(converted(data, PDF, folder).read_bytes()))


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

    pdf = pdf_of(data, tmp_path)

    assert faults(data, tmp_path) == []
    assert len(pdf.pages) == 1


def test_the_extract_tells_the_decision_and_the_changes_in_the_text(
    db: Database, who: Who, council: Stage, broendby: Process, tmp_path: Path
) -> None:
    version = versions_of(db, broendby.id)[0]
    decided = decide_stage(
        db, who, council,
        replace(
            council, day=date(2026, 10, 7), outcome=Outcome.ADOPTED_CHANGED, votes_for=14,
            version_id=version.id, overruled="Resten tages næste år.", minority="At udsætte sagen",
        ),
    )  # fmt: skip
    draft = version_of(db, broendby.id, version.id).draft
    section, block = next(
        (s, b) for s, b in draft.blocks() if isinstance(b, Paragraph) and b.tone is Tone.BODY
    )
    typed = Amended(section.key, block.key, "", RewriteAct.REPLACE, "Rådets ord.", "Et flertal")
    amend(db, who, decided, typed, new_id())

    data = decision_extract_file(db, decided)

    assert faults(data, tmp_path) == []
    words = "\n".join(page.extract_text() for page in pdf_of(data, tmp_path).pages)
    for said in ("Vedtaget med ændringer. 14 stemte for.", "At udsætte sagen", "Rådets ord.",
                 "Et flertal", "Resten tages næste år."):  # fmt: skip
        assert said in words


def all_said(paper: Paper) -> str:
    return "\n".join(
        text_of(b) if not isinstance(b, Table) else "\n".join(c for row in b.rows for c in row)
        for section in paper.sections
        for b in section.blocks
    )


def test_the_case_is_of_the_version_before_the_body_whatever_was_written_since(
    db: Database, who: Who, council: Stage, broendby: Process
) -> None:
    version = versions_of(db, broendby.id)[0]
    before = change_entry(db, who, council, replace(council, version_id=version.id))
    (vision,) = [s for s in entries(db, broendby.id, Statement) if s.key == "vision"]
    (goal,) = [g for g in entries(db, broendby.id, Goal) if "halvdelen" in g.text]
    (area,) = [a for a in entries(db, broendby.id, Area) if a.id == goal.area_id]
    change_entry(db, who, vision, replace(vision, text="En helt ny vision."))
    change_entry(db, who, goal, replace(goal, text="Et helt nyt mål"))
    change_entry(db, who, area, replace(area, name="Et helt nyt område"))
    cost = BudgetLine(id=new_id(), process_id=broendby.id, text="En helt ny udgift")
    add_entry(db, who, cost)
    keep_version(db, who, broendby.id, new_id())

    item = all_said(agenda_item_paper(db, before, all_forms()[0]))
    page = words_of(one_page_file(db, before))

    for said in (vision.text, area.name):
        assert said.casefold() in item.casefold()
        assert said in page
    assert "Indsatsområder med mål" in page
    assert goal.text in page
    assert "helt n" not in item
    assert "helt n" not in page


def test_the_page_of_an_adopted_strategy_says_what_was_adopted(
    db: Database, who: Who, council: Stage, broendby: Process
) -> None:
    version = versions_of(db, broendby.id)[0]
    decided = decide_stage(
        db, who, council,
        replace(council, day=date(2026, 10, 7), outcome=Outcome.ADOPTED_CHANGED,
                version_id=version.id, overruled="Resten tages næste år."),
    )  # fmt: skip
    typed = Amended(
        "vision", "vision:tekst", "", RewriteAct.REPLACE, "Rådets vision.", "Et flertal"
    )
    amend(db, who, decided, typed, new_id())
    before = words_of(one_page_file(db, decided))
    write_amended(db, who, decided, new_id())

    page = words_of(one_page_file(db, decided))
    item = agenda_item_paper(db, decided, all_forms()[0])

    assert "Rådets vision." not in before
    assert "Rådets vision." in page
    old = text_at(version_of(db, broendby.id, version.id).draft, "vision:tekst")[1]
    (section,) = [s for s in item.sections if s.title == "Beslutning"]
    (table,) = [b for b in section.blocks if isinstance(b, Table)]
    assert table.rows == ((old, "Rådets vision.", "Et flertal"),)


def words_of(data: bytes) -> str:
    """All that a Word file says, tables too."""
    document = docx.Document(BytesIO(data))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_a_strategy_with_many_goals_is_shortened_to_one_page(
    db: Database, who: Who, council: Stage, broendby: Process
) -> None:
    area = next(a for a in entries(db, broendby.id, Area) if a.choice is Choice.PURSUED)
    for number in range(40):
        text = f"Mål {number}: flere unge kommer i gang med en uddannelse eller et arbejde i år."
        add_entry(db, who, Goal(id=new_id(), process_id=broendby.id, area_id=area.id, text=text))
    keep_version(db, who, broendby.id, new_id())

    made = one_page_made(db, council)

    assert made.pages == 1
    assert area.name in "".join(
        page.extract_text() for page in PdfReader(BytesIO(as_pdf(made.data) or b"")).pages
    )
