"""The part of a template that plans its meetings."""

from dataclasses import dataclass
from enum import StrEnum

from strategykit.domain.meetings import MeetingKind, Seating
from strategykit.domain.template_part import Part, within


class ItemRole(StrEnum):
    """What an item is to its meeting, beside the work itself."""

    WORK = ""
    WELCOME = "velkomst"
    BREAK = "pause"
    ROUND_OFF = "afrunding"


@dataclass(frozen=True, kw_only=True)
class ItemPlan(Part):
    """One item of a drejebog; every meeting has a welcome, a round-off and, when long, a break."""

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
