"""Who must be told that a process changed: streams wait here, acts tell after they are saved."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from threading import Lock


@dataclass(eq=False)
class Ear:
    """One that waits for changes of one process, on the event loop that it was made on."""

    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def wait(self, seconds: float) -> bool:
        """Whether something changed within the time; what changed before the wait counts."""
        try:
            await asyncio.wait_for(self.heard.wait(), seconds)
        except TimeoutError:
            return False
        self.heard.clear()
        return True


class Hub:
    """All ears by process; safe to tell from any thread."""

    def __init__(self) -> None:
        self._ears: dict[str, set[Ear]] = defaultdict(set)
        self._lock = Lock()
        self._stopping = False

    @property
    def stopping(self) -> bool:
        """Whether the server is stopping, so that every stream must end."""
        return self._stopping

    def listen(self, process_id: str) -> Ear:
        """An ear for the process; give it back with `leave`."""
        ear = Ear()
        with self._lock:
            self._ears[process_id].add(ear)
        return ear

    def leave(self, process_id: str, ear: Ear) -> None:
        """The ear hears no more."""
        with self._lock:
            self._ears[process_id].discard(ear)

    def tell(self, process_id: str) -> None:
        """Something of the process has changed and is saved."""
        with self._lock:
            ears = tuple(self._ears.get(process_id, ()))
        _wake(ears)

    def close(self) -> None:
        """Wakes everyone so that they see that the server is stopping."""
        self._stopping = True
        with self._lock:
            ears = tuple(ear for some in self._ears.values() for ear in some)
        _wake(ears)

    def open(self) -> None:
        """A server starts in this interpreter."""
        self._stopping = False


def _wake(ears: tuple[Ear, ...]) -> None:
    for ear in ears:
        if not ear.loop.is_closed():
            ear.loop.call_soon_threadsafe(ear.heard.set)


HUB = Hub()
