"""/generalproeve: tries the evening on a copy of the process, and says whether it will hold."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from strategykit.actions.processes import list_processes
from strategykit.domain.access import Door
from strategykit.domain.people import COMMITTEE, Person
from strategykit.domain.process import Process
from strategykit.errors import NotFound
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rehearsing import REHEARSING, Run
from strategykit.participation.rendering import fragment, go_to, page

PATH = "/generalproeve"
FACILITATOR = (Door.FACILITATOR,)
USUAL, MOST = 25, 200


def show(request: Request) -> Response:
    """The form, and how the newest rehearsal goes."""
    processes = _living()
    wanted = request.query_params.get("forloeb", "")
    chosen = next((p for p in processes if p.name == wanted), None)
    return page(
        request, "rehearsal.html", processes=processes, chosen=chosen.name if chosen else "",
        members=_members(chosen), most=MOST, **_status(),
    )  # fmt: skip


def show_status(_request: Request) -> Response:
    """The part that changes."""
    shown = fragment("rehearsal_status.html", **_status())
    return HTMLResponse(shown, headers={"Cache-Control": "no-store"})


def begin(_request: Request, form: Form) -> Response:
    """It runs beside the server from now on."""
    process = next((p for p in _living() if p.name == form.get("forloeb", "")), None)
    if process is None:
        raise NotFound(Process.noun)
    asked = form.get("deltagere", "")
    members = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0  # noqa: PLR2004
    REHEARSING.begin(Run(process.name, process.title, members))
    return go_to(PATH)


def stop(_request: Request, _form: Form) -> Response:
    """The facilitator has changed their mind."""
    REHEARSING.stop()
    return go_to(PATH)


def _living() -> list[Process]:
    return [process for process in list_processes(database()) if process.archived_at is None]


def _members(process: Process | None) -> int:
    """As many as the committee has, since they are the ones who come."""
    if process is None:
        return USUAL
    with database().reading() as store:
        people = store.all(Person, process.id)
    return sum(person.role in COMMITTEE for person in people) or USUAL


def _status() -> dict[str, Any]:
    return {"run": REHEARSING.run}


ROUTES = (
    PlainRoute(PATH, FACILITATOR, show=show, act=begin),
    PlainRoute(f"{PATH}/svar", FACILITATOR, show=show_status),
    PlainRoute(f"{PATH}/stop", FACILITATOR, act=stop),
)
