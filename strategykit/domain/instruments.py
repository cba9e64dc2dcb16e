"""Instruments that a template can name, and what each kind must and may list."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from strategykit.domain.template_part import Part, within


class InstrumentKind(StrEnum):
    """What kind of work an instrument is for."""

    SELF_CHECK = "selvtjek"
    OPTIONS = "modelvalg"
    INTERFACES = "samarbejdsflader"
    THEORY = "forandringsteori"
    COUNTERS = "taellere"
    CULTURE = "kulturprofil"
    SURVEY = "spoergeskema"
    AUTHORITY = "bevillingskompetence"
    POOL = "faelles-pulje"
    ACTIONS = "handleplan"
    AGREEMENTS = "aftaler"
    LADDER = "kontakttrappe"
    FORUMS = "fora"
    HANDOVER = "overdragelse"
    TABLE = "skema"


class ColumnKind(StrEnum):
    """What may stand in a column; a value is kept as text in the form of `instrument_values`."""

    TEXT = "tekst"
    LONG = "lang tekst"
    WHOLE = "helt tal"
    AMOUNT = "beløb"
    DAY = "dato"
    MONTH = "måned"
    CHOICE = "valg"
    CHOICES = "flere valg"


class QuestionForm(StrEnum):
    """How a question of a survey is answered."""

    AGREE = "enig"
    TEXT = "fritekst"


@dataclass(frozen=True, kw_only=True)
class ColumnPlan(Part):
    """A column of a table; `needed` says that no row is without it."""

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    choices: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, kw_only=True)
class ItemOfInstrument(Part):
    """One thing that an instrument asks about: a criterion, a model, a counter, a statement."""

    key: str
    title: str
    group: str = ""
    hint: str = ""
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    form: QuestionForm = QuestionForm.AGREE


@dataclass(frozen=True, kw_only=True)
class WeightedCriterion(Part):
    """What models are held up against; `weight` is where the committee begins."""

    key: str
    title: str
    weight: int = within(0, 10, default=1)


@dataclass(frozen=True, kw_only=True)
class InstrumentPlan(Part):
    """An instrument as the template names it; `low` and `high` are the ends of its scale.

    `phase` is the phase that it belongs to, `groups` those whose answers are told apart.
    """

    key: str
    kind: InstrumentKind
    title: str
    ask: str
    phase: str = ""
    source: str = ""
    low: str = ""
    high: str = ""
    items: tuple[ItemOfInstrument, ...] = ()
    criteria: tuple[WeightedCriterion, ...] = ()
    columns: tuple[ColumnPlan, ...] = ()
    groups: tuple[str, ...] = ()

    def item(self, key: str) -> ItemOfInstrument | None:
        """The item with that key, if the template has it."""
        return next((item for item in self.items if item.key == key), None)


#: Kinds that say nothing without what the template lists under the name.
NEEDS: Mapping[InstrumentKind, tuple[str, ...]] = {
    InstrumentKind.SELF_CHECK: ("items",),
    InstrumentKind.OPTIONS: ("items", "criteria"),
    InstrumentKind.COUNTERS: ("items",),
    InstrumentKind.CULTURE: ("items",),
    InstrumentKind.SURVEY: ("items",),
    InstrumentKind.TABLE: ("columns",),
}

#: What each kind may list beside what it needs.
MAY_HAVE: Mapping[InstrumentKind, tuple[str, ...]] = {InstrumentKind.SURVEY: ("groups",)}
