"""A line whose request does not come is let go; the others are served meanwhile."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from strategykit.ui.server import lines
from strategykit.ui.server.lines import GuardedLine
from tests.support.loops import run


async def hello(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("her")


@asynccontextmanager
async def served() -> AsyncIterator[int]:
    """A small server with our lines."""
    app = Starlette(routes=[Route("/", hello)])
    config = uvicorn.Config(app, http=GuardedLine, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    place = socket.create_server(("127.0.0.1", 0))
    running = asyncio.create_task(server._serve([place]))  # noqa: SLF001 - without its signals
    while not server.started:  # noqa: ASYNC110 - it has no event for it
        await asyncio.sleep(0.01)
    yield int(place.getsockname()[1])
    server.should_exit = True
    await running
    place.close()


async def rest(port: int, said: bytes) -> bytes:
    """All that comes until the server ends the line; a line may be cut amid what it is told."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(said)
    try:
        return await reader.read(-1)
    except ConnectionError:
        return b""
    finally:
        writer.transport.abort()


@pytest.mark.parametrize("said", [b"", b"GET / HTT", b"GET / HTTP/1.1\r\nHost: x\r\nX-Lang: "])
def test_a_request_that_does_not_come_is_waited_for_no_longer(
    said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "HEAD_SECONDS", 0.3)

    async def wait() -> tuple[bytes, bytes]:
        async with served() as port:
            slow = asyncio.create_task(rest(port, said))
            other = await rest(port, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return await slow, other

    slow, other = run(wait())

    assert slow == b""
    assert other.endswith(b"her")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(b"X-Lang: " + b"y" * 200_000, id="one line without end"),
        pytest.param(b"X: y\r\n" * 30_000 + b"\r\n", id="many lines"),
    ],
)
def test_a_head_without_end_is_refused(said: bytes) -> None:
    async def send() -> bytes:
        async with served() as port:
            return await rest(port, b"GET / HTTP/1.1\r\nHost: x\r\n" + said)

    assert run(send())[:13] in (b"", b"HTTP/1.1 431 ")


def test_a_line_is_used_again_and_again() -> None:
    """Waiting between two requests on one line is the web server's own matter."""
    one = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    last = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    async def ask() -> bytes:
        async with served() as port:
            return await rest(port, one + one + last)

    assert run(ask()).count(b"\r\n\r\nher") == 3
