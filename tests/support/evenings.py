"""An evening that is under way on a server: a meeting with its steps, and phones that join it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from strategykit.actions.access import open_door
from strategykit.actions.acting import new_id
from strategykit.actions.participating import room_in
from strategykit.actions.rooms import go_to_step, open_room
from strategykit.actions.steps import add_step, open_step, step_from
from strategykit.domain.access import Door
from strategykit.domain.boards import SWOT, Note
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step
from strategykit.rehearsal.device import Device, NoAnswer
from strategykit.rehearsal.forms import Filled
from strategykit.rehearsal.phones import Phone
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.makers import a_process
from tests.support.server import ROOT, SERVE, Server

LEADER = Who(Access.FACILITATOR)
FIELD = "styrker"


@dataclass(frozen=True)
class Evening:
    """What the facilitator prepared; `people` are the ids of those who may join by name."""

    db: Database
    process: Process
    meeting: Meeting
    room: Room
    people: tuple[str, ...]

    def step(self, preset: str, title: str = "Prøvetrin", **more: object) -> Step:
        """One more step, open, with the room at it."""
        given = {"subject": SWOT, **more} if "subjects" not in more else more
        made = step_from(
            preset, process_id=self.process.id, meeting_id=self.meeting.id, title=title, **given
        )
        opened = open_step(self.db, LEADER, add_step(self.db, LEADER, made)).after[0]
        assert isinstance(opened, Step)
        self.go_to(opened)
        return opened

    def go_to(self, step: Step) -> None:
        """Everybody is at the step."""
        go_to_step(self.db, LEADER, self.room_now, step)

    @property
    def room_now(self) -> Room:
        """The room as it is kept."""
        with self.db.reading() as store:
            return room_in(store, self.process.id, self.meeting.id)

    def notes(self, step: Step) -> tuple[Note, ...]:
        """What was written in the step."""
        with self.db.reading() as store:
            return store.all(Note, self.process.id, step_id=step.id)

    def cookie(self, door: Door) -> dict[str, str]:
        """The cookie of a device that was paired to the meeting."""
        token = open_door(
            self.db, door, process_id=self.process.id, meeting_id=self.meeting.id, hours=1
        )
        return {door.cookie: token}


def an_evening(home: Path, members: int = 3, name: str = "aften") -> Evening:
    """A process with one open meeting in the home's database."""
    home.mkdir(parents=True, exist_ok=True)
    db = Database(f"sqlite:///{home / 'strategi.db'}")
    migrate(db)
    process = a_process(db, LEADER, name=name, title=f"Prøvestrategi {name}")
    people = [
        Person(id=new_id(), process_id=process.id, name=f"Medlem {n}") for n in range(members)
    ]
    with db.writing() as store:
        store.add_all(people)
        meeting = store.add(Meeting(id=new_id(), process_id=process.id, title="Prøveaften"))
    room = open_room(db, LEADER, meeting)
    return Evening(db, process, meeting, room, tuple(person.id for person in people))


async def joined(port: int, evening: Evening, number: int = 0) -> Phone:
    """The phone of the member with that number, in the room and with the page before it."""
    phone = Phone(Device(port))
    await phone.join(evening.room.code, evening.people[number])
    await phone.look()
    return phone


async def sent(phone: Phone, act: str, fields: Filled) -> bool:
    """Whether the server said that it has it; raises NoAnswer when it said nothing."""
    answer = await phone.device.post(f"/deltag/{act}", fields, Accept="application/json")
    if answer.status >= 500:
        raise NoAnswer(str(answer.status))
    return answer.status == 200


def note_fields(phone: Phone, text: str, **more: str) -> Filled:
    """What the page's form for a note sends."""
    form = phone.form("seddel")
    assert form is not None, phone.html
    return form.filled(felt=FIELD, tekst=text, **more)


def start_again(server: Server) -> None:
    """The server, which was killed, with the same data on the same port."""
    assert server.process.poll() is not None
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "DATABASE"))}
    own = {
        "STRATEGYKIT_HOME": str(server.home), "PORT": str(server.port), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    with server.output.open("ab") as file:
        server.process = subprocess.Popen(
            [sys.executable, *SERVE], cwd=server.home, env={**kept, **own}, stdout=file,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
    server.wait_until_ready()
