"""/styring: the meeting in one hand, from the laptop or from a paired phone."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import now
from strategykit.actions.steering import here_told, left_open, meetings_to_steer
from strategykit.actions.undoing import UNDOING
from strategykit.domain.access import Door
from strategykit.domain.agenda import when_told
from strategykit.domain.countdown import countdown_of
from strategykit.participation import (
    minority_steering,
    steering_minutes,
    steering_moves,
    steering_notes,
    steering_now,
    steering_pairing,
    steering_people,
    steering_screen,
    steering_steps,
    steering_words,
    table_steering,
)
from strategykit.participation.doors import database, sign_in_here
from strategykit.participation.marks import Audience
from strategykit.participation.plain import ANYONE, PlainRoute
from strategykit.participation.rendering import page
from strategykit.participation.steering_helm import DOORS, PARTS, PATH, TOLD, Helm, helm_of
from strategykit.participation.streams import live_stream

Fill = Callable[[Helm, Request], dict[str, Any]]

_FILLS: Mapping[str, Fill] = {
    "": lambda helm, _: steering_now.fill(helm),
    "sedler": lambda helm, _: steering_notes.fill(helm),
    "deltagere": lambda helm, _: steering_people.fill(helm),
    "trin": steering_steps.fill,
    "borde": table_steering.fill,
    "referat": steering_minutes.fill,
    "mindretal": minority_steering.fill,
    "skaerm": lambda helm, _: steering_screen.fill(helm),
}


def show(request: Request) -> Response:
    """The helm of the meeting that the address names, else the meetings to choose from."""
    sign_in = sign_in_here(request, *DOORS)
    if sign_in is None:
        return page(request, "styring_kobl.html", fejl="")
    request.state.sign_in = sign_in
    meeting_id = request.query_params.get("moede", "")
    if not meeting_id and sign_in.door is Door.FACILITATOR:
        return page(
            request, "styring_vaelg.html", forloeb=meetings_to_steer(database()),
            hvornaar=when_told,
        )  # fmt: skip
    helm = helm_of(request, meeting_id)
    kind, sentence = TOLD.take(helm.sign_in)
    return page(request, "styring.html", sagt_slags=kind, sagt=sentence, **_shown(request, helm))


def show_screen(request: Request) -> Response:
    """The changing part of the page alone."""
    helm = helm_of(request, request.query_params.get("moede", ""))
    return page(request, "styring_skaerm.html", **_shown(request, helm))


async def stream(request: Request) -> Response:
    """Tells when the page has changed."""
    helm = await run_in_threadpool(helm_of, request, request.query_params.get("moede", ""))
    return live_stream(request, helm.process_id, helm.meeting_id, Audience.STEERING)


def _shown(request: Request, helm: Helm) -> dict[str, Any]:
    view, wanted = helm.view, request.query_params.get("del", "")
    part = wanted if wanted in PARTS else ""
    tempo, ends = steering_now.pace(view)
    parts = {
        k: name for k, name in PARTS.items() if k != "borde" or table_steering.table_steps(view)
    }
    at_item = view.room.item_id if view.room else ""
    return {
        "i_gang": view.room is not None and view.room.is_open,
        "trin_id": view.step.id if view.step else "",
        "punkt_nu": next((item for item in view.items if item.id == at_item), None),
        "view": view, "rum": view.room, "trin": view.step, "del": part, "ord": view.template.terms,
        "dele": {**parts, minority_steering.PART: minority_steering.label(helm)},
        "staar_aabne": left_open(view) if view.room and view.room.is_open else (),
        "her": here_told(view), "words": steering_words, "tid": _time(helm),
        "tempo": tempo, "slutter": ends,
        "fortryd": UNDOING.newest(helm.process_id, helm.meeting_id),
        "paa_telefon": helm.sign_in.door is Door.STEERING, **_FILLS[part](helm, request),
    }  # fmt: skip


def _time(helm: Helm) -> Any:
    step = helm.view.step
    return countdown_of(step, now()) if step else None


ROUTES = (
    PlainRoute(PATH, ANYONE, show=show),
    PlainRoute(f"{PATH}/skaerm", DOORS, show=show_screen),
    PlainRoute(f"{PATH}/strom", DOORS, stream=stream),
    *steering_moves.ROUTES,
    *steering_notes.ROUTES,
    *steering_people.ROUTES,
    *steering_steps.ROUTES,
    *table_steering.ROUTES,
    *steering_minutes.ROUTES,
    *minority_steering.ROUTES,
    *steering_screen.ROUTES,
    *steering_pairing.ROUTES,
)
