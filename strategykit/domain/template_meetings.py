"""The part of a template that plans its meetings."""

from dataclasses import dataclass
from enum import StrEnum

from strategykit.domain.meetings import MeetingKind, Seating
from strategykit.domain.presets import PRESETS
from strategykit.domain.steps import Subjects
from strategykit.domain.template_part import Part, within


class ItemRole(StrEnum):
    """What an item is to its meeting, beside the work itself."""

    WORK = ""
    WELCOME = "velkomst"
    BREAK = "pause"
    ROUND_OFF = "afrunding"


class About(StrEnum):
    """What a step can be about without a key of the template."""

    ITSELF = ""
    AREAS = "indsatsområder"
    GROUPS = "målgrupper"
    GOALS = "mål"


@dataclass(frozen=True, kw_only=True)
class StepPlan(Part):
    """One exercise on the phones: `preset` names its rules, `source` an earlier step's key."""

    preset: str
    title: str
    minutes: int = within(1, 240)
    key: str = ""
    ask: str = ""
    board: str = ""
    fields: tuple[str, ...] = ()
    statement: str = ""
    about: About = About.ITSELF
    dots: int = within(0, 50, default=0)
    source: str = ""

    @property
    def subjects(self) -> Subjects:
        """What the step is about; a preset that is only for areas need not be told so."""
        if self.board:
            return Subjects.BOARD
        if self.statement:
            return Subjects.STATEMENT
        return implied(self.preset) if self.about is About.ITSELF else Subjects(self.about.value)


def implied(preset: str) -> Subjects:
    """What an exercise is about when the step does not say."""
    possible = PRESETS[preset].about
    return Subjects.AREAS if possible == (Subjects.AREAS,) else Subjects.NOTHING


@dataclass(frozen=True, kw_only=True)
class ItemPlan(Part):
    """One item of a drejebog; every meeting has a welcome, a round-off and, when long, a break.

    `steps` are what the room does on its phones in the item's minutes.
    """

    title: str
    minutes: int = within(1, 600)
    role: ItemRole = ItemRole.WORK
    seating: Seating = Seating.PLENARY
    leads: str = ""
    purpose: str = ""
    script: str = ""
    fallback: str = ""
    cards: tuple[str, ...] = ()
    dots: int = within(0, 50, default=0)
    page: str = ""
    steps: tuple[StepPlan, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MeetingPlan(Part):
    """A meeting with its drejebog; the minutes of its items sum to `minutes`."""

    key: str
    title: str
    phase: str
    items: tuple[ItemPlan, ...]
    kind: MeetingKind = MeetingKind.WORKSHOP
    starts: str = "16:00"
    minutes: int = within(15, 1440, default=120)
    purpose: str = ""
    invitation: str = ""
