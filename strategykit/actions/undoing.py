"""What the facilitators of a meeting can take back: the newest act first, shared by all of them.

Kept in the server's memory alone: after a restart nothing can be taken back, and nothing is lost.
"""

from collections import defaultdict, deque
from dataclasses import dataclass
from threading import Lock

from strategykit.actions.acting import new_id
from strategykit.actions.boards import undo
from strategykit.domain.boards import Done
from strategykit.domain.people import Who
from strategykit.errors import CannotUndo, KeysGone, NotFound, UndoneAlready
from strategykit.storage.database import Database

MOST = 100


@dataclass(frozen=True)
class Kept:
    """An act that can be taken back; the button that does it bears `id`."""

    id: str
    done: Done


class Undoing:
    """The last acts of every meeting; safe from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stacks: dict[tuple[str, str], deque[Kept]] = defaultdict(lambda: deque(maxlen=MOST))

    def keep(self, process_id: str, meeting_id: str, done: Done) -> None:
        """The act can be taken back, unless it changed nothing or is the newest one again."""
        with self._lock:
            stack = self._stacks[process_id, meeting_id]
            again = stack and stack[-1].done.after == done.after
            if (done.before or done.after) and not again:
                stack.append(Kept(new_id(), done))

    def newest(self, process_id: str, meeting_id: str) -> Kept | None:
        """What is taken back next."""
        with self._lock:
            stack = self._stacks.get((process_id, meeting_id))
            return stack[-1] if stack else None

    def take_back(
        self, db: Database, who: Who, process_id: str, meeting_id: str, kept_id: str
    ) -> str:
        """What the act had told when it was done; raises UndoneAlready, CannotUndo or KeysGone.

        One that cannot be taken back leaves the way free to the one before it.
        """
        kept = self._pop(process_id, meeting_id, kept_id)
        try:
            undo(db, who, process_id, kept.done)
        except (CannotUndo, KeysGone, NotFound):
            raise
        except BaseException:
            with self._lock:
                self._stacks[process_id, meeting_id].append(kept)
            raise
        return kept.done.told

    def close_off(self, process_id: str, meeting_id: str, thing_id: str) -> None:
        """What was done to the thing stands for good, so no button offers to take it back."""
        with self._lock:
            stack = self._stacks.get((process_id, meeting_id), deque())
            left = [kept for kept in stack if not _stands(kept.done, thing_id)]
            self._stacks[process_id, meeting_id] = deque(left, maxlen=MOST)

    def forget(self, process_id: str) -> None:
        """Nothing of the process is held here any more."""
        with self._lock:
            for key in [key for key in self._stacks if key[0] == process_id]:
                del self._stacks[key]

    def _pop(self, process_id: str, meeting_id: str, kept_id: str) -> Kept:
        with self._lock:
            stack = self._stacks.get((process_id, meeting_id))
            if not stack or stack[-1].id != kept_id:
                raise UndoneAlready
            return stack.pop()


def _stands(done: Done, thing_id: str) -> bool:
    """Whether it changed the thing, or is a sheet without a name that was typed in for it."""
    given = {getattr(thing, "step_id", "") for thing in done.after} if done.took_part else set()
    return thing_id in given or any(thing.id == thing_id for thing in done.after)


UNDOING = Undoing()
