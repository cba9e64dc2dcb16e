"""What phones send: one line for each module of acts."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.readiness import say_ready
from strategykit.domain.access import Door
from strategykit.errors import StrategyError
from strategykit.participation import phone_notes, phone_review, phone_table_acts, phone_votes
from strategykit.participation.answers import fine
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.phone import PATH, again
from strategykit.participation.phone_doors import attendee_of, way_on
from strategykit.participation.plain import PlainRoute

Act = Callable[[Request, Form], Response]


def ready(request: Request, form: Form) -> Response:
    """ "Jeg er klar", or not any more."""
    who, step_id = attendee_of(request, form), form.get("trin", "")
    say_ready(database(), who, step_id, ready=form.get("klar") == "ja")
    return fine(request, way_on(form))


def keeping(act: Act) -> Act:
    """The act; what it refuses stands in the form still, with the sentence above."""

    def kept(request: Request, form: Form) -> Response:
        try:
            return act(request, form)
        except StrategyError as error:
            return again(request, form, error)

    return kept


ACTS: tuple[tuple[str, Act], ...] = (
    ("klar", ready),
    *phone_notes.ACTS,
    *phone_review.ACTS,
    *phone_table_acts.ACTS,
    *phone_votes.ACTS,
)

ROUTES = tuple(
    PlainRoute(f"{PATH}/{name}", (Door.DEVICE,), act=keeping(act), crowd=True) for name, act in ACTS
)
