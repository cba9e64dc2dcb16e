"""Servers as they are started for a room's network, behind a proxy and with a certificate."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from strategykit.reach import own_numbers
from tests.support.certificates import Made, a_certificate
from tests.support.server import SERVE, Server

LAN = (*SERVE, "--lan")


@pytest.fixture(scope="session")
def number() -> str:
    """This machine's address on its network."""
    return own_numbers()[0]


@pytest.fixture(scope="module")
def lan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that the network reaches, with no proxy named."""
    server = Server.start(tmp_path_factory.mktemp("lan"), LAN)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return a_certificate(tmp_path_factory.mktemp("certifikat"))


@pytest.fixture
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts a server that a test may stop as it likes."""
    started: list[Server] = []

    def start(
        command: tuple[str, ...] = SERVE, cert: Path | None = None, **environment: str
    ) -> Server:
        home = tmp_path_factory.mktemp("hjem")
        started.append(Server.start(home, command, cert, **environment))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()
