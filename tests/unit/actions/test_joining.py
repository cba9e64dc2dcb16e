"""Coming into a meeting: names, guests, one more device, and the facilitator's nod."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from strategykit.actions.access import close_door, sign_in_of
from strategykit.actions.acting import new_id
from strategykit.actions.attendance import let_vote, nod, remove_seat, rename_person, turn_away
from strategykit.actions.boards import undo
from strategykit.actions.collecting import write_note
from strategykit.actions.devices import (
    code_for_own_device,
    knock,
    knocked,
    stop_knocking,
    waiting_for,
)
from strategykit.actions.joining import join, join_as_guest, join_with_code, names_at_the_door
from strategykit.actions.participating import room_in
from strategykit.actions.rooms import change_room, end_room
from strategykit.domain.access import Door, SignIn
from strategykit.domain.people import Person, Role
from strategykit.domain.rooms import Attendee, Room, Seat
from strategykit.errors import (
    CodeUnknown,
    DoorLocked,
    Empty,
    HoldsCpr,
    MeetingOver,
    NameHeld,
    NameListed,
    StrategyError,
    TakenOut,
)
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER, Hall, a_hall


@pytest.fixture
def hall(db: Database) -> Hall:
    """An open meeting whose members have not come yet."""
    made = a_hall(db, members=3)
    with db.writing() as store:
        for seat in store.all(Seat, made.process.id):
            store.remove(seat)
    return made


def room(hall: Hall) -> Room:
    with hall.db.reading() as store:
        return room_in(store, hall.process.id, hall.meeting.id)


def seats(hall: Hall) -> dict[str, Seat]:
    return {hall.view.people[seat.person_id].name: seat for seat in hall.view.seats}


def holder(hall: Hall, token: str) -> SignIn | None:
    return sign_in_of(hall.db, token, Door.DEVICE)


def lock(hall: Hall) -> None:
    change_room(hall.db, LEADER, room(hall), "Døren er låst.", locked=True)


def test_a_member_votes_from_the_first_and_a_guest_does_not(hall: Hall) -> None:
    join(hall.db, room(hall), hall.people[0].id, "telefon")
    join_as_guest(hall.db, room(hall), "Prøve Gæst", new_id(), "gæstens")

    assert {name: seat.votes for name, seat in seats(hall).items()} == {
        "Medlem 0": True, "Prøve Gæst": False,
    }  # fmt: skip


def test_one_who_prepares_the_meeting_writes_but_does_not_vote(hall: Hall) -> None:
    consultant = Person(
        id=new_id(), process_id=hall.process.id, name="Prøve Konsulent", role=Role.CONSULTANT
    )
    with hall.db.writing() as store:
        store.add(consultant)
    join(hall.db, room(hall), consultant.id, "telefon")

    assert seats(hall)["Prøve Konsulent"].votes is False


def test_the_first_device_holds_the_name(hall: Hall) -> None:
    join(hall.db, room(hall), hall.people[0].id, "den første")

    with pytest.raises(NameHeld):
        join(hall.db, room(hall), hall.people[0].id, "den anden")
    assert holder(hall, "den anden") is None


def test_a_double_tap_joins_once(hall: Hall) -> None:
    for _ in range(2):
        join(hall.db, room(hall), hall.people[0].id, "telefon")
    guest = new_id()
    for _ in range(2):
        join_as_guest(hall.db, room(hall), "Prøve Gæst", guest, "gæstens")

    assert sorted(seats(hall)) == ["Medlem 0", "Prøve Gæst"]


def test_of_twenty_who_tap_the_same_name_at_once_one_gets_it(hall: Hall) -> None:
    here, wanted = room(hall), hall.people[0].id

    def tap(number: int) -> bool:
        try:
            join(hall.db, here, wanted, f"telefon {number}")
        except NameHeld:
            return False
        return True

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(tap, range(20))) == 1


def test_a_name_that_was_left_is_free_again(hall: Hall) -> None:
    join(hall.db, room(hall), hall.people[0].id, "den første")
    close_door(hall.db, "den første")
    join(hall.db, room(hall), hall.people[0].id, "den anden")

    assert holder(hall, "den anden") is not None


def test_two_guests_of_the_same_name_can_be_told_apart(hall: Hall) -> None:
    for number in range(3):
        join_as_guest(hall.db, room(hall), " Peter  Prøve ", new_id(), f"telefon {number}")

    assert sorted(seats(hall)) == ["Peter Prøve", "Peter Prøve (2)", "Peter Prøve (3)"]


def test_a_guest_cannot_take_the_name_of_somebody_on_the_list(hall: Hall) -> None:
    with pytest.raises(NameListed):
        join_as_guest(hall.db, room(hall), "medlem 0", new_id(), "telefon")


@pytest.mark.parametrize(
    ("name", "why"), [("", Empty), ("  ", Empty), ("Peter 010190-1234", HoldsCpr)]
)
def test_a_guest_gives_a_name_and_no_number(
    hall: Hall, name: str, why: type[StrategyError]
) -> None:
    with pytest.raises(why):
        join_as_guest(hall.db, room(hall), name, new_id(), "telefon")
    assert seats(hall) == {}


def test_a_guest_cannot_become_somebody_else_by_their_id(hall: Hall) -> None:
    """The id of a new guest comes from the form, where anybody can write what they like."""
    with pytest.raises(NameHeld):
        join_as_guest(hall.db, room(hall), "Prøve Gæst", hall.people[0].id, "telefon")


def test_the_list_at_the_door_says_whose_names_are_held_and_names_no_guest(hall: Hall) -> None:
    join(hall.db, room(hall), hall.people[1].id, "telefon")
    names = [(n.person.name, n.held) for n in names_at_the_door(hall.db, room(hall))]

    assert names == [("Medlem 0", False), ("Medlem 1", True), ("Medlem 2", False)]


def test_a_locked_door_lets_nobody_new_in(hall: Hall) -> None:
    join(hall.db, room(hall), hall.people[0].id, "telefon")
    lock(hall)

    with pytest.raises(DoorLocked):
        join(hall.db, room(hall), hall.people[1].id, "en anden")
    with pytest.raises(DoorLocked):
        join_as_guest(hall.db, room(hall), "Prøve Gæst", new_id(), "en tredje")


def test_after_the_meeting_nobody_joins(hall: Hall) -> None:
    seen = room(hall)
    end_room(hall.db, LEADER, seen)

    with pytest.raises(MeetingOver):
        join(hall.db, seen, hall.people[0].id, "telefon")


def own_code(hall: Hall, token: str) -> str:
    sign_in = holder(hall, token)
    assert sign_in is not None
    return code_for_own_device(hall.db, sign_in)


def test_the_personal_code_brings_the_name_to_one_more_device_also_through_a_locked_door(
    hall: Hall,
) -> None:
    anna = hall.people[0].id
    join(hall.db, room(hall), anna, "telefon")
    code = own_code(hall, "telefon")
    lock(hall)
    join_with_code(hall.db, room(hall), anna, code.lower(), "tavle")

    assert holder(hall, "telefon") is not None
    assert holder(hall, "tavle") is not None


def test_a_personal_code_works_once_and_for_its_own_person(hall: Hall) -> None:
    anna, bo = hall.people[0].id, hall.people[1].id
    join(hall.db, room(hall), anna, "telefon")
    code = own_code(hall, "telefon")

    with pytest.raises(CodeUnknown):
        join_with_code(hall.db, room(hall), bo, code, "fremmed")
    join_with_code(hall.db, room(hall), anna, code, "tavle")
    with pytest.raises(CodeUnknown):
        join_with_code(hall.db, room(hall), anna, code, "en tredje")


def test_a_personal_code_that_is_guessed_at_stops_working(hall: Hall) -> None:
    anna = hall.people[0].id
    join(hall.db, room(hall), anna, "telefon")
    code = own_code(hall, "telefon")
    for _ in range(10):
        with pytest.raises(CodeUnknown):
            join_with_code(hall.db, room(hall), anna, "XXXXXX", "fremmed")

    with pytest.raises(CodeUnknown):
        join_with_code(hall.db, room(hall), anna, code, "fremmed")


def test_the_facilitators_nod_moves_the_name_to_the_device_that_knocked(hall: Hall) -> None:
    anna = hall.people[0].id
    join(hall.db, room(hall), anna, "den tabte")
    knock(hall.db, room(hall), anna, "den nye")
    (waiting,) = waiting_for(hall.db, hall.process.id, hall.meeting.id)
    assert (waiting.person.id, holder(hall, "den nye")) == (anna, None)
    nod(hall.db, LEADER, room(hall), waiting.id)

    assert holder(hall, "den nye") is not None
    assert holder(hall, "den tabte") is None
    assert waiting_for(hall.db, hall.process.id, hall.meeting.id) == ()


def test_knocking_twice_is_once_and_can_be_stopped_or_refused(hall: Hall) -> None:
    anna = hall.people[0].id
    for _ in range(2):
        knock(hall.db, room(hall), anna, "ny")
    knock(hall.db, room(hall), anna, "fremmed")
    first, second = waiting_for(hall.db, hall.process.id, hall.meeting.id)
    assert first.person.id == anna
    stop_knocking(hall.db, "ny")
    turn_away(hall.db, LEADER, room(hall), second.id)

    assert knocked(hall.db, "ny") is None
    assert knocked(hall.db, "fremmed") is None
    assert holder(hall, "fremmed") is None


def test_one_who_is_taken_out_is_out_and_does_not_come_in_again(hall: Hall) -> None:
    anna = hall.people[0].id
    join(hall.db, room(hall), anna, "telefon")
    done = remove_seat(hall.db, LEADER, seats(hall)["Medlem 0"])

    assert holder(hall, "telefon") is None
    with pytest.raises(TakenOut):
        join(hall.db, room(hall), anna, "en anden")
    undo(hall.db, LEADER, hall.process.id, done)
    join(hall.db, room(hall), anna, "en anden")


def test_the_facilitator_lets_a_guest_vote_and_takes_it_back(hall: Hall) -> None:
    join_as_guest(hall.db, room(hall), "Prøve Gæst", new_id(), "telefon")
    done = let_vote(hall.db, LEADER, seats(hall)["Prøve Gæst"], votes=True)

    assert seats(hall)["Prøve Gæst"].votes is True
    undo(hall.db, LEADER, hall.process.id, done)
    assert seats(hall)["Prøve Gæst"].votes is False


def test_a_renamed_person_stays_in(hall: Hall) -> None:
    join_as_guest(hall.db, room(hall), "Petr", new_id(), "telefon")
    guest = hall.view.people[seats(hall)["Petr"].person_id]
    done = rename_person(hall.db, LEADER, guest, "Peter Prøve")

    assert (sorted(seats(hall)), done.told) == (["Peter Prøve"], "Petr hedder nu Peter Prøve.")
    assert holder(hall, "telefon") is not None


def test_one_who_goes_over_to_another_phone_goes_on_writing_without_a_name(hall: Hall) -> None:
    """The first browser may have been the camera's own, which forgot the meeting."""
    anna = hall.people[0].id
    step = hall.step("skriv-uden-navn", **BOARD)
    join(hall.db, room(hall), anna, "kameraets")
    knock(hall.db, room(hall), anna, "browserens")
    for device in ("kameraets", "browserens"):
        if device == "browserens":
            (waiting,) = waiting_for(hall.db, hall.process.id, hall.meeting.id)
            nod(hall.db, LEADER, room(hall), waiting.id)
        who = Attendee(hall.process.id, hall.meeting.id, anna, device)
        write_note(hall.db, who, step.id, "styrker", f"Fra {device}", new_id())

    assert sorted(n.text for n in hall.view.contents["swot"].notes) == [
        "Fra browserens", "Fra kameraets",
    ]  # fmt: skip
