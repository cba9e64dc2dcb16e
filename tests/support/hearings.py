"""A hearing of the example's draft with two parties, and forms as they come back."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.example import load_case
from strategykit.actions.hearing_answers import answers_of
from strategykit.actions.hearing_papers import form_file
from strategykit.actions.hearings import draft_in_hearing, open_hearing, parties_of
from strategykit.actions.registers import add_entry
from strategykit.domain.hearings import Hearing, HearingParty, chapters_of
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database

LEADER = Who(Access.FACILITATOR)
COUNCIL, SCHOOL = "Eksempelrådet for unge", "Eksempelskolen"


@dataclass(frozen=True)
class Held:
    """A hearing with its two parties, the first of which speaks for the young."""

    db: Database
    process: Process
    hearing: Hearing
    council: HearingParty
    school: HearingParty

    def said(self, party: HearingParty) -> dict[str, str]:
        """What the party has answered, by chapter."""
        found = answers_of(self.db, party).items()
        return {key: response.text for key, response in found if response.version}

    def form(self, party: HearingParty, answers: Mapping[str, str]) -> bytes:
        """The party's form with the answers typed in below the headings."""
        titles = dict(chapters_of(draft_in_hearing(self.db, self.hearing)))
        wanted = {titles[key]: text for key, text in answers.items()}
        document, heading = docx.Document(io.BytesIO(form_file(self.db, self.hearing, party))), ""
        for part in document.iter_inner_content():
            if isinstance(part, Paragraph):
                heading = part.text or heading
            elif isinstance(part, Table) and heading in wanted:
                part.cell(1, 0).text = wanted.pop(heading)
        assert not wanted
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def a_hearing(db: Database, process: Process | None = None) -> Held:
    """Of a new process, or one more of the same."""
    process = process or load_case(db, LEADER, "broendby")
    version = keep_version(db, LEADER, process.id, new_id())
    hearing = open_hearing(
        db, LEADER,
        Hearing(
            id=new_id(), process_id=process.id, version_id=version.id, starts=date(2026, 8, 1),
            ends=date(2099, 9, 15),
        ),
    )  # fmt: skip
    for name in (COUNCIL, SCHOOL):
        add_entry(db, LEADER, HearingParty(
            id=new_id(), process_id=process.id, hearing_id=hearing.id, name=name,
            young=name == COUNCIL,
        ))  # fmt: skip
    council, school = parties_of(db, hearing)
    return Held(db, process, hearing, council, school)
