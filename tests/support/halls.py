"""A meeting that is held in one database: members with seats and phones, areas, notes, steps."""

from dataclasses import dataclass
from typing import Any

from strategykit.actions.acting import new_id
from strategykit.actions.collecting import write_note
from strategykit.actions.participating import room_in
from strategykit.actions.results import close_step
from strategykit.actions.room_views import RoomView, view_of
from strategykit.actions.rooms import go_to_step, open_room
from strategykit.actions.steps import add_step, open_step, step_from
from strategykit.domain.areas import Area
from strategykit.domain.ballots import StepResult
from strategykit.domain.boards import SWOT, Dot, Note
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Person, Role, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Attendee, Seat
from strategykit.domain.steps import Step, Subjects
from strategykit.storage.database import Database
from tests.support.makers import a_process

LEADER = Who(Access.FACILITATOR)


@dataclass(frozen=True)
class Hall:
    """`people` are members who vote, and last a guest who does not."""

    db: Database
    process: Process
    meeting: Meeting
    people: tuple[Person, ...]

    def phone(self, number: int) -> Attendee:
        """The phone of the person with that number."""
        return Attendee(
            self.process.id, self.meeting.id, self.people[number].id, f"telefon {number}"
        )

    def step(self, preset: str, *, title: str = "Prøvetrin", **more: Any) -> Step:
        """One more step, open, with the room at it."""
        made = step_from(
            preset, process_id=self.process.id, meeting_id=self.meeting.id, title=title, **more
        )
        return self.open(add_step(self.db, LEADER, made))

    def on_areas(self, preset: str, **more: Any) -> Step:
        """The same about the focus areas."""
        return self.step(preset, subjects=Subjects.AREAS, **more)

    def open(self, step: Step) -> Step:
        """The step, open, with the room at it."""
        opened = open_step(self.db, LEADER, step).after[0]
        assert isinstance(opened, Step)
        with self.db.reading() as store:
            room = room_in(store, self.process.id, self.meeting.id)
        go_to_step(self.db, LEADER, room, opened)
        return opened

    def close(self, step: Step) -> Step:
        """The step, closed."""
        closed = close_step(self.db, LEADER, step).after[0]
        assert isinstance(closed, Step)
        return closed

    def write(self, step: Step, number: int, text: str, field: str = "styrker") -> Note:
        """A note from a phone."""
        return write_note(self.db, self.phone(number), step.id, field, text, new_id())

    def areas(self, *names: str) -> tuple[Area, ...]:
        """Focus areas with those names."""
        with self.db.writing() as store:
            return tuple(
                store.add(Area(id=new_id(), process_id=self.process.id, name=name))
                for name in names
            )

    @property
    def view(self) -> RoomView:
        """The meeting as it is now."""
        return view_of(self.db, self.process.id, self.meeting.id)

    def result(self, step: Step) -> StepResult:
        """The newest result of the step."""
        return self.view.results[step.id][-1]

    def dots(self, step: Step) -> tuple[Dot, ...]:
        """What lies in the database."""
        with self.db.reading() as store:
            return store.all(Dot, self.process.id, step_id=step.id)

    def totals(self, step: Step) -> dict[str, int]:
        """What each got in the newest result, by title; what got nothing is left out."""
        return {tally.title: tally.total for tally in self.result(step).tallies if tally.total}


def a_hall(db: Database, members: int = 6) -> Hall:
    """An open meeting with so many members and one guest."""
    process = a_process(db, LEADER)
    people = [
        Person(id=new_id(), process_id=process.id, name=f"Medlem {n}", position=n + 1)
        for n in range(members)
    ]
    guest = Person(
        id=new_id(), process_id=process.id, name="Gæst", role=Role.GUEST, position=members + 1
    )
    with db.writing() as store:
        store.add_all([*people, guest])
        meeting = store.add(Meeting(id=new_id(), process_id=process.id, title="Prøveaften"))
        for person in (*people, guest):
            store.add(
                Seat(
                    id=new_id(), process_id=process.id, meeting_id=meeting.id,
                    person_id=person.id, votes=person is not guest,
                )
            )  # fmt: skip
    open_room(db, LEADER, meeting)
    return Hall(db, process, meeting, (*people, guest))


BOARD = {"subjects": Subjects.BOARD, "subject": SWOT}
