"""Streamlit's HTML page in Danish: language, title, icon, style and the words it has built in.

The page is rewritten on its way out. Browsers must not get a compressed or cached English one,
so what would lead to that is taken out of the request and of the answer.
"""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from strategykit.ui.server.headers import Addresses, Headers, header, without
from strategykit.ui.server.look import look_address

TITLE = "Strategiværksted"
WORDS = Path(__file__).with_name("danish.json")
NEEDS_SCRIPT = (
    "<noscript><p>Siderne bruger JavaScript. "
    "Slå JavaScript til i browseren, og hent siden igen.</p></noscript>"
)
STATUS = '<div id="besked" class="kun-hoert" role="status" aria-live="polite"></div>'


class DanishShell:
    """Rewrites the HTML page of every address that is not one of the plain routes."""

    def __init__(self, app: ASGIApp, plain: Sequence[BaseRoute] = ()) -> None:
        self.app = app
        self.plain = Addresses(plain)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._is_page(scope):
            await self.app(scope, receive, send)
            return
        asked = without(
            scope["headers"], b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"
        )
        await self.app({**scope, "headers": asked}, receive, _Rewriting(send).send)

    def _is_page(self, scope: Scope) -> bool:
        return (
            scope["type"] == "http"
            and "text/html" in (header(scope, b"accept") or "")
            and not self.plain.have(scope)
        )


class _Rewriting:
    """Holds the page back until it is whole, since its length is told before its content."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message["headers"]):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_danish(self._start)

    async def _send_danish(self, start: Message) -> None:
        body = danish(bytes(self._body)) if self._body else b""  # a HEAD request has no body
        kept = without(start["headers"], b"etag", b"last-modified", b"content-length")
        length = [(b"content-length", str(len(body)).encode())] if body else []
        await self._send({**start, "headers": [*kept, *length]})
        await self._send({"type": "http.response.body", "body": body})


def _is_html(headers: Headers) -> bool:
    return any(key == b"content-type" and value.startswith(b"text/html") for key, value in headers)


@lru_cache(maxsize=4)
def danish(page: bytes) -> bytes:
    """The page with our head and language; a page without Streamlit's marks comes out the same."""
    text = page.decode("utf-8")
    text = text.replace('<html lang="en">', '<html lang="da">', 1)
    text = text.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>{_head()}", 1)
    text = re.sub(r'<link rel="shortcut icon"[^>]*>', "", text, count=1)
    text = re.sub(r'<link\s+rel="preload"[^>]*SourceSans[^>]*>', "", text, count=1)
    text = re.sub(r'<link rel="service-desc"[^>]*>', "", text, count=1)
    text = re.sub(r"(?s)<noscript>.*?</noscript>", NEEDS_SCRIPT + STATUS, text, count=1)
    return re.sub(r"(?s)<!--.*?-->\s*", "", text).encode("utf-8")


def _head() -> str:
    look = look_address()
    font = "public-sans-latin-wght-normal.woff2"
    words = json.dumps(json.loads(WORDS.read_text("utf-8")), ensure_ascii=False)
    words = words.replace("<", r"\u003c")  # so that no word can end the script element
    return (
        f'<link rel="icon" type="image/svg+xml" href="{look}/favicon.svg">'
        f'<link rel="preload" href="{look}/fonts/{font}" as="font" type="font/woff2" crossorigin>'
        f'<link rel="stylesheet" href="{look}/look.css">'
        f'<script type="application/json" id="danske-ord">{words}</script>'
        f'<script src="{look}/shell.js" defer></script>'
    )
