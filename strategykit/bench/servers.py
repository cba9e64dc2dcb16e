"""Servers to measure against each other, each a process of its own on a free port."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from strategykit.actions.access import open_door
from strategykit.actions.accounts import code_from_terminal, make_account
from strategykit.domain.access import Door
from strategykit.storage.database import Database

ROOT = Path(__file__).resolve().parents[2]
EMPTY_APP = Path(__file__).parent / "empty.py"
TUNED = ("--runner.postScriptGC=false",)


@dataclass(frozen=True)
class Server:
    """`base` is its address, `pid` its process, `cookie` what a facilitator's browser sends."""

    base: str
    pid: int
    cookie: str = ""

    @property
    def peak_mb(self) -> float:
        """The most memory that it has held, in MB (Linux)."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        line = next(row for row in status.splitlines() if row.startswith("VmHWM"))
        return round(int(line.split()[1]) / 1024, 1)


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def product(home: Path) -> Iterator[Server]:
    """The product itself, with its data in `home` and a facilitator signed in."""
    port = free_port()
    command = [sys.executable, "-m", "strategykit", "serve", "--port", str(port)]
    with _running(command, port, {"STRATEGYKIT_HOME": str(home)}) as server:
        yield replace(server, cookie=facilitator_cookie(home))


def facilitator_cookie(home: Path) -> str:
    """What the browser sends of one more facilitator of the data in `home`."""
    db = Database(f"sqlite:///{home / 'strategi.db'}")
    account = make_account(db, code_from_terminal(db), f"Måling {token_hex(4)}", token_hex(16))
    token = open_door(db, Door.FACILITATOR, account_id=account.id, hours=1)
    db.close()
    return f"{Door.FACILITATOR.cookie}={token}"


@contextmanager
def streamlit(app: Path, *flags: str, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Any Streamlit script with Streamlit's own settings and the flags given."""
    port = free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}",
        "--server.address=127.0.0.1", "--server.headless=true", "--server.fileWatcherType=none",
        "--browser.gatherUsageStats=false", *flags,
    ]  # fmt: skip
    with _running(command, port, env or {}, folder=app.parent) as server:
        yield server


@contextmanager
def _running(
    command: list[str], port: int, env: Mapping[str, str], folder: Path = ROOT
) -> Iterator[Server]:
    process = subprocess.Popen(  # noqa: S603 - our own command
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(base, process)
        yield Server(base, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _wait(base: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"{base}/_stcore/health", timeout=2):  # noqa: S310 - local
                return
        except OSError:
            if process.poll() is not None:
                raise RuntimeError("the server stopped") from None
            time.sleep(0.05)
    raise RuntimeError("the server did not start")
