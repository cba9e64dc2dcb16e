"""Every kind of thing that a process consists of, parents before children."""

from strategykit.domain.actors import Actor, Offer, Stakeholder
from strategykit.domain.approvals import Adoption, Stage
from strategykit.domain.areas import Area, Measure, TargetGroup
from strategykit.domain.ballots import Ballot, StepResult
from strategykit.domain.baseline import Baseline, OwnFigure
from strategykit.domain.boards import Dot, Note, NoteGroup
from strategykit.domain.context import BudgetLine, FollowUp, OtherPolicy
from strategykit.domain.drafts import DraftVersion, Rewrite, Upload
from strategykit.domain.entry import Entry
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Criterion, Goal, Measurement, Performance, SubGoal
from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.knowledge import Constraint, EvidenceCard, Interview, Practice, Unit, Voice
from strategykit.domain.meetings import (
    AgendaItem,
    Agreement,
    Decision,
    Disqualification,
    Meeting,
    Parked,
)
from strategykit.domain.minorities import Minority
from strategykit.domain.note_import import NoteImport
from strategykit.domain.people import Person
from strategykit.domain.process import Answer, PhaseStart, Process
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
from strategykit.domain.turns import PointTurn, PointWording

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
    Room,
    Seat,
    Step,
    Ballot,
    StepResult,
    GoalTable,
    Minority,
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
    NoteImport,
    Note,
    NoteGroup,
    Dot,
    Statement,
    StatementVersion,
    InstrumentRow,
    SurveyRound,
    SurveyAnswer,
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
    Rewrite,
    DraftVersion,
    SendOut,
    ReceivedFile,
    Point,
    ReviewMark,
    SectionApproval,
    PointTurn,
    PointWording,
    Hearing,
    HearingParty,
    HearingResponse,
    Stage,
    Adoption,
    Upload,
)

#: The same by the name that archives and the log use.
KIND_OF: dict[str, type[Entry]] = {kind.__name__: kind for kind in KINDS}
