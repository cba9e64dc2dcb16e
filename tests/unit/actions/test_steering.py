"""At the helm: going on, being overtaken, ending, and who is still silent."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from strategykit.actions.boards import undo
from strategykit.actions.processes import archive
from strategykit.actions.rooms import end_room
from strategykit.actions.steering import (
    close,
    end_meeting,
    go_back,
    go_on,
    go_to,
    here_told,
    left_open,
    meetings_to_steer,
    open_room_in,
    process_of_meeting,
    seen_room,
    silent,
)
from strategykit.actions.steps import add_minutes
from strategykit.actions.voting import save_consent, set_dots
from strategykit.domain.ballots import Stance
from strategykit.domain.course import Stop
from strategykit.domain.steps import Step, StepState, Subjects
from strategykit.errors import EditConflict, MeetingOver, MovedOn, NotFound
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER
from tests.support.helms import Bridge, a_bridge
from tests.support.makers import a_process


@pytest.fixture
def bridge(both: Database) -> Bridge:
    return a_bridge(both)


def test_the_meeting_is_walked_to_its_end_and_back(bridge: Bridge) -> None:
    ways = [go_on] * 4 + [go_back] * 3
    told = [way(bridge.hall.db, LEADER, bridge.hall.view, bridge.room).told for way in ways]

    assert told == [
        "Mødet er ved: Velkomst", "Mødet er ved: SWOT", "Mødet er ved: Afrunding",
        "Mødet er ved det sidste sted.", "Mødet er ved: SWOT", "Mødet er ved: Velkomst",
        "Mødet er ved det første sted.",
    ]  # fmt: skip


def test_two_who_press_next_at_once_move_one_place(bridge: Bridge) -> None:
    db, view, seen = bridge.hall.db, bridge.hall.view, bridge.room

    def press(_: int) -> str:
        try:
            return go_on(db, LEADER, view, seen).told
        except EditConflict:
            return "overhalet"

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(press, range(2)))

    assert told == ["Mødet er ved: Velkomst", "overhalet"]
    assert here_told(bridge.hall.view) == "Velkomst"


def test_whoever_saw_an_earlier_room_is_told_where_it_is(bridge: Bridge) -> None:
    old = bridge.room.version
    go_on(bridge.hall.db, LEADER, bridge.hall.view, bridge.room)

    with pytest.raises(MovedOn, match="Rummet er nu ved: Velkomst"):
        seen_room(bridge.hall.view, old)


def test_nothing_is_steered_once_the_meeting_is_over(bridge: Bridge) -> None:
    end_room(bridge.hall.db, LEADER, bridge.room)

    with pytest.raises(MeetingOver):
        open_room_in(bridge.hall.view)


def test_ending_closes_what_only_the_room_could_answer(bridge: Bridge) -> None:
    hall = bridge.hall
    stays = hall.step("skriv-med-navn", title="Hjemme", stays_open=True, **BOARD)
    ends = hall.step("skriv-uden-navn", title="Her", **BOARD)

    end_meeting(hall.db, LEADER, hall.view, bridge.room)

    states = {step.id: step.state for step in hall.view.steps}
    assert states == {stays.id: StepState.OPEN, ends.id: StepState.CLOSED}
    assert not bridge.room.is_open


def on_the_way(bridge: Bridge, preset: str, **rules: object) -> Step:
    """An open step at the first item, with the room at it."""
    item_id = bridge.items[0].id
    return bridge.hall.step(preset, title="Skriv sedler", item_id=item_id, **{**BOARD, **rules})


def state(bridge: Bridge, step: Step) -> StepState:
    found = bridge.hall.view.find(step.id)
    assert found is not None
    return found.state


@pytest.mark.parametrize("preset", ["skriv-med-navn", "saml", "droeft"])
def test_going_on_closes_the_step_that_is_left_and_undoing_brings_both_back(
    bridge: Bridge, preset: str
) -> None:
    hall, step = bridge.hall, on_the_way(bridge, preset)

    done = go_on(hall.db, LEADER, hall.view, bridge.room)

    assert done.told == "Skriv sedler er lukket. Mødet er ved: SWOT"
    assert (state(bridge, step), here_told(hall.view)) == (StepState.CLOSED, "SWOT")
    undo(hall.db, LEADER, hall.process.id, done)
    assert (state(bridge, step), here_told(hall.view)) == (StepState.OPEN, "Skriv sedler")


def test_a_named_vote_that_the_room_leaves_is_counted_and_opened_again_by_undoing(
    bridge: Bridge,
) -> None:
    hall = bridge.hall
    areas = hall.areas("Ansvar", "Boliger")
    vote = on_the_way(bridge, "prikker-med-navn", subjects=Subjects.AREAS, subject="")
    set_dots(hall.db, hall.phone(0), vote.id, areas[0].id, 2)

    done = go_on(hall.db, LEADER, hall.view, bridge.room)

    assert hall.totals(vote) == {"Ansvar": 2}
    undo(hall.db, LEADER, hall.process.id, done)
    assert vote.id not in hall.view.results
    set_dots(hall.db, hall.phone(1), vote.id, areas[0].id, 1)
    assert len(hall.dots(vote)) == 3


def test_what_cannot_be_opened_again_is_left_open_and_known(
    bridge: Bridge,
) -> None:
    hall, step = bridge.hall, on_the_way(bridge, "skriv-uden-navn")

    done = go_on(hall.db, LEADER, hall.view, bridge.room)

    assert done.told == "Mødet er ved: SWOT"
    assert state(bridge, step) is StepState.OPEN
    assert [left.id for left in left_open(hall.view)] == [step.id]
    go_back(hall.db, LEADER, hall.view, bridge.room)
    hall.write(step, 0, "Skrevet, da vi gik tilbage")
    assert left_open(hall.view) == ()


def test_going_back_and_personal_links_close_nothing(bridge: Bridge) -> None:
    hall = bridge.hall
    item_id = bridge.items[1].id
    later = hall.step("skriv-med-navn", title="Senere", item_id=item_id, **BOARD)
    go_back(hall.db, LEADER, hall.view, bridge.room)
    assert state(bridge, later) is StepState.OPEN

    stays = on_the_way(bridge, "skriv-med-navn", stays_open=True)
    go_on(hall.db, LEADER, hall.view, bridge.room)
    assert state(bridge, stays) is StepState.OPEN
    assert later in left_open(hall.view) or hall.view.step == later
    assert stays.id not in {step.id for step in left_open(hall.view)}


def test_a_jump_forward_closes_and_a_jump_back_does_not(bridge: Bridge) -> None:
    hall, step = bridge.hall, on_the_way(bridge, "skriv-med-navn")
    last = Stop(bridge.items[2], None)
    go_to(hall.db, LEADER, hall.view, bridge.room, last)
    assert state(bridge, step) is StepState.CLOSED

    later = hall.step("skriv-med-navn", title="Sidst", item_id=bridge.items[2].id, **BOARD)
    go_to(hall.db, LEADER, hall.view, bridge.room, Stop(None, step))
    assert state(bridge, later) is StepState.OPEN


def test_a_step_that_somebody_else_has_just_changed_is_left_as_they_left_it(
    bridge: Bridge,
) -> None:
    hall, step = bridge.hall, on_the_way(bridge, "skriv-med-navn")
    seen = hall.view
    add_minutes(hall.db, LEADER, step, 5)

    done = go_on(hall.db, LEADER, seen, bridge.room)

    assert done.told == "Mødet er ved: SWOT"
    assert [left.id for left in left_open(hall.view)] == [step.id]


def test_closing_without_names_leaves_nothing_to_take_back(bridge: Bridge) -> None:
    step = bridge.hall.step("skriv-uden-navn", **BOARD)

    done = close(bridge.hall.db, LEADER, step)

    assert (done.before, done.after) == ((), ())


def test_those_who_have_not_written_are_named(bridge: Bridge) -> None:
    hall = bridge.hall
    step = hall.step("skriv-med-navn", **BOARD)
    for number in (0, 2, 4):
        hall.write(step, number, "En seddel")

    missing = silent(hall.db, hall.view)

    assert missing is not None
    assert [person.name for person in missing] == ["Medlem 1", "Medlem 3", "Medlem 5", "Gæst"]


def test_only_those_who_may_vote_are_missed_in_a_vote(bridge: Bridge) -> None:
    hall = bridge.hall
    areas = hall.areas("Ansvar")
    step = hall.on_areas("prikker-med-navn")
    for number in range(5):
        set_dots(hall.db, hall.phone(number), step.id, areas[0].id, 1)

    missing = silent(hall.db, hall.view)

    assert missing is not None
    assert [person.name for person in missing] == ["Medlem 5"]


def test_ballots_count_in_their_own_round(bridge: Bridge) -> None:
    hall = bridge.hall
    step = hall.step("samtykke", subjects=Subjects.NOTHING, ask="Er det rigtigt set?")
    save_consent(hall.db, hall.phone(0), step.id, Stance.YES, "")

    missing = silent(hall.db, hall.view)

    assert missing is not None
    assert len(missing) == 5


@pytest.mark.parametrize("preset", ["skriv-uden-navn", "saml", "droeft"])
def test_nobody_is_named_where_names_are_not_known_or_nothing_is_asked(
    bridge: Bridge, preset: str
) -> None:
    bridge.hall.step(preset, **(BOARD if preset != "droeft" else {}))

    assert silent(bridge.hall.db, bridge.hall.view) is None


def test_only_living_processes_with_meetings_are_offered(bridge: Bridge) -> None:
    db = bridge.hall.db
    other = a_process(db, LEADER, title="En anden")
    archived = a_process(db, LEADER, title="Lagt væk")
    archive(db, LEADER, archived)

    offered = {process.title: meetings for process, meetings in meetings_to_steer(db)}

    assert set(offered) == {"Prøvestrategi", other.title}
    going = [meeting.title for meeting, goes_on in offered["Prøvestrategi"] if goes_on]
    assert going == ["Prøveaften"]


def test_an_unknown_meeting_is_not_found(bridge: Bridge) -> None:
    assert process_of_meeting(bridge.hall.db, bridge.hall.meeting.id) == bridge.hall.process.id
    with pytest.raises(NotFound):
        process_of_meeting(bridge.hall.db, "f" * 32)
