"""Taking a process out of the database for good, and out of the bytes of its file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete

from strategykit.domain.entry import Entry
from strategykit.domain.process import Process
from strategykit.storage import access, step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store, table_of
from strategykit.storage.tables import ROW_OF, Base, ChangeRow, ErasureRow

WAIT_MS = 5000
_BACKUPS = ("*.db", "*.sqlite", "*.sqlite3", "*.bak", "*.zip")


@dataclass(frozen=True)
class Backup:
    """A copy that still holds the process; `sure` is False when the file could not be read."""

    name: str
    sure: bool


def erase_rows(store: Store, process_id: str) -> None:
    """All rows of a process and, for this once, its log too."""
    store.session.add(ErasureRow(process_id=process_id))
    store.session.flush()  # the log's trigger lets go of a process that stands there
    access.erase(store, process_id=process_id)
    step_keys.erase_keys(store, process_id)
    for kind in reversed(ROW_OF):
        if kind is not Process:
            table = table_of(kind)
            store.session.execute(delete(table).where(table.c.process_id == process_id))
    store.session.execute(delete(table_of(Process)).where(table_of(Process).c.id == process_id))
    store.session.execute(delete(ChangeRow).where(ChangeRow.process_id == process_id))
    store.session.execute(delete(ErasureRow).where(ErasureRow.process_id == process_id))


def counts(store: Store, process_id: str) -> dict[type[Entry], int]:
    """How many things of each kind a process holds; kinds without any are left out."""
    return {
        kind: count
        for kind in ROW_OF
        if kind is not Process and (count := store.count(kind, process_id))
    }


def clear_traces(db: Database) -> bool:
    """Whether all that was deleted is out of the file and the write-ahead log too."""
    if db.file is not None:
        return _clear_file(db.file)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in Base.metadata.sorted_tables:
            connection.exec_driver_sql(f'VACUUM FULL "{table.name}"')
    return True


def backups_with(folder: Path, process_id: str) -> tuple[Backup, ...]:
    """The copies in the folder that hold the process or cannot be looked into, by name."""
    return tuple(_suspects(folder, process_id))


def _clear_file(file: Path) -> bool:
    """VACUUM writes the file anew without what was deleted; TRUNCATE empties the log beside it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        connection.execute("PRAGMA secure_delete=ON")
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            connection.execute("VACUUM")
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:  # somebody else is reading or writing
            return False
    return int(busy) == 0


def _suspects(folder: Path, process_id: str) -> Iterator[Backup]:
    files = {file for pattern in _BACKUPS for file in folder.glob(pattern)}
    for file in sorted(files):
        holds = _holds(file, process_id)
        if holds is not False:
            yield Backup(file.name, sure=holds is True)


def _holds(file: Path, process_id: str) -> bool | None:
    """None when the file cannot be read as one of our databases."""
    try:
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as copy:
            query = "SELECT 1 FROM processes WHERE id = ?"
            return copy.execute(query, (process_id,)).fetchone() is not None
    except sqlite3.Error:
        return None
