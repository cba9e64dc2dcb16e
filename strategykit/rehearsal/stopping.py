"""How a rehearsal is stopped from outside, so that its server and its copy go with it."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine
from types import FrameType
from typing import Any, TypeVar

TERMINATED = 143  # what a shell says of a program that was asked to stop

T = TypeVar("T")


class Stop:
    """What SIGTERM says, heard wherever the program is when it comes."""

    def __init__(self) -> None:
        self._asked = False
        self._end_the_play: Callable[[], object] | None = None

    def listen(self) -> "Stop":
        """From now on; only in the program's main thread."""
        signal.signal(signal.SIGTERM, self.ask)
        return self

    def ask(self, _number: int = 0, _frame: FrameType | None = None) -> None:
        """Ends the play, or raises SystemExit where there is none yet.

        A signal may come in the middle of tidying up memory, where Python drops what is raised: so
        the play is ended by its own loop.
        """
        self._asked = True
        if self._end_the_play is None:
            sys.exit(TERMINATED)
        self._end_the_play()

    def play(self, work: Coroutine[Any, Any, T]) -> T:
        """What the work gives; raises SystemExit when it is asked to stop."""
        try:
            return asyncio.run(self._heard(work))
        except asyncio.CancelledError:
            sys.exit(TERMINATED)

    async def _heard(self, work: Coroutine[Any, Any, T]) -> T:
        loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)
        self._end_the_play = lambda: loop.call_soon_threadsafe(task.cancel)
        try:
            if self._asked:
                task.cancel()
            return await task
        finally:
            self._end_the_play = None
