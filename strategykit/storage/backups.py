"""Copying a living database out and in by SQLite's own backup."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from strategykit.errors import FileUnwritable, NotABackup, NotOnPostgres
from strategykit.storage import access
from strategykit.storage.database import Database
from strategykit.storage.migrating import known_revisions, migrate, safety_copy


def back_up(database: Database, target: Path) -> None:
    """A whole copy at one moment, while others write.

    Raises NotOnPostgres, FileUnwritable for the database itself, and OSError.
    """
    if database.file is None:
        raise NotOnPostgres("pg_dump")
    if target.exists() and target.samefile(database.file):
        raise FileUnwritable(target.name)
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
        with fresh.writing() as store:
            access.erase(store)  # whoever was signed in then is not let in now
        fresh.close()
        before = _set_aside(database.file)
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


def _set_aside(file: Path) -> Path:
    """The copy of what was there; a file that no longer is a database is moved away whole."""
    try:
        return safety_copy(file)
    except sqlite3.DatabaseError as trouble:
        if isinstance(trouble, sqlite3.OperationalError):  # it is sound, but somebody holds it
            raise
    away = file.parent / "backup" / f"{file.stem}-beskadiget-{uuid4().hex[:8]}{file.suffix}"
    file.replace(away)
    for beside in ("-wal", "-shm"):
        Path(f"{file}{beside}").unlink(missing_ok=True)
    file.touch(mode=0o600)
    return away


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.execute("PRAGMA busy_timeout=5000")
        new.execute("PRAGMA busy_timeout=5000")
        old.backup(new)
