"""The room of a meeting: its code, its door, and where it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from strategykit.domain.entry import Entry, said


@dataclass(frozen=True, kw_only=True)
class Room(Entry):
    """A meeting while it is held; `step_id` is the step that everybody is at.

    `item_id` is the agenda's item and `item_began_at` when it was begun. `blanked` turns the
    projector dark, `spread_shown` unfolds how the votes were spread.
    """

    noun: ClassVar[str] = "Mødet"
    needs: ClassVar[tuple[str, ...]] = ("meeting_id",)

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    code: str = said("Mødekode", default="")
    step_id: str = said("Trin", default="", refs="steps", hidden=True)
    item_id: str = said("Punkt", default="", refs="agenda_items", hidden=True)
    item_began_at: datetime | None = said("Punktet begyndte", default=None, hidden=True)
    locked: bool = said("Døren er låst", default=False, hidden=True)
    blanked: bool = said("Projektoren er mørk", default=False, hidden=True)
    spread_shown: bool = said("Spredningen vises", default=False, hidden=True)
    code_shown: bool = said("Koden fylder skærmen", default=True, hidden=True)
    opened_at: datetime = said("Åbnet")
    ended_at: datetime | None = said("Afsluttet", default=None)

    @property
    def is_open(self) -> bool:
        """Whether the meeting is going on."""
        return self.ended_at is None


@dataclass(frozen=True, kw_only=True)
class Seat(Entry):
    """A person's place in a meeting; a guest votes once the facilitator has let them."""

    noun: ClassVar[str] = "Pladsen"
    needs: ClassVar[tuple[str, ...]] = ("meeting_id", "person_id")

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    person_id: str = said("Person", refs="people")
    votes: bool = said("Må stemme", default=False)
    removed: bool = said("Er taget ud", default=False)


@dataclass(frozen=True)
class Attendee:
    """One who takes part from a device; `token` is the device's secret, empty for a scribe's."""

    process_id: str
    meeting_id: str
    person_id: str
    token: str = ""
