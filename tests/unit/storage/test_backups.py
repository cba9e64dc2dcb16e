"""A copy of a living database, and back again."""

from pathlib import Path

import pytest

from strategykit.actions.access import link_of, make_code, make_link, sign_in_of, use_code
from strategykit.actions.accounts import all_accounts
from strategykit.domain.access import Door, Purpose
from strategykit.domain.boards import Note
from strategykit.domain.process import Process
from strategykit.errors import DatabaseTooNew, NotABackup, NotOnPostgres
from strategykit.storage.backups import back_up, restore
from strategykit.storage.database import Database
from tests.support.signing import NAME, signed_in

PROCESS = Process(id="p", process_id="p", name="n", title="T", municipality="787", committee="U")


def a_note(note_id: str) -> Note:
    return Note(id=note_id, process_id="p", board="swot", text="x")


def count(db: Database) -> int:
    with db.reading() as store:
        return store.count(Note, "p")


@pytest.fixture
def used(db: Database) -> Database:
    with db.writing() as store:
        store.add(PROCESS)
        store.add(a_note("før"))
    return db


def test_a_backup_taken_while_somebody_writes_comes_back(used: Database, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.db"
    with used.writing() as store:
        store.add(a_note("under"))
        back_up(used, copy)
    with used.writing() as store:
        store.add(a_note("efter"))

    before = restore(used, copy)

    assert count(used) == 1
    assert count(Database(f"sqlite:///{before}")) == 3
    assert copy.stat().st_mode & 0o077 == 0


def test_restoring_signs_everybody_out_and_keeps_the_accounts(db: Database, tmp_path: Path) -> None:
    copy, token = tmp_path / "kopi.db", signed_in(db)
    code = make_code(db, Purpose.STEERING, minutes=5)
    link = make_link(db, "p", "anna", hours=1)
    back_up(db, copy)

    restore(db, copy)

    assert sign_in_of(db, token, Door.FACILITATOR) is None
    assert use_code(db, Purpose.STEERING, code) is None
    assert link_of(db, link) is None
    assert [account.name for account in all_accounts(db)] == [NAME]


def test_restoring_is_seen_by_one_who_has_the_database_open(used: Database, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.db"
    back_up(used, copy)
    other = Database(str(used.url))
    with other.writing() as store:
        store.add(a_note("efter"))

    restore(used, copy)

    assert count(other) == 1


@pytest.mark.parametrize(
    "content", [b"", b"ikke en database", b"SQLite format 3\x00" + b"x" * 5000]
)
def test_what_is_no_backup_changes_nothing(used: Database, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "fil.db"
    file.write_bytes(content)

    with pytest.raises(NotABackup):
        restore(used, file)

    assert count(used) == 1


def test_a_backup_of_a_newer_program_is_refused(used: Database, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.db"
    back_up(used, copy)
    newer = Database(f"sqlite:///{copy}")
    with newer.writing() as store:
        store.session.connection().exec_driver_sql("UPDATE alembic_version SET version_num='9999'")
    newer.close()

    with pytest.raises(DatabaseTooNew):
        restore(used, copy)

    assert count(used) == 1


def test_on_postgresql_the_right_tool_is_named() -> None:
    elsewhere = Database("postgresql://nobody@127.0.0.1/nothing")

    with pytest.raises(NotOnPostgres, match="pg_dump"):
        back_up(elsewhere, Path("kopi.db"))
