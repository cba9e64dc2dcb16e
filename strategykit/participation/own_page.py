"""One's own page: name, a code for another device, sharing the phone, leaving."""

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.access import close_door
from strategykit.actions.devices import CODE_MINUTES, code_for_own_device
from strategykit.actions.rooms import open_room_of
from strategykit.domain.access import Door, spaced_code
from strategykit.domain.people import called
from strategykit.participation.answers import fine
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.phone import person_of
from strategykit.participation.phone_doors import Device, device_here, devices_of, keep
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rendering import page

PATH = "/deltag"
MINE = f"{PATH}/mig"


def show(request: Request) -> Response:
    """The page of the person at hand."""
    return _show(request, device_here(request))


def show_code(request: Request, form: Form) -> Response:
    """The same with a fresh code on it."""
    device = device_here(request, form)
    code = spaced_code(code_for_own_device(database(), device.sign_in))
    return _show(request, device, code)


def change_person(request: Request, form: Form) -> Response:
    """Somebody else who shares the phone has it in hand now."""
    device = device_here(request, form)
    others = [d.token for d in devices_of(request) if d.token != device.token]
    return keep(request, fine(request, PATH), [device.token, *others])


def leave(request: Request, form: Form) -> Response:
    """The phone does not hold the name any more."""
    device = device_here(request, form)
    close_door(database(), device.token)
    left = [d.token for d in devices_of(request) if d.token != device.token]
    return keep(request, fine(request, PATH), left)


def _show(request: Request, device: Device, code: str = "") -> Response:
    sign_in = device.sign_in
    room = open_room_of(database(), sign_in.process_id, sign_in.meeting_id)
    others = [person_of(d) for d in devices_of(request) if d.token != device.token]
    person = person_of(device)
    return page(
        request, "deltag_mig.html", name=called(person), who=person.id, code=code,
        minutes=CODE_MINUTES, room=room, others=others, by_link=device.by_link,
    )  # fmt: skip


ROUTES = (
    PlainRoute(MINE, (Door.DEVICE,), show=show),
    PlainRoute(f"{MINE}/kode", (Door.DEVICE,), act=show_code),
    PlainRoute(f"{MINE}/skift", (Door.DEVICE,), act=change_person),
    PlainRoute(f"{MINE}/forlad", (Door.DEVICE,), act=leave),
)
