"""Who holds the phone: one or more people, each with a token in the same cookie."""

from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions import access
from strategykit.actions.devices import open_meeting_of
from strategykit.domain.access import Door, SignIn
from strategykit.domain.rooms import Attendee, Room
from strategykit.errors import NotInTheRoom
from strategykit.participation import csrf
from strategykit.participation.csrf import Form
from strategykit.participation.doors import DEVICES, database, tokens_of

COOKIE_DAYS = 30
WHOSE = "som"


@dataclass(frozen=True)
class Device:
    """One person on this phone; `token` is the device's secret."""

    token: str
    sign_in: SignIn


def devices_of(request: Request) -> tuple[Device, ...]:
    """Everybody who shares the phone, the one at hand first."""
    found = ((t, access.sign_in_of(database(), t, Door.DEVICE)) for t in tokens_of(
        request, Door.DEVICE
    ))  # fmt: skip
    return tuple(Device(token, sign_in) for token, sign_in in found if sign_in is not None)


def device_of(request: Request, form: Form | None = None) -> Device | None:
    """The person at hand, or the one that the form was made for when the phone is shared."""
    wanted = form.get(WHOSE, "") if form is not None else ""
    held = devices_of(request)
    return next((d for d in held if wanted in ("", d.sign_in.person_id)), None)


def attendee_of(request: Request, form: Form) -> Attendee:
    """Who sends the form, in the meeting that goes on; raises NotInTheRoom."""
    device = device_of(request, form)
    if device is None:
        raise NotInTheRoom
    return attendee(device, meeting_of(device.sign_in, form.get("moede", "")))


def attendee(device: Device, meeting_id: str) -> Attendee:
    """The device's person in a meeting."""
    sign_in = device.sign_in
    return Attendee(sign_in.process_id, meeting_id, sign_in.person_id, device.token)


def meeting_of(sign_in: SignIn, wanted: str = "") -> str:
    """The meeting that the device belongs to; a personal link goes where a meeting is held."""
    return sign_in.meeting_id or wanted or open_meeting_of(database(), sign_in.process_id)


def fresh_token(request: Request, ticket: str) -> str:
    """The device's secret from now on: the same when a form is sent twice by a double tap."""
    secret = csrf.secret_of(request)
    return sha256(f"telefon {secret} {ticket}".encode()).hexdigest() if ticket else ""


def hold(request: Request, response: Response, token: str) -> Response:
    """The phone has the token as its first one."""
    kept = [t for t in tokens_of(request, Door.DEVICE) if t != token]
    return keep(request, response, [token, *kept])


def keep(request: Request, response: Response, tokens: list[str]) -> Response:
    """The phone has these tokens and no others."""
    value = ".".join(tokens[:DEVICES])
    csrf.set_cookie(request, response, Door.DEVICE.cookie, value, days=COOKIE_DAYS if value else 0)
    return response


def room_is_of(room: Room, device: Device) -> bool:
    """Whether the device is in that very meeting."""
    return room.meeting_id == meeting_of(device.sign_in)
