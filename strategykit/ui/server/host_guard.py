"""The outer door: only pages of this server's own address may reach it (security rule 3).

A page of another site that has its name pointed at 127.0.0.1 bears a foreign Host; one that posts
or opens a websocket across sites bears a foreign Origin.
"""

import re
from collections.abc import Iterable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from strategykit.ui.server.headers import header

LOCAL = ("localhost", "127.0.0.1", "[::1]")
READING = frozenset({"GET", "HEAD", "OPTIONS"})

WRONG_HOST = (
    "Strategiværksted svarer ikke på denne adresse. Intet er ændret. "
    "Brug adressen fra vinduet, hvor programmet blev startet.\n"
)
WRONG_ORIGIN = (
    "Forespørgslen kom ikke fra en af Strategiværksteds egne sider og er afvist. "
    "Intet er ændret. Åbn siden igen fra adresselinjen, og prøv derfra.\n"
)


class HostGuard:
    """Refuses a foreign Host with 400 and a writing act of foreign or unknown origin with 403."""

    def __init__(self, app: ASGIApp, served: Iterable[str] = ()) -> None:
        self.app = app
        names = "|".join(re.escape(name) for name in (*LOCAL, *served))
        self.own_host = re.compile(rf"(?:{names})(?::\d{{1,5}})?", re.IGNORECASE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif not self._is_own_host(header(scope, b"host")):
            await refuse(scope, receive, send, 400, WRONG_HOST)
        elif _acts(scope) and not _is_own_origin(scope):
            await refuse(scope, receive, send, 403, WRONG_ORIGIN)
        else:
            await self.app(scope, receive, send)

    def _is_own_host(self, host: str | None) -> bool:
        return host is not None and self.own_host.fullmatch(host) is not None


def _acts(scope: Scope) -> bool:
    return scope["type"] == "websocket" or scope["method"] not in READING


def _is_own_origin(scope: Scope) -> bool:
    """The port counts: another program on this machine is a stranger too."""
    origin, host = header(scope, b"origin"), header(scope, b"host")
    if origin is None or host is None:
        return False
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, sentence: str) -> None:
    """Says no before a websocket is opened too; a server without that extension answers 403."""
    if scope["type"] == "websocket" and "websocket.http.response" not in scope["extensions"]:
        await send({"type": "websocket.close", "code": 1008})
        return
    response = PlainTextResponse(sentence, status, {"Content-Language": "da"})
    await response(scope, receive, send)
