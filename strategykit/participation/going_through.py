"""/gennemgang: workshop 4 in one hand, point by point, by keys alone if that is wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id, now
from strategykit.actions.going_through import ReviewAt, review_at
from strategykit.actions.registers import entries
from strategykit.actions.steering import meetings_to_steer
from strategykit.actions.undoing import UNDOING
from strategykit.domain.access import Door
from strategykit.domain.agenda import when_told
from strategykit.domain.countdown import countdown_of
from strategykit.domain.going_through import before_id, countdown_at, next_id
from strategykit.domain.meetings import Meeting
from strategykit.domain.minorities import Minority
from strategykit.domain.people import COMMITTEE, called, in_role_order
from strategykit.domain.process import Process
from strategykit.domain.steps import Step, StepKind
from strategykit.errors import NotFound
from strategykit.participation.doors import database
from strategykit.participation.going_through_sides import SIDES, sides_at
from strategykit.participation.going_through_view import final_pieces, outcome_at, shown
from strategykit.participation.marks import Audience
from strategykit.participation.plain import sign_in_of_request
from strategykit.participation.rendering import go_to, page
from strategykit.participation.steering_helm import TOLD, Helm, helm_of
from strategykit.participation.steering_now import pace
from strategykit.participation.streams import live_stream

PATH, MEETING = "/gennemgang", "moede"
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Desk:
    """One who steers the review of one meeting; without a step or a review there is nothing to."""

    helm: Helm
    step: Step | None
    review: ReviewAt | None

    @property
    def here(self) -> bool:
        """Whether the room is at the step, and it is open."""
        step = self.step
        return step is not None and step.is_open and self.helm.view.step == step

    def require(self) -> tuple[Step, ReviewAt]:
        """The step and its review; raises NotFound."""
        if self.step is None or self.review is None:
            raise NotFound("Gennemgangen")
        return self.step, self.review


def desk_of(request: Request, meeting_id: str) -> Desk:
    """The desk of the meeting; raises NotFound."""
    helm = helm_of(request, meeting_id)
    view = helm.view
    kinds = [step for step in view.steps if step.kind is StepKind.REVIEW]
    step = view.step if view.step in kinds else next(iter(kinds), None)
    if step is None or step == view.step:
        return Desk(helm, step, view.review)
    with helm.db.reading() as store:
        return Desk(helm, step, review_at(store, step))


def show(request: Request) -> Response:
    """The point at hand; without a meeting the one that goes on, or a choice."""
    meeting_id = request.query_params.get(MEETING, "")
    if not meeting_id and sign_in_of_request(request).door is Door.FACILITATOR:
        return _choose(request)
    return whole_page(request, desk_of(request, meeting_id))


def show_screen(request: Request) -> Response:
    """The changing part of the page alone."""
    desk = desk_of(request, request.query_params.get(MEETING, ""))
    return page(request, "gennemgang_skaerm.html", **_standing(request, desk, _NOTHING))


async def stream(request: Request) -> Response:
    """Tells when the page has changed."""
    meeting_id = request.query_params.get(MEETING, "")
    helm = await run_in_threadpool(helm_of, request, meeting_id)
    return live_stream(request, helm.process_id, helm.meeting_id, Audience.STEERING)


def whole_page(
    request: Request, desk: Desk, status: int = 200, *, error: str = "",
    typed: Mapping[str, str] = _NOTHING,
) -> Response:  # fmt: skip
    """The page; `typed` is what was written in a form that was not taken."""
    kind, sentence = ("alarm", error) if error else TOLD.take(desk.helm.sign_in)
    return page(
        request, "gennemgang.html", status, sagt_slags=kind, sagt=sentence,
        **_standing(request, desk, typed),
    )  # fmt: skip


def way_to(meeting_id: str, **more: str) -> str:
    """The address of a meeting's review."""
    return f"{PATH}?{urlencode({MEETING: meeting_id, **more})}"


def _standing(request: Request, desk: Desk, typed: Mapping[str, str]) -> dict[str, Any]:
    view, review = desk.helm.view, desk.review
    about: dict[str, Any] = {
        "view": view, "trin": desk.step, "gennemsyn": review, "her": desk.here,
        "i_gang": view.room is not None and view.room.is_open,
        "paa_telefon": desk.helm.sign_in.door is Door.STEERING,
        "fortryd": UNDOING.newest(desk.helm.process_id, desk.helm.meeting_id),
        "tempo": pace(view), "skrevet": typed, "punkt": None, "tid": None, "sider": (),
        "rest": countdown_of(desk.step, now()) if desk.step else None,
    }  # fmt: skip
    if review is None:
        return about
    turn = review.turn
    sides = sides_at(view) if desk.here else ()
    about |= {
        "sider": sides, "side": SIDES.shown(view, sides),
        "tur": turn, "naeste": next_id(review.found, turn),
        "forrige": before_id(review.found, turn),
        "blok": [shown(review.draft, w) for w in review.bloc] if review.at_bloc else [],
        "liste": [(w, shown(review.draft, w)) for w in review.queue],
        "tid": countdown_at(turn, now()) if turn else None,
    }  # fmt: skip
    return about | (_point(request, desk, review) if review.wish else {})


def _point(request: Request, desk: Desk, review: ReviewAt) -> dict[str, Any]:
    assert review.wish is not None  # noqa: S101 - asked just before
    view, wanted = desk.helm.view, request.query_params.get("brug", "")
    used = next((one.text for one in review.wordings if one.id == wanted), "")
    point = shown(review.draft, review.wish)
    seated = {seat.person_id for seat in view.present}
    people = [p for p in view.people.values() if p.role in COMMITTEE or p.id in seated]
    made = [
        one for one in entries(desk.helm.db, desk.helm.process_id, Minority)
        if one.point_id == point.point.id
    ]  # fmt: skip
    return {
        "punkt": point, "andre": [shown(review.draft, w) for w in review.others],
        "endelig": review.final, "endelig_forskel": final_pieces(review), "brugt": used,
        "forslag": [(one, _name(desk, one.person_id)) for one in review.wordings],
        "svar": outcome_at(review, view.people), "personer": in_role_order(people),
        "kaldt": called, "mindretal": made, "ny": new_id(), "navn": lambda i: _name(desk, i),
        "start": review.sides.start if review.sides else "",
    }  # fmt: skip


def _name(desk: Desk, person_id: str) -> str:
    person = desk.helm.view.people.get(person_id)
    return called(person) if person else "Ukendt"


def _choose(request: Request) -> Response:
    """The meeting that goes on, when there is one; else all that have the step."""
    known = meetings_to_steer(database())
    going = [meeting.id for _, meetings in known for meeting, on in meetings if on]
    if len(going) == 1:
        return go_to(way_to(going[0]))
    there = [(process, _with_review(process, meetings)) for process, meetings in known]
    shown = [(process, meetings) for process, meetings in there if meetings]
    return page(request, "gennemgang_vaelg.html", forloeb=shown, hvornaar=when_told, vej=way_to)


def _with_review(
    process: Process, meetings: Sequence[tuple[Meeting, bool]]
) -> list[tuple[Meeting, bool]]:
    """The meetings that have the step; the others cannot be gone through."""
    steps = entries(database(), process.id, Step)
    there = {step.meeting_id for step in steps if step.kind is StepKind.REVIEW}
    return [(meeting, on) for meeting, on in meetings if meeting.id in there]
