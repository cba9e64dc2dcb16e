"""Routes and middleware of the server, in the order in which a request meets them."""

from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import BaseRoute, Route

from strategykit.ui.server.danish_shell import DanishShell
from strategykit.ui.server.door_keeper import DoorKeeper
from strategykit.ui.server.failures import Failures
from strategykit.ui.server.host_guard import HostGuard
from strategykit.ui.server.look import FOLDER, look_route
from strategykit.ui.server.safe_headers import SafeHeaders


async def icon(_request: Request) -> FileResponse:
    """Streamlit asks for /favicon.png by itself; ours is drawn, and browsers go by the type."""
    return FileResponse(FOLDER / "favicon.svg", media_type="image/svg+xml")


def server_routes(plain: Sequence[BaseRoute] = ()) -> list[BaseRoute]:
    return [*plain, look_route(), Route("/favicon.png", icon)]


def server_middleware(plain: Sequence[BaseRoute] = ()) -> list[Middleware]:
    """`plain` are the routes beside Streamlit."""
    return [
        Middleware(SafeHeaders),
        Middleware(Failures),
        Middleware(HostGuard),
        Middleware(DoorKeeper, plain=[*plain, look_route()]),
        Middleware(DanishShell, plain=plain),
    ]
