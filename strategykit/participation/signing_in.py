"""/logind and /logud: a facilitator's way in with name and password, and out again."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from strategykit.actions import access, accounts
from strategykit.domain.access import Door
from strategykit.errors import (
    AccountTaken,
    BadEntry,
    CodeUnknown,
    PasswordsDiffer,
    SignInOnlyHere,
    StrategyError,
    WrongPassword,
)
from strategykit.participation.csrf import Form, set_cookie
from strategykit.participation.doors import database, sign_in_here, tokens_of
from strategykit.participation.plain import ANYONE, SIGN_IN, PlainRoute
from strategykit.participation.rendering import go_to, own_path, page
from strategykit.participation.slowing import Slowing
from strategykit.reach import is_local, is_secure

NEW, WHETHER_IN, OUT = f"{SIGN_IN}/ny", f"{SIGN_IN}/inde", "/logud"
GUESSES = Slowing()


def show_sign_in(request: Request) -> Response:
    """The form; before there is any facilitator that of the first one."""
    if not accounts.anybody(database()):
        return show_new(request)
    return _sign_in_page(request, videre=_onward(request.query_params.get("videre", "")))


def act_sign_in(request: Request, form: Form) -> Response:
    """In, and on to where one came from."""
    _refuse_overheard(request)
    name, onward = form.get("navn", ""), _onward(form.get("videre", ""))
    try:
        token = accounts.sign_in(database(), name, form.get("adgangskode", ""))
    except WrongPassword as error:
        GUESSES.wrong(request)
        return _sign_in_page(request, 403, navn=name, videre=onward, fejl=str(error))
    return _let_in(request, token, onward)


def show_new(request: Request) -> Response:
    """The form of a new facilitator who has been given a code."""
    return _new_page(request, videre=_onward(request.query_params.get("videre", "")))


def act_new(request: Request, form: Form) -> Response:
    """A new facilitator, signed in at once."""
    _refuse_overheard(request)
    name, password = form.get("navn", ""), form.get("adgangskode", "")
    onward = _onward(form.get("videre", ""))
    try:
        if password != form.get("adgangskode_igen", ""):
            raise PasswordsDiffer
        accounts.make_account(database(), form.get("engangskode", ""), name, password)
    except StrategyError as error:
        if isinstance(error, CodeUnknown):
            GUESSES.wrong(request)
        field = _field_of(error)
        code = "" if isinstance(error, CodeUnknown) else form.get("engangskode", "")
        return _new_page(
            request, 403, navn=name, kode=code, videre=onward, fejl=str(error), felt=field
        )
    return _let_in(request, accounts.sign_in(database(), name, password), onward)


def show_whether_in(request: Request) -> Response:
    """Open tabs ask every few seconds; asking prolongs nothing."""
    here = sign_in_here(request, Door.FACILITATOR) is not None
    return JSONResponse({"inde": here}, headers={"Cache-Control": "no-store"})


def show_out(request: Request) -> Response:
    """A button: following a link signs nobody out."""
    here = sign_in_here(request, Door.FACILITATOR)
    if here is None:
        return go_to(f"{SIGN_IN}?ud=1")
    return page(request, "logud.html", name=accounts.account_name(database(), here))


def act_out(request: Request, _form: Form) -> Response:
    """The row ends, and with it every open tab and stream of this sign-in."""
    for token in tokens_of(request, Door.FACILITATOR):
        access.close_door(database(), token)
    return go_to(f"{SIGN_IN}?ud=1")  # the browser keeps the dead token: it is known by it


def _sign_in_page(
    request: Request, status: int = 200, *, navn: str = "", videre: str = "", fejl: str = ""
) -> Response:
    here = sign_in_here(request, Door.FACILITATOR)
    return page(
        request, "logind.html", status, can=_can_sign_in(request), navn=navn, videre=videre,
        fejl=fejl, ud="ud" in request.query_params and not fejl and here is None,
        here=accounts.account_name(database(), here) if here else "",
    )  # fmt: skip


def _new_page(
    request: Request, status: int = 200, *, videre: str, navn: str = "", kode: str = "",
    fejl: str = "", felt: str = "",
) -> Response:  # fmt: skip
    return page(
        request, "logind_ny.html", status, can=_can_sign_in(request), navn=navn, kode=kode,
        videre=videre, fejl=fejl, felt=felt, first=not accounts.anybody(database()),
        least=accounts.LEAST,
    )  # fmt: skip


def _let_in(request: Request, token: str, onward: str) -> Response:
    response = go_to(onward)
    set_cookie(request, response, Door.FACILITATOR.cookie, token, days=accounts.LONGEST.days)
    return response


def _onward(wanted: str) -> str:
    """Only one of this server's own addresses, and not the one that leads out again."""
    path = own_path(wanted)
    return "/" if path.startswith((SIGN_IN, OUT)) else path


def _can_sign_in(request: Request) -> bool:
    return is_secure(request.scope) or is_local(request.scope)


def _refuse_overheard(request: Request) -> None:
    if not _can_sign_in(request):
        raise SignInOnlyHere


def _field_of(error: StrategyError) -> str:
    """The field that the sentence is about, as the page knows it."""
    return _FIELDS.get(type(error), "navn" if isinstance(error, BadEntry) else "adgangskode")


_FIELDS = {CodeUnknown: "engangskode", AccountTaken: "navn"}

ROUTES = (
    PlainRoute(SIGN_IN, ANYONE, show=show_sign_in),
    PlainRoute(SIGN_IN, ANYONE, act=act_sign_in, slowing=GUESSES),
    PlainRoute(NEW, ANYONE, show=show_new),
    PlainRoute(NEW, ANYONE, act=act_new, slowing=GUESSES),
    PlainRoute(WHETHER_IN, ANYONE, show=show_whether_in),
    PlainRoute(OUT, ANYONE, show=show_out, act=act_out),
)
