"""The throwaway copy that a rehearsal plays on: a data folder of its own, gone afterwards."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_urlsafe

from strategykit.actions.access import open_door
from strategykit.actions.accounts import code_from_terminal, make_account
from strategykit.actions.acting import new_id, now
from strategykit.actions.archives import export_process, import_process
from strategykit.domain.access import Door
from strategykit.domain.areas import Area
from strategykit.domain.ballots import Ballot, StepResult
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.statements import Statement
from strategykit.domain.steps import Step, StepState, Subjects
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from strategykit.storage.store import Store

PREFIX = "generalproeve-"
STALE_SECONDS, HOURS = 6 * 3600, 6
OWNER = Who(Access.FACILITATOR)
#: What an earlier evening left behind in the process; the rehearsal begins before it.
HELD = (Room, Seat, StepResult, Ballot, GoalTable)
AREAS = 5


@dataclass(frozen=True)
class Copy:
    """The copied process in its own data folder, with its steps ready to be opened."""

    home: Path
    database: Database
    process: Process
    member_ids: tuple[str, ...]

    def projector(self, meeting_id: str) -> dict[str, str]:
        """The cookie of a screen that is paired to the meeting."""
        token = open_door(
            self.database, Door.PROJECTOR, process_id=self.process.id, meeting_id=meeting_id,
            hours=HOURS,
        )  # fmt: skip
        return {Door.PROJECTOR.cookie: token}

    def facilitator(self) -> dict[str, str]:
        """The cookie of a facilitator who has signed in, with a password that nobody knows."""
        code = code_from_terminal(self.database)
        account = make_account(self.database, code, f"Prøveleder {code}", token_urlsafe(24))
        token = open_door(self.database, Door.FACILITATOR, account_id=account.id, hours=HOURS)
        return {Door.FACILITATOR.cookie: token}


@contextmanager
def throwaway(source: Database, process: Process, members: int, beside: Path) -> Iterator[Copy]:
    """The copy, made beside the real data so that it lies on the same disk; then erased."""
    _clear_away(beside)
    home = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
    database = Database(f"sqlite:///{(home / 'strategi.db').as_posix()}")
    try:
        migrate(database)
        copied = import_process(database, OWNER, export_process(source, process, names=False))
        with database.writing() as store:
            ready = _make_ready(store, copied)
            people = _invite(store, copied.id, members)
        yield Copy(home, database, ready, people)
    finally:
        database.close()
        shutil.rmtree(home, ignore_errors=True)


def _clear_away(beside: Path) -> None:
    """What a rehearsal left that was killed; one that runs now is too young to be taken for it."""
    for left in beside.glob(f"{PREFIX}*"):
        if time.time() - left.stat().st_mtime > STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _make_ready(store: Store, process: Process) -> Process:
    for kind in HELD:
        for thing in store.all(kind, process.id):
            store.remove(thing)
    steps = store.all(Step, process.id)
    for step in steps:
        store.save(step, _before(step))
    _fill_in(store, process.id, steps)
    return (
        process
        if process.archived_at is None
        else store.save(process, replace(process, archived_at=None))
    )


def _before(step: Step) -> Step:
    return replace(
        step, state=StepState.WAITING, round=1, revealed=False, opened_at=None, closed_at=None,
        ends_at=None,
    )  # fmt: skip


def _fill_in(store: Store, process_id: str, steps: tuple[Step, ...]) -> None:
    """What earlier meetings would have made, where the process has not come so far yet."""
    if not store.all(Area, process_id):
        for number in range(1, AREAS + 1):
            store.add(Area(id=new_id(), process_id=process_id, name=f"Prøveområde {number}"))
    there = {text.key: text for text in store.all(Statement, process_id)}
    for key in sorted({step.subject for step in steps if step.subjects is Subjects.STATEMENT}):
        kept = there.get(key) or store.add(Statement(id=new_id(), process_id=process_id, key=key))
        if not kept.text:
            store.save(kept, replace(kept, text="Prøvetekst", saved_at=now()))


def _invite(store: Store, process_id: str, members: int) -> tuple[str, ...]:
    for person in store.all(Person, process_id):
        store.save(person, replace(person, name=f"{person.name} (fra forløbet)"))
    people = [
        Person(id=new_id(), process_id=process_id, name=f"Prøvedeltager {number}")
        for number in range(1, members + 1)
    ]
    store.add_all(people)
    return tuple(person.id for person in people)
