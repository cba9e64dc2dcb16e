"""Plain pages from templates: whole without JavaScript, and safe to show."""

import mimetypes
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from strategykit.participation import csrf

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(" ".join(rule) for rule in _POLICY.items()),
    "Referrer-Policy": "same-origin",  # with no-referrer browsers post forms with Origin: null
    "Cache-Control": "no-store",
}


def page(request: Request, template: str, /, status: int = 200, **context: Any) -> HTMLResponse:
    """The template as a page; `{{ csrf }}` in it is the hidden field that every form needs."""
    secret = csrf.secret_of(request)
    shown = _templates().get_template(template).render(**context, csrf=csrf.field(secret))
    response = HTMLResponse(shown, status, HEADERS)
    csrf.remember(request, response, secret)
    return response


def fragment(template: str, /, **context: Any) -> str:
    """A template without a form, as text for a stream."""
    return _templates().get_template(template).render(**context)


def told(
    request: Request, heading: str, sentence: str, *, status: int = 200, kind: str = "told",
    way: str = "", way_label: str = "", kept: Sequence[str] = (),
) -> HTMLResponse:  # fmt: skip
    """A page with one sentence; `kind` is told, care or alarm, `kept` what a form had held."""
    return page(
        request, "told.html", status, heading=heading, sentence=sentence, kind=kind, way=way,
        way_label=way_label, kept=kept,
    )  # fmt: skip


def go_to(path: str) -> Response:
    """Sends the browser on after a form, so that a refresh posts nothing."""
    return RedirectResponse(path, 303, {"Cache-Control": "no-store"})


def own_path(wanted: str, otherwise: str = "/") -> str:
    """The path if it is one of this server's own; anything else is not followed."""
    plain = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if plain and wanted.isprintable() and "\\" not in wanted else otherwise


@cache
def static_address() -> str:
    """The folder's address, which changes with the content of its files."""
    digest = sha256()
    for file in sorted(STATIC.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(STATIC).as_posix().encode())
            digest.update(file.read_bytes())
    return f"/stil/{digest.hexdigest()[:12]}"


def static_route() -> Mount:
    """Names the types itself, since Windows takes them from a registry that others change."""
    mimetypes.add_type("text/javascript", ".js")
    mimetypes.add_type("text/css", ".css")
    mimetypes.add_type("image/svg+xml", ".svg")
    return Mount(static_address(), _Static(directory=STATIC), name="stil")


class _Static(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.globals["static"] = lambda name: f"{static_address()}/{name}"
    return made
