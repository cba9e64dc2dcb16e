"""Which changes a phone is told of at once, which when there is time, and who may hear."""

from dataclasses import dataclass

import pytest

from strategykit.actions.access import open_door, sign_in_of
from strategykit.actions.attendance import let_vote, remove_seat
from strategykit.actions.readiness import say_ready
from strategykit.actions.steps import add_minutes, reveal
from strategykit.domain.access import Door
from strategykit.participation.marks import Audience, Look, look_at
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER, Hall, a_hall


@pytest.fixture
def hall(db: Database) -> Hall:
    return a_hall(db, members=3)


def look(hall: Hall) -> Look:
    return look_at(hall.db, hall.process.id, hall.meeting.id)


def told(before: Look, after: Look) -> str:
    """How a phone would be told."""
    if before.urgent != after.urgent:
        return "at once"
    changed = before.tokens[Audience.PHONE] != after.tokens[Audience.PHONE]
    return "when there is time" if changed else "not"


def test_where_the_room_is_and_what_is_decided_reaches_phones_at_once(hall: Hall) -> None:
    before = look(hall)
    step = hall.step("skriv-i-stilhed", **BOARD)
    opened = look(hall)
    revealed = reveal(hall.db, LEADER, step).after[0]
    shown = look(hall)
    add_minutes(hall.db, LEADER, revealed, 2)  # type: ignore[arg-type]

    assert told(before, opened) == "at once"
    assert told(opened, shown) == "at once"
    assert told(shown, look(hall)) == "at once"


def test_what_others_write_and_who_is_ready_reaches_phones_when_there_is_time(hall: Hall) -> None:
    step = hall.step("skriv-uden-navn", **BOARD)
    before = look(hall)
    hall.write(step, 0, "En seddel")
    written = look(hall)
    say_ready(hall.db, hall.phone(1), step.id, ready=True)

    assert told(before, written) == "when there is time"
    assert told(written, look(hall)) == "when there is time"


def test_a_held_or_blind_note_reaches_no_phone_but_wall_and_helm_look_again(hall: Hall) -> None:
    step = hall.step("skriv-og-vent", **BOARD)
    before = look(hall)
    hall.write(step, 0, "Venter")
    after = look(hall)

    assert told(before, after) == "not"
    assert before.tokens[Audience.STEERING] != after.tokens[Audience.STEERING]


def test_one_who_may_vote_now_is_told(hall: Hall) -> None:
    before = look(hall)
    let_vote(hall.db, LEADER, hall.view.seats[-1], votes=True)

    assert told(before, look(hall)) == "when there is time"


@dataclass
class Listening:
    sign_in_id: str
    person_id: str
    audience: Audience


def test_whoever_is_taken_out_hears_no_more(hall: Hall) -> None:
    person = hall.people[0].id
    token = open_door(hall.db, Door.DEVICE, process_id=hall.process.id, person_id=person, hours=1)
    sign_in = sign_in_of(hall.db, token, Door.DEVICE)
    assert sign_in is not None
    phone = Listening(sign_in.id, person, Audience.PHONE)
    assert look(hall).may_hear(phone)
    seat = next(seat for seat in hall.view.seats if seat.person_id == person)
    remove_seat(hall.db, LEADER, seat)

    assert not look(hall).may_hear(phone)
    assert not look(hall).may_hear(Listening("ukendt", "", Audience.WALL))
