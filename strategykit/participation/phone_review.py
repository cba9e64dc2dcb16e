"""Workshop 4 on the phone: the point at hand, other words for it, one point more, and consent."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.balloting import REASON_LENGTH
from strategykit.actions.going_through import ReviewAt, review_at
from strategykit.actions.review_members import (
    Answer,
    add_point,
    answer_point,
    own_answers,
    propose_wording,
    pull_from_bloc,
)
from strategykit.domain.ballots import Stance
from strategykit.domain.proposals import Written
from strategykit.errors import Empty
from strategykit.participation.answers import fine
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.going_through_view import outcome_at, shown
from strategykit.participation.parts import Part, Stand
from strategykit.participation.phone_doors import attendee_of, way_on
from strategykit.participation.phone_votes import STANCES
from strategykit.participation.review_view import name_of


def wording(request: Request, form: Form) -> Response:
    """Other words for the point that the form was made of."""
    who, nonce = attendee_of(request, form), form.get("nonce", "") or new_id()
    point_id = form.get("punkt", "")
    propose_wording(database(), who, form.get("trin", ""), point_id, form.get("tekst", ""), nonce)
    return fine(request, way_on(form), sagt="Dit forslag er sendt.")


def point(request: Request, form: Form) -> Response:
    """One more point in a chapter."""
    who, nonce = attendee_of(request, form), form.get("nonce", "") or new_id()
    text = form.get("tekst", "")
    if not text.strip():
        raise Empty("Dit punkt")
    written = Written(section=form.get("kapitel", ""), block="", part="", wording="", comment=text)
    add_point(database(), who, form.get("trin", ""), written, nonce)
    return fine(request, way_on(form), sagt="Dit punkt er sendt.")


def pull(request: Request, form: Form) -> Response:
    """One of the bloc is taken by itself."""
    who = attendee_of(request, form)
    pull_from_bloc(database(), who, form.get("trin", ""), form.get("punkt", ""))
    return fine(request, way_on(form), sagt="Rettelsen er trukket ud.")


def answer(request: Request, form: Form) -> Response:
    """Ja, ja med forbehold or nej to the text that the form was made of."""
    said = {stance.name.lower(): stance for stance in Stance}.get(form.get("svar", ""))
    if said is None:
        raise Empty("Dit svar")
    given = Answer(form.get("tur", ""), said, form.get("begrundelse", ""))
    answer_point(database(), attendee_of(request, form), form.get("trin", ""), given)
    return fine(request, way_on(form), sagt="Dit svar er gemt.")


def _fill(stand: Stand) -> dict[str, Any]:
    view, step = stand.view, stand.step
    review = view.review if view.step == step else review_at(stand.store, step)
    about: dict[str, Any] = {
        "gennemsyn": review, "punkt": None, "blok": [], "svar": None, "mit": None, "egne": [],
        "may_write": stand.may(step.writers), "may_vote": stand.may_vote,
        "stances": STANCES, "most": REASON_LENGTH, "kapitler": [], "start": "",
    }  # fmt: skip
    if review is None:
        return about
    titles = [(c[0].key, name_of(c[0])) for c in review.draft.chapters()]
    about |= {"kapitler": titles, "blok": _bloc(review)}
    return about | (_point(stand, review) if review.wish else {})


def _bloc(review: ReviewAt) -> list[object]:
    return [shown(review.draft, w) for w in review.bloc] if review.at_bloc else []


def _point(stand: Stand, review: ReviewAt) -> dict[str, Any]:
    """Nobody sees what the others answer before it is closed."""
    assert review.wish is not None  # noqa: S101 - asked just before
    assert review.turn is not None  # noqa: S101 - a point is at hand by a turn alone
    turn, who = review.turn, stand.attendee
    closed = bool(turn.asked) and not turn.asks
    mine = own_answers(stand.store, who, stand.step.id, turn.id) if turn.asked else ()
    return {
        "punkt": shown(review.draft, review.wish),
        "svar": outcome_at(review, stand.view.people) if closed else None,
        "mit": mine[0] if mine else None,
        "egne": [one for one in review.wordings if one.person_id == who.person_id],
        "start": review.sides.start if review.sides else "",
    }  # fmt: skip


REVIEW = Part("deltag_gennemgang.html", _fill)
ACTS = (
    ("gennemgang/ordlyd", wording),
    ("gennemgang/punkt", point),
    ("gennemgang/traek", pull),
    ("gennemgang/svar", answer),
)
