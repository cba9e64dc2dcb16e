"""The lines that the web server holds: how long a request's head may be and take, and how many.

The web server itself keeps reading a head without end, and waits for one as long as somebody likes.
"""

import asyncio
import contextlib
from typing import Any

import uvicorn.config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

MOST_HEAD_BYTES = 64 * 1024
HEAD_SECONDS = 20.0
#: Two for each phone and more; a system's own limit may be 256, which is a hundred phones.
LINES, FEWER_LINES = 65_536, 10_240
_TOO_MUCH = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"Connection: close\r\nContent-Length: 0\r\n\r\n"
)


def guard_lines() -> None:
    """Before the web server starts: it takes our protocol, and as many lines as it may."""
    uvicorn.config.HTTP_PROTOCOLS["auto"] = f"{__name__}:GuardedLine"
    for wanted in (LINES, FEWER_LINES):  # macOS says no to more than the second
        with contextlib.suppress(ValueError, OSError):
            return _allow(wanted)
    return None


def _allow(wanted: int) -> None:
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


class GuardedLine(HttpToolsProtocol):
    """Cuts a line whose request's head is endless or does not come."""

    _in_head = True
    _head_bytes = 0
    _chunk = 0
    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._begin_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_head()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        self._chunk = len(data)
        self._head_bytes += self._chunk
        super().data_received(data)
        if self._in_head and self._head_bytes > MOST_HEAD_BYTES:
            self._cut(_TOO_MUCH)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begin_head()
        self._head_bytes = self._chunk  # it began somewhere in there

    def on_headers_complete(self) -> None:
        self._end_head()
        if self._head_bytes > MOST_HEAD_BYTES and _size(self.headers) > MOST_HEAD_BYTES:
            self._cut(_TOO_MUCH)
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        if not self.transport.is_closing():
            super().on_message_complete()

    def _begin_head(self) -> None:
        self._in_head, self._head_bytes = True, 0
        if self._patience is None:
            self._patience = self.loop.call_later(HEAD_SECONDS, self._cut)

    def _end_head(self) -> None:
        self._in_head = False
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _cut(self, last_words: bytes = b"") -> None:
        self._end_head()
        if not self.transport.is_closing():
            self.transport.write(last_words)
            self.transport.close()


def _size(headers: list[tuple[Any, Any]]) -> int:
    return sum(len(name) + len(value) + 4 for name, value in headers)
