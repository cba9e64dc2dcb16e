"""A server of the program's own in a process of its own, on this machine alone."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil

from strategykit.errors import RehearsalUnstarted
from strategykit.settings import ROOT

START_SECONDS, STOP_SECONDS = 90, 10
#: What the installation is told by its surroundings: another data folder needs none of it, and
#: with its database's address the server would write in the real one.
_OURS = ("DATABASE_URL", "PORT", "STRATEGYKIT_", "STREAMLIT_")


@dataclass(frozen=True)
class OwnServer:
    """`port` is where it answers on this machine, `pid` its process."""

    port: int
    pid: int

    @property
    def memory(self) -> int:
        """The bytes of memory that it holds now."""
        return int(psutil.Process(self.pid).memory_info().rss)

    @property
    def cpu_seconds(self) -> float:
        """How long it has kept a processor busy."""
        times = psutil.Process(self.pid).cpu_times()
        return float(times.user + times.system)


@contextmanager
def own_server(home: Path) -> Iterator[OwnServer]:
    """The program with its data in `home`; raises RehearsalUnstarted."""
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "strategykit", "serve", "--port", str(port)],
        cwd=home,
        env=_surroundings(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(process, port)
        yield OwnServer(port, process.pid)
    finally:
        stop(process)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Asks it to stop, and insists when it does not."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _surroundings(home: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**kept, "PYTHONPATH": str(ROOT), "STRATEGYKIT_HOME": str(home)}


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    last = time.monotonic() + START_SECONDS
    while time.monotonic() < last and process.poll() is None:
        if _is_up(port):
            return
        time.sleep(0.1)
    raise RehearsalUnstarted


def _is_up(port: int) -> bool:
    line = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", "/_stcore/health")
        return line.getresponse().status == 200  # noqa: PLR2004 - HTTP's word for yes
    except (OSError, HTTPException):
        return False
    finally:
        line.close()
