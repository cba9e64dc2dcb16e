"""Keeping, finding, saving and losing nothing, on SQLite and PostgreSQL."""

import typing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.exc import StatementError

from strategykit.domain.boards import Dot, Note
from strategykit.domain.goals import Goal
from strategykit.domain.meetings import Meeting
from strategykit.domain.nouns import KINDS
from strategykit.domain.process import PhaseStart, Process
from strategykit.errors import EditConflict, NotFound
from strategykit.storage import boards
from strategykit.storage.database import Database
from strategykit.storage.tables import ROW_OF

PROCESS = Process(
    id="p", process_id="p", name="prøve", title="Prøve", municipality="787", committee="Udvalg"
)


def a_note(number: int = 1, **values: object) -> Note:
    given: dict[str, typing.Any] = {
        "id": f"n{number}",
        "process_id": "p",
        "board": "swot",
        "text": "x",
    }
    return Note(**(given | values))


@pytest.fixture
def kept(both: Database) -> Database:
    with both.writing() as store:
        store.add(PROCESS)
    return both


def test_every_noun_has_a_row_with_the_same_fields() -> None:
    assert set(ROW_OF) == set(KINDS)
    for kind, row in ROW_OF.items():
        assert {f.name for f in fields(kind)} == set(row.__table__.columns.keys()), kind


def test_what_goes_in_comes_out_equal(kept: Database) -> None:
    goal = Goal(
        id="g", process_id="p", area_id="a", text="Flere i lære – 'godt'\n\u2028æøå 🙂",
        start=Decimal("12.50"), year=2030, first_measured=date(2026, 6, 3),
    )  # fmt: skip

    with kept.writing() as store:
        added = store.add(goal)

    with kept.reading() as store:
        assert store.get(Goal, "g") == added == replace(goal, position=1)


def test_times_come_back_in_utc_and_naive_ones_are_refused(kept: Database) -> None:
    summer = datetime(2026, 6, 3, 16, 0, tzinfo=timezone(timedelta(hours=2)))
    start = PhaseStart(id="s", process_id="p", phase="viden", at=summer)

    with kept.writing() as store:
        store.add(start)

    with kept.reading() as store:
        assert store.get(PhaseStart, "s").at == summer
        assert store.get(PhaseStart, "s").at.tzinfo is UTC
    with pytest.raises(StatementError), kept.writing() as store:
        store.add(replace(start, id="t", at=datetime(2026, 6, 3)))  # noqa: DTZ001 - the point


def test_things_come_in_the_order_they_were_added(kept: Database) -> None:
    with kept.writing() as store:
        store.add_all([a_note(2), a_note(1)])
        store.add(a_note(3))

    with kept.reading() as store:
        assert [note.id for note in store.all(Note, "p")] == ["n2", "n1", "n3"]


def test_the_same_id_twice_is_kept_once(kept: Database) -> None:
    with kept.writing() as store:
        assert store.add_once(a_note())
        assert not store.add_once(a_note(text="igen"))

    with kept.reading() as store:
        assert [note.text for note in store.all(Note, "p")] == ["x"]


def test_the_second_to_save_is_given_both_texts(kept: Database) -> None:
    with kept.writing() as store:
        seen = store.add(a_note())
    with kept.writing() as store:
        store.save(seen, replace(seen, text="den første"))

    with pytest.raises(EditConflict) as caught, kept.writing() as store:
        store.save(seen, replace(seen, text="den anden"))

    assert caught.value.theirs.text == "den første"  # type: ignore[attr-defined]
    assert caught.value.mine.text == "den anden"  # type: ignore[attr-defined]


def test_the_same_text_saved_twice_is_no_conflict(kept: Database) -> None:
    with kept.writing() as store:
        seen = store.add(a_note())
    with kept.writing() as store:
        first = store.save(seen, replace(seen, text="det samme"))

    with kept.writing() as store:
        second = store.save(seen, replace(seen, text="det samme"))

    assert (first.version, second) == (2, first)


def test_saving_or_removing_what_is_gone_says_so(kept: Database) -> None:
    with kept.writing() as store:
        seen = store.add(a_note())
        store.remove(seen)

    with pytest.raises(NotFound), kept.writing() as store:
        store.save(seen, seen)
    with pytest.raises(NotFound), kept.writing() as store:
        store.remove(seen)


def test_nothing_is_kept_of_an_act_that_failed(kept: Database) -> None:
    def fail_halfway() -> None:
        with kept.writing() as store:
            store.add(a_note())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()

    with kept.reading() as store:
        assert store.count(Note, "p") == 0


def test_another_process_cannot_reach_a_note(kept: Database) -> None:
    with kept.writing() as store:
        store.add(a_note())

    with pytest.raises(NotFound), kept.reading() as store:
        store.get(Note, "n1", "q")


def test_dots_are_counted_by_what_they_lie_on(kept: Database) -> None:
    dots = [Dot(id=f"d{n}", process_id="p", subject_id="n1" if n < 3 else "n2") for n in range(5)]
    with kept.writing() as store:
        store.add_all(dots)

    with kept.reading() as store:
        assert boards.dot_counts(store, "p") == {"n1": 3, "n2": 2}


def test_fifty_at_once_lose_nothing(kept: Database) -> None:
    def write_ten(writer: int) -> None:
        for number in range(10):
            with kept.writing() as store:
                store.lock("p")
                store.add(a_note(writer * 100 + number))

    with ThreadPoolExecutor(50) as pool:
        list(pool.map(write_ten, range(50)))

    with kept.reading() as store:
        assert store.count(Note, "p") == 500


def test_deleting_a_process_takes_all_that_is_in_it(kept: Database) -> None:
    with kept.writing() as store:
        store.add(Meeting(id="m", process_id="p", title="Workshop"))
        store.remove(store.get(Process, "p"))

    with kept.reading() as store:
        assert store.find(Meeting, "m") is None


def test_a_look_is_of_one_moment_until_one_writes_oneself(kept: Database) -> None:
    with kept.one_look():
        assert notes_in(kept) == ()
        with ThreadPoolExecutor(1) as other:
            other.submit(keep, kept, a_note(1)).result()
            assert other.submit(notes_in, kept).result() == ("n1",)
        if kept.is_sqlite:  # PostgreSQL shows what others have kept as soon as they have
            assert notes_in(kept) == ()

        keep(kept, a_note(2))
        assert notes_in(kept) == ("n1", "n2")

    assert notes_in(kept) == ("n1", "n2")


def test_a_look_shows_what_somebody_else_saved_first(kept: Database) -> None:
    keep(kept, a_note(1))
    with kept.one_look():
        assert notes_in(kept) == ("n1",)
        with ThreadPoolExecutor(1) as other:
            other.submit(keep, kept, a_note(2)).result()
        with pytest.raises(RuntimeError), kept.writing():
            raise RuntimeError

        assert notes_in(kept) == ("n1", "n2")


def test_a_look_that_was_broken_off_is_over(kept: Database) -> None:
    with pytest.raises(RuntimeError), kept.one_look():
        raise RuntimeError
    keep(kept, a_note(1))

    assert notes_in(kept) == ("n1",)


def keep(db: Database, note: Note) -> None:
    with db.writing() as store:
        store.add(note)


def notes_in(db: Database) -> tuple[str, ...]:
    with db.reading() as store:
        return tuple(note.id for note in store.all(Note, "p"))
