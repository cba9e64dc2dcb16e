"""Reading and answering plain ASGI messages."""

from collections.abc import Iterable

from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

Headers = list[tuple[bytes, bytes]]


def header(scope: Scope, name: bytes) -> str | None:
    """The header's value; nothing when it is missing or stands more than once."""
    found = [value for key, value in scope["headers"] if key == name]
    return found[0].decode("latin-1") if len(found) == 1 else None


def without(headers: Iterable[tuple[bytes, bytes]], *names: bytes) -> Headers:
    return [(key, value) for key, value in headers if key.lower() not in names]


class Addresses:
    """Those of some routes: every request is looked up, and most routes are one fixed address."""

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        routes = tuple(routes)
        self._fixed = {r.path for r in routes if isinstance(r, Route) and "{" not in r.path}
        self._others = [r for r in routes if not isinstance(r, Route) or "{" in r.path]

    def have(self, scope: Scope) -> bool:
        """Whether one of them answers the address, by this method or by another."""
        return scope["path"] in self._fixed or any(
            route.matches(scope)[0] is not Match.NONE for route in self._others
        )
