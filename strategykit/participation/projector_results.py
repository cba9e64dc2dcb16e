"""What came of a closed vote, as the room sees it: numbers in words, bars, and no names."""

from typing import Any

from strategykit.actions.room_views import RoomView
from strategykit.domain.ballots import StepResult
from strategykit.domain.boards import counted
from strategykit.domain.outcomes import Outcome, told
from strategykit.domain.steps import Step, StepKind
from strategykit.domain.subjects import best_of
from strategykit.participation import projector_picture
from strategykit.participation.projector_picture import points_of


def result_at(view: RoomView, step: Step) -> StepResult | None:
    """The newest round of a step that is closed."""
    found = view.results.get(step.id, ()) if step.is_closed else ()
    return found[-1] if found else None


def filled(view: RoomView, result: StepResult) -> dict[str, Any]:
    """What the template needs; how the answers lay only when it has been asked for."""
    outcome = told(result)
    asked = view.room is not None and view.room.spread_shown
    shows = asked and outcome.spread_may_show
    rows = [row for row in outcome.rows if row.total or result.kind is not StepKind.DOTS]
    return {
        "outcome": outcome, "rows": rows, "without": _without(outcome, len(rows)),
        "spread": shows, "too_few": asked and not outcome.spread_may_show,
        "points": points_of(best_of(result)) if result.kind is StepKind.RATE else (),
        "picture": projector_picture,
    }  # fmt: skip


def _without(outcome: Outcome, shown: int) -> str:
    """ "14 fik ingen prikker": said once instead of in fourteen empty lines."""
    left = len(outcome.rows) - shown
    return f"{counted(left, 'emne', 'emner')} fik ingen prikker" if left else ""
