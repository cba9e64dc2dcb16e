"""How the room goes through a review: to the step, from point to point, and what the wall shows."""

from collections.abc import Callable

from strategykit.actions.going_through import take_up
from strategykit.actions.steering import go_to, here_told, open_room_in
from strategykit.actions.steps import open_step
from strategykit.domain.boards import Done
from strategykit.domain.course import Stop
from strategykit.domain.going_through import BLOC, before_id, next_id
from strategykit.domain.steps import Step
from strategykit.errors import MovedOn, NotFound
from strategykit.live import HUB
from strategykit.participation.csrf import Form
from strategykit.participation.going_through import Desk
from strategykit.participation.going_through_sides import SIDES, sides_at
from strategykit.participation.going_through_view import shown


def begin(desk: Desk, _form: Form) -> Done:
    """Everybody is at the step, and it is open."""
    step, helm = desk.step, desk.helm
    if step is None:
        raise NotFound(Step.noun)
    room = open_room_in(helm.view)
    stop = Stop(None, step)
    away = room.step_id != step.id
    moved = go_to(helm.db, helm.who, helm.view, room, stop) if away else Done("")
    opened = open_step(helm.db, helm.who, step) if not step.is_open else Done("")
    return Done(
        "Gennemgangen er i gang.", (*moved.before, *opened.before), (*moved.after, *opened.after)
    )  # fmt: skip


def forward(desk: Desk, form: Form) -> Done | str:
    """On to the next point that nobody has taken a stand on."""
    return _move(desk, form, next_id, "Alle punkter er taget.")


def backward(desk: Desk, form: Form) -> Done | str:
    """The point before, decided or not."""
    return _move(desk, form, before_id, "Det er det første punkt.")


def go(desk: Desk, form: Form) -> Done | str:
    """To a point of the list, or to the bloc."""
    return _take_up(desk, form.get("punkt", BLOC))


def show_side(desk: Desk, form: Form) -> str:
    """The wall shows one side of the point: the text, the wish, the difference or the decision."""
    require_seen(desk, form)
    view, wanted = desk.helm.view, form.get("side", "")
    side = next((each for each in sides_at(view) if each.name == wanted), None)
    if side is None:
        raise NotFound("Visningen")
    SIDES.choose(view, side)
    HUB.tell(desk.helm.process_id)
    return f"På skærmen vises: {side}."


def require_seen(desk: Desk, form: Form) -> None:
    """Two who press at once go on once; raises MovedOn."""
    turn = desk.require()[1].turn
    if form.get("tur", "") != (turn.id if turn else ""):
        raise MovedOn(here_at(desk))


def here_at(desk: Desk) -> str:
    """What the room is at, in words."""
    review = desk.review
    if review is None or review.wish is None:
        return here_told(desk.helm.view)
    return shown(review.draft, review.wish).place


def _move(desk: Desk, form: Form, find: Callable[..., str | None], otherwise: str) -> Done | str:
    _, review = desk.require()
    require_seen(desk, form)
    wanted = find(review.found, review.turn)
    return otherwise if wanted is None else _take_up(desk, wanted)


def _take_up(desk: Desk, point_id: str) -> Done | str:
    """Where the room is says itself, and the way back is a button of its own: not undone.

    Only when answers were closed by it can it be taken back, so that they can go on.
    """
    step, review = desk.require()
    done = take_up(desk.helm.db, desk.helm.who, step, review, point_id)
    return done if done.before else ""
