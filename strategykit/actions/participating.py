"""What every act from a phone has in common: a place in the room, the open step, the log line."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from strategykit.actions.acting import now
from strategykit.domain.people import Person, called
from strategykit.domain.process import Process
from strategykit.domain.rooms import Attendee, Room, Seat
from strategykit.domain.steps import Circle, Step
from strategykit.errors import (
    Archived,
    ExpertVotes,
    MeetingOver,
    NotInTheRoom,
    NotYourTurn,
    StepNotOpen,
)
from strategykit.live import HUB
from strategykit.storage import changes, step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store

WRITES, GROUPS, VOTES = "skriver", "samler sedlerne", "stemmer"


@dataclass(frozen=True)
class Turn:
    """One act of one attendee in an open step, in one transaction."""

    store: Store
    attendee: Attendee
    seat: Seat
    room: Room | None
    step: Step

    @property
    def author_id(self) -> str:
        """The person where names are kept, else nobody."""
        return "" if self.step.anonymous else self.attendee.person_id

    @property
    def key(self) -> str:
        """The hash of the device's key of an anonymous step, counted from now on; else empty."""
        if not self.step.anonymous:
            return ""
        token, person_id = self.attendee.token, self.attendee.person_id
        return step_keys.take_key(self.store, self.step, token, person_id)

    @property
    def expert(self) -> Person | None:
        """The attendee's person, if that is one who only comments."""
        person = self.store.find(Person, self.attendee.person_id)
        return person if person and person.only_comments else None

    def require(self, circle: Circle, does: str) -> None:
        """Raises NotYourTurn for one outside the circle of the act, ExpertVotes for an expert."""
        if does == VOTES and (expert := self.expert):
            raise ExpertVotes(called(expert))
        if circle is Circle.EVERYBODY or (circle is Circle.MEMBERS and self.seat.votes):
            return
        raise NotYourTurn(does, circle.value)

    def log(self, act: str, subject: str, subject_id: str) -> None:
        """One line; an anonymous one names neither person, thing nor minute."""
        step = self.step
        at: datetime = step.opened_at if step.anonymous and step.opened_at else now()
        changes.log(
            self.store, process_id=step.process_id, at=at, person_id=self.author_id, act=act,
            subject=subject, subject_id="" if step.anonymous else subject_id,
        )  # fmt: skip


@contextmanager
def participating(
    db: Database, attendee: Attendee, step_id: str, act: str, subject: str, subject_id: str = ""
) -> Iterator[Turn]:
    """One transaction in which an attendee does one logged act in an open step.

    Raises NotInTheRoom, StepNotOpen or Archived.
    """
    with db.writing() as store:
        store.lock(attendee.process_id)  # 100 parallel votes are counted one after the other
        turn = turn_of(store, attendee, step_id)
        if not takes_answers(turn.room, turn.step):
            raise StepNotOpen
        yield turn
        turn.log(act, subject, subject_id)
    HUB.tell(attendee.process_id)


def turn_of(store: Store, attendee: Attendee, step_id: str) -> Turn:
    """The attendee's place at the step, whether it is open or not."""
    process_id, meeting_id = attendee.process_id, attendee.meeting_id
    if store.get(Process, process_id).archived_at is not None:
        raise Archived
    seats = store.all(Seat, process_id, meeting_id=meeting_id, person_id=attendee.person_id)
    if not seats or seats[0].removed:
        raise NotInTheRoom
    step = store.get(Step, step_id, process_id)
    if step.meeting_id != meeting_id:
        raise StepNotOpen
    rooms = store.all(Room, process_id, meeting_id=meeting_id)
    return Turn(store, attendee, seats[0], rooms[-1] if rooms else None, step)


def room_in(store: Store, process_id: str, meeting_id: str) -> Room:
    """The newest room of the meeting; raises MeetingOver when it was never opened."""
    rooms = store.all(Room, process_id, meeting_id=meeting_id)
    if not rooms:
        raise MeetingOver
    return rooms[-1]


def takes_answers(room: Room | None, step: Step) -> bool:
    """Whether the step is open where the room is, or stays open for personal links."""
    here = room is not None and room.is_open and room.step_id == step.id
    return step.is_open and (step.stays_open or here)
