"""Plain HTTP as a phone speaks it, over a connection of its own for every request."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from strategykit.rehearsal.forms import Filled

HOST = "127.0.0.1"
SECONDS = 30.0


@dataclass(frozen=True)
class Answer:
    """What a server answered; `headers` have small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def said(self) -> dict[str, Any]:
        """The JSON of an act; empty when it is none."""
        try:
            told = json.loads(self.body)
        except ValueError:
            return {}
        return told if isinstance(told, dict) else {}

    @property
    def went_well(self) -> bool:
        """Whether it is no refusal and no fault."""
        return self.status < 400  # noqa: PLR2004 - where HTTP's refusals begin


class NoAnswer(Exception):
    """The server did not answer, or not in time."""


@dataclass
class Device:
    """A browser: it keeps its cookies and sends the origin that browsers send.

    `through` is the port of something that stands before the server, such as a firewall.
    """

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    through: int = 0

    async def get(self, path: str, **headers: str) -> Answer:
        """The page, without being led on."""
        return await self._ask("GET", path, b"", headers)

    async def post(self, path: str, fields: Filled, **headers: str) -> Answer:
        """The answer to a form."""
        return await self._ask("POST", path, urlencode(fields, doseq=True).encode(), headers)

    async def events(self, path: str) -> AsyncIterator[str]:
        """The names of the events of a stream, the empty name for a comment; until it ends.

        Raises NoAnswer when the stream is refused or breaks off.
        """
        async with self._connection() as (reader, writer):
            writer.write(self._head("GET", path, {"accept": "text/event-stream"}))
            status, headers = await asyncio.wait_for(_read_head(reader), SECONDS)
            if status != 200:  # noqa: PLR2004 - HTTP's word for yes
                raise NoAnswer(f"{path} {status}")
            self._remember(headers)
            async for line in _lines(reader):
                if line.startswith(b"event:"):
                    yield line[6:].strip().decode()
                elif line.startswith(b":"):
                    yield ""

    async def _ask(self, method: str, path: str, body: bytes, extra: Mapping[str, str]) -> Answer:
        async with self._connection() as (reader, writer), asyncio.timeout(SECONDS):
            writer.write(self._head(method, path, {"connection": "close", **extra}, body))
            status, headers = await _read_head(reader)
            told = _whole(await reader.read(-1), dict(headers))
        self._remember(headers)
        return Answer(status, dict(headers), told)

    @contextlib.asynccontextmanager
    async def _connection(
        self,
    ) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        """A line of its own; every way in which it fails is NoAnswer."""
        writer = None
        try:
            reader, writer = await asyncio.open_connection(HOST, self.through or self.port)
            yield reader, writer
        except (OSError, TimeoutError, EOFError) as trouble:
            raise NoAnswer(type(trouble).__name__) from trouble
        finally:
            if writer is not None:
                writer.close()

    def _head(self, method: str, path: str, extra: Mapping[str, str], body: bytes = b"") -> bytes:
        own = f"localhost:{self.port}"
        given = {"host": own, **extra}
        if self.cookies:
            given["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if method == "POST":
            given |= {"origin": f"http://{own}", "content-length": str(len(body))}
            given["content-type"] = "application/x-www-form-urlencoded"
        lines = (f"{name}: {value}\r\n" for name, value in given.items())
        return f"{method} {path} HTTP/1.1\r\n{''.join(lines)}\r\n".encode() + body

    def _remember(self, headers: list[tuple[str, str]]) -> None:
        for name, value in headers:
            if name == "set-cookie":
                for key, morsel in SimpleCookie(value).items():
                    self._keep(key, morsel.value, gone=morsel["max-age"] == "0")

    def _keep(self, key: str, value: str, *, gone: bool) -> None:
        if gone:
            self.cookies.pop(key, None)
        else:
            self.cookies[key] = value


async def _read_head(reader: asyncio.StreamReader) -> tuple[int, list[tuple[str, str]]]:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines if line)
    return int(first.split(" ", 2)[1]), [(n.lower(), v.strip()) for n, _, v in pairs]


def _whole(body: bytes, headers: Mapping[str, str]) -> bytes:
    """The body; raises EOFError when some of it is missing."""
    if headers.get("transfer-encoding") == "chunked":
        return _dechunked(body)
    if len(body) < int(headers.get("content-length", 0)):
        raise EOFError
    return body


def _dechunked(body: bytes) -> bytes:
    parts: list[bytes] = []
    rest = body
    while True:
        size, found, rest = rest.partition(b"\r\n")
        if not found:
            raise EOFError
        length = int(size, 16)
        if length == 0:
            return b"".join(parts)
        parts.append(rest[:length])
        rest = rest[length + 2 :]


async def _lines(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The lines of a chunked answer without the chunks' own; our events never straddle chunks."""
    while (size := int(await reader.readuntil(b"\r\n"), 16)) > 0:
        chunk = await reader.readexactly(size + 2)
        for line in chunk.splitlines():
            yield line
