"""Looking back from the phone: the steps that are closed, and all notes of the one at hand."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.goal_tables import TableView, tables_at
from strategykit.actions.results import outcome_of
from strategykit.domain.access import Door
from strategykit.domain.outcomes import Outcome
from strategykit.domain.steps import Step, StepKind
from strategykit.errors import NotFound
from strategykit.participation.doors import database
from strategykit.participation.parts import Stand
from strategykit.participation.phone_doors import Device, attendee, device_here
from strategykit.participation.phone_notes import Pile, wall
from strategykit.participation.phone_place import AT_STEP, OUT, Place, place_of
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rendering import page
from strategykit.storage.store import Store

PATH = "/deltag"
_WRITTEN = (StepKind.COLLECT, StepKind.GROUP)


@dataclass(frozen=True)
class Past:
    """What was written in a step, what came of each closed round, and its tables' goals."""

    step: Step
    piles: tuple[Pile, ...]
    outcomes: tuple[Outcome, ...]
    tables: tuple[TableView, ...]


def show(request: Request) -> Response:
    """Every step that is closed, the last first; nothing of what lies ahead."""
    device = device_here(request)
    place = place_of(device, request.query_params.get("trin", ""))
    past = _past(device, place) if place is not None and place.state != OUT else ()
    title = place.view.meeting.title if place is not None else ""
    may_say = place is not None and place.goes_on and place.seat.votes
    return page(request, "deltag_tilbage.html", past=past, meeting=title, udtaler=may_say)


def show_notes(request: Request) -> Response:
    """All notes of the step at hand, where phones may see them."""
    device = device_here(request)
    place = place_of(device, request.query_params.get("trin", ""))
    if place is None or place.step is None or place.state != AT_STEP:
        raise NotFound("Trinnet")
    with database().reading() as store:
        piles = wall(_stand(device, place, place.step, store))
    return page(request, "deltag_alle.html", step=place.step, part={"piles": piles})


def _past(device: Device, place: Place) -> tuple[Past, ...]:
    view = place.view
    seen = [step for step in view.steps if step.is_closed or view.results.get(step.id)]
    with database().reading() as store:
        return tuple(_one(device, place, step, store) for step in reversed(seen))


def _one(device: Device, place: Place, step: Step, store: Store) -> Past:
    written = step.is_closed and step.kind in _WRITTEN
    piles = wall(_stand(device, place, step, store), always=True) if written else ()
    rounds = place.view.results.get(step.id, ())
    outcomes = (outcome_of(place.view, step, each.round) for each in reversed(rounds))
    told = tuple(outcome for outcome in outcomes if outcome is not None)
    at_tables = step.is_closed and step.kind is StepKind.TABLES
    return Past(step, piles, told, tables_at(store, step) if at_tables else ())


def _stand(device: Device, place: Place, step: Step, store: Store) -> Stand:
    return Stand(place.view, attendee(device, place.view.meeting.id), place.seat, step, store)


ROUTES = (
    PlainRoute(f"{PATH}/tilbage", (Door.DEVICE,), show=show),
    PlainRoute(f"{PATH}/sedler", (Door.DEVICE,), show=show_notes),
)
