"""Every shipped template, from the first page to a whole Word draft, by the acts of the pages."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.approving import decide_stage
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.drafts import compose_now, word_of
from strategykit.actions.materials import process_of, template_of
from strategykit.actions.processes import change_phase
from strategykit.actions.way import begin_way
from strategykit.domain.approvals import Body, Outcome
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.template_files import TemplateFile, shipped_files
from tests.support.filled_processes import MOMENT, fill
from tests.support.makers import a_process
from tests.support.office import faults
from tests.support.word_files import bookmarks, opened

#: What only some processes come to: votes on phones and a hearing.
AT_TIMES = {"annex_votes", "annex_hearing", "annex_heard"}
FILES = shipped_files()


@pytest.fixture(params=FILES, ids=lambda file: file.template.key)
def file(request: pytest.FixtureRequest) -> TemplateFile:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def process(db: Database, who: Who, file: TemplateFile) -> Process:
    mandate = {
        "mandate": "Udvalget skal foreslå en retning.", "mandate_body": "Kommunalbestyrelsen",
        "mandate_day": MOMENT.date(), "period_from": 2026, "period_to": 2030,
    }  # fmt: skip
    return a_process(db, who, template=file.text, title=file.template.name, **mandate)


def test_six_templates_are_shipped_and_none_is_a_copy_of_another() -> None:
    assert {file.template.key for file in FILES} == {
        "ungestrategi", "helhedsorienteret-ungeindsats", "ti-anbefalinger", "koordinering-15-17",
        "viden-paa-tvaers", "politik-generel",
    }  # fmt: skip


def test_it_goes_through_every_phase_to_a_whole_draft(
    db: Database, who: Who, process: Process, tmp_path: Path
) -> None:
    fill(db, who, process)
    for phase in template_of(process).phases[1:]:
        change_phase(db, who, process_of(db, process.id), phase.key)  # nothing lacks, no reason
    _recommend(db, who, process)

    draft = compose_now(db, process_of(db, process.id), moment=MOMENT)
    data = word_of(db, draft, MOMENT, None)

    assert [missing.text for missing in draft.missing] == []
    assert _left_out(process, draft) == set()
    assert re.findall(r"\{\w+\}|Mangler:", "\n".join(_words(data))) == []
    assert _unused_instruments(process) == set()
    assert faults(data, tmp_path) == []
    assert len(set(bookmarks(data))) == len(bookmarks(data))


def _recommend(db: Database, who: Who, process: Process) -> None:
    kept = keep_version(db, who, process.id, new_id(), "Til udvalget")
    stage = next(s for s in begin_way(db, who, process.id) if s.body is Body.COMMITTEE)
    given = replace(
        stage, day=MOMENT.date(), version_id=kept.id, recommendation="At den sendes videre.",
        outcome=Outcome.RECOMMENDED, overruled="Afprøvning",
    )  # fmt: skip
    decide_stage(db, who, stage, given)


def _unused_instruments(process: Process) -> set[str]:
    """The instruments that no section of the document is filled with."""
    template = template_of(process)
    named = {section.instrument for section in template.document.sections}
    return {plan.key for plan in template.instruments} - named


def _left_out(process: Process, draft: Draft) -> set[str]:
    """The fills of the outline that the draft has no section of, but for those of some only."""
    sections = template_of(process).document.sections
    there = {section.key for section in draft.sections}
    return {s.fill for s in sections if s.key not in there} - AT_TIMES


def _words(data: bytes) -> list[str]:
    document = opened(data)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]
