"""What an act answers: a page's form is led on, a script gets JSON."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from strategykit.participation.rendering import go_to

_HEADERS = {"Cache-Control": "no-store"}


def wants_json(request: Request) -> bool:
    """Whether a script asks."""
    return "application/json" in request.headers.get("accept", "")


def fine(request: Request, way: str, **more: object) -> Response:
    """It is done; a form is led to `way`, a script told so."""
    if wants_json(request):
        return JSONResponse({"ok": True, **more}, headers=_HEADERS)
    return go_to(way)


def refusal(sentence: str, status: int, *, again: bool = False) -> Response:
    """Why not, for a script; `again` says that the same may be tried once more."""
    return JSONResponse({"ok": False, "fejl": sentence, "igen": again}, status, _HEADERS)
