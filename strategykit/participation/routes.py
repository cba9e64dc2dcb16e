"""The table of all plain addresses: each module of pages adds its rows in one line."""

from starlette.routing import BaseRoute

from strategykit.participation import (
    colleagues,
    connection,
    going_through_acts,
    hearing_response,
    joining,
    looking_back,
    own_page,
    paper,
    personal_link,
    phone,
    phone_acts,
    phone_minority,
    phone_table_acts,
    projector,
    rehearsal,
    review_acts,
    signing_in,
    steering,
    survey,
)
from strategykit.participation.plain import PlainRoute, way_back
from strategykit.participation.rendering import static_route

PLAIN: tuple[PlainRoute, ...] = (
    *connection.ROUTES,
    *signing_in.ROUTES,
    *colleagues.ROUTES,
    *steering.ROUTES,
    *joining.ROUTES,
    *own_page.ROUTES,
    *paper.ROUTES,
    *looking_back.ROUTES,
    *personal_link.ROUTES,
    *phone.ROUTES,
    *phone_acts.ROUTES,
    *phone_minority.ROUTES,
    *phone_table_acts.ROUTES,
    *projector.ROUTES,
    *rehearsal.ROUTES,
    *review_acts.ROUTES,
    *hearing_response.ROUTES,
    *going_through_acts.ROUTES,
    *survey.ROUTES,
)  # fmt: skip


def participation_routes() -> list[BaseRoute]:
    """Every plain address, and the files that they need."""
    shown = {row.path for row in PLAIN if row.show or row.stream}
    posted = dict.fromkeys(row.path for row in PLAIN if row.path not in shown)
    return [*(row.route() for row in PLAIN), *map(way_back, posted), static_route()]
