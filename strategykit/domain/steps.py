"""A step: one exercise that the room does together, with its rules and its state."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said


class StepKind(StrEnum):
    """What the room does in a step."""

    COLLECT = "skriv"
    GROUP = "saml"
    DOTS = "prikker"
    RATE = "vurder"
    RANK = "rangordn"
    CONSENT = "samtykke"
    DISCUSSION = "drøft"
    TABLES = "mål ved borde"
    REVIEW = "gennemgang"


class Subjects(StrEnum):
    """What a step is about: what is written on, grouped, voted on or filled in."""

    NOTHING = ""
    BOARD = "tavle"
    AREAS = "indsatsområder"
    GROUPS = "målgrupper"
    STATEMENT = "tekst"
    GOALS = "mål"


class Circle(StrEnum):
    """Who may do something in a step."""

    FACILITATOR = "proceslederen"
    MEMBERS = "dem, der må stemme"
    EVERYBODY = "alle"


class StepState(StrEnum):
    """How far a step is."""

    WAITING = "venter"
    OPEN = "åbent"
    CLOSED = "lukket"


VOTING = (StepKind.DOTS, StepKind.RATE, StepKind.RANK, StepKind.CONSENT)


@dataclass(frozen=True, kw_only=True)
class Step(Entry):
    """`subject` is the key of a board or a text, or the id of a thing; `fields` are board fields.

    A review is of the send-out that is its `subject`, without one of the newest.

    `source_id` is the step whose outcome this one goes on with. `round` counts from 1. `revealed`
    shows what a blind step hid; `ends_at` is when the time is up and closes nothing.
    """

    noun: ClassVar[str] = "Trinnet"
    needs: ClassVar[tuple[str, ...]] = ("title", "meeting_id")

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    item_id: str = said("Punkt", default="", refs="agenda_items")
    preset: str = said("Øvelse", default="", hidden=True)
    kind: StepKind = said("Slags", default=StepKind.DISCUSSION, hidden=True)
    title: str = said("Trin")
    ask: str = said("Spørgsmål", default="", long=True)
    notes_to_self: str = said("Talenoter", default="", long=True)
    subjects: Subjects = said("Handler om", default=Subjects.NOTHING, hidden=True)
    subject: str = said("Emne", default="", hidden=True)
    fields: tuple[str, ...] = said("Felter", default=(), refs="board_fields", hidden=True)
    source_id: str = said("Bygger på trinnet", default="", refs="steps")
    minutes: int = said("Minutter", default=10, least=1, most=240)
    writers: Circle = said("Hvem skriver", default=Circle.EVERYBODY)
    voters: Circle = said("Hvem stemmer", default=Circle.MEMBERS)
    groupers: Circle = said("Hvem samler sedlerne", default=Circle.FACILITATOR)
    anonymous: bool = said("Uden navn", default=False)
    blind: bool = said("Sedlerne ses først, når de afsløres", default=False)
    held: bool = said("Hver seddel venter på proceslederen", default=False)
    on_phones: bool = said("De andres sedler ses på telefonen", default=True)
    budget: int = said("Prikker til hver", default=3, least=1, most=50)
    cap: int = said("Højst på det samme", default=0, least=0, most=50, hint="0 er uden loft")
    own_allowed: bool = said("Prikker på egne sedler er tilladt", default=False)
    stays_open: bool = said("Åbent for personlige links uden for mødet", default=False)
    state: StepState = said("Tilstand", default=StepState.WAITING, hidden=True)
    round: int = said("Runde", default=1, least=1, most=50, hidden=True)
    revealed: bool = said("Afsløret", default=False, hidden=True)
    opened_at: datetime | None = said("Åbnet", default=None, hidden=True)
    closed_at: datetime | None = said("Lukket", default=None, hidden=True)
    ends_at: datetime | None = said("Tiden er gået", default=None, hidden=True)

    @property
    def is_open(self) -> bool:
        """Whether people may write or vote now."""
        return self.state is StepState.OPEN

    @property
    def is_closed(self) -> bool:
        """Whether its outcome stands."""
        return self.state is StepState.CLOSED

    @property
    def shows_notes(self) -> bool:
        """Whether the notes of others may be seen."""
        return not self.blind or self.revealed

    def left(self, moment: datetime) -> timedelta | None:
        """How long there is left, never less than nothing; None without a timer."""
        return None if self.ends_at is None else max(self.ends_at - moment, timedelta(0))
