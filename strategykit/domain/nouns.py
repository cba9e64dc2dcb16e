"""Every kind of thing that a process consists of, parents before children."""

from strategykit.domain.entry import Entry
from strategykit.domain.process import Process, PhaseStart, Answer
from strategykit.domain.people import Person
from strategykit.domain.meetings import Meeting, AgendaItem, Disqualification, Decision, Agreement, Parked
from strategykit.domain.knowledge import EvidenceCard, Constraint, Practice, Interview, Voice, Unit
from strategykit.domain.actors import Stakeholder, Actor, Offer
from strategykit.domain.baseline import OwnFigure, Baseline
from strategykit.domain.boards import Note, NoteGroup, Dot
from strategykit.domain.statements import Statement, StatementVersion
from strategykit.domain.areas import TargetGroup, Area, Measure
from strategykit.domain.goals import Goal, SubGoal, Criterion, Measurement, Performance
from strategykit.domain.context import OtherPolicy, BudgetLine, FollowUp, Recommendation
from strategykit.domain.drafts import Rewrite, DraftVersion, Upload

KINDS: tuple[type[Entry], ...] = (
    Process,
    PhaseStart,
    Answer,
    Person,
    Meeting,
    AgendaItem,
    Disqualification,
    Decision,
    Agreement,
    Parked,
    EvidenceCard,
    Constraint,
    Practice,
    Interview,
    Voice,
    Unit,
    Stakeholder,
    Actor,
    Offer,
    OwnFigure,
    Baseline,
    Note,
    NoteGroup,
    Dot,
    Statement,
    StatementVersion,
    TargetGroup,
    Area,
    Measure,
    Goal,
    SubGoal,
    Criterion,
    Measurement,
    Performance,
    OtherPolicy,
    BudgetLine,
    FollowUp,
    Recommendation,
    Rewrite,
    DraftVersion,
    Upload,
)

#: The same by the name that archives and the log use.
KIND_OF: dict[str, type[Entry]] = {kind.__name__: kind for kind in KINDS}
