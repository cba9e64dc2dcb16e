"""A phone that steers: paired by the laptop's code, for one meeting, until it ends."""

import pytest

from strategykit.actions.access import close_door, open_door, sign_in_of
from strategykit.actions.presence import who_of
from strategykit.actions.rooms import end_room
from strategykit.actions.steering_phones import (
    code_for_phone,
    end_phones,
    pair_phone,
    paired_phones,
)
from strategykit.domain.access import Door, SignIn
from strategykit.errors import CodeUnknown, MeetingOver
from strategykit.storage.database import Database
from tests.support.halls import LEADER, Hall
from tests.support.helms import Bridge, a_bridge
from tests.support.signing import NAME, an_account


@pytest.fixture
def bridge(both: Database) -> Bridge:
    return a_bridge(both)


@pytest.fixture
def hall(bridge: Bridge) -> Hall:
    return bridge.hall


@pytest.fixture
def laptop(hall: Hall) -> tuple[str, SignIn]:
    """The token of a facilitator's browser, and who it is."""
    token = open_door(hall.db, Door.FACILITATOR, account_id=an_account(hall.db).id, hours=12)
    found = sign_in_of(hall.db, token, Door.FACILITATOR)
    assert found is not None
    return token, found


def paired(hall: Hall, laptop: tuple[str, SignIn]) -> str:
    """The token of a phone that typed the laptop's code."""
    return pair_phone(hall.db, code_for_phone(hall.db, laptop[1], hall.meeting).code)


def test_the_phone_steers_that_meeting_in_the_facilitators_name(
    hall: Hall, laptop: tuple[str, SignIn]
) -> None:
    found = sign_in_of(hall.db, paired(hall, laptop), Door.STEERING)

    assert found is not None
    assert (found.process_id, found.meeting_id) == (hall.process.id, hall.meeting.id)
    who = who_of(hall.db, found, hall.process.id)
    assert (who.name, who.may_write) == (NAME, True)
    assert paired_phones(hall.db, hall.meeting.id) == (found,)


def test_a_code_pairs_one_phone(hall: Hall, laptop: tuple[str, SignIn]) -> None:
    code = code_for_phone(hall.db, laptop[1], hall.meeting).code
    pair_phone(hall.db, f" {code[:3].lower()} {code[3:]} ")

    with pytest.raises(CodeUnknown):
        pair_phone(hall.db, code)


def test_a_new_code_ends_the_one_before(hall: Hall, laptop: tuple[str, SignIn]) -> None:
    old = code_for_phone(hall.db, laptop[1], hall.meeting).code
    code_for_phone(hall.db, laptop[1], hall.meeting)

    with pytest.raises(CodeUnknown):
        pair_phone(hall.db, old)


def test_the_code_ends_when_the_laptop_signs_out(hall: Hall, laptop: tuple[str, SignIn]) -> None:
    code = code_for_phone(hall.db, laptop[1], hall.meeting).code
    close_door(hall.db, laptop[0])

    with pytest.raises(CodeUnknown):
        pair_phone(hall.db, code)


def test_the_phone_ends_with_the_meeting(
    bridge: Bridge, hall: Hall, laptop: tuple[str, SignIn]
) -> None:
    token = paired(hall, laptop)
    unused = code_for_phone(hall.db, laptop[1], hall.meeting).code
    end_room(hall.db, LEADER, bridge.room)

    assert sign_in_of(hall.db, token, Door.STEERING) is None
    with pytest.raises(MeetingOver):
        pair_phone(hall.db, unused)


def test_the_laptop_ends_its_phones_and_stays_signed_in(
    hall: Hall, laptop: tuple[str, SignIn]
) -> None:
    tokens = [paired(hall, laptop) for _ in range(2)]

    assert end_phones(hall.db, hall.meeting.id) == 2
    assert [sign_in_of(hall.db, token, Door.STEERING) for token in tokens] == [None, None]
    assert sign_in_of(hall.db, laptop[0], Door.FACILITATOR) is not None


@pytest.mark.parametrize("typed", ["", "000000", "'; DROP TABLE codes; --"])
def test_nothing_else_is_a_code(hall: Hall, typed: str) -> None:
    with pytest.raises(CodeUnknown):
        pair_phone(hall.db, typed)
