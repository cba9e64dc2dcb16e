"""One row of the table of plain addresses, and the route that is made of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote

from anyio import to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from strategykit.domain.access import Door, SignIn
from strategykit.errors import DatabaseBusy, FormRefused, FormTooLarge, NotFound, StrategyError
from strategykit.participation.answers import refusal, wants_json
from strategykit.participation.crowd import Lanes
from strategykit.participation.csrf import Form, kept_of, read_form
from strategykit.participation.doors import known_by, sign_in_here
from strategykit.participation.rendering import go_to, told
from strategykit.participation.slowing import Slowing
from strategykit.participation.uploads import read_upload

Show = Callable[[Request], Response]
Act = Callable[[Request, Form], Response]
Stream = Callable[[Request], Awaitable[Response]]

#: Whoever can reach the server; such an address looks by itself at who is there.
ANYONE: tuple[Door, ...] = ()
SIGN_IN = "/logind"
_LANES = Lanes()
_DOORS = {
    Door.PROJECTOR: "Denne skærm er ikke koblet til et møde, eller mødet er slut.",
    Door.STEERING: "Denne telefon eller tablet er ikke koblet til et møde, eller mødet er slut.",
    Door.DEVICE: "Denne telefon er ikke med i et møde, eller mødet er slut.",
    Door.REVIEWER: "Åbn dit personlige link til gennemsynet. Virker det ikke, så bed om et nyt.",
    Door.PARTY: "Åbn jeres link til høringen. Virker det ikke, så bed kommunen om et nyt.",
}
_WAYS_IN = {
    Door.PROJECTOR: ("/projektor", "Kobl skærmen til et møde"),
    Door.STEERING: ("/styring", "Skriv en kode til styringen"),
    Door.DEVICE: ("/deltag", "Skriv mødekoden"),
}


@dataclass(frozen=True)
class PlainRoute:
    """One address with the doors that may use it; `show` answers GET, `act` POST.

    `show` and `act` run in a thread and may read the database. `stream` answers GET on the event
    loop, for server-sent events. Who came in by a door is in `request.state.sign_in`.
    With `slowing` whoever has guessed wrong waits before `act`, and one guess at a time is taken.
    A `crowd` of phones has a few threads of its own. With `upload` the form may bring a file.
    """

    path: str
    doors: tuple[Door, ...]
    show: Show | None = None
    act: Act | None = None
    stream: Stream | None = None
    slowing: Slowing | None = None
    crowd: bool = False
    upload: bool = False

    def route(self) -> Route:
        """The address as Starlette knows it."""
        methods = ["GET"] if self.show or self.stream else []
        methods += ["POST"] if self.act else []
        return Route(self.path, self._answer, methods=methods)

    async def _answer(self, request: Request) -> Response:
        try:
            return await self._let_in(request)
        except FormRefused as error:
            return _sorry(request, error, 403, error.kept)
        except FormTooLarge as error:
            return _sorry(request, error, 413)
        except NotFound as error:
            return _sorry(request, error, 404)
        except DatabaseBusy as error:
            return _sorry(request, error, 503)
        except StrategyError as error:
            return _sorry(request, error, 400)

    async def _let_in(self, request: Request) -> Response:
        if self.crowd:
            form = await read_form(request) if request.method == "POST" else None
            lane = _LANES.lane(writes=form is not None)
            return await to_thread.run_sync(self._of_crowd, request, form, limiter=lane)
        if self.doors:
            found = await run_in_threadpool(sign_in_here, request, *self.doors)
            if found is None:
                return self._refuse(request)
            request.state.sign_in = found
        if self.act is not None and request.method == "POST":
            read = read_upload if self.upload else read_form
            return await self._act(request, await read(request))
        if self.stream is not None:
            return await self.stream(request)
        assert self.show is not None  # noqa: S101 - a route without any has no method
        return await run_in_threadpool(self.show, request)

    def _of_crowd(self, request: Request, form: Form | None) -> Response:
        """Door and page in one thread, which a hundred phones would else wait for twice."""
        if self.doors:
            found = sign_in_here(request, *self.doors)
            if found is None:
                return self._refuse(request, kept_of(form) if form is not None else ())
            request.state.sign_in = found
        if form is not None and self.act is not None:
            return self.act(request, form)
        assert self.show is not None  # noqa: S101 - a route without any has no method
        return self.show(request)

    async def _act(self, request: Request, form: Form) -> Response:
        assert self.act is not None  # noqa: S101 - asked just before
        if self.slowing is None:
            return await run_in_threadpool(self.act, request, form)
        request.state.guesser = await run_in_threadpool(known_by, request)
        async with self.slowing.turn(request.state.guesser):
            return await run_in_threadpool(self.act, request, form)

    def _refuse(self, request: Request, kept: tuple[str, ...] = ()) -> Response:
        if Door.FACILITATOR in self.doors and request.method == "GET" and self.stream is None:
            return go_to(sign_in_path(request))
        first = next((door for door in self.doors if door in _DOORS), None)
        sentence = _DOORS[first] if first else "I er ikke logget ind."
        if wants_json(request):
            return refusal(f"{sentence} Intet er ændret.", 403)
        way, label = _WAYS_IN.get(first, ("", "")) if first else ("", "")
        return told(
            request, "Ingen adgang", f"{sentence} Intet er ændret.", status=403, kind="alarm",
            kept=kept, way=way, way_label=label,
        )  # fmt: skip


def way_back(path: str) -> Route:
    """Whoever opens an address that only takes forms is led to the page above it."""

    def back(request: Request) -> Response:
        return go_to(request.url.path.rpartition("/")[0] or "/")

    return Route(path, back, methods=["GET"])


def sign_in_path(request: Request) -> str:
    """The sign-in page, which leads back here."""
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return f"{SIGN_IN}?videre={quote(here, safe='/')}"


def sign_in_of_request(request: Request) -> SignIn:
    """The sign-in by which the address's door opened."""
    found: SignIn = request.state.sign_in
    return found


def _sorry(
    request: Request, error: StrategyError, status: int, kept: tuple[str, ...] = ()
) -> Response:
    if wants_json(request):
        return refusal(str(error), status, again=isinstance(error, DatabaseBusy))
    back = request.url.path
    return told(
        request, "Det gik ikke", str(error), status=status, kind="alarm", kept=kept, way=back,
        way_label="Tilbage til siden",
    )  # fmt: skip
