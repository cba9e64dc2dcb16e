"""Marks by which a page knows that what it shows has changed, and who may still hear of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

from strategykit.actions.devices import standing_sign_ins, waiting_ids
from strategykit.actions.room_views import RoomView, view_of
from strategykit.domain.steps import VOTING, StepKind
from strategykit.participation.going_through_sides import SIDES
from strategykit.storage.database import Database


class Audience(StrEnum):
    """Who looks at a meeting."""

    PHONE = "telefon"
    WALL = "vaeg"
    STEERING = "styring"


class Hearer(Protocol):
    """What a look must know of a stream."""

    sign_in_id: str
    person_id: str
    audience: Audience


@dataclass(frozen=True)
class Look:
    """One look at a meeting: each audience's mark, and the part of it that phones wait for."""

    view: RoomView
    tokens: Mapping[Audience, str]
    urgent: str
    standing: frozenset[str]
    removed: frozenset[str]
    over: bool

    def may_hear(self, hearer: Hearer) -> bool:
        """Whether the sign-in still stands and the person is not taken out."""
        gone = hearer.audience is Audience.PHONE and hearer.person_id in self.removed
        return hearer.sign_in_id in self.standing and not gone


def look_at(db: Database, process_id: str, meeting_id: str) -> Look:
    """How the meeting stands now."""
    view = view_of(db, process_id, meeting_id)
    return Look(
        view,
        {audience: mark_of(db, view, audience) for audience in Audience},
        _short(_urgent(view)),
        standing_sign_ins(db),
        frozenset(seat.person_id for seat in view.seats if seat.removed),
        over=view.room is not None and not view.room.is_open,
    )


def mark_of(db: Database, view: RoomView, audience: Audience) -> str:
    """Another one whenever the audience's page would look different."""
    if audience is Audience.WALL:
        return _short((view.revision, SIDES.at(view)))
    if audience is Audience.STEERING:
        waiting = waiting_ids(db, view.process.id, view.meeting.id)
        return _short((view.revision, waiting, SIDES.at(view)))
    return phone_mark(view)


def phone_mark(view: RoomView) -> str:
    """The mark of the phones, which do not see all that changes."""
    return _short((_urgent(view), _slow(view)))


def _urgent(view: RoomView) -> object:
    """What everybody must see at once: where the room is and what is decided."""
    room = view.room
    place = (room.step_id, room.item_id, room.is_open, room.spread_shown) if room else ()
    return (
        view.meeting.title,
        place,
        [(step.id, step.version) for step in view.steps],
        [len(found) for found in view.results.values()],
        [(table.id, table.version) for table in view.tables],
        view.review.mark if view.review else "",
    )


def _slow(view: RoomView) -> object:
    """Who is here, and what others write, where phones may see it."""
    seats = [(seat.person_id, seat.votes, seat.removed) for seat in view.seats]
    step, names = view.step, [person.name for person in view.people.values()]
    answered = view.answered if step and step.kind in VOTING else 0
    counts = (view.ready, answered, seats, names)
    if step is None:
        return counts
    if not step.on_phones or not step.shows_notes:
        return counts
    if step.kind is StepKind.TABLES:
        return (counts, view.revision)
    content = view.content(step)
    return (
        counts,
        [(note.id, note.version) for note in content.shown],
        [(group.id, group.version) for group in content.groups],
    )


def _short(anything: object) -> str:
    return sha256(repr(anything).encode()).hexdigest()[:16]
