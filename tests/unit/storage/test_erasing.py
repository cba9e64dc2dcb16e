"""A process that is deleted for good is out of the rows, out of the file and out of the log."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import DatabaseError

from strategykit.actions.acting import new_id
from strategykit.actions.keeping import back_up
from strategykit.actions.registers import add_entry, remove_entry
from strategykit.domain.boards import Note
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage import changes, erasing
from strategykit.storage.database import Database
from strategykit.storage.tables import (
    ACCESS_ROWS,
    LIBRARY_ROWS,
    ROW_OF,
    STEP_KEY_ROWS,
    Base,
    ChangeRow,
    ErasureRow,
)
from tests.support.makers import a_process

CANARY = "Kanariefuglen-fra-kaelderen"


def with_canary(db: Database, who: Who, **values: object) -> Process:
    process = a_process(db, who, **values)
    for number in range(40):
        note = Note(id=new_id(), process_id=process.id, board="swot", text=f"{CANARY} {number}")
        add_entry(db, who, note)
    return process


def forgetful(db: Database) -> Database:
    """Debian's SQLite blanks what it deletes by itself; that of Windows does not."""
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete=OFF")
    return db


def erase(db: Database, process: Process) -> None:
    with db.writing() as store:
        erasing.erase_rows(store, process.id)


def bytes_beside(db: Database) -> bytes:
    assert db.file is not None
    return b"".join(path.read_bytes() for path in db.file.parent.glob(f"{db.file.name}*"))


def test_no_table_keeps_a_row_of_it_and_its_neighbour_keeps_all(both: Database, who: Who) -> None:
    gone, stays = a_process(both, who, title="Går"), a_process(both, who, title="Bliver")
    with both.reading() as store:
        before = erasing.counts(store, stays.id)

    erase(both, gone)

    with both.reading() as store:
        assert erasing.counts(store, gone.id) == {}
        assert store.find(Process, gone.id) is None
        assert changes.lines(store, gone.id) == ()
        assert store.session.query(ErasureRow).count() == 0
        assert erasing.counts(store, stays.id) == before
        assert changes.check(store, stays.id) == 1


def test_every_table_of_the_database_is_known_to_the_erasing() -> None:
    beside = {row.__tablename__ for row in (*ACCESS_ROWS, *STEP_KEY_ROWS, *LIBRARY_ROWS)}
    beside |= {"changes", "erasures"}
    known = {row.__tablename__ for row in ROW_OF.values()} | beside | {"accounts"}

    assert {table.name for table in Base.metadata.sorted_tables} == known


def test_the_log_of_a_process_that_is_not_erased_stays(both: Database, who: Who) -> None:
    process = a_process(both, who)

    with pytest.raises(DatabaseError), both.writing() as store:
        store.session.execute(delete(ChangeRow).where(ChangeRow.process_id == process.id))


def test_the_traces_are_cleared_on_both_databases(both: Database, who: Who) -> None:
    erase(both, with_canary(both, who))

    assert erasing.clear_traces(both)


def test_not_a_byte_is_left_in_the_file_or_the_log_beside_it(db: Database, who: Who) -> None:
    process = with_canary(forgetful(db), who)
    assert CANARY.encode() in bytes_beside(db)

    erase(db, process)
    assert erasing.clear_traces(db)

    assert CANARY.encode() not in bytes_beside(db)


def test_a_removed_note_leaves_with_the_next_clearing_too(db: Database, who: Who) -> None:
    process = a_process(forgetful(db), who)
    note = Note(id=new_id(), process_id=process.id, board="swot", text=CANARY)
    add_entry(db, who, note)
    remove_entry(db, who, note)

    assert erasing.clear_traces(db)

    assert CANARY.encode() not in bytes_beside(db)


def test_a_reader_in_the_way_is_told_and_nothing_breaks(
    db: Database, who: Who, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = with_canary(db, who)
    monkeypatch.setattr(erasing, "WAIT_MS", 50)
    with closing(sqlite3.connect(str(db.file), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM notes").fetchone()
        erase(db, process)

        assert not erasing.clear_traces(db)
        reader.execute("COMMIT")

    assert erasing.clear_traces(db)
    assert CANARY.encode() not in bytes_beside(db)


def test_backups_that_hold_the_process_are_named_and_the_unreadable_too(
    db: Database, who: Who, tmp_path: Path
) -> None:
    folder = tmp_path / "backup"
    folder.mkdir()
    back_up(db, folder / "foer.db")
    process = a_process(db, who)
    back_up(db, folder / "efter.db")
    (folder / "noget.db").write_bytes(b"ikke en database")

    assert erasing.backups_with(folder, process.id) == (
        erasing.Backup("efter.db", sure=True),
        erasing.Backup("noget.db", sure=False),
    )
