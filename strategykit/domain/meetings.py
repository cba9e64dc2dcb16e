"""Meetings: the script of an evening and what came of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.clock import parse_clock
from strategykit.domain.entry import Entry, said


class MeetingKind(StrEnum):
    """What kind of meeting it is."""

    WORKSHOP = "workshop"
    THEME = "temamøde"
    SEMINAR = "seminar"
    POLITICAL_SEMINAR = "politisk seminar"
    NETWORK = "netværksmøde"
    THEME_DAY = "temadag"


class Seating(StrEnum):
    """How the room works on an item."""

    ALONE = "alene"
    PAIRS = "to og to"
    TABLES = "ved borde"
    PLENARY = "i plenum"


@dataclass(frozen=True, kw_only=True)
class Meeting(Entry):
    """`starts` is a Danish time of day; `absent` holds the ids of those who sent afbud."""

    noun: ClassVar[str] = "Mødet"
    needs: ClassVar[tuple[str, ...]] = ("title",)

    title: str = said("Møde")
    kind: MeetingKind = said("Slags", default=MeetingKind.WORKSHOP)
    key: str = said("Nøgle i skabelonen", default="", hidden=True)
    phase: str = said("Fase", default="", refs="phases")
    day: date | None = said("Dato", default=None)
    starts: str = said("Begynder kl.", default="16:00")
    minutes: int = said("Varighed i minutter", default=120, least=15, most=1440)
    place: str = said("Sted", default="")
    purpose: str = said("Formål", default="", long=True)
    invitation: str = said("Indkaldelsens tekst", default="", long=True)
    absent: tuple[str, ...] = said("Afbud", default=(), refs="people")

    def __post_init__(self) -> None:
        """Raises BadTime when nobody can tell when the meeting begins."""
        super().__post_init__()
        parse_clock(self.starts, "Begynder kl.")

    @property
    def begins(self) -> int:
        """Minutes after midnight."""
        return parse_clock(self.starts)


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Entry):
    """One item of the script; `cards` are prompts to print, `dots` the dots each one gets."""

    noun: ClassVar[str] = "Punktet"
    needs: ClassVar[tuple[str, ...]] = ("title",)

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    title: str = said("Punkt")
    minutes: int = said("Minutter", default=10, least=1, most=600)
    seating: Seating = said("Form", default=Seating.PLENARY)
    leads: str = said("Leder", default="")
    purpose: str = said("Formål", default="", long=True)
    script: str = said("Sådan gør I", default="", long=True)
    fallback: str = said("På papir", default="", long=True)
    cards: tuple[str, ...] = said("Kort til udskrift", default=(), long=True)
    dots: int = said("Prikker til hver", default=0, least=0, most=50)
    page: str = said("Side i programmet", default="", refs="pages", hidden=True)
    noted: str = said("Til referatet", default="", long=True)


@dataclass(frozen=True, kw_only=True)
class Disqualification(Entry):
    """Somebody left the room for an item: inhabilitet, forvaltningsloven §§ 3-6."""

    noun: ClassVar[str] = "Inhabiliteten"
    needs: ClassVar[tuple[str, ...]] = ("person_id",)

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    person_id: str = said("Person", refs="people")
    item_id: str = said("Punkt", default="", refs="agenda_items")
    reason: str = said("Begrundelse", default="", long=True)


@dataclass(frozen=True, kw_only=True)
class Decision(Entry):
    """What the committee decided at a meeting."""

    noun: ClassVar[str] = "Beslutningen"
    needs: ClassVar[tuple[str, ...]] = ("text",)

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    item_id: str = said("Punkt", default="", refs="agenda_items")
    text: str = said("Beslutning", long=True)
    reason: str = said("Begrundelse", default="", long=True)


@dataclass(frozen=True, kw_only=True)
class Agreement(Entry):
    """An aftale til næste gang."""

    noun: ClassVar[str] = "Aftalen"
    needs: ClassVar[tuple[str, ...]] = ("what",)

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    what: str = said("Aftale")
    who: str = said("Hvem", default="")
    due: date | None = said("Hvornår", default=None)
    done: bool = said("Er gjort", default=False)


@dataclass(frozen=True, kw_only=True)
class Parked(Entry):
    """Something for the parkeringsplads: said in the room, taken up later."""

    noun: ClassVar[str] = "Punktet på parkeringspladsen"
    needs: ClassVar[tuple[str, ...]] = ("text",)

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    text: str = said("Emne")
    follow: str = said("Hvor tages det op", default="")
