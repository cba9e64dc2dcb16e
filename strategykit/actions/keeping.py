"""Copies of the whole database, out and in, and the check of its log."""

from pathlib import Path

from strategykit.domain.process import Process
from strategykit.storage import backups, changes
from strategykit.storage.database import Database


def back_up(db: Database, target: Path) -> None:
    """A whole copy of the database while the app runs; raises NotOnPostgres."""
    backups.back_up(db, target)


def restore(db: Database, source: Path) -> Path:
    """The database as in the copy; gives the file that holds what was there before."""
    return backups.restore(db, source)


def check_log(db: Database, process: Process) -> int:
    """How many lines of the process's log hold; raises LogBroken with the first that does not."""
    with db.reading() as store:
        return changes.check(store, process.id)
