"""The one big button, and what stands beside it."""

from collections.abc import Callable
from typing import Any

import pytest

from strategykit.actions.results import close_step
from strategykit.actions.steering import go_on
from strategykit.actions.steps import add_step, open_step, reveal, step_from
from strategykit.domain.presets import PRESETS
from strategykit.domain.steps import Step, Subjects
from strategykit.participation.steering_words import (
    FOR_GOOD,
    backward,
    close_label,
    counts_told,
    next_act,
    open_label,
    state_told,
)
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER
from tests.support.helms import Bridge, a_bridge, step_of


@pytest.fixture
def bridge(db: Database) -> Bridge:
    return a_bridge(db)


def at_step(bridge: Bridge, preset: str, item: int = 0, **more: Any) -> Step:
    """A waiting step that the room is at."""
    made = step_from(
        preset, process_id=bridge.hall.process.id, meeting_id=bridge.hall.meeting.id,
        title="Øvelsen", item_id=bridge.items[item].id, **more,
    )  # fmt: skip
    step = add_step(bridge.hall.db, LEADER, made)
    go_on(bridge.hall.db, LEADER, bridge.hall.view, bridge.room)
    return step


def label(bridge: Bridge) -> str:
    button = next_act(bridge.hall.view)
    return button.label if button else ""


def test_a_blind_step_is_opened_closed_shown_and_left(bridge: Bridge) -> None:
    step = at_step(bridge, "skriv-i-stilhed", anonymous=False, **BOARD)
    labels = [label(bridge)]
    acts: list[Callable[..., Any]] = [open_step, close_step, reveal]
    for act in acts:
        step = step_of(act(bridge.hall.db, LEADER, step))
        labels.append(label(bridge))

    assert labels == [
        "Åbn for sedler", "Luk for sedler", "Vis sedlerne", "Gå til næste: SWOT",
    ]  # fmt: skip


def test_a_step_without_names_says_on_its_button_that_it_closes_for_good(bridge: Bridge) -> None:
    step = at_step(bridge, "skriv-uden-navn", **BOARD)
    open_step(bridge.hall.db, LEADER, step)

    assert label(bridge) == f"Luk for sedler ({FOR_GOOD})"


def test_a_discussion_holds_nobody_back(bridge: Bridge) -> None:
    step = at_step(bridge, "droeft")
    assert label(bridge) == "Begynd at drøfte"

    open_step(bridge.hall.db, LEADER, step)

    assert label(bridge) == "Gå til næste: SWOT"


def test_the_first_button_begins_and_the_last_one_ends(bridge: Bridge) -> None:
    assert label(bridge) == "Begynd: Velkomst"
    assert backward(bridge.hall.view) is None

    for _ in range(3):
        go_on(bridge.hall.db, LEADER, bridge.hall.view, bridge.room)

    assert next_act(bridge.hall.view) is None
    back = backward(bridge.hall.view)
    assert back is not None
    assert (back.label, back.hint) == ("Tilbage", "SWOT")


@pytest.mark.parametrize("preset", PRESETS)
def test_every_exercise_has_words_for_its_buttons(bridge: Bridge, preset: str) -> None:
    step = step_from(preset, process_id="p", meeting_id=bridge.hall.meeting.id, title="Øvelsen")

    assert open_label(step)
    assert close_label(step).endswith(f"({FOR_GOOD})") is step.anonymous


def test_the_counts_fit_what_the_step_asks(bridge: Bridge) -> None:
    at_step(bridge, "droeft")
    assert counts_told(bridge.hall.view) == ("7 er med",)

    step = bridge.hall.step("skriv-med-navn", **BOARD)
    bridge.hall.write(step, 0, "En seddel")
    assert counts_told(bridge.hall.view) == ("7 er med", "0 klar", "1 seddel fra 1")

    bridge.hall.step("samtykke", subjects=Subjects.NOTHING, ask="Er det rigtigt set?")
    assert counts_told(bridge.hall.view) == ("7 er med", "0 klar", "0 af 6 har svaret")


def test_a_later_round_is_told_with_its_state(bridge: Bridge) -> None:
    step = step_from(
        "droeft", process_id="p", meeting_id=bridge.hall.meeting.id, title="Igen", round=2
    )

    assert state_told(step) == "Ikke begyndt, runde 2"
