"""Prints every address that the app answers, Streamlit's own among them, as JSON.

A program of its own: making the app makes Streamlit's runtime, of which a process has only one.
"""

import json
import sys

from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute

from app import app


def told(route: BaseRoute) -> tuple[str, str]:
    """How it is reached, and its path."""
    if isinstance(route, WebSocketRoute):
        return "websocket", route.path
    if isinstance(route, Mount):
        return "folder", f"{route.path}/"
    assert isinstance(route, Route), route
    return ",".join(sorted((route.methods or set()) - {"HEAD"})), route.path


built = app._build_starlette_app()  # noqa: SLF001 - Streamlit gives no other look at it
json.dump([told(route) for route in built.routes], sys.stdout)
