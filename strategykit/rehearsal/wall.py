"""The projector of a rehearsal: fetches its page at each change and finds the notes on it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from strategykit.rehearsal.device import Device, NoAnswer

PAGE = "/projektor"
CHANGE = "skift"
#: What a browser waits before it opens a broken stream again.
AGAIN_SECONDS = 1.0


@dataclass
class Wall:
    """`awaited` are texts and when each was sent; `seen` is told how long one took."""

    device: Device
    seen: Callable[[float], None]
    awaited: dict[str, float] = field(default_factory=dict)
    html: str = ""
    breaks: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def expect(self, text: str) -> None:
        """The text is being sent now."""
        self.awaited[escape(text)] = time.perf_counter()

    def forget(self, text: str) -> None:
        """The text was not taken, so it never comes."""
        self.awaited.pop(escape(text), None)

    async def live(self) -> None:
        """Follows the meeting until it is cancelled."""
        async with asyncio.TaskGroup() as both:
            both.create_task(self._listen())
            both.create_task(self._show())

    async def _listen(self) -> None:
        while True:
            self._changed.set()
            try:
                async for event in self.device.events(f"{PAGE}/strom"):
                    if event == CHANGE:
                        self._changed.set()
            except NoAnswer:
                self.breaks += 1
            await asyncio.sleep(AGAIN_SECONDS)

    async def _show(self) -> None:
        """What changes while the page is being fetched is fetched once more, not many times."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            try:
                await self._fetch()
            except NoAnswer:
                self.breaks += 1

    async def _fetch(self) -> None:
        answer = await self.device.get(f"{PAGE}/skaerm")
        if not answer.went_well:
            raise NoAnswer(f"{PAGE}/skaerm {answer.status}")
        self.html, now = answer.text, time.perf_counter()
        for text in [text for text in self.awaited if text in self.html]:
            self.seen(now - self.awaited.pop(text))
