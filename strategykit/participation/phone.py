"""The phone's page: the step that the room is at, for the person at hand."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id, now
from strategykit.actions.room_views import RoomView
from strategykit.domain.access import Door
from strategykit.domain.countdown import countdown_of
from strategykit.domain.people import Person, called
from strategykit.domain.steps import Step
from strategykit.errors import StrategyError
from strategykit.participation.answers import wants_json
from strategykit.participation.crowd import Once
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.marks import Audience, phone_mark
from strategykit.participation.parts import Stand
from strategykit.participation.phone_doors import (
    Device,
    attendee,
    device_here,
    devices_of,
)
from strategykit.participation.phone_parts import part_of
from strategykit.participation.phone_place import AT_STEP, Place, place_of
from strategykit.participation.plain import PlainRoute, sign_in_of_request
from strategykit.participation.rendering import page
from strategykit.participation.streams import live_stream
from strategykit.storage import step_keys

PATH = "/deltag"
_NOTHING: Mapping[str, Any] = {"error": "", "typed": {}}
_NOWHERE: Mapping[str, str] = {}
_MARKS: Once[str] = Once()


def show(
    request: Request, device: Device, status: int = 200, asked: Mapping[str, str] = _NOWHERE,
    **more: Any,
) -> Response:  # fmt: skip
    """The whole page of somebody who is in; `asked` names a step that stays open, an own note.

    Not no-store: a browser that goes back after a failed sending must find what was typed.
    """
    others = [person_of(d) for d in devices_of(request) if d.token != device.token]
    about = {**_NOTHING, **_about(device, asked), **more, "others": others}
    shown = page(request, "deltag.html", status, **about)
    shown.headers["Cache-Control"] = "private,no-cache"
    return shown


def show_screen(request: Request) -> Response:
    """The part that changes, which a script puts in the place of the old one."""
    about = _about(device_here(request), request.query_params, patient=True)
    return page(request, "deltag_trin.html", **{**_NOTHING, **about})


async def stream(request: Request) -> Response:
    """Tells a script when the page has changed; 204 ends its asking."""
    sign_in = sign_in_of_request(request)
    meeting_id = sign_in.meeting_id or request.query_params.get("moede", "")
    if not meeting_id:
        return Response(status_code=204)
    return live_stream(request, sign_in.process_id, meeting_id, Audience.PHONE)


def again(request: Request, form: Form, error: StrategyError) -> Response:
    """Why a form was not taken: for a script, or as the page with what was typed still in it."""
    if wants_json(request):
        raise error
    typed = {name: text for name, text in form.items() if not name.startswith("_")}
    asked = {
        "trin": form.get("trin", "") if form.get("hjemme") else "",
        "ret": form.get("seddel", ""),
    }
    return show(request, device_here(request, form), 400, asked, error=str(error), typed=typed)


def _about(
    device: Device, asked: Mapping[str, str], *, patient: bool = False
) -> dict[str, Any]:  # fmt: skip
    home = asked.get("trin", "")
    place = place_of(device, home, patient=patient)
    person = place.person if place is not None else person_of(device)
    about: dict[str, Any] = {
        "who": person.id, "name": called(person), "mark": "", "nonce": new_id(), "step": None,
        "part": None, "home": bool(home), "here": f"{PATH}?trin={quote(home)}" if home else PATH,
        "item": "", "elsewhere": (), "place": place,
    }  # fmt: skip
    if place is None:
        return about
    about |= {
        "mark": _mark(place.view), "step": place.step, "item": _item(place),
        "elsewhere": [step for step in place.staying if step != place.step],
    }  # fmt: skip
    if place.state != AT_STEP or place.step is None:
        return about
    return about | _part(device, place, place.step, asked.get("ret", ""))


def _part(device: Device, place: Place, step: Step, chosen: str) -> dict[str, Any]:
    part, who, view = part_of(step.kind), attendee(device, place.view.meeting.id), place.view
    with database().reading() as store:
        filled = part.fill(Stand(view, who, place.seat, step, store, chosen))
        is_ready = step_keys.is_ready(store, step, who.person_id)
    in_the_room = place.goes_on and view.step == step
    return {
        "part": filled, "part_template": part.template, "open": place.takes_answers,
        "countdown": countdown_of(step, now()) if place.takes_answers else None,
        "ready": is_ready,
        "ready_told": f"{view.ready} af {len(view.present)} er klar." if in_the_room else "",
    }  # fmt: skip


def _mark(view: RoomView) -> str:
    """The same for all phones that see the same reading."""
    key = (view.process.id, view.meeting.id, view.revision)
    return _MARKS.of(key, lambda: phone_mark(view))


def _item(place: Place) -> str:
    """The agenda's item that the shown step belongs to, or that the room is at."""
    room, step = place.view.room, place.step
    wanted = step.item_id if step else room.item_id if room else ""
    return next((item.title for item in place.view.items if item.id == wanted), "")


def person_of(device: Device) -> Person:
    """Whose device it is, as the process knows them now."""
    with database().reading() as store:
        return store.get(Person, device.sign_in.person_id, device.sign_in.process_id)


ROUTES = (
    PlainRoute(f"{PATH}/skaerm", (Door.DEVICE,), show=show_screen, crowd=True),
    PlainRoute(f"{PATH}/strom", (Door.DEVICE,), stream=stream),
)
