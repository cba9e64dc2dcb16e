"""/styring: the meeting in one hand, from the laptop or from a paired phone."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import now
from strategykit.actions.steering import course_of, here_told, meetings_to_steer
from strategykit.actions.undoing import UNDOING
from strategykit.domain.access import Door
from strategykit.participation import steering_moves, steering_words
from strategykit.participation.doors import database, sign_in_here
from strategykit.participation.plain import ANYONE, PlainRoute
from strategykit.participation.rendering import page
from strategykit.participation.steering_helm import DOORS, PARTS, PATH, TOLD, Helm, helm_of


def show(request: Request) -> Response:
    """The helm of the meeting that the address names, else the meetings to choose from."""
    sign_in = sign_in_here(request, *DOORS)
    if sign_in is None:
        return page(request, "styring_kobl.html")
    request.state.sign_in = sign_in
    meeting_id = request.query_params.get("moede", "")
    if not meeting_id and sign_in.door is Door.FACILITATOR:
        return page(request, "styring_vaelg.html", forloeb=meetings_to_steer(database()))
    helm = helm_of(request, meeting_id)
    return page(request, "styring.html", **_shown(helm, _part(request)))


def show_screen(request: Request) -> Response:
    """The changing part of the page alone."""
    helm = helm_of(request, request.query_params.get("moede", ""))
    return page(request, "styring_skaerm.html", **_shown(helm, _part(request)))


def _part(request: Request) -> str:
    wanted = request.query_params.get("del", "")
    return wanted if wanted in PARTS else ""


def _shown(helm: Helm, part: str) -> dict[str, Any]:
    view = helm.view
    kind, sentence = TOLD.take(helm.sign_in)
    return {
        "view": view, "rum": view.room, "trin": view.step, "del": part, "dele": PARTS,
        "her": here_told(view), "steder": course_of(view), "words": steering_words,
        "nu": now(), "sagt_slags": kind, "sagt": sentence,
        "fortryd": UNDOING.newest(helm.process_id, helm.meeting_id),
        "paa_telefon": helm.sign_in.door is Door.STEERING,
    }  # fmt: skip


ROUTES = (
    PlainRoute(PATH, ANYONE, show=show),
    PlainRoute(f"{PATH}/skaerm", DOORS, show=show_screen),
    *steering_moves.ROUTES,
)
