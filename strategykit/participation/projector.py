"""/projektor: what the whole room sees, from the facilitator's laptop or a paired machine."""

from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import now
from strategykit.actions.goal_tables import TableView, tables_at
from strategykit.actions.pairing import HOURS, SCREENS
from strategykit.actions.room_views import RoomView
from strategykit.actions.steering import meetings_to_steer
from strategykit.domain.access import Door, spaced_code
from strategykit.domain.steps import StepKind
from strategykit.participation.csrf import set_cookie
from strategykit.participation.doors import database, sign_in_here
from strategykit.participation.marks import Audience
from strategykit.participation.plain import ANYONE, PlainRoute, sign_in_path
from strategykit.participation.projector_doors import (
    MEETING,
    Looker,
    looker_of,
    require_looker,
    waiting_here,
)
from strategykit.participation.projector_scene import WayIn
from strategykit.participation.projector_wall import wall_of
from strategykit.participation.rendering import go_to, page
from strategykit.participation.streams import live_stream
from strategykit.reach import phone_address, reach

PATH, ENDED = "/projektor", "slut"
DOORS = (Door.FACILITATOR, Door.STEERING, Door.PROJECTOR)


def show(request: Request) -> Response:
    """The wall, or for a browser without one the code to pair it by."""
    looker = looker_of(request)
    if looker is not None:
        return page(request, "projektor.html", **_standing(looker))
    if request.query_params.get(MEETING):
        return go_to(sign_in_path(request))
    if sign_in_here(request, Door.FACILITATOR):
        return _choose(request)
    return _wait(request)


def show_screen(request: Request) -> Response:
    """The wall alone, which a script puts in the place of the old one."""
    return page(request, "projektor_skaerm.html", **_standing(require_looker(request)))


def show_waiting(request: Request) -> Response:
    """204 while the browser waits for its code to be typed, else 200: it should ask anew."""
    return Response(status_code=204 if waiting_here(request) and not looker_of(request) else 200)


async def stream(request: Request) -> Response:
    """Tells a script when the wall has changed; ends with the sign-in or the meeting."""
    looker = await run_in_threadpool(require_looker, request)
    return live_stream(request, looker.process_id, looker.meeting_id, Audience.WALL)


def _standing(looker: Looker) -> dict[str, Any]:
    view = looker.view
    room = view.room
    asked = urlencode({MEETING: looker.meeting_id}) if looker.steers else ""
    return {
        "wall": wall_of(view, now(), _way_in(), _tables(view)), "room": room,
        "title": view.meeting.title, "asked": f"?{asked}" if asked else "",
        "meeting_id": looker.meeting_id, "steers": looker.steers,
        "live": room is None or room.is_open,
    }  # fmt: skip


def _tables(view: RoomView) -> tuple[TableView, ...]:
    if view.step is None or view.step.kind is not StepKind.TABLES:
        return ()
    with database().reading() as store:
        return tables_at(store, view.step)


def _way_in() -> WayIn:
    return WayIn(phone_address() or reach().own_address, reached=bool(phone_address()))


def _wait(request: Request) -> Response:
    screen = waiting_here(request) or SCREENS.begin()
    ended = ENDED in request.query_params
    shown = page(request, "projektor_kobl.html", code=spaced_code(screen.code), ended=ended)
    set_cookie(request, shown, Door.PROJECTOR.cookie, screen.token, days=HOURS / 24)
    return shown


def _choose(request: Request) -> Response:
    """A facilitator's window without a meeting: the one that goes on, or a choice."""
    found = [(p, m, on) for p, meetings in meetings_to_steer(database()) for m, on in meetings]
    going = [meeting.id for _, meeting, on in found if on]
    if len(going) == 1:
        return go_to(f"{PATH}?{urlencode({MEETING: going[0]})}")
    return page(request, "projektor_vaelg.html", meetings=found)


ROUTES = (
    PlainRoute(PATH, ANYONE, show=show),
    PlainRoute(f"{PATH}/skaerm", DOORS, show=show_screen),
    PlainRoute(f"{PATH}/strom", DOORS, stream=stream),
    PlainRoute(f"{PATH}/venter", ANYONE, show=show_waiting),
)
