"""Anonymous means anonymous: who wrote and voted leaves no mark anywhere once a step is closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.archives import export_process
from strategykit.actions.balloting import Rating
from strategykit.actions.collecting import change_note, withdraw_note, write_note
from strategykit.actions.keeping import back_up
from strategykit.actions.paper import Sheet, enter_paper_dots
from strategykit.actions.readiness import say_ready
from strategykit.actions.results import outcome_of
from strategykit.actions.voting import save_consent, save_ratings, set_dots
from strategykit.domain.areas import Area, TargetGroup
from strategykit.domain.ballots import Stance, StepResult
from strategykit.domain.boards import Note
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Person
from strategykit.domain.rooms import Attendee, Room, Seat
from strategykit.domain.statements import Statement
from strategykit.domain.steps import Step
from strategykit.storage import changes, step_keys
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from strategykit.storage.tables import STEP_KEY_ROWS
from tests.support.halls import BOARD, LEADER, Hall, a_hall
from tests.support.normal_form import archive_of, names_of, normal, tables_of
from tests.support.postgres import Postgres

pytestmark = pytest.mark.timeout(300)  # two whole evenings, on a busy machine too

AS_THEY_SIT = (0, 1, 2, 3, 4, 5)
SWAPPED = (3, 5, 0, 1, 2, 4)  # nobody plays the part that they played before
SHOWN = (
    Person, Meeting, AgendaItem, Room, Seat, Step, StepResult, Note, Area, TargetGroup, Statement,
)  # fmt: skip
SAID = (Stance.YES, Stance.NO, Stance.RESERVED, Stance.YES, Stance.YES, Stance.NO)


@dataclass
class Evening:
    """What was played, and what everybody saw after each act."""

    hall: Hall
    seen: list[Any]

    @property
    def names(self) -> dict[str, str]:
        return names_of(self.hall.db, self.hall.process.id)

    def look(self) -> None:
        """What phones, projector and steering are drawn from now."""
        view = self.hall.view
        same = {"process", "template"}
        drawn = {name: value for name, value in vars(view).items() if name not in same}
        outcomes = [outcome_of(view, step) for step in view.steps]
        names = names_of(self.hall.db, self.hall.process.id, SHOWN)
        self.seen.append(normal((drawn, outcomes), names))


def play(db: Database, players: tuple[int, ...]) -> Evening:
    """The same evening each time; `players` says who plays which part."""
    evening = Evening(a_hall(db), [])
    parts = [evening.hall.phone(number) for number in players]
    areas = evening.hall.areas("Ansvar", "Boliger", "Cykler")
    _write(evening, parts)
    _give_dots(evening, parts, areas)
    _rate(evening, parts, areas[0])
    _consent(evening, parts)
    return evening


def _write(evening: Evening, parts: list[Attendee]) -> None:
    hall, db = evening.hall, evening.hall.db
    step = hall.step("skriv-uden-navn", title="Skriv", **BOARD)
    for number, phone in enumerate(parts):
        note = write_note(db, phone, step.id, "styrker", f"Seddel {number}", new_id())
        if number % 2:
            change_note(db, phone, step.id, note.id, 1, "svagheder", f"Rettet {number}")
        spare = write_note(db, phone, step.id, "styrker", "Fortrudt", new_id())
        withdraw_note(db, phone, step.id, spare.id)
        evening.look()
    hall.close(step)


def _give_dots(evening: Evening, parts: list[Attendee], areas: tuple[Area, ...]) -> None:
    """The last one has filled in a sheet of paper."""
    hall, db = evening.hall, evening.hall.db
    step = hall.on_areas("prikker-uden-navn", title="Giv prikker")
    for number, phone in enumerate(parts[:-1]):
        set_dots(db, phone, step.id, areas[number % 3].id, 2)
        set_dots(db, phone, step.id, areas[number % 3].id, 1)
        evening.look()
    sheet = Sheet(step, parts[-1].person_id)
    enter_paper_dots(db, LEADER, sheet, {areas[0].id: 2, areas[1].id: 1})
    hall.close(step)


def _rate(evening: Evening, parts: list[Attendee], area: Area) -> None:
    hall = evening.hall
    step = hall.on_areas("vaerdi-og-indsats", title="Vurder", anonymous=True)
    for number, phone in enumerate(parts):
        save_ratings(hall.db, phone, step.id, {area.id: Rating(number + 1, 10 - number)})
        evening.look()
    hall.close(step)


def _consent(evening: Evening, parts: list[Attendee]) -> None:
    """Everybody says that they are ready, with their name and in the order in which they sit."""
    hall, db = evening.hall, evening.hall.db
    step = hall.step("samtykke", title="Samtykke", ask="Går I videre?", anonymous=True)
    for stance, phone in zip(SAID, parts, strict=True):
        reason = "" if stance is Stance.YES else f"Fordi {stance.value}"
        save_consent(db, phone, step.id, stance, reason)
        evening.look()
    for number in AS_THEY_SIT:
        say_ready(db, hall.phone(number), step.id, ready=True)
    hall.close(step)
    evening.look()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def swapped(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Evening, Evening]]:
    """The same evening twice: each part is played by somebody else the second time."""
    folder = tmp_path_factory.mktemp("byttet")
    if request.param == "sqlite":
        addresses = [f"sqlite:///{folder / name}" for name in ("a.db", "b.db")]
    else:
        postgres: Postgres = request.getfixturevalue("postgres")
        addresses = [postgres.fresh_database() for _ in range(2)]
    first, second = map(Database, addresses)
    migrate(first)
    migrate(second)
    yield play(first, AS_THEY_SIT), play(second, SWAPPED)
    first.close()
    second.close()


def test_swapped_authors_leave_the_same_database(swapped: tuple[Evening, Evening]) -> None:
    one, other = (tables_of(evening.hall.db, evening.names) for evening in swapped)

    assert one == other
    assert len(one["dots"]) == 8
    assert any("Rettet 3" in row for row in one["notes"])
    assert any("Person:Medlem 3" in row for row in one["keys_given"])


def test_swapped_authors_leave_the_same_archive(swapped: tuple[Evening, Evening]) -> None:
    one, other = (
        archive_of(export_process(evening.hall.db, evening.hall.process), evening.names)
        for evening in swapped
    )

    assert one == other
    assert "Seddel 0" in repr(one)


def test_swapped_authors_show_the_same_after_every_act(swapped: tuple[Evening, Evening]) -> None:
    one, other = swapped

    assert one.seen == other.seen
    assert len(one.seen) > 20


def test_swapped_authors_leave_the_same_backup(
    swapped: tuple[Evening, Evening], tmp_path: Path
) -> None:
    said = []
    for number, evening in enumerate(swapped):
        if not evening.hall.db.is_sqlite:
            return  # there pg_dump makes the backup, out of the same tables
        target = tmp_path / f"kopi{number}.db"
        back_up(evening.hall.db, target)
        copy = Database(f"sqlite:///{target}")
        said.append(tables_of(copy, evening.names))
        copy.close()

    assert said[0] == said[1]


@pytest.fixture
def hall(db: Database) -> Hall:
    return a_hall(db)


def test_the_log_of_an_anonymous_step_knows_the_moment_it_opened_and_no_more(hall: Hall) -> None:
    step = hall.step("skriv-uden-navn", **BOARD)
    before = len(lines_of(hall))
    note = hall.write(step, 0, "Min")
    change_note(hall.db, hall.phone(0), step.id, note.id, 1, "svagheder", "Rettet")

    told = {(line.at, line.person_id, line.subject_id) for line in lines_of(hall)[before:]}
    assert told == {(step.opened_at, "", "")}


def lines_of(hall: Hall) -> list[Any]:
    with hall.db.reading() as store:
        return list(changes.lines(store, hall.process.id))


def test_the_places_of_notes_and_dots_do_not_tell_who_came_first(hall: Hall) -> None:
    (area,) = hall.areas("Ansvar")
    writing = hall.step("skriv-uden-navn", **BOARD)
    notes = [hall.write(writing, 0, f"Seddel {number}") for number in range(12)]
    voting = hall.on_areas("prikker-uden-navn", budget=12, cap=0)
    for number in range(12):
        set_dots(hall.db, hall.phone(0), voting.id, area.id, number + 1)

    places = [note.position for note in notes]
    assert places != sorted(places)
    assert len(set(places)) == len({dot.position for dot in hall.dots(voting)}) == 12


def test_tables_of_votes_and_keys_have_no_row_numbers(db: Database) -> None:
    tables = [row.__tablename__ for row in STEP_KEY_ROWS]
    with db.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master").all()
    numbered = {name for name, made in found if made and "WITHOUT ROWID" not in made}

    assert numbered & {*tables, "notes", "dots", "ballots"} == set()


def test_while_the_step_is_open_the_database_alone_ties_nobody_to_a_note(hall: Hall) -> None:
    step = hall.step("skriv-uden-navn", **BOARD)
    hall.write(step, 0, "Min")

    person, token = hall.people[0].id, hall.phone(0).token
    with hall.db.reading() as store:
        (note,) = store.all(Note, hall.process.id, step_id=step.id)
    rows = tables_of(hall.db, {})
    beside = [row for name in ("notes", "owned", "step_keys", "step_secrets") for row in rows[name]]
    assert person not in repr((note, beside))
    assert token not in repr(rows)


def test_a_phone_has_another_key_in_each_step(hall: Hall) -> None:
    (area,) = hall.areas("Ansvar")
    keys = set()
    for title in ("Et", "To"):
        step = hall.on_areas("prikker-uden-navn", title=title, stays_open=True)
        set_dots(hall.db, hall.phone(0), step.id, area.id, 1)
        with hall.db.reading() as store:
            keys.add(step_keys.key_hash(store, step, hall.phone(0).token))

    assert len(keys) == 2
