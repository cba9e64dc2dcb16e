"""The database of an earlier version comes along whole."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Text, func, inspect, select, text

from strategykit.actions.example import load_example
from strategykit.actions.registers import entries
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.errors import DatabaseTooNew
from strategykit.storage import migrating
from strategykit.storage.database import Database
from strategykit.storage.migrating import (
    current_revision,
    migrate,
    migration_engine,
    newest_revision,
    safety_copy,
)
from strategykit.storage.tables import Base
from tests.support.makers import a_process


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


def test_an_indstilling_moves_to_the_committees_stage(
    tmp_path: Path, db: Database, who: Who
) -> None:
    before = Database(f"sqlite:///{tmp_path / 'tidligere.db'}")
    upgrade_to(before, "0006")
    made = a_process(db, who)
    process = at_0006(before, made, row_of(db, made))

    migrate(before)

    first, *others = entries(before, process.id, Stage)
    assert (first.name, first.recommendation) == ("Udvalget", "At den vedtages.")
    assert (first.outcome, first.day) == (Outcome.RECOMMENDED, date(2026, 6, 3))
    assert [stage.body for stage in (first, *others)] == list(Body)
    assert {stage.outcome for stage in others} == {Outcome.WAITING}
    before.close()


def upgrade_to(database: Database, revision: str) -> None:
    engine = migration_engine(database.url)
    config = Config()
    config.set_main_option("script_location", str(Path(migrating.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def at_0006(database: Database, process: Process, row: dict[str, Any]) -> Process:
    """The process as it was kept, its indstilling a thing of its own."""
    with database.writing() as store:
        bind = store.session.connection()
        there = [c["name"] for c in inspect(bind).get_columns("processes")]
        columns, values = ", ".join(there), ", ".join(f":{name}" for name in there)
        kept = text(f"INSERT INTO processes ({columns}) VALUES ({values})")
        store.session.execute(kept, {name: row[name] for name in there})
        store.session.execute(
            text(
                'INSERT INTO recommendations (id, process_id, version, position, text, "to", '
                "given_on) VALUES ('i', :p, 1, 1, 'At den vedtages.', 'Rådet', '2026-06-03')"
            ),
            {"p": process.id},
        )
    return process


def row_of(database: Database, process: Process) -> dict[str, Any]:
    with database.reading() as store:
        found = store.session.execute(
            text("SELECT * FROM processes WHERE id = :i"), {"i": process.id}
        )
        return dict(found.mappings().one())


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
