"""Which row keeps which thing; adding a noun is one class, one row and one line here."""

from strategykit.domain.entry import Entry
from strategykit.domain.process import Process, PhaseStart, Answer
from strategykit.domain.people import Person
from strategykit.domain.meetings import (
    Meeting,
    AgendaItem,
    Disqualification,
    Decision,
    Agreement,
    Parked,
)
from strategykit.domain.knowledge import (
    EvidenceCard,
    Constraint,
    Practice,
    Interview,
    Voice,
    Unit,
)
from strategykit.domain.actors import Stakeholder, Actor, Offer
from strategykit.domain.baseline import OwnFigure, Baseline
from strategykit.domain.boards import Note, NoteGroup, Dot
from strategykit.domain.statements import Statement, StatementVersion
from strategykit.domain.areas import TargetGroup, Area, Measure
from strategykit.domain.goals import Goal, SubGoal, Criterion, Measurement, Performance
from strategykit.domain.context import OtherPolicy, BudgetLine, FollowUp, Recommendation
from strategykit.domain.drafts import Rewrite, DraftVersion, Upload
from strategykit.storage.tables.base import Base, ChangeRow, EntryRow, ErasureRow
from strategykit.storage.tables.process import ProcessRow, PhaseStartRow, AnswerRow
from strategykit.storage.tables.people import PersonRow
from strategykit.storage.tables.meetings import (
    MeetingRow,
    AgendaItemRow,
    DisqualificationRow,
    DecisionRow,
    AgreementRow,
    ParkedRow,
)
from strategykit.storage.tables.knowledge import (
    EvidenceCardRow,
    ConstraintRow,
    PracticeRow,
    InterviewRow,
    VoiceRow,
    UnitRow,
)
from strategykit.storage.tables.actors import StakeholderRow, ActorRow, OfferRow
from strategykit.storage.tables.baseline import OwnFigureRow, BaselineRow
from strategykit.storage.tables.boards import NoteRow, NoteGroupRow, DotRow
from strategykit.storage.tables.statements import StatementRow, StatementVersionRow
from strategykit.storage.tables.areas import TargetGroupRow, AreaRow, MeasureRow
from strategykit.storage.tables.goals import (
    GoalRow,
    SubGoalRow,
    CriterionRow,
    MeasurementRow,
    PerformanceRow,
)
from strategykit.storage.tables.context import (
    OtherPolicyRow,
    BudgetLineRow,
    FollowUpRow,
    RecommendationRow,
)
from strategykit.storage.tables.drafts import RewriteRow, DraftVersionRow, UploadRow

#: Every kind of thing that a process consists of, parents before children.
ROW_OF: dict[type[Entry], type[EntryRow]] = {
    Process: ProcessRow,
    PhaseStart: PhaseStartRow,
    Answer: AnswerRow,
    Person: PersonRow,
    Meeting: MeetingRow,
    AgendaItem: AgendaItemRow,
    Disqualification: DisqualificationRow,
    Decision: DecisionRow,
    Agreement: AgreementRow,
    Parked: ParkedRow,
    EvidenceCard: EvidenceCardRow,
    Constraint: ConstraintRow,
    Practice: PracticeRow,
    Interview: InterviewRow,
    Voice: VoiceRow,
    Unit: UnitRow,
    Stakeholder: StakeholderRow,
    Actor: ActorRow,
    Offer: OfferRow,
    OwnFigure: OwnFigureRow,
    Baseline: BaselineRow,
    Note: NoteRow,
    NoteGroup: NoteGroupRow,
    Dot: DotRow,
    Statement: StatementRow,
    StatementVersion: StatementVersionRow,
    TargetGroup: TargetGroupRow,
    Area: AreaRow,
    Measure: MeasureRow,
    Goal: GoalRow,
    SubGoal: SubGoalRow,
    Criterion: CriterionRow,
    Measurement: MeasurementRow,
    Performance: PerformanceRow,
    OtherPolicy: OtherPolicyRow,
    BudgetLine: BudgetLineRow,
    FollowUp: FollowUpRow,
    Recommendation: RecommendationRow,
    Rewrite: RewriteRow,
    DraftVersion: DraftVersionRow,
    Upload: UploadRow,
}

__all__ = ["ROW_OF", "Base", "ChangeRow", "EntryRow", "ErasureRow"]
