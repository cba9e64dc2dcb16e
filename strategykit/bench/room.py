"""A room of simulated phones and a projector, for the measurements of the live workshop."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from strategykit.actions.access import open_door
from strategykit.actions.acting import new_id
from strategykit.actions.participating import room_in
from strategykit.actions.processes import start_process
from strategykit.actions.rooms import go_to_step, open_room
from strategykit.actions.steps import add_step, open_step, step_from
from strategykit.actions.templates import template_named
from strategykit.domain.access import Door
from strategykit.domain.boards import SWOT
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step
from strategykit.rehearsal.device import Device, NoAnswer
from strategykit.rehearsal.phones import Phone
from strategykit.rehearsal.wall import CHANGE, Wall
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate

OWNER = Who(Access.FACILITATOR)
FIELDS = ("styrker", "svagheder", "muligheder", "trusler")
WRITES_EVERY = 5.0
AT_THE_DOOR = 20
GRACE_SECONDS, QUIET_SECONDS = 15.0, 3


@dataclass(frozen=True)
class Meet:
    """A meeting with one open step, and a projector that may show it."""

    code: str
    people: tuple[str, ...]
    screen: dict[str, str]


def prepare(home: Path, phones: int) -> Meet:
    """A process of its own in the home's database, whose room is open for so many."""
    db = Database(f"sqlite:///{home / 'strategi.db'}")
    migrate(db)
    process = _process(db)
    people = [
        Person(id=new_id(), process_id=process.id, name=f"Deltager {n + 1}") for n in range(phones)
    ]
    with db.writing() as store:
        store.add_all(people)
        meeting = store.add(Meeting(id=new_id(), process_id=process.id, title="Måling"))
    room = open_room(db, OWNER, meeting)
    _open_step(db, room)
    screen = open_door(db, Door.PROJECTOR, process_id=process.id, meeting_id=meeting.id, hours=4)
    db.close()
    return Meet(room.code, tuple(p.id for p in people), {Door.PROJECTOR.cookie: screen})


def _process(db: Database) -> Process:
    own_id = new_id()
    return start_process(
        db, OWNER,
        Process(
            id=own_id, process_id=own_id, title=f"Måling {own_id[:6]}", municipality="787",
            committee="Måleudvalget", template=template_named("ungestrategi").text,
        ),
    )  # fmt: skip


def _open_step(db: Database, room: Room) -> None:
    step = step_from(
        "skriv-uden-navn", process_id=room.process_id, meeting_id=room.meeting_id,
        title="Skriv", subject=SWOT,
    )  # fmt: skip
    opened = open_step(db, OWNER, add_step(db, OWNER, step)).after[0]
    assert isinstance(opened, Step)  # noqa: S101 - an opened step is one
    with db.reading() as store:
        here = room_in(store, room.process_id, room.meeting_id)
    go_to_step(db, OWNER, here, opened)


@dataclass
class Figures:
    """What was measured: seconds, and what went wrong."""

    arrivals: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    swaps: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass
class Crowd:
    """Everybody in the room, on one event loop in a process of its own."""

    port: int
    meet: Meet
    figures: Figures = field(default_factory=Figures)
    phones: list[Phone] = field(default_factory=list)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def join(self, count: int) -> None:
        """So many more phones, each with its page before it and its stream open."""
        door = asyncio.Semaphore(AT_THE_DOOR)
        first = len(self.phones)
        fresh = await asyncio.gather(
            *(self._enter(person, door) for person in self.meet.people[first : first + count])
        )
        self.phones += fresh
        self._tasks += [asyncio.create_task(self._listen(phone)) for phone in fresh]

    async def _enter(self, person_id: str, door: asyncio.Semaphore) -> Phone:
        phone = Phone(Device(self.port))
        async with door:
            await phone.join(self.meet.code, person_id)
            await phone.look()
        return phone

    async def settle(self) -> None:
        """Until every phone has what came with the others' joining, as before a step is opened."""
        quiet, seen = 0, -1
        while quiet < QUIET_SECONDS:
            await asyncio.sleep(1)
            quiet = quiet + 1 if self.figures.swaps == seen else 0
            seen = self.figures.swaps

    async def write(self, seconds: float) -> Figures:
        """Each phone writes every five seconds, the projector looking on."""
        self.figures = Figures()
        wall = Wall(
            Device(self.port, dict(self.meet.screen)),
            self.figures.arrivals.append,
        )
        showing = asyncio.create_task(wall.live())
        await asyncio.gather(*(self._write(phone, wall, seconds) for phone in self.phones))
        await self._last_ones(wall)
        showing.cancel()
        found = self.figures
        found.errors += ["nåede aldrig projektoren"] * len(wall.awaited)
        found.errors += ["projektoren mistede forbindelsen"] * wall.breaks
        return found

    async def _last_ones(self, wall: Wall) -> None:
        for _ in range(int(GRACE_SECONDS / 0.05)):
            if not wall.awaited:
                return
            await asyncio.sleep(0.05)

    async def _write(self, phone: Phone, wall: Wall, seconds: float) -> None:
        chance = random.Random(id(phone))  # noqa: S311 - no secret
        last = time.perf_counter() + seconds
        await asyncio.sleep(chance.random() * WRITES_EVERY)
        while time.perf_counter() < last:
            begun = time.perf_counter()
            await self._send(phone, wall, chance)
            await asyncio.sleep(max(0.0, WRITES_EVERY - (time.perf_counter() - begun)))

    async def _send(self, phone: Phone, wall: Wall, chance: random.Random) -> None:
        text = f"Måleseddel {_letters(new_id())} om samarbejde og vejledning"
        wall.expect(text)
        begun = time.perf_counter()
        try:
            answer = await phone.send("seddel", tekst=text, felt=chance.choice(FIELDS))
        except NoAnswer as trouble:
            self._failed(wall, text, str(trouble))
            return
        self.figures.answers.append(time.perf_counter() - begun)
        if not answer.went_well:
            self._failed(wall, text, f"{answer.status} {answer.said.get('fejl', '')}")

    def _failed(self, wall: Wall, text: str, told: str) -> None:
        wall.forget(text)
        self.figures.errors.append(told)

    async def _listen(self, phone: Phone) -> None:
        try:
            async for event in phone.changes():
                if event == CHANGE:
                    await phone.swap()
                    self.figures.swaps += 1
        except NoAnswer as trouble:
            self.figures.errors.append(f"strøm: {trouble}")

    async def leave(self) -> None:
        """Everybody closes the page."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def _letters(number: str) -> str:
    """The same id without digits, of which ten in a row may look like a CPR number."""
    return number.translate(str.maketrans("0123456789", "ghijklmnop"))


async def round_trips(port: int, path: str, count: int) -> Sequence[float]:
    """Seconds of so many requests one after the other, each on a connection of its own."""
    device, took = Device(port), []
    for _ in range(count):
        begun = time.perf_counter()
        answer = await device.get(path)
        took.append(time.perf_counter() - begun)
        if not answer.went_well:
            raise NoAnswer(f"{path} {answer.status}")
    return took
