"""The rehearsal itself: every meeting of the agenda, played from its first step to its last."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from strategykit.actions.participating import room_in
from strategykit.actions.steps import steps_of
from strategykit.domain.agenda import in_time_order
from strategykit.domain.meetings import Meeting
from strategykit.domain.process import Process
from strategykit.domain.steps import Step, StepKind
from strategykit.errors import BadCrowd
from strategykit.rehearsal.copying import Copy, throwaway
from strategykit.rehearsal.device import Device, NoAnswer
from strategykit.rehearsal.helm import Helm
from strategykit.rehearsal.measuring import Rehearsal, StepMeasure, Timings, spread_of
from strategykit.rehearsal.members import Member
from strategykit.rehearsal.phones import Phone
from strategykit.rehearsal.servers import OwnServer, own_server
from strategykit.rehearsal.stopping import Stop
from strategykit.rehearsal.wall import Wall
from strategykit.storage.database import Database

LEAST, MOST = 1, 200
AT_THE_DOOR = 10
GRACE_SECONDS = 10.0
GROUPS = 3

#: Told how far it is: which step of how many, and its title.
Tell = Callable[[int, int, str], None]


def rehearse(
    source: Database, process: Process, members: int, beside: Path, tell: Tell, stop: Stop
) -> Rehearsal:
    """Plays the process's agenda on a throwaway copy; raises BadCrowd or RehearsalUnstarted."""
    if not LEAST <= members <= MOST:
        raise BadCrowd(LEAST, MOST)
    begun = time.perf_counter()
    with throwaway(source, process, members, beside) as copy, own_server(copy.home) as server:
        evenings = stop.play(Agenda(copy, server, tell).play())
        memory = server.memory / 2**20
    timings = [timing for _, timing in evenings]
    return Rehearsal(
        process=process.name, members=members, seconds=time.perf_counter() - begun,
        steps=tuple(step for step, _ in evenings),
        answers=spread_of([s for timing in timings for s in timing.answers]),
        arrivals=spread_of([s for timing in timings for s in timing.arrivals]),
        troubles=tuple(t for timing in timings for t in timing.troubles),
        lost=sum(timing.lost for timing in timings), memory_mb=memory,
        postgres=not source.is_sqlite,
    )  # fmt: skip


@dataclass(frozen=True)
class Agenda:
    """Every meeting that has steps, in the order of time."""

    copy: Copy
    server: OwnServer
    tell: Tell

    async def play(self) -> list[tuple[StepMeasure, Timings]]:
        """What was measured in each step."""
        plan, leader = self._plan(), self.copy.facilitator()
        total = sum(len(steps) for _, steps in plan)
        found: list[tuple[StepMeasure, Timings]] = []
        for meeting, steps in plan:
            evening = Evening(self.copy, self.server.port, meeting, leader)
            await evening.begin()
            for step in steps:
                self.tell(len(found) + 1, total, step.title)
                timings = await evening.play(step)
                found.append((_measured(meeting, step, timings), timings))
            await evening.end()
        return found

    def _plan(self) -> list[tuple[Meeting, Sequence[Step]]]:
        db, process_id = self.copy.database, self.copy.process.id
        with db.reading() as store:
            meetings = in_time_order(store.all(Meeting, process_id))
        plan = [(meeting, steps_of(db, process_id, meeting.id)) for meeting in meetings]
        return [(meeting, steps) for meeting, steps in plan if steps]


class Evening:
    """One meeting: its phones, its projector and its facilitator."""

    def __init__(self, copy: Copy, port: int, meeting: Meeting, leader: dict[str, str]) -> None:
        self._copy, self._port, self._meeting = copy, port, meeting
        self._helm = Helm(Device(port, leader), meeting.id)
        self._timings = Timings()
        self._wall = Wall(Device(self._port, copy.projector(meeting.id)), self._seen)
        self._members: list[Member] = []
        self._turned_away: list[str] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def begin(self) -> None:
        """Everybody is in, and the projector is on."""
        await self._helm.press("begynd")
        with self._copy.database.reading() as store:
            code = room_in(store, self._copy.process.id, self._meeting.id).code
        door = asyncio.Semaphore(AT_THE_DOOR)
        people = enumerate(self._copy.member_ids, start=1)
        entered = await asyncio.gather(*(self._enter(n, p, code, door) for n, p in people))
        self._members = [member for member in entered if member is not None]
        lives = [member.live() for member in self._members]
        self._tasks = [asyncio.create_task(life) for life in (self._wall.live(), *lives)]

    async def _enter(
        self, number: int, person_id: str, code: str, door: asyncio.Semaphore
    ) -> Member | None:
        member = Member(number, Phone(Device(self._port)), self._timings, self._wall)
        try:
            async with door:
                await member.phone.join(code, person_id)
                await member.phone.look()
        except NoAnswer as trouble:
            self._turned_away.append(f"ved døren: {trouble}")
            return None
        return member

    async def play(self, step: Step) -> Timings:
        """The step from its opening to its closing."""
        self._timings = Timings(troubles=self._turned_away)
        self._turned_away = []
        for member in self._members:
            member.timings = self._timings
        try:
            await self._open(step)
            await asyncio.gather(*(member.answer(step) for member in self._members))
            await self._last_ones()
            await self._close(step)
        except NoAnswer as trouble:
            self._timings.troubles.append(str(trouble))
        return self._timings

    async def end(self) -> None:
        """Everybody goes home."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _open(self, step: Step) -> None:
        await self._helm.press("gaa", trin=step.id)
        if step.kind is StepKind.TABLES:
            await self._helm.press("borde/del", "borde")
        await self._helm.press("aabn", trin=step.id)

    async def _close(self, step: Step) -> None:
        if step.held:
            await self._helm.press("sedler/slip", "sedler", alle="")
        if step.blind:
            await self._helm.press("afsloer", trin=step.id)
        if step.kind is StepKind.GROUP:
            for _ in range(GROUPS):
                await self._helm.press("sedler/saml", "sedler")
        await self._helm.press("luk", trin=step.id)

    async def _last_ones(self) -> None:
        for _ in range(int(GRACE_SECONDS / 0.05)):
            if not self._wall.awaited:
                break
            await asyncio.sleep(0.05)
        self._timings.lost += len(self._wall.awaited)
        self._wall.awaited.clear()

    def _seen(self, seconds: float) -> None:
        self._timings.arrivals.append(seconds)


def _measured(meeting: Meeting, step: Step, timings: Timings) -> StepMeasure:
    return StepMeasure(
        meeting=meeting.title, title=step.title, kind=step.kind.value,
        answers=spread_of(timings.answers), arrivals=spread_of(timings.arrivals),
        troubles=len(timings.troubles), lost=timings.lost,
    )  # fmt: skip
