"""The outer door: only pages of this server's own address may reach it (security rule 3).

A page of another site that has its name pointed at 127.0.0.1 bears a foreign Host; one that posts
or opens a websocket across sites bears a foreign Origin.
"""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from strategykit.reach import is_secure, name_of, reach
from strategykit.ui.server.headers import header

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

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif not _is_own_host(header(scope, b"host")):
            await refuse(scope, receive, send, 400, WRONG_HOST)
        elif _acts(scope) and not _is_own_origin(scope):
            await refuse(scope, receive, send, 403, WRONG_ORIGIN)
        else:
            await self.app(scope, receive, send)


def _is_own_host(host: str | None) -> bool:
    return host is not None and reach().answers_to(name_of(host))


def _acts(scope: Scope) -> bool:
    return scope["type"] == "websocket" or scope["method"] not in READING


def _is_own_origin(scope: Scope) -> bool:
    """Port and scheme count: another program on this machine, or what somebody put in the way of
    plain http, is a stranger too. Browsers write both headers alike, so the letters count as well.
    """
    origin, host = header(scope, b"origin"), header(scope, b"host")
    return host is not None and origin == f"{'https' if is_secure(scope) else 'http'}://{host}"


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, sentence: str) -> None:
    """Says no before a websocket is opened too; a server without that extension answers 403."""
    if scope["type"] == "websocket" and "websocket.http.response" not in scope["extensions"]:
        await send({"type": "websocket.close", "code": 1008})
        return
    response = PlainTextResponse(sentence, status, {"Content-Language": "da"})
    await response(scope, receive, send)
