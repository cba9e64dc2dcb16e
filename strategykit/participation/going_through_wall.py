"""Workshop 4 on the wall: the bloc, the point at hand, what everybody is asked, and the end."""

from strategykit.actions.going_through import ReviewAt
from strategykit.actions.room_views import RoomView
from strategykit.domain.going_through import next_id
from strategykit.domain.steps import Step
from strategykit.participation.going_through_sides import SIDES, sides_of
from strategykit.participation.going_through_view import final_pieces, outcome_at, shown
from strategykit.participation.projector_scene import Scene, Taken, length_of

_POINT, _BLOC, _ASKED = (
    "projektor_gennemgang.html", "projektor_blok.html", "projektor_spoerg.html",
)  # fmt: skip
_ROOM = 900  # so many characters before and after together can be read from the back row


def review_scene(view: RoomView, step: Step) -> Scene:
    """What the room is at; nobody's answers before they are closed."""
    review = view.review
    if review is None:
        return Scene("projektor_ord.html", step.title, "", {"text": ""})
    told = f"{review.progress.told} er taget"
    if review.turn is not None and review.turn.asked and not _is_decided(review):
        return _asked(view, review)
    if review.wish is not None:
        return _point(view, review, told)
    if review.at_bloc and review.bloc:
        return _bloc(review)
    done = next_id(review.found, review.turn) is None
    return Scene(
        "projektor_ord.html", "Alle punkter er taget" if done else step.title, told, {"text": ""}
    )


def answered_at(view: RoomView) -> Taken | None:
    """How many have answered while everybody is asked."""
    review = view.review
    if review is None or review.turn is None or not review.turn.asks:
        return None
    return Taken(len({b.voter for b in review.ballots}), view.voters, "har svaret")


def _is_decided(review: ReviewAt) -> bool:
    return review.wish is not None and shown(review.draft, review.wish).is_decided


def _asked(view: RoomView, review: ReviewAt) -> Scene:
    assert review.turn is not None  # noqa: S101 - asked just before
    outcome = None if review.turn.asks else outcome_at(review, view.people)
    fill = {
        "tekst": review.turn.asked, "laengde": length_of(review.turn.asked), "svar": outcome,
    }  # fmt: skip
    heading = "Kan du stå bag teksten?" if outcome is None else outcome.headline
    return Scene(_ASKED, heading, _place(review), fill)


def _point(view: RoomView, review: ReviewAt, told: str) -> Scene:
    """The side that was chosen; else before and after when there is room, and what differs."""
    assert review.wish is not None  # noqa: S101 - asked just before
    point = shown(review.draft, review.wish)
    decided = point.is_decided
    text = (review.final or "") if decided else point.before + (point.after or "")
    fill = {
        "punkt": point, "afgjort": decided, "endelig": review.final,
        "endelig_forskel": final_pieces(review), "side_om_side": len(text) <= _ROOM,
        "laengde": length_of(text), "taget": told,
        "side": SIDES.shown(view, sides_of(review, point)),
    }  # fmt: skip
    return Scene(_POINT, point.place, told, fill)


def _bloc(review: ReviewAt) -> Scene:
    found = [shown(review.draft, wish) for wish in review.bloc]
    count = "1 redaktionel rettelse" if len(found) == 1 else f"{len(found)} redaktionelle rettelser"
    verb = "tages" if len(found) == 1 else "tages samlet"
    return Scene(_BLOC, f"{count} {verb}. Vil nogen trække en ud?", "", {"blok": found})


def _place(review: ReviewAt) -> str:
    return shown(review.draft, review.wish).place if review.wish else ""
