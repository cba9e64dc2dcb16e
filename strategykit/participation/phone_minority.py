"""A mindretalsudtalelse from the phone: what was voted, and the words of the one who disagrees."""

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.minorities import may_say, own_minority, say_minority
from strategykit.domain.access import Door
from strategykit.errors import NothingDecided, StrategyError
from strategykit.participation.answers import wants_json
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.phone_doors import attendee, attendee_of, device_here
from strategykit.participation.phone_place import place_of
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rendering import go_to, page
from strategykit.participation.steering_helm import number

PATH = "/deltag/mindretal"
LONGEST = 2000


def show(request: Request, step_id: str = "", status: int = 200, **typed: str) -> Response:
    """The form, with what one has said already."""
    device, wanted = device_here(request), step_id or request.query_params.get("trin", "")
    place = place_of(device)
    step = place.view.find(wanted) if place else None
    if place is None or step is None or not may_say(place.view, place.seat, step):
        raise NothingDecided
    who = attendee(device, place.view.meeting.id)
    with database().reading() as store:
        own = own_minority(store, who, step.id)
    return page(
        request, "deltag_mindretal.html", status, step=step, own=own, who=who.person_id,
        nonce=new_id(), most=LONGEST, error=typed.get("error", ""),
        text=typed.get("text", own.text if own else ""),
    )  # fmt: skip


def say(request: Request, form: Form) -> Response:
    """What the member wants written down; what cannot be kept stands in the form still."""
    step_id, text = form.get("trin", ""), form.get("udtalelse", "")
    try:
        say_minority(
            database(), attendee_of(request, form), step_id, text, number(form, "version"),
            form.get("nonce", "") or new_id(),
        )  # fmt: skip
    except StrategyError as error:
        if wants_json(request) or isinstance(error, NothingDecided):
            raise
        return show(request, step_id, 400, error=str(error), text=text)
    return go_to(f"{PATH}?trin={step_id}")


ROUTES = (PlainRoute(PATH, (Door.DEVICE,), show=show, act=say),)
