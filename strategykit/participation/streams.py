"""Live pages: one task for each meeting tells its streams when what they show has changed."""

import asyncio
import logging
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from strategykit.actions.room_views import RoomView
from strategykit.errors import NotFound, StrategyError
from strategykit.live import HUB, Ear
from strategykit.participation.doors import database
from strategykit.participation.marks import Audience, Look, look_at
from strategykit.participation.plain import sign_in_of_request

WALL_SECONDS, PHONE_SECONDS, SLOW_SECONDS = 0.05, 0.3, 1.0
CHECK_SECONDS, BEAT_SECONDS = 5.0, 15.0
MOST_STREAMS = 6
CROWD = 30
#: So many phones are told in a tick: all at once would come back at once for the new page.
TICK_SECONDS, TOLD_IN_TICK, TOLD_IN_SLOW_TICK = 0.05, 20, 5
#: So many times as long as it is behind it waits: notes of others can wait, a new step less.
BEHIND, FAR_BEHIND = 5, 20
RESTS = 6  # times as long as a look took, so that a full wall leaves room for writers
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
_LOG = logging.getLogger(__name__)
_BEAT = b": her\n\n"
#: Looks wait for no phone that holds a thread of the requests.
_LOOKERS = ThreadPoolExecutor(2, "se-efter")


@dataclass(eq=False, slots=True)
class Listener:
    """One open stream; `token` is what it is to be told, `over` that it must end."""

    sign_in_id: str
    person_id: str
    audience: Audience
    token: str = ""
    told: str = ""
    spoke_at: float = field(default_factory=time.monotonic)
    over: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, token: str) -> None:
        """The stream sends the token if it is another than before."""
        if token != self.told:
            self.token = token
            self.wake.set()

    def end(self) -> None:
        """The stream ends when it has said what it had to say."""
        self.over = True
        self.wake.set()

    def next_words(self) -> bytes:
        """What is to be sent now."""
        self.wake.clear()
        self.spoke_at = time.monotonic()
        if self.token == self.told:
            return _BEAT
        self.told = self.token
        return b"event: skift\ndata: " + self.told.encode() + b"\n\n"


class Station:
    """All streams of one meeting; lives on the event loop while there are any."""

    def __init__(self, process_id: str, meeting_id: str) -> None:
        self.process_id, self.meeting_id = process_id, meeting_id
        self.listeners: dict[Listener, None] = {}
        self.look: Look | None = None
        self._took = 0.0
        self._phones_due = asyncio.Event()
        self._tasks: tuple[asyncio.Task[None], ...] = ()

    def join(self, listener: Listener) -> None:
        """One more stream; the oldest of a device that has too many ends."""
        same = [one for one in self.listeners if one.sign_in_id == listener.sign_in_id]
        for old in same[: len(same) - MOST_STREAMS + 1] if len(same) >= MOST_STREAMS else ():
            old.end()
            self.listeners.pop(old, None)
        self.listeners[listener] = None
        if not self._tasks:
            loop = asyncio.get_running_loop()
            self._tasks = (loop.create_task(self._listen()), loop.create_task(self._tell_phones()))
        elif self.look is not None:
            listener.tell(self.look.tokens[listener.audience])

    def leave(self, listener: Listener) -> None:
        """The stream is gone; with the last one the meeting's tasks end."""
        self.listeners.pop(listener, None)
        if not self.listeners and self._tasks:
            for task in self._tasks:
                task.cancel()
            self._tasks = ()
            _STATIONS.pop((self.process_id, self.meeting_id), None)

    async def _listen(self) -> None:
        ear = HUB.listen(self.process_id)
        try:
            while not HUB.stopping:
                await self._look_once()
                await self._wait(ear)
        finally:
            HUB.leave(self.process_id, ear)
            self._end(tuple(self.listeners))

    async def _wait(self, ear: Ear) -> None:
        if await ear.wait(CHECK_SECONDS) and not HUB.stopping:
            await asyncio.sleep(max(WALL_SECONDS, RESTS * self._took))
            ear.heard.clear()

    async def _look_once(self) -> None:
        """A look that fails is made again soon: the streams go on, and the pages heal."""
        look, begun = asyncio.get_running_loop().run_in_executor, time.monotonic()
        try:
            found = await look(_LOOKERS, look_at, database(), self.process_id, self.meeting_id)
            self._took = time.monotonic() - begun
        except NotFound:  # the process or the meeting is deleted
            self._end(tuple(self.listeners))
        except (StrategyError, SQLAlchemyError):
            _LOG.exception("Mødet kunne ikke læses")
        else:
            self._tell(found)

    def _tell(self, look: Look) -> None:
        before, self.look = self.look, look
        self._end(one for one in tuple(self.listeners) if not look.may_hear(one))
        late = time.monotonic() - BEAT_SECONDS + CHECK_SECONDS
        for one in self.listeners:
            if one.audience is not Audience.PHONE:
                one.tell(look.tokens[one.audience])
            if one.spoke_at < late:
                one.wake.set()
        if before is None or before.tokens[Audience.PHONE] != look.tokens[Audience.PHONE]:
            self._phones_due.set()
        if look.over:
            for one in self.listeners:
                one.tell(look.tokens[one.audience])
            self._end(tuple(self.listeners))

    def _end(self, listeners: Iterable[Listener]) -> None:
        for one in listeners:
            one.end()
            self.listeners.pop(one, None)

    async def _tell_phones(self) -> None:
        """A change of step reaches the phones soon, the notes of others when there is time."""
        urgent = ""
        while True:
            await self._phones_due.wait()
            self._phones_due.clear()
            look = self.look
            if look is None:
                continue
            hurry, urgent = look.urgent != urgent, look.urgent
            pace = (TOLD_IN_TICK, BEHIND) if hurry else (TOLD_IN_SLOW_TICK, FAR_BEHIND)
            await self._tell_some(*pace)
            await asyncio.sleep(PHONE_SECONDS if hurry else SLOW_SECONDS)

    async def _tell_some(self, at_once: int, behind: int) -> None:
        phones = [one for one in self.listeners if one.audience is Audience.PHONE]
        for start in range(0, len(phones), at_once):
            for one in phones[start : start + at_once]:
                if self.look is not None and one in self.listeners:
                    one.tell(self.look.tokens[Audience.PHONE])
            await _breathe(behind)


class EventStream(Response):
    """The answer that stays open; ends when the listener or the reader does."""

    def __init__(self, station: Station, listener: Listener) -> None:
        super().__init__()
        self.station, self.listener = station, listener

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        listener = self.listener
        reader = asyncio.ensure_future(_until_gone(receive))
        reader.add_done_callback(lambda _: listener.end())
        self.station.join(listener)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await send({"type": "http.response.body", "body": _BEAT, "more_body": True})
            while not (listener.over and listener.token == listener.told):
                await listener.wake.wait()
                if reader.done():
                    return
                await send(
                    {"type": "http.response.body", "body": listener.next_words(), "more_body": True}
                )
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            reader.cancel()
            self.station.leave(listener)


async def _breathe(behind: int) -> None:
    """A tick; longer when the machine is behind, so that what is written comes first."""
    clock = asyncio.get_running_loop().time
    due = clock() + TICK_SECONDS
    await asyncio.sleep(TICK_SECONDS)
    await asyncio.sleep(behind * max(0.0, clock() - due))


def live_stream(request: Request, process_id: str, meeting_id: str, audience: Audience) -> Response:
    """The stream of the meeting for whoever came in by the address's door."""
    sign_in = sign_in_of_request(request)
    if HUB.stopping:
        return Response(status_code=503)
    key = (process_id, meeting_id)
    station = _STATIONS.get(key) or _STATIONS.setdefault(key, Station(process_id, meeting_id))
    return EventStream(station, Listener(sign_in.id, sign_in.person_id, audience))


def seen_by_crowd(process_id: str, meeting_id: str) -> RoomView | None:
    """What a large room was told of last, hardly older than a wink; None for a small one."""
    station = _STATIONS.get((process_id, meeting_id))
    if station is None or station.look is None or len(station.listeners) < CROWD:
        return None
    return station.look.view


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


_STATIONS: dict[tuple[str, str], Station] = {}
