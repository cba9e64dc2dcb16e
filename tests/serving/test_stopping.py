"""Stopping while a room is listening."""

import signal
import socket
from collections.abc import Callable

import pytest

from tests.support.server import Server

STREAM = "/forbindelse/telefon/opdateringer"
PHONES = 60
STOP_SECONDS = 20


def a_stream(server: Server) -> socket.socket:
    """A phone that has asked to be told."""
    line = socket.create_connection(("127.0.0.1", server.port), timeout=STOP_SECONDS)
    line.sendall(f"GET {STREAM} HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode())
    return line


def hear(line: socket.socket) -> None:
    """Waits for the phone's first event."""
    heard = b""
    while b"data:" not in heard:
        part = line.recv(4096)
        assert part, heard
        heard += part


def rest_of(line: socket.socket) -> bytes:
    rest = b""
    while part := line.recv(4096):
        rest += part
    return rest


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_every_stream_is_ended_in_order(
    start_server: Callable[..., Server], number: signal.Signals, code: int
) -> None:
    server = start_server()
    lines = [a_stream(server) for _ in range(PHONES)]
    for line in lines:
        hear(line)

    server.process.send_signal(number)
    ends = [rest_of(line) for line in lines]

    assert server.process.wait(STOP_SECONDS) == code
    # The last chunk: the stream was ended, not cut when the server's patience was over.
    assert {end[-5:] for end in ends} == {b"0\r\n\r\n"}
    for line in lines:
        line.close()
