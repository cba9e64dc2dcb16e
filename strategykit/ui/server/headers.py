"""Reading and answering plain ASGI messages."""

from collections.abc import Iterable

from starlette.routing import BaseRoute, Match
from starlette.types import Scope

Headers = list[tuple[bytes, bytes]]


def header(scope: Scope, name: bytes) -> str | None:
    """The header's value; nothing when it is missing or stands more than once."""
    found = [value for key, value in scope["headers"] if key == name]
    return found[0].decode("latin-1") if len(found) == 1 else None


def without(headers: Iterable[tuple[bytes, bytes]], *names: bytes) -> Headers:
    return [(key, value) for key, value in headers if key.lower() not in names]


def is_of(routes: Iterable[BaseRoute], scope: Scope) -> bool:
    """Whether one of the routes answers the address, by this method or by another."""
    return any(route.matches(scope)[0] is not Match.NONE for route in routes)
