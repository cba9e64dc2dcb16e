"""A meeting in which goals are set at tables; every name in it is made up and says so."""

from dataclasses import dataclass

from strategykit.actions.acting import new_id
from strategykit.actions.goal_tables import deal
from strategykit.actions.registers import add_entry
from strategykit.actions.rooms import go_to_step, open_room
from strategykit.actions.steps import add_step, open_step, step_from
from strategykit.domain.areas import Area, Choice
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import COMMITTEE, Person, Role, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Attendee, Room, Seat
from strategykit.domain.steps import Step
from strategykit.storage.database import Database
from tests.support.makers import a_process


@dataclass(frozen=True)
class Hall:
    """A room with people, areas and an open step of goals at tables."""

    db: Database
    who: Who
    process: Process
    meeting: Meeting
    areas: tuple[Area, ...]
    people: tuple[Person, ...]
    seats: tuple[Seat, ...]
    step: Step

    def attendee(self, person_id: str) -> Attendee:
        """The person as one who takes part."""
        return Attendee(self.process.id, self.meeting.id, person_id, f"token {person_id}")

    def tables(self, step: Step | None = None) -> tuple[GoalTable, ...]:
        """The tables as they are kept."""
        with self.db.reading() as store:
            return store.all(GoalTable, self.process.id, step_id=(step or self.step).id)

    def deal(self) -> tuple[GoalTable, ...]:
        """Everybody dealt onto a table for each area."""
        deal(self.db, self.who, self.step, self.seats, [area.id for area in self.areas])
        return self.tables()

    def next_step(self, title: str) -> Step:
        """A step that goes on with the tables, open, with the room at it."""
        made = step_from(
            "maal-ved-borde", process_id=self.process.id, meeting_id=self.meeting.id, title=title,
            source_id=self.step.id,
        )  # fmt: skip
        return _at(self.db, self.who, self.meeting, add_step(self.db, self.who, made))


def a_hall(db: Database, who: Who, members: int = 6, areas: int = 3) -> Hall:
    """A chair, members and a guest in an open meeting, and areas that were chosen."""
    process = a_process(db, who)
    given = [(Role.CHAIR, "Liste A"), *[(Role.MEMBER, f"Liste {'AB'[n % 2]}") for n in range(
        members - 1
    )], (Role.GUEST, "")]  # fmt: skip
    people = tuple(
        Person(id=new_id(), process_id=process.id, name=f"Opdigtet {n}", role=role,
               organisation=party)
        for n, (role, party) in enumerate(given, start=1)
    )  # fmt: skip
    found = tuple(
        Area(id=new_id(), process_id=process.id, name=f"Område {n}", choice=Choice.PURSUED,
             reason="Prøve")
        for n in range(1, areas + 1)
    )  # fmt: skip
    meeting = Meeting(id=new_id(), process_id=process.id, title="Prøveaften")
    seats = tuple(
        Seat(id=new_id(), process_id=process.id, meeting_id=meeting.id, person_id=person.id,
             votes=person.role in COMMITTEE)
        for person in people
    )  # fmt: skip
    for thing in (*people, *found, meeting, *seats):
        add_entry(db, who, thing)
    open_room(db, who, meeting)
    made = step_from(
        "maal-ved-borde", process_id=process.id, meeting_id=meeting.id, title="Mål ved bordene"
    )
    step = _at(db, who, meeting, add_step(db, who, made))
    return Hall(db, who, process, meeting, found, people, seats, step)


def _at(db: Database, who: Who, meeting: Meeting, step: Step) -> Step:
    opened = open_step(db, who, step).after[0]
    assert isinstance(opened, Step)
    with db.reading() as store:
        (room,) = store.all(Room, meeting.process_id, meeting_id=meeting.id)
    go_to_step(db, who, room, opened)
    return opened
