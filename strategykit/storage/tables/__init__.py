"""Which row keeps which thing; adding a noun is one class, one row and one line here."""

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
from strategykit.domain.knowledge import (
    Constraint,
    EvidenceCard,
    Interview,
    Practice,
    Unit,
    Voice,
)
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
from strategykit.storage.tables.access import ACCESS_ROWS, AccountRow
from strategykit.storage.tables.actors import ActorRow, OfferRow, StakeholderRow
from strategykit.storage.tables.approvals import AdoptionRow, StageRow
from strategykit.storage.tables.areas import AreaRow, MeasureRow, TargetGroupRow
from strategykit.storage.tables.base import Base, ChangeRow, EntryRow, ErasureRow
from strategykit.storage.tables.baseline import BaselineRow, OwnFigureRow
from strategykit.storage.tables.boards import DotRow, NoteGroupRow, NoteImportRow, NoteRow
from strategykit.storage.tables.context import (
    BudgetLineRow,
    FollowUpRow,
    OtherPolicyRow,
)
from strategykit.storage.tables.drafts import DraftVersionRow, RewriteRow, UploadRow
from strategykit.storage.tables.goals import (
    CriterionRow,
    GoalRow,
    MeasurementRow,
    PerformanceRow,
    SubGoalRow,
)
from strategykit.storage.tables.hearings import (
    HearingPartyRow,
    HearingResponseRow,
    HearingRow,
)
from strategykit.storage.tables.instruments import InstrumentRowRow
from strategykit.storage.tables.knowledge import (
    ConstraintRow,
    EvidenceCardRow,
    InterviewRow,
    PracticeRow,
    UnitRow,
    VoiceRow,
)
from strategykit.storage.tables.library import LIBRARY_ROWS
from strategykit.storage.tables.meetings import (
    AgendaItemRow,
    AgreementRow,
    DecisionRow,
    DisqualificationRow,
    MeetingRow,
    MinorityRow,
    ParkedRow,
)
from strategykit.storage.tables.people import PersonRow
from strategykit.storage.tables.process import AnswerRow, PhaseStartRow, ProcessRow
from strategykit.storage.tables.reviews import (
    PointRow,
    PointTurnRow,
    PointWordingRow,
    ReceivedFileRow,
    ReviewMarkRow,
    SectionApprovalRow,
    SendOutRow,
)
from strategykit.storage.tables.rooms import RoomRow, SeatRow
from strategykit.storage.tables.statements import StatementRow, StatementVersionRow
from strategykit.storage.tables.step_keys import STEP_KEY_ROWS
from strategykit.storage.tables.steps import (
    BallotRow,
    GoalTableRow,
    StepResultRow,
    StepRow,
)
from strategykit.storage.tables.survey import SurveyAnswerRow, SurveyRoundRow

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
    Room: RoomRow,
    Seat: SeatRow,
    Step: StepRow,
    Ballot: BallotRow,
    StepResult: StepResultRow,
    GoalTable: GoalTableRow,
    Minority: MinorityRow,
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
    NoteImport: NoteImportRow,
    Note: NoteRow,
    NoteGroup: NoteGroupRow,
    Dot: DotRow,
    Statement: StatementRow,
    StatementVersion: StatementVersionRow,
    InstrumentRow: InstrumentRowRow,
    SurveyRound: SurveyRoundRow,
    SurveyAnswer: SurveyAnswerRow,
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
    Rewrite: RewriteRow,
    DraftVersion: DraftVersionRow,
    SendOut: SendOutRow,
    ReceivedFile: ReceivedFileRow,
    Point: PointRow,
    ReviewMark: ReviewMarkRow,
    SectionApproval: SectionApprovalRow,
    PointTurn: PointTurnRow,
    PointWording: PointWordingRow,
    Hearing: HearingRow,
    HearingParty: HearingPartyRow,
    HearingResponse: HearingResponseRow,
    Stage: StageRow,
    Adoption: AdoptionRow,
    Upload: UploadRow,
}

__all__ = [
    "ACCESS_ROWS",
    "LIBRARY_ROWS",
    "ROW_OF",
    "STEP_KEY_ROWS",
    "AccountRow",
    "Base",
    "ChangeRow",
    "EntryRow",
    "ErasureRow",
]
