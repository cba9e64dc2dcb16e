"""Every error that the product raises on purpose; its sentence is Danish and made in the class.

StrategyError
├── NotAllowed                the actor's role may not do this act
├── NotFound                  the thing is gone or belongs to another process
├── UnknownProcess            no process bears that name
├── PlaceGone                 a part of a template that its text no longer has is changed
├── SameTemplate              a process is offered the template that it has
├── NothingToTakeBack         a process has the template that it began with
├── UnknownTemplate           neither the program nor the library has that template
├── TemplateThere             a template with that key and version is there already
├── ChoiceMissing             nobody has said what to do with a template that is there already
├── UnknownMeasure            no measurement of bench bears that name
├── UnknownExample            no shipped example bears that name
├── NameTaken                 another process bears that name
├── EditConflict              somebody saved the same text first; carries both versions
├── LogBroken                 the change log was altered; names the first broken row
├── Archived                  an archived process is not written in
├── ReasonNeeded              a phase is left with open criteria and no reason is given
├── TitleNotTyped             a process is erased without its title written first
├── CleanUpWaits              what was erased may still be read in the database's file
├── PersonInUse               a person that something points to cannot be taken away
├── DatabaseTooNew            the database was made by a newer version of the program
├── NotOnPostgres             a command for SQLite files was given on PostgreSQL
├── DatabaseBroken            rows of the database point to rows that are not there
├── BadFile                   a file that somebody handed in cannot be used
│   ├── NotABackup            a file that is no copy of this program's database
│   ├── ArchiveBroken         an archive lacks something, or something in it does not fit
│   ├── ArchiveTooNew         an archive of a format that this version does not know
│   ├── FileTooLarge          it holds more than may be read, packed or unpacked
│   ├── FileBroken            it is damaged, or is not the kind of file that it should be
│   ├── FileLocked            it is protected by a password
│   ├── FileHasMacros         it holds a program
│   ├── FileUnsafe            its inside is made as only a harmful file is
│   ├── MissingColumns        a spreadsheet whose columns are not named
│   ├── NoRows                a spreadsheet in which nothing is written
│   ├── PackageBroken         a package of templates that does not hold what it says
│   ├── PackageTooNew         a package of a format that this version does not know
│   └── HouseStyleLacks       a Word house style without the styles that the draft needs
├── TemplateProblems          a template file that cannot be used; carries every mistake
├── AlreadyDecided            somebody else has decided the point since it was shown
├── Locked                    an adopted strategy is changed
├── MarkDecided               a mark is changed after the committee has taken a stand on it
├── FormOfOtherHearing        a response form that was made for another hearing
├── FormOfOtherParty          a response form that was made for another party
├── HearingClosed             a hearing that takes no more answers
├── NothingSaid               a form for a mark without anything new in it
├── NotYetOpen                something stands in the way of going on
├── NoSuchVersion             no kept version has that number
├── NothingToJournal          a package for the journal before any version is kept
├── OlderVersion              a returned file belongs to another version
├── OnlyTheCouncil            a body that may only recommend is set to adopt
├── ChangesLack               a body's changes are to be written in, but there are none
├── NoVersionBefore           a body decides with no kept version before it
├── PlaceIsFixed              a body's change is at a place that only a person can write in
├── StageDecided              a stage that has decided is moved, renamed or taken out
├── StageNeeded               the only stage that recommends or adopts is taken out
├── WayNotEnded               a new way is begun before the last has ended
├── NotAsked                  an answer to a text that is not asked about any more
├── NotInTheBloc              a point is pulled out of the bloc after it was taken
├── WrittenIn                 a point is opened again after a version carries it
├── OtherDocument             a returned file belongs to another strategy
├── ReasonForVerdict          a wish is turned down without a reason
├── ReviewClosed              a review that takes no more marks
├── WishesCollide             accepted wishes cannot both be written
├── WordsForVerdict           other words are accepted, but not said
├── MixedFields               notes of different fields are put in one group
├── NothingPicked             notes are to be gathered or moved, and none is chosen
├── CannotUndo                what an act changed has been changed again since
├── RoundOpen                 what waits until a round of a survey is closed
├── RoundClosed               a round of a survey that takes no more answers
├── NothingAnswered           a survey is handed in without an answer
├── SurveyCodeUnknown         no open round of a survey has that code
├── SurveyLinkDead            the link of a survey was replaced by a new one, or never was
├── NoReasonForChoice         a candidate is decided without a reason
├── NothingToAgreeOn          an empty text is adopted
├── NothingToImport           every row of a file of notes is refused or there already
├── WrongCode                 no open meeting has that code
├── DoorLocked                the facilitator lets nobody new in
├── NameHeld                  another device already has the name
├── NotInTheRoom              the device belongs to nobody in the meeting
├── MeetingOver               the meeting has ended or was never begun
├── StepNotOpen               the step does not take answers
├── NotYourTurn               the rules of the step leave the act to others
├── NotYourNote               the note was written by somebody else
├── TooManyNotes              one person has written more than a wall can hold
├── BudgetSpent               all dots have been given
├── CapReached                more dots on one thing than the step allows
├── OwnNote                   a dot on what one has written oneself
├── KeyElsewhere              the person takes part in the anonymous step in another way
├── KeysGone                  an anonymous round is closed for good
├── AlreadyHeld               the meeting is going on already
├── NoSubjects                a step has nothing to group, vote on or fill in
├── NameListed                a guest types the name of somebody on the list
├── TakenOut                  the facilitator has taken the person out of the meeting
├── SamePerson                two entries to be made one are one already
├── LinkDead                  a personal link that was taken back, replaced or is too old
├── TooFewToGroup             fewer than two notes that stand alone were ticked
├── MovedOn                   another facilitator has steered the room first
├── UndoneAlready             what was to be taken back is not the newest act any more
├── StepBegun                 the rules of a step are changed after it was opened
├── NoteRewritten             a note was rewritten after the facilitator had read it
├── SourceOpen                a step is opened that goes on with one which is not closed
├── NoResult                  the outcome of a step is asked for before it was closed
├── AnsweredAlready           a sheet is typed in of somebody who has answered already
├── TakesPartAlready          the same in an anonymous step, where nothing can be replaced
├── ExpertVotes               an expert, who only writes and comments, is to vote
├── ExpertComments            an expert's mark changes the draft's wording or approves
├── MayNotVote                a sheet is typed in of somebody who has no vote
├── WriterNeeded              a sheet needs a person where each counts once
├── NoTable                   the person sits at none of the tables
├── OtherWriter               another person's device fills in the table's goals
├── NobodyToDeal              nobody is in the meeting to sit at the tables
├── NotYours                  a mindretalsudtalelse is changed by another than its own
├── NothingDecided            a mindretalsudtalelse to something that is not decided
├── BrokenDataFile            a file in data/ cannot be read; names its line
├── UnknownMunicipality       no municipality has that code or name
├── UnknownIndicator          the catalogue has no indicator with that key
├── WrongIndicator            a calculator is given a figure that it does not count from
├── NothingToStartFrom        a calculator has no figure to count from
├── NothingToFreeze           the nulpunkt has no figure to lock
├── UsageError                a command line that does not fit any command
├── FileMissing               a file named on the command line cannot be read
├── FileUnwritable            a file named on the command line cannot be written
├── BadPort                   PORT is not a port number
├── PortTaken                 another program answers on the port
├── BadName                   a name of the server is none that a server can have
├── BadProxy                  STRATEGYKIT_PROXY is no address
├── NameLeadsNowhere          a name is given, but only this machine itself is answered
├── CertificateAlone          a certificate without its key, or the other way round
├── CertificateBroken         no certificate and key can be read from the files
├── KeyOfAnother              the key is another certificate's
├── BadCrowd                  a rehearsal with a number of members that no room has
├── RehearsalUnstarted        the rehearsal's own server did not start
├── HomeUnusable              the data folder cannot be made or written in
├── DatabaseUnusable          the database cannot be reached or read
├── DatabaseBusy              another program holds the database
├── SignedOut                 the sign-in has ended since the page was opened
├── CodeUnknown               a one-time code that was never made, has been used or is too old
├── WrongPassword             name and password do not fit
├── PasswordShort             a new password that is guessed too easily
├── PasswordLong              a new password that is longer than anybody types
├── PasswordsDiffer           the password and its repetition are not the same
├── AccountTaken              another facilitator bears that name
├── LastAccount               the only facilitator is to be removed
├── SignInOnlyHere            a facilitator signs in over a line that others can listen to
├── FormRefused               a form without the mark of our own pages; carries what was written
├── FormTooLarge              a form holds more than anybody writes by hand
├── ProgramFault              a fault of the program's own; its number stands in the log
└── BadEntry                  what a person typed cannot be kept as it is
    ├── Empty                 a field that must be filled is empty
    ├── TooLong               a field holds more than it may
    ├── HoldsCpr              a field holds what looks like a CPR number
    ├── BadLink               a link that is not http, https or mailto
    ├── BadNumber             a number that cannot be read
    ├── OutOfRange            a number outside what makes sense
    ├── DotsUnread            a list of dots that cannot be read
    ├── UnknownMark           no note or group on the board bears that number or letter
    ├── ReasonMissing         a nej or a reservation without a reason
    ├── PlacesWrong           a ranking with a place given twice, or to nothing
    ├── NotAMonth             a month that cannot be read
    ├── NotAChoice            a word that is none of those to choose among
    ├── SameActor             an interface between an actor and itself
    ├── RowThere              a second row about the same month or unit
    ├── BadTime               a time of day that cannot be read
    ├── BadDate               a day that cannot be read
    └── BadPeriod             an end before its start
"""

from strategykit.errors.access import (
    AccountTaken,
    CodeUnknown,
    FormRefused,
    FormTooLarge,
    LastAccount,
    PasswordLong,
    PasswordsDiffer,
    PasswordShort,
    SignedOut,
    SignInOnlyHere,
    WrongPassword,
)
from strategykit.errors.acts import (
    Archived,
    ChoiceMissing,
    CleanUpWaits,
    EditConflict,
    LogBroken,
    NameTaken,
    NotAllowed,
    NotFound,
    PersonInUse,
    ReasonNeeded,
    TemplateThere,
    TitleNotTyped,
    UnknownExample,
    UnknownMeasure,
    UnknownProcess,
    UnknownTemplate,
)
from strategykit.errors.approvals import (
    ChangesLack,
    NoVersionBefore,
    PlaceIsFixed,
    StageDecided,
    StageNeeded,
    WayNotEnded,
)
from strategykit.errors.base import (
    StrategyError,
)
from strategykit.errors.boards import (
    CannotUndo,
    MixedFields,
    NoReasonForChoice,
    NothingPicked,
    NothingToAgreeOn,
    NothingToImport,
)
from strategykit.errors.entries import (
    BadDate,
    BadEntry,
    BadLink,
    BadNumber,
    BadPeriod,
    BadTime,
    DotsUnread,
    Empty,
    HoldsCpr,
    NotAChoice,
    NotAMonth,
    OutOfRange,
    RowThere,
    SameActor,
    TooLong,
    UnknownMark,
)
from strategykit.errors.figures import (
    BrokenDataFile,
    NothingToFreeze,
    NothingToStartFrom,
    UnknownIndicator,
    UnknownMunicipality,
    WrongIndicator,
)
from strategykit.errors.files import (
    ArchiveBroken,
    ArchiveTooNew,
    BadFile,
    FileBroken,
    FileHasMacros,
    FileLocked,
    FileTooLarge,
    FileUnsafe,
    HouseStyleLacks,
    MissingColumns,
    NoRows,
    NotABackup,
    PackageBroken,
    PackageTooNew,
    TemplateProblems,
)
from strategykit.errors.going_through import (
    NotAsked,
    NotInTheBloc,
    WrittenIn,
)
from strategykit.errors.live import (
    AlreadyHeld,
    BudgetSpent,
    CapReached,
    DoorLocked,
    KeyElsewhere,
    KeysGone,
    LinkDead,
    MeetingOver,
    NameHeld,
    NameListed,
    NoSubjects,
    NotInTheRoom,
    NotYourNote,
    NotYourTurn,
    OwnNote,
    SamePerson,
    StepNotOpen,
    TakenOut,
    TooFewToGroup,
    TooManyNotes,
    WrongCode,
)
from strategykit.errors.network import (
    BadName,
    BadProxy,
    CertificateAlone,
    CertificateBroken,
    KeyOfAnother,
    NameLeadsNowhere,
)
from strategykit.errors.reviews import (
    AlreadyDecided,
    ExpertComments,
    FormOfOtherHearing,
    FormOfOtherParty,
    HearingClosed,
    Locked,
    MarkDecided,
    NoSuchVersion,
    NothingSaid,
    NothingToJournal,
    NotYetOpen,
    OlderVersion,
    OnlyTheCouncil,
    OtherDocument,
    ReasonForVerdict,
    ReviewClosed,
    WishesCollide,
    WordsForVerdict,
)
from strategykit.errors.running import (
    BadCrowd,
    BadPort,
    DatabaseBroken,
    DatabaseBusy,
    DatabaseTooNew,
    DatabaseUnusable,
    FileMissing,
    FileUnwritable,
    HomeUnusable,
    NotOnPostgres,
    PortTaken,
    ProgramFault,
    RehearsalUnstarted,
    UsageError,
)
from strategykit.errors.steering import (
    MovedOn,
    NoteRewritten,
    StepBegun,
    UndoneAlready,
)
from strategykit.errors.surveys import (
    NothingAnswered,
    RoundClosed,
    RoundOpen,
    SurveyCodeUnknown,
    SurveyLinkDead,
)
from strategykit.errors.tables import (
    NobodyToDeal,
    NoTable,
    NothingDecided,
    NotYours,
    OtherWriter,
)
from strategykit.errors.templates import NothingToTakeBack, PlaceGone, SameTemplate
from strategykit.errors.voting import (
    AnsweredAlready,
    ExpertVotes,
    MayNotVote,
    NoResult,
    PlacesWrong,
    ReasonMissing,
    SourceOpen,
    TakesPartAlready,
    WriterNeeded,
)

__all__ = [
    "AccountTaken",
    "AlreadyDecided",
    "AlreadyHeld",
    "AnsweredAlready",
    "ArchiveBroken",
    "ArchiveTooNew",
    "Archived",
    "BadCrowd",
    "BadDate",
    "BadEntry",
    "BadFile",
    "BadLink",
    "BadName",
    "BadNumber",
    "BadPeriod",
    "BadPort",
    "BadProxy",
    "BadTime",
    "BrokenDataFile",
    "BudgetSpent",
    "CannotUndo",
    "CapReached",
    "CertificateAlone",
    "CertificateBroken",
    "ChangesLack",
    "ChoiceMissing",
    "CleanUpWaits",
    "CodeUnknown",
    "DatabaseBroken",
    "DatabaseBusy",
    "DatabaseTooNew",
    "DatabaseUnusable",
    "DoorLocked",
    "DotsUnread",
    "EditConflict",
    "Empty",
    "ExpertComments",
    "ExpertVotes",
    "FileBroken",
    "FileHasMacros",
    "FileLocked",
    "FileMissing",
    "FileTooLarge",
    "FileUnsafe",
    "FileUnwritable",
    "FormOfOtherHearing",
    "FormOfOtherParty",
    "FormRefused",
    "FormTooLarge",
    "HearingClosed",
    "HoldsCpr",
    "HomeUnusable",
    "HouseStyleLacks",
    "KeyElsewhere",
    "KeyOfAnother",
    "KeysGone",
    "LastAccount",
    "LinkDead",
    "Locked",
    "LogBroken",
    "MarkDecided",
    "MayNotVote",
    "MeetingOver",
    "MissingColumns",
    "MixedFields",
    "MovedOn",
    "NameHeld",
    "NameLeadsNowhere",
    "NameListed",
    "NameTaken",
    "NoReasonForChoice",
    "NoResult",
    "NoRows",
    "NoSubjects",
    "NoSuchVersion",
    "NoTable",
    "NoVersionBefore",
    "NobodyToDeal",
    "NotABackup",
    "NotAChoice",
    "NotAMonth",
    "NotAllowed",
    "NotAsked",
    "NotFound",
    "NotInTheBloc",
    "NotInTheRoom",
    "NotOnPostgres",
    "NotYetOpen",
    "NotYourNote",
    "NotYourTurn",
    "NotYours",
    "NoteRewritten",
    "NothingAnswered",
    "NothingDecided",
    "NothingPicked",
    "NothingSaid",
    "NothingToAgreeOn",
    "NothingToFreeze",
    "NothingToImport",
    "NothingToJournal",
    "NothingToStartFrom",
    "NothingToTakeBack",
    "OlderVersion",
    "OnlyTheCouncil",
    "OtherDocument",
    "OtherWriter",
    "OutOfRange",
    "OwnNote",
    "PackageBroken",
    "PackageTooNew",
    "PasswordLong",
    "PasswordShort",
    "PasswordsDiffer",
    "PersonInUse",
    "PlaceGone",
    "PlaceIsFixed",
    "PlacesWrong",
    "PortTaken",
    "ProgramFault",
    "ReasonForVerdict",
    "ReasonMissing",
    "ReasonNeeded",
    "RehearsalUnstarted",
    "ReviewClosed",
    "RoundClosed",
    "RoundOpen",
    "RowThere",
    "SameActor",
    "SamePerson",
    "SameTemplate",
    "SignInOnlyHere",
    "SignedOut",
    "SourceOpen",
    "StageDecided",
    "StageNeeded",
    "StepBegun",
    "StepNotOpen",
    "StrategyError",
    "SurveyCodeUnknown",
    "SurveyLinkDead",
    "TakenOut",
    "TakesPartAlready",
    "TemplateProblems",
    "TemplateThere",
    "TitleNotTyped",
    "TooFewToGroup",
    "TooLong",
    "TooManyNotes",
    "UndoneAlready",
    "UnknownExample",
    "UnknownIndicator",
    "UnknownMark",
    "UnknownMeasure",
    "UnknownMunicipality",
    "UnknownProcess",
    "UnknownTemplate",
    "UsageError",
    "WayNotEnded",
    "WishesCollide",
    "WordsForVerdict",
    "WriterNeeded",
    "WrittenIn",
    "WrongCode",
    "WrongIndicator",
    "WrongPassword",
]
