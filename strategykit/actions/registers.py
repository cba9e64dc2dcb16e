"""Adding, changing and removing entries of any kind."""

from dataclasses import fields
from typing import TypeVar

from strategykit.actions.acting import acting
from strategykit.domain.approvals import Adoption, Stage
from strategykit.domain.areas import Area, Measure
from strategykit.domain.ballots import Ballot, StepResult
from strategykit.domain.boards import Dot, Note, NoteGroup
from strategykit.domain.entry import Entry
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Criterion, Goal, Measurement, Performance, SubGoal
from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse
from strategykit.domain.meetings import (
    AgendaItem,
    Agreement,
    Decision,
    Disqualification,
    Meeting,
    Parked,
)
from strategykit.domain.minorities import Minority
from strategykit.domain.people import Who
from strategykit.domain.reviews import (
    Point,
    ReceivedFile,
    ReviewMark,
    SectionApproval,
    SendOut,
)
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.statements import Statement, StatementVersion
from strategykit.domain.steps import Step
from strategykit.domain.survey import SurveyAnswer, SurveyRound
from strategykit.domain.text import checked
from strategykit.domain.turns import PointTurn, PointWording
from strategykit.storage import step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store

Kind = TypeVar("Kind", bound=Entry)

#: What goes with a thing when it is removed: the kind and the column that points to it.
CHILDREN: dict[type[Entry], tuple[tuple[type[Entry], str], ...]] = {
    Meeting: tuple(
        (k, "meeting_id")
        for k in (AgendaItem, Decision, Disqualification, Agreement, Parked, Minority, Step, Seat,
                  Room)
    ),
    AgendaItem: ((Step, "item_id"),),
    Decision: ((Minority, "decision_id"),),
    Step: tuple((k, "step_id") for k in (Ballot, StepResult, GoalTable, Minority, PointTurn)),
    Area: ((Measure, "area_id"), (Goal, "area_id"), (Criterion, "area_id"),
           (Performance, "area_id"), (Dot, "subject_id"), (GoalTable, "area_id")),
    Goal: ((SubGoal, "goal_id"), (Criterion, "goal_id"), (Measurement, "goal_id")),
    Note: ((Dot, "subject_id"),),
    NoteGroup: ((Dot, "subject_id"),),
    Statement: ((StatementVersion, "statement_id"),),
    SendOut: tuple(
        (k, "send_out_id")
        for k in (ReviewMark, Point, ReceivedFile, SectionApproval, PointTurn, PointWording)
    ),
    Hearing: ((HearingResponse, "hearing_id"), (HearingParty, "hearing_id")),
    HearingParty: ((HearingResponse, "party_id"),),
    SurveyRound: ((SurveyAnswer, "round_id"),),
    Stage: ((Adoption, "stage_id"),),
}  # fmt: skip


def entries(db: Database, process_id: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """All entries of a kind in the order of their places."""
    with db.reading() as store:
        return store.all(kind, process_id)


def add_entry(db: Database, who: Who, entry: Kind) -> bool:
    """Whether it was new; the same id twice is a double tap and is kept once."""
    fit = checked(entry)
    with acting(db, who, fit.process_id, "add", type(fit).__name__, fit.id) as store:
        return store.add_once(fit)


def change_entry(db: Database, who: Who, seen: Kind, changed: Kind) -> Kind:
    """The entry as saved; raises EditConflict when somebody saved it since it was seen."""
    fit = checked(changed)
    with acting(db, who, seen.process_id, "change", type(seen).__name__, seen.id) as store:
        return store.save(seen, fit)


def remove_entry(db: Database, who: Who, entry: Entry) -> None:
    """The entry is gone with all that hangs on it."""
    with acting(db, who, entry.process_id, "remove", type(entry).__name__, entry.id) as store:
        remove_with_children(store, entry)


def hangs_on(db: Database, entry: Entry) -> dict[str, int]:
    """How many things would go with the entry, by their kind's name in code."""
    with db.reading() as store:
        return {
            kind.__name__: count
            for kind, column in CHILDREN.get(type(entry), ())
            if (count := store.count(kind, entry.process_id, **{column: entry.id}))
        }


def remove_with_children(store: Store, entry: Entry) -> None:
    """Removes deepest first, and takes a removed group's mark off its notes."""
    for kind, column in CHILDREN.get(type(entry), ()):
        for child in store.all(kind, entry.process_id, **{column: entry.id}):
            remove_with_children(store, child)
    if isinstance(entry, Step):
        step_keys.forget_keys(store, entry)
    store.remove(entry)


def differs(one: Entry, other: Entry) -> tuple[str, ...]:
    """The names of the fields in which two entries differ, their versions left out."""
    return tuple(
        f.name
        for f in fields(one)
        if f.name != "version" and getattr(one, f.name) != getattr(other, f.name)
    )
