"""Where this installation keeps its data and how it is reached, from the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_network
from pathlib import Path

from strategykit.errors import BadName, BadPort, BadProxy, HomeUnusable

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_PORT = 8501
LAST_PORT = 65535
OWNER_ONLY = 0o077  # the umask: folders 0700, files 0600
_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?", re.ASCII)


@dataclass(frozen=True)
class Settings:
    """`home` is the one folder that this installation writes in.

    `names` lead to this server; `proxy` is the address from which the one in front of it calls.
    """

    home: Path
    database_url: str
    port: int
    names: tuple[str, ...] = ()
    proxy: str = ""

    @property
    def log_folder(self) -> Path:
        return self.home / "log"

    @property
    def backup_folder(self) -> Path:
        return self.home / "backup"


def settings_from(environment: Mapping[str, str]) -> Settings:
    """An empty variable counts as not set, as shells and service files often leave it."""
    home = Path(environment.get("STRATEGYKIT_HOME") or ROOT / "var").expanduser().resolve()
    database = environment.get("DATABASE_URL") or f"sqlite:///{(home / 'strategi.db').as_posix()}"
    return Settings(
        home=home, database_url=database, port=_port(environment.get("PORT")),
        names=host_names(environment.get("STRATEGYKIT_NAVN") or ""),
        proxy=proxy_addresses(environment.get("STRATEGYKIT_PROXY") or ""),
    )  # fmt: skip


@cache
def settings() -> Settings:
    """The settings of this process, read once; the folder is there and only its owner's."""
    found = settings_from(os.environ)
    make_home(found)
    return found


def make_home(found: Settings) -> None:
    """Everything that the process makes from now on is its owner's alone (security rule 13).

    Raises HomeUnusable.
    """
    os.umask(OWNER_ONLY)
    try:
        for folder in (found.home, found.log_folder, found.backup_folder):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
    except OSError as trouble:
        raise HomeUnusable(str(found.home)) from trouble


def _port(text: str | None) -> int:
    return port_number(text) if text else DEFAULT_PORT


def port_number(text: str) -> int:
    """The port; raises BadPort."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST_PORT):
        raise BadPort(text)
    return int(text)


def host_names(text: str) -> tuple[str, ...]:
    """Names such as strategi.kommune.dk, one or more with commas between; raises BadName."""
    names = tuple(name.lower() for name in text.replace(",", " ").split())
    for name in names:
        if not _NAME.fullmatch(name):
            raise BadName(name)
    return names


def proxy_addresses(text: str) -> str:
    """Addresses or networks with commas between, as the web server reads it; raises BadProxy."""
    found = text.replace(",", " ").split()
    for address in found:
        try:
            ip_network(address)
        except ValueError as not_one:
            raise BadProxy(address) from not_one
    return ",".join(found)
