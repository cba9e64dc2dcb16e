"""The database of an earlier version comes along whole."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from strategykit.errors import DatabaseTooNew
from strategykit.storage.database import Database
from strategykit.storage.migrating import current_revision, migrate, newest_revision, safety_copy
from strategykit.storage.tables import Base


def test_the_migrations_make_just_what_the_tables_say(both: Database) -> None:
    with both.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})

        assert compare_metadata(context, Base.metadata) == []


def test_migrating_twice_changes_nothing(both: Database) -> None:
    migrate(both)

    assert current_revision(both) == newest_revision()


def test_a_database_of_a_newer_program_is_left_alone(both: Database) -> None:
    with both.writing() as store:
        store.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseTooNew):
        migrate(both)


def test_a_safety_copy_is_the_owners_alone(db: Database) -> None:
    assert db.file is not None

    copy = safety_copy(db.file)

    assert copy.parent == Path(db.file.parent / "backup")
    assert copy.stat().st_mode & 0o077 == 0
    assert current_revision(Database(f"sqlite:///{copy}")) == newest_revision()
