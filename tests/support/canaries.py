"""A server that nobody should ever ask for anything; it writes down who did."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Canary:
    """Its address, and the paths that were asked for."""

    address: str
    calls: list[str] = field(default_factory=list)


@contextmanager
def a_canary() -> Iterator[Canary]:
    """Listens while the test runs, on a port of its own."""
    calls: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bird", (_Listener,), {"calls": calls}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Canary(f"http://127.0.0.1:{server.server_port}", calls)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Listener(BaseHTTPRequestHandler):
    calls: list[str]

    def do_GET(self) -> None:
        self.calls.append(self.path)
        self.send_response(204)
        self.end_headers()

    do_HEAD = do_OPTIONS = do_PROPFIND = do_POST = do_GET  # noqa: N815 - as the library calls them

    def log_message(self, *_: object) -> None:
        """Says nothing on stderr."""
