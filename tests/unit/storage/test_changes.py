"""The log is only added to, and says where it was altered."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from strategykit.domain.process import Process
from strategykit.errors import LogBroken
from strategykit.storage import changes
from strategykit.storage.database import Database

PROCESS = Process(id="p", process_id="p", name="n", title="T", municipality="787", committee="U")


@pytest.fixture
def logged(both: Database) -> Database:
    with both.writing() as store:
        store.add(PROCESS)
        for number in range(3):
            changes.log(
                store, process_id="p", at=datetime(2026, 6, 3, 10, number, tzinfo=UTC),
                person_id="", act="add", subject="Note", subject_id=f"n{number}",
            )  # fmt: skip
    return both


def test_a_whole_log_holds_and_its_number_grows(logged: Database) -> None:
    with logged.reading() as store:
        assert changes.check(store, "p") == 3
        assert changes.revision(store, "p") >= 3
        assert changes.revision(store, "another") == 0


@pytest.mark.parametrize("sql", ["UPDATE changes SET act = 'remove'", "DELETE FROM changes"])
def test_no_line_can_be_altered_or_removed(logged: Database, sql: str) -> None:
    with pytest.raises(DatabaseError), logged.writing() as store:
        store.session.execute(text(sql))


def test_a_line_altered_behind_our_back_is_named(logged: Database) -> None:
    drop = "DROP TRIGGER changes_stay" + ("" if logged.is_sqlite else " ON changes")
    with logged.writing() as store:
        store.session.execute(text(drop))
        second = changes.lines(store, "p")[1].number
        store.session.execute(
            text("UPDATE changes SET subject_id = 'andet' WHERE number = :n"), {"n": second}
        )

    with pytest.raises(LogBroken) as caught, logged.reading() as store:
        changes.check(store, "p")

    assert caught.value.number == second
