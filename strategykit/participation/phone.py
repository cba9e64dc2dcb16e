"""The phone's page: the step that the room is at, for the person at hand."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id, now
from strategykit.actions.participating import takes_answers
from strategykit.actions.room_views import RoomView, view_of
from strategykit.domain.access import Door
from strategykit.domain.people import called
from strategykit.domain.rooms import Seat
from strategykit.domain.steps import Step
from strategykit.errors import StrategyError
from strategykit.participation.doors import database
from strategykit.participation.marks import Audience, phone_mark
from strategykit.participation.parts import Stand
from strategykit.participation.phone_doors import Device, attendee, device_of, meeting_of
from strategykit.participation.phone_parts import part_of
from strategykit.participation.plain import PlainRoute, sign_in_of_request
from strategykit.participation.rendering import page
from strategykit.participation.streams import live_stream

PATH = "/deltag"


def show(request: Request, device: Device, status: int = 200, **more: Any) -> Response:
    """The whole page of somebody who is in."""
    return page(request, "deltag.html", status, **standing(device), **{**_NOTHING, **more})


def show_again(request: Request, form: Mapping[str, str], error: StrategyError) -> Response:
    """The page after a form that could not be taken, with what was typed."""
    device = device_of(request)
    assert device is not None  # noqa: S101 - the address's door asked
    typed = {name: text for name, text in form.items() if not name.startswith("_")}
    return show(request, device, 400, error=str(error), typed=typed)


def show_screen(request: Request) -> Response:
    """The main part alone, which a script puts in the place of the old one."""
    device = device_of(request)
    assert device is not None  # noqa: S101 - the address's door asked
    return page(request, "deltag_main.html", **standing(device), **_NOTHING)


async def stream(request: Request) -> Response:
    """Tells a script when the page has changed; 204 ends its asking."""
    sign_in = sign_in_of_request(request)
    meeting_id = sign_in.meeting_id or request.query_params.get("moede", "")
    if not meeting_id:
        return Response(status_code=204)
    return live_stream(request, sign_in.process_id, meeting_id, Audience.PHONE)


def standing(device: Device) -> dict[str, Any]:
    """Everything that the page is filled with."""
    meeting_id = meeting_of(device.sign_in)
    view = view_of(database(), device.sign_in.process_id, meeting_id)
    person = view.people[device.sign_in.person_id]
    seat = next((s for s in view.seats if s.person_id == person.id), None)
    about = {
        "view": view, "name": called(person), "who": person.id, "mark": phone_mark(view),
        "state": _state(view, seat), "nonce": new_id(), "step": view.step,
    }  # fmt: skip
    if about["state"] != "trin" or view.step is None:
        return {**about, "part": None}
    return {**about, **_part(device, view, seat, view.step)}


def _part(device: Device, view: RoomView, seat: Seat | None, step: Step) -> dict[str, Any]:
    part = part_of(step.kind)
    with database().reading() as store:
        stand = Stand(view, attendee(device, view.meeting.id), seat, step, store)
        filled = part.fill(stand)
    takes = view.room is not None and takes_answers(view.room, step)
    left = step.left(now()) if takes else None
    return {
        "part": filled, "part_template": part.template, "open": takes,
        "left": None if left is None else int(left.total_seconds()),
    }  # fmt: skip


def _state(view: RoomView, seat: Seat | None) -> str:
    """The state of the page in one word."""
    if seat is not None and seat.removed:
        return "taget ud"
    if view.room is None or not view.room.is_open:
        return "slut"
    return "trin" if view.step is not None else "venter"


_NOTHING: Mapping[str, Any] = {"error": "", "typed": {}}

ROUTES = (
    PlainRoute(f"{PATH}/skaerm", (Door.DEVICE,), show=show_screen),
    PlainRoute(f"{PATH}/strom", (Door.DEVICE,), stream=stream),
)
