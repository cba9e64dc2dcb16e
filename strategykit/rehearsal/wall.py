"""The projector of a rehearsal: fetches its page at each change and finds the notes on it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from strategykit.rehearsal.device import Device, NoAnswer

PAGE = "/projektor"
CHANGE = "skift"
#: What a browser waits before it opens a broken stream again.
AGAIN_SECONDS = 1.0


@dataclass
class Wall:
    """`awaited` are texts and when each was sent; `seen` is told how long one took."""

    device: Device
    meeting_id: str
    seen: Callable[[float], None]
    awaited: dict[str, float] = field(default_factory=dict)
    html: str = ""
    breaks: int = 0

    def expect(self, text: str) -> None:
        """The text is being sent now."""
        self.awaited[text] = time.perf_counter()

    def forget(self, text: str) -> None:
        """The text was not taken, so it never comes."""
        self.awaited.pop(text, None)

    async def live(self) -> None:
        """Follows the meeting until it is cancelled."""
        while True:
            try:
                await self._fetch()
                async for event in self.device.events(f"{PAGE}/strom?{self._meeting}"):
                    if event == CHANGE:
                        await self._fetch()
            except NoAnswer:
                self.breaks += 1
            await asyncio.sleep(AGAIN_SECONDS)

    async def _fetch(self) -> None:
        answer = await self.device.get(f"{PAGE}/skaerm?{self._meeting}")
        if not answer.went_well:
            raise NoAnswer(f"{PAGE}/skaerm {answer.status}")
        self.html, now = answer.text, time.perf_counter()
        for text in [text for text in self.awaited if text in self.html]:
            self.seen(now - self.awaited.pop(text))

    @property
    def _meeting(self) -> str:
        return urlencode({"moede": self.meeting_id})
