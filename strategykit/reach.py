"""Under which addresses this server answers, and from where somebody asks."""

import re
import socket
import time
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address

import psutil
from starlette.types import Scope

from strategykit.errors import NameLeadsNowhere
from strategykit.settings import DEFAULT_PORT

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
FORWARDED = frozenset({b"x-forwarded-for", b"x-forwarded-host", b"forwarded", b"x-real-ip"})
FRESH_SECONDS = 2
_HOST = re.compile(r"(?P<name>[\w.-]+|\[::1\])(:\d{1,5})?", re.ASCII)
#: Set aside for examples, so it lies beyond every network; nothing is sent there.
_FAR_AWAY = ("203.0.113.1", 9)


@dataclass(frozen=True)
class Reach:
    """`lan`: this machine's network is answered. `names` lead here; `proxy` stands in front."""

    port: int = DEFAULT_PORT
    lan: bool = False
    tls: bool = False
    names: tuple[str, ...] = ()
    proxy: str = ""

    def __post_init__(self) -> None:
        if self.names and not (self.lan or self.proxy):
            raise NameLeadsNowhere(self.names[0])

    @property
    def own_address(self) -> str:
        """The address in a browser on this machine."""
        return f"{self._scheme}://localhost:{self.port}"

    @property
    def steering_address(self) -> str:
        """The address for whoever leads: on this machine, or the proxy's."""
        return self.addresses[0] if self.proxy and self.names else self.own_address

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses from other machines, the most likely first; none when served locally."""
        if self.proxy:
            return tuple(f"https://{name}" for name in self.names)
        named = (name if ":" in name else f"{name}:{self.port}" for name in self.names)
        numbered = (f"{number}:{self.port}" for number in own_numbers() if self.lan)
        return tuple(f"{self._scheme}://{host}" for host in (*named, *numbered))

    @property
    def _scheme(self) -> str:
        return "https" if self.tls else "http"

    def answers_to(self, name: str) -> bool:
        """Whether the Host, without its port, is one of this server's own."""
        name = name.lower()
        return (
            name in LOCAL_NAMES
            or name in {own.partition(":")[0] for own in self.names}
            or (self.lan and (name in own_numbers() or name == socket.gethostname().lower()))
        )


class _Serving:
    reach = Reach()
    answered = ""


def reach() -> Reach:
    """How this process is served."""
    return _Serving.reach


def serve_as(found: Reach) -> None:
    """Said once, before the server starts."""
    _Serving.reach = found


def phone_address() -> str:
    """Where phones are to go: where one has answered, else the most likely; none served locally."""
    addresses = reach().addresses
    return _Serving.answered if _Serving.answered in addresses else next(iter(addresses), "")


def phone_answered(scope: Scope) -> None:
    """A phone has come through by the address that it used."""
    host = _host(scope)
    address = f"{'https' if is_secure(scope) else 'http'}://{host}"
    if address in reach().addresses:
        _Serving.answered = address


def own_numbers() -> tuple[str, ...]:
    """This machine's IPv4 addresses on its networks now, the one towards other networks first."""
    return _numbers_in(int(time.monotonic() / FRESH_SECONDS))


@lru_cache(maxsize=1)
def _numbers_in(_moment: int) -> tuple[str, ...]:
    """Asked anew at every moment: a hotspot may be switched on while the server runs."""
    switched_on = {name for name, card in psutil.net_if_stats().items() if card.isup}
    found = [
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        if name in switched_on
        for address in addresses
        if address.family is socket.AF_INET and _is_of_a_network(address.address)
    ]
    outward = _outward_number()
    return tuple(sorted(dict.fromkeys(found), key=lambda number: number != outward))


def _is_of_a_network(number: str) -> bool:
    address = ip_address(number)
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)


def _outward_number() -> str:
    """The address that this machine would use towards the internet; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        try:
            line.connect(_FAR_AWAY)
        except OSError:
            return ""
        return str(line.getsockname()[0])


def is_secure(scope: Scope) -> bool:
    """Whether the browser speaks TLS, to us or to the configured proxy: cookies get Secure."""
    return scope["scheme"] in {"https", "wss"}


def is_local(scope: Scope) -> bool:
    """Whether a browser on this very machine asks, and no proxy in between."""
    named = name_of(_host(scope)) in LOCAL_NAMES
    forwarded = any(name in FORWARDED for name, _ in scope["headers"])
    return named and not forwarded and _is_loopback(_peer(scope))


def is_another_device(scope: Scope) -> bool:
    """Whether somebody else's machine asks; this machine by its own network address is none."""
    peer = _peer(scope)
    return peer != "" and not _is_loopback(peer) and peer not in own_numbers()


def name_of(host: str) -> str:
    """The Host without its port, in small letters; nothing when it is not made as one."""
    found = _HOST.fullmatch(host)
    return found["name"].lower() if found else ""


def _host(scope: Scope) -> str:
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    return str(hosts[0].decode("latin-1")) if len(hosts) == 1 else ""


def _peer(scope: Scope) -> str:
    client = scope.get("client")
    try:
        return str(ip_address(client[0])) if client else ""
    except ValueError:
        return ""


def _is_loopback(peer: str) -> bool:
    return peer != "" and ip_address(peer).is_loopback
