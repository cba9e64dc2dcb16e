"""The real server as a process of its own, as a person starts it."""

import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

from strategykit.domain.access import Door
from strategykit.storage.database import Database
from tests.support.signing import NAME, signed_in

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90
STOP_SECONDS = 20
LOCAL = "127.0.0.1"
SERVE = ("-m", "strategykit", "serve")


@dataclass
class Server:
    """`home` is the server's data folder, `port` where it answers, `output` what it printed.

    With `cert` it is asked by https, and must show that certificate.
    """

    home: Path
    port: int
    output: Path
    process: "subprocess.Popen[bytes]"
    cert: Path | None = None

    @classmethod
    def start(
        cls,
        home: Path,
        command: tuple[str, ...] = SERVE,
        cert: Path | None = None,
        **environment: str,
    ) -> "Server":
        """Started from another folder than the program's, so that no file is found by luck."""
        home.mkdir(parents=True, exist_ok=True)
        port, output = free_port(), home / "output.txt"
        settings = {"STRATEGYKIT_HOME": str(home), "PORT": str(port), "PYTHONPATH": str(ROOT)}
        ours = ("STREAMLIT_", "DATABASE", "STRATEGYKIT_", "FORWARDED_")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
        with output.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, *(part.format(port=port) for part in command)],
                cwd=home,
                env={**kept, **settings, **environment},
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        server = cls(home, port, output, process, cert)
        server.wait_until_ready()
        return server

    @property
    def address(self) -> str:
        return f"{'https' if self.cert else 'http'}://localhost:{self.port}"

    @cached_property
    def cookie(self) -> str:
        """What a signed-in facilitator's browser sends."""
        return f"{Door.FACILITATOR.cookie}={self.sign_in()}"

    def sign_in(self, name: str = NAME) -> str:
        """The token of one more sign-in of a facilitator."""
        with closing(Database(f"sqlite:///{self.home / 'strategi.db'}")) as database:
            return signed_in(database, name)

    def wait_until_ready(self) -> None:
        last = time.monotonic() + START_SECONDS
        while time.monotonic() < last and self.process.poll() is None:
            if self.is_ready():
                return
            time.sleep(0.1)
        raise AssertionError(f"The server did not start:\n{self.output.read_text()}")

    def is_ready(self) -> bool:
        try:
            return self.ask("GET", "/_stcore/health", {"Cookie": ""})[0].status == 200
        except OSError:
            return False

    def line(self, by: str = LOCAL) -> HTTPConnection:
        """A connection to the server by one of this machine's addresses."""
        if self.cert is None:
            return HTTPConnection(by, self.port, timeout=20)
        trust = ssl.create_default_context(cafile=str(self.cert))
        return HTTPSConnection(by, self.port, timeout=20, context=trust)

    def ask(
        self,
        method: str,
        path: str,
        headers: dict[str, str] | None = None,
        body: str | None = None,
        by: str = LOCAL,
    ) -> tuple[HTTPResponse, bytes]:
        """One plain request of the facilitator; the headers, Host too, go as they are given."""
        connection = self.line(by)
        given = {"Host": f"localhost:{self.port}", **(headers or {})}
        if "Cookie" not in given:
            given["Cookie"] = self.cookie
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in given.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body.encode() if body is not None else None)
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def stop(self) -> int:
        """Asks it to stop, as a service manager does; gives the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
