"""Slowing down whoever guesses: a few seconds at most, nobody is ever locked out.

A whole room shares one address, so what counts is wrong tries of late by whom the browser is known
by: by a sign-in that it has or has had, else by its address.
"""

import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import Lock

from anyio import CapacityLimiter, sleep
from starlette.requests import Request

FREE_TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 5.0
FORGOTTEN_AFTER = 600.0
MOST_GUESSERS = 10_000


class Slowing:
    """Wrong tries by guesser; `pause` and `wrong` are safe from any thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = Lock()
        self._queues: dict[bool, CapacityLimiter] = {}

    @asynccontextmanager
    async def turn(self, guesser: str) -> AsyncIterator[None]:
        """Waits for its pause and its turn: one at a time, with known guessers in a line apart."""
        if not self.pause(guesser):
            async with self._queue(guesses=False):
                if not self.pause(guesser):  # others of the same may have guessed meanwhile
                    yield
                    return
        await sleep(self.pause(guesser))
        async with self._queue(guesses=True):
            yield

    def pause(self, guesser: str) -> float:
        """Seconds to wait before the next try is looked at."""
        with self._lock:
            count, last = self._wrong.get(guesser, (0, 0.0))
        if count < FREE_TRIES or self._clock() - last > FORGOTTEN_AFTER:
            return 0.0
        return min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(count - FREE_TRIES, 10))

    def wrong(self, request: Request) -> None:
        """One more wrong try by whom the request is known by."""
        now, guesser = self._clock(), getattr(request.state, "guesser", address_of(request))
        with self._lock:
            count, last = self._wrong.pop(guesser, (0, now))
            self._wrong[guesser] = (1 if now - last > FORGOTTEN_AFTER else count + 1, now)
            if len(self._wrong) > MOST_GUESSERS:
                self._wrong.popitem(last=False)

    def _queue(self, *, guesses: bool) -> CapacityLimiter:
        if guesses not in self._queues:
            self._queues[guesses] = CapacityLimiter(1)  # made on the event loop that uses it
        return self._queues[guesses]


def address_of(request: Request) -> str:
    """Where the request comes from; X-Forwarded-For counts only from the configured proxy."""
    return request.client.host if request.client else ""
