"""A PostgreSQL server for the tests: as root it runs as the user postgres, as initdb demands."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

_NUMBERS = count(1)


@dataclass(frozen=True)
class Postgres:
    """`folder` holds the data and the socket; no network port is opened."""

    folder: Path

    @classmethod
    def start(cls, _near: Path) -> "Postgres":
        """A fresh server; the folder lies in /tmp because a socket's path must be short."""
        folder = Path(tempfile.mkdtemp(prefix="sv-pg-"))
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        server = cls(folder)
        data = folder / "data"
        server._run(
            "initdb",
            "-D",
            str(data),
            "-A",
            "trust",
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        server._run(
            "pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-o", options, "-w", "start"
        )
        return server

    def fresh_database(self, like: str = "") -> str:
        """The address of an empty database, or of a copy of the one at the address `like`."""
        name = f"proeve{next(_NUMBERS)}"
        copied = ["-T", like.split("@/")[1].split("?", maxsplit=1)[0]] if like else []
        self._run("createdb", "-h", str(self.folder), "-U", "postgres", *copied, name)
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def stop(self) -> None:
        """Stops the server and removes its folder."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(_program(program)), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(
            command,
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )


def _program(name: str) -> Path:
    found = shutil.which(name)
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return Path(found) if found and not newest else newest[-1]
