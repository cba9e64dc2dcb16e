"""The inner door: Streamlit answers facilitators who have signed in, and nobody else (rule 1).

What is not named as open is closed. The cookie's row is read anew at every request, and for a
websocket when it opens; what comes through it is asked again at each run and in each act.
"""

from collections.abc import Sequence
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from strategykit.actions.accounts import facilitator_of
from strategykit.domain.access import Door
from strategykit.settings import settings
from strategykit.storage.database import shared_database
from strategykit.ui.server.headers import Addresses, header
from strategykit.ui.server.host_guard import refuse

SIGN_IN = "/logind"
OPEN_PATHS = frozenset({"/favicon.png", "/_stcore/health"})
OPEN_FOLDER = "/static/"  # Streamlit's own program files, the same in every installation
CLOSED = (
    "I er ikke logget ind, eller I er blevet logget ud. Intet er ændret. "
    "Åbn /logind på samme adresse, og log ind.\n"
)


class DoorKeeper:
    """`plain` are the routes that look after their own doors."""

    def __init__(self, app: ASGIApp, plain: Sequence[BaseRoute] = ()) -> None:
        self.app = app
        self.plain = Addresses(plain)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] not in {"http", "websocket"}
            or self._is_open(scope)
            or await run_in_threadpool(_is_facilitator, HTTPConnection(scope))
        ):
            await self.app(scope, receive, send)
        elif _is_page(scope):
            await RedirectResponse(_sign_in(scope), 303)(scope, receive, send)
        else:
            await refuse(scope, receive, send, 401, CLOSED)

    def _is_open(self, scope: Scope) -> bool:
        path = scope["path"]
        if scope["type"] == "websocket":
            return False
        named = path in OPEN_PATHS or path.startswith(OPEN_FOLDER)
        return named or self.plain.have(scope)


def _is_facilitator(asked: HTTPConnection) -> bool:
    token = asked.cookies.get(Door.FACILITATOR.cookie, "")
    db = shared_database(settings().database_url)
    return facilitator_of(db, token) is not None


def _is_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in {"GET", "HEAD"}
        and "text/html" in (header(scope, b"accept") or "")
        and not scope["path"].startswith(("/_stcore/", "/media/"))
    )


def _sign_in(scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    here = scope["path"] + (f"?{query}" if query else "")
    return f"{SIGN_IN}?videre={quote(here, safe='/')}"
