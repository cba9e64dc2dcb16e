"""Slowing down whoever guesses: a few seconds at most, nobody is ever locked out.

A whole room shares one address, so what counts is wrong tries from it of late, and whoever holds
a sign-in of any kind waits for nothing.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from anyio import CapacityLimiter
from starlette.requests import Request

FREE_TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 5.0
FORGOTTEN_AFTER = 600.0
MOST_ADDRESSES = 10_000


class Slowing:
    """Wrong tries by address; safe to use from any thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = Lock()
        self._queues: dict[bool, CapacityLimiter] = {}

    def queue(self, *, guesses: bool) -> CapacityLimiter:
        """One at a time, and guesses apart: they hold neither the room's threads nor the honest."""
        if guesses not in self._queues:
            self._queues[guesses] = CapacityLimiter(1)  # made on the event loop that uses it
        return self._queues[guesses]

    def pause(self, address: str) -> float:
        """Seconds to wait before the next try from there is looked at."""
        with self._lock:
            count, last = self._wrong.get(address, (0, 0.0))
        if count < FREE_TRIES or self._clock() - last > FORGOTTEN_AFTER:
            return 0.0
        return min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(count - FREE_TRIES, 10))

    def wrong(self, request: Request) -> None:
        """One more wrong try from the address of the request."""
        now, address = self._clock(), address_of(request)
        with self._lock:
            count, last = self._wrong.pop(address, (0, now))
            self._wrong[address] = (1 if now - last > FORGOTTEN_AFTER else count + 1, now)
            if len(self._wrong) > MOST_ADDRESSES:
                self._wrong.popitem(last=False)


def address_of(request: Request) -> str:
    """Where the request comes from; X-Forwarded-For counts only from the configured proxy."""
    return request.client.host if request.client else ""
