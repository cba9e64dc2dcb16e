"""The table of all plain addresses: each module of pages adds its rows in one line."""

from starlette.routing import BaseRoute

from strategykit.participation import connection, steering
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rendering import static_route

PLAIN: tuple[PlainRoute, ...] = (
    *connection.ROUTES,
    *steering.ROUTES,
)  # fmt: skip


def participation_routes() -> list[BaseRoute]:
    """Every plain address, and the files that they need."""
    return [*(row.route() for row in PLAIN), static_route()]
