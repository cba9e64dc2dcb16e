"""What every act has in common: permission, transaction, log line."""

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from strategykit.actions.presence import as_person
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.errors import Archived, NotAllowed
from strategykit.live import HUB
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.storage.store import Store

_PLACES = 2**30


def new_id() -> str:
    """A fresh random id; made before the thing is saved, so that a double tap brings it twice."""
    return uuid.uuid4().hex


def anywhere() -> int:
    """A place among the others that tells nothing of who came first."""
    return secrets.randbelow(_PLACES) + 1


def now() -> datetime:
    """The moment in UTC."""
    return datetime.now(UTC)


@contextmanager
def acting(
    db: Database, who: Who, process_id: str, act: str, subject: str, subject_id: str = ""
) -> Iterator[Store]:
    """One transaction in which `who` does one logged act.

    Raises NotAllowed, SignedOut or Archived.

    `act` is the verb of the log and `subject` the noun's name in code.
    """
    require_writer(who, act)
    with db.writing() as store:
        process = store.get(Process, process_id)
        who = as_person(store, who, process_id)
        if process.archived_at is not None and act not in EVEN_ARCHIVED:
            raise Archived
        yield store
        changes.log(
            store, process_id=process_id, at=now(), person_id=who.person_id, act=act,
            subject=subject, subject_id=subject_id,
        )  # fmt: skip
    HUB.tell(process_id)


def require_writer(who: Who, act: str) -> None:
    """Raises NotAllowed for anyone who may not change a process."""
    if not who.may_write:
        raise NotAllowed(ACTS.get(act, "ændre"))


#: What may be done to a process that else can only be read: a name must always be erasable.
EVEN_ARCHIVED = ("unarchive", "erase")

#: The log's verbs in the words of the sentence that refuses them.
ACTS = {
    "add": "tilføje",
    "change": "rette",
    "remove": "slette",
    "move": "skifte fase",
    "freeze": "fastfryse",
    "agree": "vedtage",
    "archive": "arkivere",
    "erase": "slette",
    "hide": "skjule",
    "show": "vise igen",
    "group": "samle",
    "dots": "give prikker",
    "undo": "fortryde",
    "decide": "træffe valg",
}
