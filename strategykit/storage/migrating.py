"""Bringing a database to the form that this version of the program knows."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import connect
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Engine, NullPool, create_engine, event

from strategykit.errors import DatabaseBroken, DatabaseTooNew
from strategykit.storage.database import Database


def migrate(database: Database) -> None:
    """Up to date, after a copy of an older SQLite file to backup/; raises DatabaseTooNew."""
    config = _config()
    newest = ScriptDirectory.from_config(config).get_current_head()
    now = current_revision(database)
    if now == newest:
        return
    _refuse_newer(config, now)
    if now and database.file:
        safety_copy(database.file)
    _upgrade(config, database)


def current_revision(database: Database) -> str | None:
    """The migration that the database stands at; None in an empty one."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str:
    """The migration that this version of the program knows last."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def known_revisions() -> tuple[str, ...]:
    """Every migration of this version, newest first."""
    return tuple(s.revision for s in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _refuse_newer(config: Config, now: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if now is not None and now not in known:
        raise DatabaseTooNew


def _upgrade(config: Config, database: Database) -> None:
    engine = migration_engine(database.url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if (
            database.is_sqlite
            and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None
        ):
            raise DatabaseBroken
    engine.dispose()


def migration_engine(url: URL) -> Engine:
    """An engine of its own: with foreign keys on, a rebuilt parent table empties its children."""
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _without_foreign_keys)
        event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _without_foreign_keys(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=OFF")


def safety_copy(file: Path) -> Path:
    """The SQLite file as it is now, copied to backup/ beside it; readable by the owner alone."""
    folder = file.parent / "backup"
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{file.stem}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}{file.suffix}"
    copy.touch(mode=0o600)
    with closing(connect(file)) as old, closing(connect(copy)) as new:
        old.backup(new)
    return copy
