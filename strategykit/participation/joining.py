"""Coming in from a phone: the meeting's code, one's name, and the room's page from then on."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.devices import Waiting, knock, knocked, stop_knocking
from strategykit.actions.joining import (
    enter,
    join,
    join_as_guest,
    join_with_code,
    names_at_the_door,
)
from strategykit.actions.rooms import open_room_of, room_of_code
from strategykit.domain.access import NAME_ROOM, Door
from strategykit.domain.people import COMMITTEE
from strategykit.domain.rooms import Room
from strategykit.errors import CodeUnknown, MeetingOver, StrategyError, WrongCode
from strategykit.participation import phone
from strategykit.participation.answers import fine, refusal, wants_json
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database, tokens_of
from strategykit.participation.late import after_wrong_code
from strategykit.participation.phone_doors import (
    Device,
    device_here,
    device_of,
    fresh_token,
    hold,
    keep,
)
from strategykit.participation.plain import ANYONE, PlainRoute
from strategykit.participation.rendering import go_to, page

PATH = "/deltag"
_GONE = (
    "Denne telefon er ikke længere med i et møde. Det, du har sendt, er gemt. Skal du være med "
    "igen, så skriv mødekoden, eller tal med proceslederen."
)


@dataclass(frozen=True)
class _Try:
    """What somebody at the door has sent, and why it did not do."""

    name: str = ""
    person_id: str = ""
    error: str = ""
    status: int = 200


def show(request: Request) -> Response:
    """The door, or the room's page for somebody who is in."""
    code, device = request.query_params.get("kode", ""), device_of(request)
    if code:
        return _show_door(request, code, device)
    if device is not None:
        return phone.show(request, device, asked=request.query_params)
    waiting = _waits(request)
    if waiting is not None:
        return page(request, "deltag_vent.html", waiting=waiting)
    gone = _GONE if tokens_of(request, Door.DEVICE) else ""
    return page(request, "deltag_kode.html", code="", error="", gone=gone)


def come_in(request: Request, form: Form) -> Response:
    """The device holds a name from now on, or waits for the facilitator's nod."""
    if form.get("moede"):
        return _enter(request, form)
    try:
        room = room_of_code(database(), form.get("kode", ""))
    except WrongCode as error:
        return _wrong_code(request, form.get("kode", ""), error)
    token = fresh_token(request, form.get("billet", ""))
    try:
        _come_in(room, form, token)
    except StrategyError as error:
        return _again(request, room, form, error)
    return hold(request, fine(request, PATH), token)


def stop_waiting(request: Request, _form: Form) -> Response:
    """The device asks no more for the name."""
    for token in tokens_of(request, Door.DEVICE):
        stop_knocking(database(), token)
    return keep(request, fine(request, PATH), ())


def _show_door(request: Request, code: str, device: Device | None) -> Response:
    try:
        room = room_of_code(database(), code)
    except WrongCode as error:
        return _wrong_code(request, code, error)
    shared = "mere" in request.query_params
    if device is not None and device.sign_in.meeting_id == room.meeting_id and not shared:
        return go_to(PATH)
    return _door(request, room, _Try(person_id=request.query_params.get("navn", "")))


def _come_in(room: Room, form: Form, token: str) -> None:
    db, person_id = database(), form.get("person_id", "")
    if form.get("bank"):
        knock(db, room, person_id, token)
    elif "personlig_kode" in form:
        join_with_code(db, room, person_id, form["personlig_kode"], token)
    elif person_id:
        join(db, room, person_id, token)
    else:
        join_as_guest(db, room, form.get("navn", ""), form.get("billet", ""), token)


def _again(request: Request, room: Room, form: Form, error: StrategyError) -> Response:
    """The door once more, with the sentence and what was typed."""
    tried = _Try(form.get("navn", ""), form.get("person_id", ""), str(error), 400)
    shown = refusal(tried.error, 400) if wants_json(request) else _door(request, room, tried)
    return after_wrong_code(request, shown) if isinstance(error, CodeUnknown) else shown


def _door(request: Request, room: Room, tried: _Try) -> Response:
    names = names_at_the_door(database(), room)
    about: dict[str, Any] = {"room": room, "ticket": new_id(), "error": tried.error}
    chosen = next((name for name in names if name.person.id == tried.person_id), None)
    if chosen is not None and (chosen.held or room.locked):
        return page(request, "deltag_navn.html", tried.status, name=chosen, **about)
    return page(
        request, "deltag_navne.html", tried.status, names=names, committee=COMMITTEE,
        typed=tried.name, most=NAME_ROOM, **about,
    )  # fmt: skip


def _wrong_code(request: Request, code: str, error: WrongCode) -> Response:
    shown = (
        refusal(str(error), 404)
        if wants_json(request)
        else page(request, "deltag_kode.html", 404, code=code, error=str(error), gone="")
    )
    return after_wrong_code(request, shown)


def _enter(request: Request, form: Form) -> Response:
    """Whoever came by a personal link takes a seat in the meeting that goes on."""
    sign_in = device_here(request, form).sign_in
    room = open_room_of(database(), sign_in.process_id, form["moede"])
    if room is None:
        raise MeetingOver
    enter(database(), room, sign_in)
    return fine(request, PATH)


def _waits(request: Request) -> Waiting | None:
    """What the phone waits for, if it does."""
    found = (knocked(database(), token) for token in tokens_of(request, Door.DEVICE))
    return next((waiting for waiting in found if waiting is not None), None)


ROUTES = (
    PlainRoute(PATH, ANYONE, show=show, crowd=True),
    PlainRoute(f"{PATH}/ind", ANYONE, act=come_in, crowd=True),
    PlainRoute(f"{PATH}/vent", ANYONE, act=stop_waiting),
)
