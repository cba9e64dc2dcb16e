"""Our own style sheet, script, font and icon, under an address that changes with their content."""

import mimetypes
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).resolve().parents[1] / "static"


class LookFiles(StaticFiles):
    """A browser may keep a file for a year: changed content has another address."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


@cache
def look_address() -> str:
    """The folder's address, such as /udseende/3f2a9c10d4e5."""
    digest = sha256()
    for file in sorted(FOLDER.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(FOLDER).as_posix().encode())
            digest.update(file.read_bytes())
    return f"/udseende/{digest.hexdigest()[:12]}"


def look_route() -> Mount:
    """Names the types itself, since Windows takes them from a registry that others change."""
    mimetypes.add_type("font/woff2", ".woff2")
    mimetypes.add_type("text/javascript", ".js")
    mimetypes.add_type("text/css", ".css")
    mimetypes.add_type("image/svg+xml", ".svg")
    return Mount(look_address(), LookFiles(directory=FOLDER), name="udseende")
