"""Answers of a step by who gave them, and the traces that closing it takes away."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Table, delete, func, insert, select
from sqlalchemy.exc import OperationalError

from strategykit.domain.ballots import Ballot, StepResult
from strategykit.domain.boards import Dot, Note
from strategykit.domain.entry import Entry
from strategykit.domain.steps import VOTING, Step, StepKind
from strategykit.storage import step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store, table_of
from strategykit.storage.tables.step_keys import STEP_KEY_ROWS, KeyGivenRow, OwnedRow

PATIENCE_MS, TRIES = 200, 3  # writers wait meanwhile, so a reader who holds on is let be


def dots_in(store: Store, step: Step) -> dict[str, tuple[Dot, ...]]:
    """The step's dots by person, or in an anonymous step by key."""
    return _by_voter(store, step, store.all(Dot, step.process_id, step_id=step.id))


def ballots_in(store: Store, step: Step) -> dict[str, tuple[Ballot, ...]]:
    """The ballots of the step's round by person, or in an anonymous step by key."""
    found = store.all(Ballot, step.process_id, step_id=step.id, round=step.round)
    return _by_voter(store, step, found)


def answered(store: Store, step: Step) -> int:
    """How many have written or voted in the step's round, each counted once."""
    if step.is_closed and step.kind in VOTING:
        results = store.all(StepResult, step.process_id, step_id=step.id, round=step.round)
        return results[-1].voters if results else 0
    if step.anonymous and step.kind not in VOTING:
        return step_keys.given(store, step)
    if step.anonymous:
        table = table_of(_kind(step))
        there = select(table.c.id).where(table.c.step_id == step.id)
        query = select(func.count(func.distinct(OwnedRow.key_hash)))
        return _number(store, query.where(OwnedRow.thing_id.in_(there)))
    table = table_of(_kind(step))
    by = table.c.author_id if step.kind not in VOTING else table.c.voter
    mine = (table.c.step_id == step.id) & (by != "")
    if _kind(step) is Ballot:
        mine &= table.c.round == step.round
    return _number(store, select(func.count(func.distinct(by))).where(mine))


def scatter(store: Store, step: Step) -> None:
    """What the step gathered, kept anew in the order of random ids.

    Without this the place of a row in the file, and on PostgreSQL the number of the transaction
    that made it, would tell which answers came together with which person's first one.
    """
    for kind in (Note, Dot, Ballot):
        table = table_of(kind)
        _rewrite(store, table, table.c.step_id == step.id, "id")
    given: Any = KeyGivenRow.__table__
    _rewrite(store, given, given.c.step_id == step.id, "person_id")


def clear_log(db: Database) -> bool:
    """Whether the bytes of deleted keys have left the write-ahead log too."""
    if db.file is None:
        return _vacuum(db)
    return any(_truncate(db.file) for _ in range(TRIES))


def _by_voter(store: Store, step: Step, found: tuple[Any, ...]) -> dict[str, Any]:
    owners = step_keys.owners(store, step) if step.anonymous else {}
    voters: dict[str, list[Any]] = defaultdict(list)
    for thing in found:
        voters[owners.get(thing.id, "") if step.anonymous else thing.voter].append(thing)
    return {voter: tuple(given) for voter, given in voters.items()}


def _kind(step: Step) -> type[Entry]:
    if step.kind not in VOTING:
        return Note
    return Dot if step.kind is StepKind.DOTS else Ballot


def _number(store: Store, query: Any) -> int:
    return int(store.session.execute(query).scalar_one())


def _rewrite(store: Store, table: Table, which: Any, key: str) -> None:
    rows = [dict(row._mapping) for row in store.session.execute(select(table).where(which))]  # noqa: SLF001 - the public name of a row's mapping
    if rows:
        store.session.execute(delete(table).where(which))
        store.session.execute(insert(table), sorted(rows, key=lambda row: str(row[key])))


def _truncate(file: Path) -> bool:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return int(busy) == 0


def _vacuum(db: Database) -> bool:
    kept = [table_of(kind).name for kind in (Note, Dot, Ballot)]
    tables = [*kept, *(row.__tablename__ for row in STEP_KEY_ROWS)]
    try:
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in tables:
                connection.exec_driver_sql(f'VACUUM "{table}"')
    except OperationalError:  # another program holds a table
        return False
    return True
