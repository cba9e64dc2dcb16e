"""Coming in from a phone: the meeting's code, one's name, and the room's page from then on."""

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.joining import (
    join,
    join_as_guest,
    join_with_code,
    names_at_the_door,
)
from strategykit.actions.rooms import room_of_code
from strategykit.errors import WrongCode
from strategykit.participation import phone
from strategykit.participation.answers import fine
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.phone_doors import device_of, fresh_token, hold
from strategykit.participation.plain import ANYONE, PlainRoute
from strategykit.participation.rendering import page

PATH = "/deltag"


def show(request: Request) -> Response:
    """The door, or the room's page for somebody who is in."""
    code = request.query_params.get("kode", "")
    device = device_of(request)
    if device is not None and not code:
        return phone.show(request, device)
    if not code:
        return page(request, "deltag_kode.html", code="", error="")
    try:
        room = room_of_code(database(), code)
    except WrongCode as error:
        return page(request, "deltag_kode.html", 404, code=code, error=str(error))
    names = names_at_the_door(database(), room)
    return page(request, "deltag_navne.html", room=room, names=names, ticket=new_id())


def come_in(request: Request, form: Form) -> Response:
    """The device holds a name from now on."""
    room = room_of_code(database(), form.get("kode", ""))
    token = fresh_token(request, form.get("billet", ""))
    person_id, name = form.get("person_id", ""), form.get("navn", "")
    if form.get("personlig_kode"):
        join_with_code(database(), room, person_id, form["personlig_kode"], token)
    elif person_id:
        join(database(), room, person_id, token)
    else:
        join_as_guest(database(), room, name, form.get("billet", ""), token)
    return hold(request, fine(request, PATH), token)


ROUTES = (
    PlainRoute(PATH, ANYONE, show=show),
    PlainRoute(f"{PATH}/ind", ANYONE, act=come_in),
)
