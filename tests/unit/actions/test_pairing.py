"""A projector on another machine is let in by the code that it shows, until the meeting ends."""

from datetime import timedelta

import pytest

from strategykit.actions import pairing
from strategykit.actions.access import sign_in_of
from strategykit.actions.acting import new_id
from strategykit.actions.pairing import CODE_MINUTES, MOST_SCREENS, SCREENS, Screens, pair_projector
from strategykit.actions.rooms import end_room, open_room
from strategykit.domain.access import Door, spaced_code
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Who
from strategykit.domain.rooms import Room
from strategykit.errors import CodeUnknown, MeetingOver, NotAllowed
from strategykit.storage.database import Database
from tests.support.makers import a_process


@pytest.fixture
def meeting(db: Database, who: Who) -> Meeting:
    process = a_process(db, who)
    made = Meeting(id=new_id(), process_id=process.id, title="Workshop 1")
    with db.writing() as store:
        return store.add(made)


@pytest.fixture
def room(db: Database, who: Who, meeting: Meeting) -> Room:
    return open_room(db, who, meeting)


def test_a_projector_is_let_in_by_its_code_however_it_is_typed(
    db: Database, who: Who, room: Room
) -> None:
    screen = SCREENS.begin()

    pair_projector(db, who, spaced_code(screen.code).lower(), room.process_id, room.meeting_id)

    found = sign_in_of(db, screen.token, Door.PROJECTOR)
    assert found is not None
    assert (found.process_id, found.meeting_id) == (room.process_id, room.meeting_id)
    assert sign_in_of(db, screen.token, Door.STEERING) is None
    assert sign_in_of(db, screen.token, Door.FACILITATOR) is None


def test_a_code_works_once(db: Database, who: Who, room: Room) -> None:
    screen = SCREENS.begin()
    pair_projector(db, who, screen.code, room.process_id, room.meeting_id)

    with pytest.raises(CodeUnknown):
        pair_projector(db, who, screen.code, room.process_id, room.meeting_id)


def test_a_wrong_code_lets_nobody_in(db: Database, who: Who, room: Room) -> None:
    screen = SCREENS.begin()

    with pytest.raises(CodeUnknown):
        pair_projector(db, who, room.code, room.process_id, room.meeting_id)

    assert sign_in_of(db, screen.token, Door.PROJECTOR) is None
    assert SCREENS.waiting(screen.token) == screen


def test_an_old_code_lets_nobody_in(
    db: Database, who: Who, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = SCREENS.begin()
    later = pairing.now() + timedelta(minutes=CODE_MINUTES, seconds=1)
    monkeypatch.setattr(pairing, "now", lambda: later)

    with pytest.raises(CodeUnknown):
        pair_projector(db, who, screen.code, room.process_id, room.meeting_id)

    assert SCREENS.waiting(screen.token) is None


def test_a_projector_is_out_when_the_meeting_ends_and_stays_out_at_the_next(
    db: Database, who: Who, meeting: Meeting, room: Room
) -> None:
    screen = SCREENS.begin()
    pair_projector(db, who, screen.code, room.process_id, room.meeting_id)

    end_room(db, who, room)
    open_room(db, who, meeting)

    assert sign_in_of(db, screen.token, Door.PROJECTOR) is None


def test_nothing_is_paired_with_a_meeting_that_is_over(db: Database, who: Who, room: Room) -> None:
    end_room(db, who, room)
    screen = SCREENS.begin()

    with pytest.raises(MeetingOver):
        pair_projector(db, who, screen.code, room.process_id, room.meeting_id)

    assert SCREENS.waiting(screen.token) == screen  # the code was right and can be typed again


def test_strangers_pair_nothing(db: Database, room: Room) -> None:
    screen = SCREENS.begin()

    with pytest.raises(NotAllowed):
        pair_projector(
            db, Who(Access.STRANGER), screen.code, room.process_id, room.meeting_id
        )  # fmt: skip


def test_screens_that_nobody_pairs_do_not_pile_up() -> None:
    screens = Screens()

    made = [screens.begin() for _ in range(MOST_SCREENS + 5)]

    assert [each for each in made if screens.waiting(each.token)] == made[5:]
    assert len({each.code for each in made[5:]}) == MOST_SCREENS
