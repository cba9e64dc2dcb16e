"""Personal links: one at a time, traded for a sign-in, and taken back."""

import pytest

from strategykit.actions.access import hash_of, make_link, sign_in_of
from strategykit.actions.collecting import write_note
from strategykit.actions.joining import sit_by_link
from strategykit.actions.links import (
    give_link,
    linked_people,
    person_of_link,
    take_link,
    trade_link,
)
from strategykit.actions.steps import add_step, open_step, step_from
from strategykit.domain.access import Door, SignIn
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Who
from strategykit.domain.rooms import Attendee
from strategykit.errors import LinkDead, NotAllowed
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER, Hall, a_hall


@pytest.fixture
def hall(db: Database) -> Hall:
    return a_hall(db, members=2)


def holder(hall: Hall, token: str) -> SignIn | None:
    return sign_in_of(hall.db, token, Door.DEVICE)


def test_a_link_lets_its_person_in_on_any_number_of_devices(hall: Hall) -> None:
    token = give_link(hall.db, LEADER, hall.people[0])
    for device in ("telefon", "tavle", "tavle"):
        trade_link(hall.db, token, device)

    assert person_of_link(hall.db, token)[0] == hall.people[0]
    found = [holder(hall, device) for device in ("telefon", "tavle")]
    assert [(one.person_id, one.meeting_id) for one in found if one] == [
        (hall.people[0].id, "")
    ] * 2


def test_of_a_link_only_the_hash_is_kept(hall: Hall) -> None:
    token = give_link(hall.db, LEADER, hall.people[0])
    assert hall.db.file is not None
    kept = hall.db.file.read_bytes() + hall.db.file.with_name("strategi.db-wal").read_bytes()

    assert token.encode() not in kept
    assert hash_of(token).encode() in kept
    assert len(token) >= 22  # 128 bits in the letters of an address


def test_a_new_link_ends_the_old_one_but_puts_nobody_out(hall: Hall) -> None:
    first = give_link(hall.db, LEADER, hall.people[0])
    trade_link(hall.db, first, "telefon")
    give_link(hall.db, LEADER, hall.people[0])

    with pytest.raises(LinkDead):
        trade_link(hall.db, first, "en anden")
    assert holder(hall, "telefon") is not None


def test_a_link_that_is_taken_back_puts_out_whoever_came_by_it(hall: Hall) -> None:
    token = give_link(hall.db, LEADER, hall.people[0])
    trade_link(hall.db, token, "telefon")
    assert linked_people(hall.db, hall.process.id) == {hall.people[0].id}
    take_link(hall.db, LEADER, hall.people[0])

    assert holder(hall, "telefon") is None
    assert linked_people(hall.db, hall.process.id) == frozenset()
    with pytest.raises(LinkDead):
        person_of_link(hall.db, token)


def test_a_link_to_one_thing_is_no_way_into_the_meetings(hall: Hall) -> None:
    review = make_link(
        hall.db, hall.process.id, hall.people[0].id, hours=1, subject_id="et gennemsyn"
    )
    with pytest.raises(LinkDead):
        trade_link(hall.db, review, "telefon")


def test_only_a_facilitator_gives_links(hall: Hall) -> None:
    with pytest.raises(NotAllowed):
        give_link(hall.db, Who(Access.STRANGER), hall.people[0])


def test_a_step_that_stays_open_is_answered_before_its_evening(hall: Hall) -> None:
    """No room has ever been opened for the meeting."""
    with hall.db.writing() as store:
        later = store.add(Meeting(id="senere", process_id=hall.process.id, title="Næste aften"))
    made = step_from(
        "skriv-med-navn", process_id=hall.process.id, meeting_id=later.id, title="Forberedelse",
        stays_open=True, **BOARD,
    )  # fmt: skip
    open_step(hall.db, LEADER, add_step(hall.db, LEADER, made))
    trade_link(hall.db, give_link(hall.db, LEADER, hall.people[0]), "telefon")
    sign_in = holder(hall, "telefon")
    assert sign_in is not None
    meeting_id = sit_by_link(hall.db, sign_in, made.id)
    who = Attendee(hall.process.id, meeting_id, sign_in.person_id, "telefon")

    assert write_note(hall.db, who, made.id, "styrker", "Hjemmefra", "seddel").text == "Hjemmefra"
