"""The plan of steps: added, changed, moved and removed while they wait."""

from dataclasses import replace

import pytest

from strategykit.actions.rooms import go_to_step
from strategykit.actions.step_plans import change_step, move_step, plan_step, remove_step
from strategykit.actions.steps import open_step, step_from
from strategykit.domain.boards import SWOT
from strategykit.domain.steps import Step, Subjects
from strategykit.errors import EditConflict, StepBegun
from strategykit.storage.database import Database
from tests.support.halls import LEADER
from tests.support.helms import Bridge, a_bridge, step_of


@pytest.fixture
def bridge(both: Database) -> Bridge:
    return a_bridge(both)


def planned(bridge: Bridge, title: str, **more: object) -> Step:
    step = step_from(
        "skriv-uden-navn", process_id=bridge.hall.process.id, meeting_id=bridge.hall.meeting.id,
        title=title, subjects=Subjects.BOARD, subject=SWOT, **more,
    )  # fmt: skip
    return step_of(plan_step(bridge.hall.db, LEADER, step))


def titles(bridge: Bridge) -> list[str]:
    return [step.title for step in bridge.hall.view.steps]


def test_steps_come_in_the_order_in_which_they_were_added(bridge: Bridge) -> None:
    for title in ("Skriv", "Saml", "Prikker"):
        planned(bridge, title)

    assert titles(bridge) == ["Skriv", "Saml", "Prikker"]


def test_a_double_tap_is_one_step(bridge: Bridge) -> None:
    step = planned(bridge, "Skriv")
    plan_step(bridge.hall.db, LEADER, step)

    assert titles(bridge) == ["Skriv"]


def test_a_waiting_step_takes_other_rules(bridge: Bridge) -> None:
    step = planned(bridge, "Skriv")

    changed = step_of(
        change_step(bridge.hall.db, LEADER, step, replace(step, anonymous=False, held=True))
    )

    assert (changed.anonymous, changed.held) == (False, True)


def test_the_rules_of_a_step_stand_once_it_has_begun(bridge: Bridge) -> None:
    step = step_of(open_step(bridge.hall.db, LEADER, planned(bridge, "Skriv")))

    with pytest.raises(StepBegun):
        change_step(bridge.hall.db, LEADER, step, replace(step, anonymous=False))

    assert bridge.hall.view.steps[0].anonymous


def test_its_words_may_still_be_mended(bridge: Bridge) -> None:
    step = step_of(open_step(bridge.hall.db, LEADER, planned(bridge, "Skrvi")))

    change_step(bridge.hall.db, LEADER, step, replace(step, title="Skriv", ask="Hvad ser I?"))

    assert titles(bridge) == ["Skriv"]


def test_a_step_that_was_opened_meanwhile_keeps_its_rules(bridge: Bridge) -> None:
    seen = planned(bridge, "Skriv")
    open_step(bridge.hall.db, LEADER, seen)

    with pytest.raises(EditConflict):
        change_step(bridge.hall.db, LEADER, seen, replace(seen, anonymous=False))
    with pytest.raises(EditConflict):
        remove_step(bridge.hall.db, LEADER, seen)

    assert bridge.hall.view.steps[0].anonymous


def test_a_step_changes_place_within_its_item(bridge: Bridge) -> None:
    item = bridge.items[0]
    first = planned(bridge, "Skriv", item_id=item.id)
    planned(bridge, "Et andet punkts", item_id=bridge.items[1].id)
    last = planned(bridge, "Saml", item_id=item.id)

    move_step(bridge.hall.db, LEADER, last, -1)
    assert titles(bridge) == ["Saml", "Et andet punkts", "Skriv"]

    told = move_step(bridge.hall.db, LEADER, bridge.hall.view.find(last.id) or last, -1).told
    assert told == "Trinnet står allerede yderst i sit punkt."
    assert bridge.hall.view.find(first.id) is not None


def test_a_step_is_not_moved_past_one_that_has_begun(bridge: Bridge) -> None:
    first = planned(bridge, "Skriv")
    second = planned(bridge, "Saml")
    open_step(bridge.hall.db, LEADER, first)

    with pytest.raises(StepBegun):
        move_step(bridge.hall.db, LEADER, second, -1)


def test_what_built_on_a_removed_step_stands_alone(bridge: Bridge) -> None:
    source = planned(bridge, "Skriv")
    built = planned(bridge, "Prikker", source_id=source.id)
    go_to_step(bridge.hall.db, LEADER, bridge.room, source)

    remove_step(bridge.hall.db, LEADER, source)

    assert titles(bridge) == ["Prikker"]
    left = bridge.hall.view.find(built.id)
    assert left is not None
    assert left.source_id == ""
    assert bridge.room.step_id == ""


def test_a_step_that_has_begun_is_not_removed(bridge: Bridge) -> None:
    step = step_of(open_step(bridge.hall.db, LEADER, planned(bridge, "Skriv")))

    with pytest.raises(StepBegun):
        remove_step(bridge.hall.db, LEADER, step)
