"""A process filled by hand, act by act, with the invented content of a try-out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from strategykit.actions.acting import new_id
from strategykit.actions.areas import decide
from strategykit.actions.baseline import freeze
from strategykit.actions.boards import write_notes
from strategykit.actions.dots import give_dots
from strategykit.actions.instruments import fill_row
from strategykit.actions.materials import template_of
from strategykit.actions.processes import answer_question, answers_of
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.actions.statements import agree, save_statement, statement_of
from strategykit.actions.survey import close_round, hand_in, open_round
from strategykit.domain.approvals import Stage
from strategykit.domain.areas import Area, Choice
from strategykit.domain.baseline import Baseline
from strategykit.domain.boards import Note, Spot
from strategykit.domain.entry import Entry
from strategykit.domain.instrument_columns import columns_of
from strategykit.domain.instrument_rows import InstrumentRow, as_typed_again
from strategykit.domain.instruments import InstrumentKind, InstrumentPlan, QuestionForm
from strategykit.domain.invented import invented
from strategykit.domain.meetings import Decision, Meeting
from strategykit.domain.people import Who
from strategykit.domain.process import Answer, Process
from strategykit.domain.statements import Statement
from strategykit.domain.survey import LEAST, SurveyAnswer, SurveyRound
from strategykit.storage.database import Database

MOMENT = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)
#: What other acts than adding bring about.
_BY_ACTS = (
    Note, Statement, Area, Baseline, InstrumentRow, Stage, Answer, SurveyRound, SurveyAnswer,
)  # fmt: skip


def fill(db: Database, who: Who, process: Process) -> None:
    """Everything that a committee fills in, by the acts of the pages."""
    template = template_of(process)
    made = invented(template, process, MOMENT)
    for thing in made.things:
        if not isinstance(thing, _BY_ACTS):
            add_entry(db, who, thing)
    _answer_questions(db, who, process)
    _write_boards(db, who, process)
    _agree_on_texts(db, who, made.things, process)
    _decide_areas(db, who, made.things)
    _fill_instruments(db, who, made.things, process)
    freeze(db, who, process.id, new_id(), "Låst.")
    _hold_meetings(db, who, process)


def _answer_questions(db: Database, who: Who, process: Process) -> None:
    for seen in answers_of(db, process).values():
        answer_question(db, who, seen, replace(seen, text="Besvaret."))


def _write_boards(db: Database, who: Who, process: Process) -> None:
    for board in template_of(process).boards:
        for field in board.fields:
            spot = Spot(process.id, board.key, field.key)
            write_notes(db, who, spot, f"Første om {field.title}\nAnden", new_id())
    notes = entries(db, process.id, Note)
    give_dots(db, who, process.id, {note.id: 2 for note in notes if note.text != "Anden"})


def _agree_on_texts(db: Database, who: Who, things: tuple[Entry, ...], process: Process) -> None:
    for text in (thing for thing in things if isinstance(thing, Statement)):
        seen = statement_of(db, process.id, text.key)
        saved = save_statement(db, who, seen, replace(seen, text=text.text))
        if ":" not in text.key:
            agree(db, who, saved, MOMENT.date())


def _decide_areas(db: Database, who: Who, things: tuple[Entry, ...]) -> None:
    for area in (thing for thing in things if isinstance(thing, Area)):
        proposed = replace(area, choice=Choice.OPEN, reason="", note_ids=())
        add_entry(db, who, proposed)
        (seen,) = (a for a in entries(db, area.process_id, Area) if a.id == area.id)
        decide(db, who, seen, replace(seen, choice=area.choice, reason=area.reason))


def _fill_instruments(db: Database, who: Who, things: tuple[Entry, ...], process: Process) -> None:
    template = template_of(process)
    for row in (thing for thing in things if isinstance(thing, InstrumentRow)):
        plan = template.instrument(row.instrument)
        assert plan is not None
        blank = replace(row, id=new_id(), version=0, position=0, values=())
        fill_row(db, who, blank, _typed(plan, row))
    for plan in template.instruments:
        if plan.kind is InstrumentKind.SURVEY:
            _ask_all(db, who, process, plan)


def _typed(plan: InstrumentPlan, row: InstrumentRow) -> Mapping[str, str]:
    """As a person would type it."""
    columns = columns_of(plan, row.item)
    return {c.key: as_typed_again(c, row.value(c.key)) for c in columns}


def _ask_all(db: Database, who: Who, process: Process, plan: InstrumentPlan) -> None:
    asked, token = open_round(db, who, process.id, plan.key, "Alle")
    said = {
        item.key: "Mere tid" if item.form is QuestionForm.TEXT else "enig" for item in plan.items
    }
    for _ in range(LEAST):
        hand_in(db, token, said, "", new_id())
    close_round(db, who, asked)


def _hold_meetings(db: Database, who: Who, process: Process) -> None:
    for number, meeting in enumerate(entries(db, process.id, Meeting), start=1):
        day = (MOMENT - timedelta(days=300 - 30 * number)).date()
        change_entry(db, who, meeting, replace(meeting, day=day))
        decision = Decision(
            id=new_id(), process_id=process.id, meeting_id=meeting.id, text=f"Beslutning {number}"
        )
        add_entry(db, who, decision)
