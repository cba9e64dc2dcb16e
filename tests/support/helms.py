"""A meeting with an agenda, and a helm without any page in front of it."""

from dataclasses import dataclass, replace
from typing import Any

from strategykit.actions.acting import new_id, now
from strategykit.actions.participating import room_in
from strategykit.domain.access import Door, SignIn
from strategykit.domain.boards import Done
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import AgendaItem
from strategykit.domain.people import Person
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.steps import Step
from strategykit.participation.csrf import Form
from strategykit.participation.steering_helm import Helm
from strategykit.storage.database import Database
from strategykit.storage.tables import ROW_OF
from tests.support.halls import LEADER, Hall, a_hall

TITLES = ("Velkomst", "SWOT", "Afrunding")


@dataclass(frozen=True)
class Bridge:
    """A hall with an agenda, seen from its helm."""

    hall: Hall

    @property
    def helm(self) -> Helm:
        """The helm as it is now."""
        return Helm(self.hall.db, A_SIGN_IN, LEADER, self.hall.view)

    @property
    def room(self) -> Room:
        with self.hall.db.reading() as store:
            return room_in(store, self.hall.process.id, self.hall.meeting.id)

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return self.hall.view.items

    def seat(self, number: int) -> Seat:
        """The seat of the person with that number."""
        wanted = self.hall.people[number].id
        return next(seat for seat in self.hall.view.seats if seat.person_id == wanted)

    def person(self, number: int) -> Person:
        return self.hall.view.people[self.hall.people[number].id]

    def kept(self) -> dict[str, list[Entry]]:
        """Everything of the process, however many times it was saved."""
        with self.hall.db.reading() as store:
            return {
                kind.__name__: sorted(
                    (replace(e, version=0) for e in store.all(kind, self.hall.process.id)),
                    key=lambda entry: entry.id,
                )
                for kind in ROW_OF
            }


A_SIGN_IN = SignIn("s", Door.FACILITATOR, "", "", "", "", now(), now())


def a_bridge(db: Database) -> Bridge:
    """An open meeting of six members and a guest, with three items."""
    hall = a_hall(db)
    of = {"process_id": hall.process.id, "meeting_id": hall.meeting.id}
    with db.writing() as store:
        for title in TITLES:
            store.add(AgendaItem(id=new_id(), title=title, **of))
    return Bridge(hall)


def form(*pairs: tuple[str, str], **fields: Any) -> Form:
    """A form as it comes in; `pairs` are boxes of one name."""
    return Form([*((name, str(value)) for name, value in fields.items()), *pairs])


def of_step(step: Step, **more: Any) -> Form:
    """A form about a step as somebody saw it."""
    return form(trin=step.id, version=step.version, **more)


def step_of(done: Done) -> Step:
    """The step that an act left."""
    return next(thing for thing in done.after if isinstance(thing, Step))
