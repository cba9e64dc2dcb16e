"""What a room full of phones asks for at the same time: a few at a time, and made once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from anyio import CapacityLimiter

Made = TypeVar("Made")
READERS, WRITERS = 2, 2  # more would only take turns, and hold the database's lock meanwhile
KEPT = 64


class Lanes:
    """Threads of the phones' own, so that wall and helm wait for none of them."""

    def __init__(self) -> None:
        self._lanes: dict[bool, CapacityLimiter] = {}

    def lane(self, *, writes: bool) -> CapacityLimiter:
        """Made on the event loop that uses it."""
        if writes not in self._lanes:
            self._lanes[writes] = CapacityLimiter(WRITERS if writes else READERS)
        return self._lanes[writes]


class Once(Generic[Made]):
    """What was made for a key; those who ask meanwhile wait for it. Safe from any thread."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Made now, or before for the same key."""
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
                if len(self._made) > KEPT:
                    self._made.popitem(last=False)
            return self._made[key]
