"""Two entries of one person made one: everybody counts once."""

from dataclasses import replace

import pytest

from strategykit.actions.access import sign_in_of
from strategykit.actions.acting import new_id
from strategykit.actions.attendance import merge_people
from strategykit.actions.boards import undo
from strategykit.actions.collecting import write_note
from strategykit.actions.joining import join_as_guest
from strategykit.actions.participating import room_in
from strategykit.actions.voting import set_dots
from strategykit.domain.access import Door
from strategykit.domain.people import Role
from strategykit.domain.rooms import Attendee
from strategykit.errors import SamePerson
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER, Hall, a_hall


@pytest.fixture
def hall(db: Database) -> Hall:
    return a_hall(db, members=3)


def test_notes_seat_and_devices_of_a_guest_who_was_a_member_go_to_the_member(hall: Hall) -> None:
    """She did not find her name and typed it instead."""
    with hall.db.reading() as store:
        room = room_in(store, hall.process.id, hall.meeting.id)
    guest_id = new_id()
    join_as_guest(hall.db, room, "Medlem nul", guest_id, "telefon")
    step = hall.step("skriv-med-navn", **BOARD)
    note = _write(hall, step.id, guest_id)
    member, guest = hall.people[0], hall.view.people[guest_id]
    done = merge_people(hall.db, LEADER, member, guest)

    (kept,) = (n for n in hall.view.contents["swot"].notes if n.id == note)
    sign_in = sign_in_of(hall.db, "telefon", Door.DEVICE)
    assert kept.author_id == member.id
    assert sign_in is not None
    assert sign_in.person_id == member.id
    assert guest_id not in hall.view.people
    assert [s.person_id for s in hall.view.seats].count(member.id) == 1
    undo(hall.db, LEADER, hall.process.id, done)
    assert hall.view.people[guest_id].role is Role.GUEST


def _write(hall: Hall, step_id: str, person_id: str) -> str:
    who = Attendee(hall.process.id, hall.meeting.id, person_id, "telefon")
    return write_note(hall.db, who, step_id, "styrker", "Prøveseddel", new_id()).id


def test_where_both_have_voted_the_votes_of_the_one_that_is_kept_count(hall: Hall) -> None:
    area, other = hall.areas("Prøveområde", "Et andet")
    step = hall.on_areas("prikker-med-navn", budget=2)
    set_dots(hall.db, hall.phone(0), step.id, area.id, 2)
    set_dots(hall.db, hall.phone(1), step.id, other.id, 2)
    merge_people(hall.db, LEADER, hall.people[0], hall.people[1])

    assert [(dot.voter, dot.subject_id) for dot in hall.dots(step)] == [
        (hall.people[0].id, area.id)
    ] * 2


def test_the_votes_of_the_one_that_goes_count_where_the_other_gave_none(hall: Hall) -> None:
    (area,) = hall.areas("Prøveområde")
    step = hall.on_areas("prikker-med-navn", budget=2)
    set_dots(hall.db, hall.phone(1), step.id, area.id, 1)
    merge_people(hall.db, LEADER, hall.people[0], hall.people[1])

    assert [dot.voter for dot in hall.dots(step)] == [hall.people[0].id]


def test_it_is_said_when_both_have_answered_without_names(hall: Hall) -> None:
    step = hall.step("skriv-uden-navn", **BOARD)
    hall.write(step, 0, "Den enes")
    hall.write(step, 1, "Den andens")

    assert "begge svar" in merge_people(hall.db, LEADER, hall.people[0], hall.people[1]).told


def test_a_person_is_not_merged_with_itself(hall: Hall) -> None:
    with pytest.raises(SamePerson):
        merge_people(hall.db, LEADER, hall.people[0], hall.people[0])


def test_a_committee_list_that_names_both_names_the_one_once(hall: Hall) -> None:
    with hall.db.writing() as store:
        both = (hall.people[0].id, hall.people[1].id)
        seen = hall.view.meeting
        store.save(seen, replace(seen, absent=both))
    merge_people(hall.db, LEADER, hall.people[0], hall.people[1])

    assert hall.view.meeting.absent == (hall.people[0].id,)
