"""The database of an earlier version comes along whole."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Text, func, select, text

from strategykit.actions.example import load_example
from strategykit.domain.people import Who
from strategykit.errors import DatabaseTooNew
from strategykit.storage.database import Database
from strategykit.storage.migrating import (
    current_revision,
    migrate,
    migration_engine,
    newest_revision,
    safety_copy,
)
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


def rows_of_every_table(database: Database) -> dict[str, int]:
    with database.reading() as store:
        return {
            table.name: store.session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
        }


def test_rebuilding_a_parent_table_keeps_every_row(db: Database, who: Who) -> None:
    load_example(db, who, "broendby")
    before = rows_of_every_table(db)
    engine = migration_engine(db.url)

    with engine.begin() as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("processes", recreate="always") as table:
            table.add_column(Column("proeve", Text()))

    engine.dispose()
    assert before["notes"] > 10
    assert rows_of_every_table(db) == before
