"""Who holds the phone: one or more people, each with a token in the same cookie."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions import access
from strategykit.actions.devices import open_meeting_of
from strategykit.actions.joining import sit_by_link
from strategykit.domain.access import Door, SignIn
from strategykit.domain.rooms import Attendee
from strategykit.errors import NotInTheRoom
from strategykit.participation import csrf
from strategykit.participation.csrf import Form
from strategykit.participation.doors import DEVICES, database, tokens_of

COOKIE_DAYS = 60
WHOSE, STEP = "som", "trin"


@dataclass(frozen=True)
class Device:
    """One person on this phone; `token` is the device's secret."""

    token: str
    sign_in: SignIn

    @property
    def by_link(self) -> bool:
        """Whether a personal link let the device in, which belongs to no single meeting."""
        return not self.sign_in.meeting_id


def devices_of(request: Request) -> tuple[Device, ...]:
    """Everybody who shares the phone, the one at hand first."""
    db, held = database(), tokens_of(request, Door.DEVICE)
    let_in: SignIn | None = getattr(request.state, "sign_in", None)
    if len(held) == 1 and let_in is not None:
        return (Device(held[0], let_in),)  # the door has asked already
    found = ((token, access.sign_in_of(db, token, Door.DEVICE)) for token in held)
    return tuple(Device(token, sign_in) for token, sign_in in found if sign_in is not None)


def device_of(request: Request, form: Form | None = None) -> Device | None:
    """The person at hand, or the one that the form was made for when the phone is shared."""
    wanted = form.get(WHOSE, "") if form is not None else ""
    held = devices_of(request)
    return next((d for d in held if wanted in ("", d.sign_in.person_id)), None)


def device_here(request: Request, form: Form | None = None) -> Device:
    """The same; raises NotInTheRoom."""
    device = device_of(request, form)
    if device is None:
        raise NotInTheRoom
    return device


def attendee_of(request: Request, form: Form) -> Attendee:
    """Who sends the form, in the meeting of its step; raises NotInTheRoom."""
    device = device_here(request, form)
    meeting_id = device.sign_in.meeting_id
    if device.by_link:
        db, sign_in = database(), device.sign_in
        meeting_id = sit_by_link(db, sign_in, form.get(STEP, "")) or open_meeting_of(
            db, sign_in.process_id
        )
    return attendee(device, meeting_id)


def attendee(device: Device, meeting_id: str) -> Attendee:
    """The device's person in a meeting."""
    sign_in = device.sign_in
    return Attendee(sign_in.process_id, meeting_id, sign_in.person_id, device.token)


def fresh_token(request: Request, ticket: str) -> str:
    """The device's secret from now on: the same when a form is sent twice by a double tap."""
    secret = csrf.secret_of(request)
    return sha256(f"telefon {secret} {ticket}".encode()).hexdigest()


def hold(request: Request, response: Response, token: str) -> Response:
    """The phone has the token as its first one, and drops those that have ended."""
    kept = [device.token for device in devices_of(request) if device.token != token]
    return keep(request, response, [token, *kept])


def keep(request: Request, response: Response, tokens: Sequence[str]) -> Response:
    """The phone has these tokens and no others."""
    value = ".".join(tokens[:DEVICES])
    days = COOKIE_DAYS if value else 0
    csrf.set_cookie(request, response, Door.DEVICE.cookie, value, days=days)
    return response


def way_on(form: Form) -> str:
    """Where a form leads: to the room's step, or to the one that it was of outside the meeting."""
    return f"/deltag?trin={quote(form.get(STEP, ''))}" if form.get("hjemme") else "/deltag"
