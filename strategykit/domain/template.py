"""A strategy template: all that makes one kind of strategy process different from another.

The field names are the keys of the YAML file. Texts may hold the placeholders of PLACEHOLDERS,
also with a capital letter. A field without a default must be there and must not be empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from strategykit.domain.actors import Side
from strategykit.domain.instruments import InstrumentPlan
from strategykit.domain.template_meetings import MeetingPlan
from strategykit.domain.template_part import Part, within

FORMAT = 1

#: What a text of a template may name in braces, and what stands there instead.
PLACEHOLDERS = {
    "kommune": "kommunens navn med ordet Kommune",
    "udvalg": "udvalgets navn",
    "titel": "strategiens titel",
    "periode": "de år, strategien gælder",
    "strategi": "ordet for strategien, ubestemt",
    "strategien": "ordet for strategien, bestemt",
    "personer": "ordet for dem, strategien er for, ubestemt",
    "personerne": "ordet for dem, strategien er for, bestemt",
    "gruppe": "ordet for en gruppe",
    "grupper": "ordet for flere grupper",
    "grupperne": "ordet for grupperne, bestemt",
    "indsatsen": "ordet for kommunens samlede indsats",
    "omraade": "ordet for et af de områder, I vælger, ubestemt",
    "omraadet": "ordet for et af de områder, I vælger, bestemt",
    "omraader": "ordet for flere områder, ubestemt",
    "omraaderne": "ordet for flere områder, bestemt",
}


_ARTICLES = ("den", "det")  # before an adjective: "den fælles indsats"
#: The forms that a template gives together or not at all.
AREA_FORMS = ("omraade", "omraadet", "omraader", "omraaderne")


@dataclass(frozen=True, kw_only=True)
class Terms(Part):
    """The words of this strategy, in the forms that Danish sentences need."""

    strategi: str
    strategien: str
    personer: str
    personerne: str
    gruppe: str
    grupper: str
    grupperne: str
    indsatsen: str
    voices: str
    areas: str
    omraade: str = "indsatsområde"
    omraadet: str = "indsatsområdet"
    omraader: str = "indsatsområder"
    omraaderne: str = "indsatsområderne"

    @property
    def one_area(self) -> str:
        """ "ét tema", "én indsats": the definite form tells the gender."""
        article, *more = self.omraadet.lower().split()
        neuter = article == "det" if more and article in _ARTICLES else article.endswith("t")
        return f"{'ét' if neuter else 'én'} {self.omraade}"


@dataclass(frozen=True, kw_only=True)
class Question(Part):
    """One of the questions that open the process."""

    key: str
    text: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class PhasePlan(Part):
    """`pages` are page keys in the order of the work; `entry` and `exit` name criteria."""

    key: str
    title: str
    aim: str
    pages: tuple[str, ...]
    entry: tuple[str, ...] = ()
    exit: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FieldPlan(Part):
    """One field of a board."""

    key: str
    title: str
    ask: str


@dataclass(frozen=True, kw_only=True)
class BoardPlan(Part):
    """A board of notes; `dots` is what each member has to give on it."""

    key: str
    title: str
    ask: str
    fields: tuple[FieldPlan, ...]
    dots: int = within(0, 50, default=5)


@dataclass(frozen=True, kw_only=True)
class StatementPlan(Part):
    """A text that the committee agrees on; `checks` name what a good one has."""

    key: str
    title: str
    ask: str
    hint: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Principle(Part):
    """A holdepunkt; `ask` is put to every indsats, and `warning` shown when the answer is nej."""

    key: str
    title: str
    ask: str
    warning: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class GroupPlan(Part):
    """A target group to begin from; `share` in pct."""

    name: str
    need: str = ""
    share: Decimal | None = within(0, 100, default=None)


@dataclass(frozen=True, kw_only=True)
class ActorPlan(Part):
    """An actor to begin from."""

    name: str
    side: Side


@dataclass(frozen=True, kw_only=True)
class CalculatorPlan(Part):
    """A yearly path from `start_year` to `end_year`, where the share is `factor` of the first."""

    key: str
    title: str
    indicator: str
    start_year: int = within(1990, 2100)
    end_year: int = within(1990, 2100)
    factor: Decimal = within(0, 10)
    national_start: Decimal | None = None
    text: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class SectionPlan(Part):
    """A section of the Word document; `fill` names what fills it, `intro` its fixed sentences.

    `instrument` and `statement` are the key of the one that fills it, when that is the fill.
    """

    key: str
    title: str
    fill: str
    intro: tuple[str, ...] = ()
    empty: str = ""
    annex: bool = False
    page_break: bool = False
    instrument: str = ""
    statement: str = ""


@dataclass(frozen=True, kw_only=True)
class DocumentPlan(Part):
    """The outline of the Word document."""

    title: str
    sections: tuple[SectionPlan, ...]


@dataclass(frozen=True, kw_only=True)
class GlossaryTerm(Part):
    """A word that the reader may not know."""

    term: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Template(Part):
    """One strategy type, whole. `pages` are the page keys shown in the menu beside the phases'."""

    format: int = within(FORMAT, FORMAT)
    key: str
    name: str
    audience: str
    version: str
    author: str
    licence: str
    origin: str
    terms: Terms
    purposes: tuple[str, ...]
    phases: tuple[PhasePlan, ...]
    meetings: tuple[MeetingPlan, ...]
    document: DocumentPlan
    boards: tuple[BoardPlan, ...] = ()
    statements: tuple[StatementPlan, ...] = ()
    opening_questions: tuple[Question, ...] = ()
    instruments: tuple[InstrumentPlan, ...] = ()
    principles: tuple[Principle, ...] = ()
    groups: tuple[GroupPlan, ...] = ()
    actors: tuple[ActorPlan, ...] = ()
    interview_foci: tuple[Question, ...] = ()
    indicators: tuple[str, ...] = ()
    calculators: tuple[CalculatorPlan, ...] = ()
    policies: tuple[str, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    page_titles: Mapping[str, str] = field(default_factory=dict)

    def phase(self, key: str) -> PhasePlan:
        """The phase with that key, or the first one."""
        return next((p for p in self.phases if p.key == key), self.phases[0])

    def board(self, key: str) -> BoardPlan | None:
        """The board with that key, if the template has it."""
        return next((b for b in self.boards if b.key == key), None)

    def statement(self, key: str) -> StatementPlan | None:
        """The text with that key, if the template has it."""
        return next((s for s in self.statements if s.key == key), None)

    def instrument(self, key: str) -> InstrumentPlan | None:
        """The instrument with that key, if the template has it."""
        return next((i for i in self.instruments if i.key == key), None)

    @property
    def pages(self) -> tuple[str, ...]:
        """The keys of all pages that its phases show, each once."""
        return tuple(dict.fromkeys(page for phase in self.phases for page in phase.pages))
