"""Copying a living database out and in by SQLite's own backup."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from strategykit.errors import NotABackup, NotOnPostgres
from strategykit.storage.database import Database
from strategykit.storage.migrating import known_revisions, migrate, safety_copy


def back_up(database: Database, target: Path) -> None:
    """A whole copy at one moment, while others write; raises NotOnPostgres."""
    if database.file is None:
        raise NotOnPostgres("pg_dump")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        part = Path(folder) / "del.db"
        part.touch(mode=0o600)
        _copy(database.file, part)
        part.replace(target)


def restore(database: Database, source: Path) -> Path:
    """Everything as in `source`, brought up to date; gives the copy of what was there before.

    Raises NotABackup, DatabaseTooNew or NotOnPostgres, and then nothing is changed.
    """
    if database.file is None:
        raise NotOnPostgres("pg_restore")
    _check(source)
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "klar.db"
        shutil.copyfile(source, ready)
        fresh = Database(f"sqlite:///{ready.as_posix()}")
        migrate(fresh)
        fresh.close()
        before = safety_copy(database.file)
        _copy(ready, database.file)
    return before


def _check(source: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{source.as_posix()}?mode=ro", uri=True)) as file:
            sound = file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            revision = file.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as trouble:
        raise NotABackup(source.name) from trouble
    if not sound or revision is None or not revision[0] or not known_revisions():
        raise NotABackup(source.name)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.execute("PRAGMA busy_timeout=5000")
        new.execute("PRAGMA busy_timeout=5000")
        old.backup(new)
