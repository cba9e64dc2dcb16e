"""/logind/kolleger: who can sign in, a code for one more, and taking one away."""

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions import accounts
from strategykit.domain.access import Door, spaced_code
from strategykit.errors import LastAccount
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.plain import SIGN_IN, PlainRoute, sign_in_of_request
from strategykit.participation.rendering import go_to, page

COLLEAGUES = f"{SIGN_IN}/kolleger"
REMOVE = f"{COLLEAGUES}/fjern"
FACILITATOR = (Door.FACILITATOR,)


def show_colleagues(request: Request) -> Response:
    """The list."""
    return _page(request)


def act_code(request: Request, _form: Form) -> Response:
    """The code is shown once, here: the database does not know it."""
    code = accounts.code_for_colleague(database(), sign_in_of_request(request))
    return _page(request, code=spaced_code(code))


def show_remove(request: Request) -> Response:
    """Asks once more, with the name."""
    wanted = request.query_params.get("hvem", "")
    found = next((a for a in accounts.all_accounts(database()) if a.id == wanted), None)
    if found is None:
        return go_to(COLLEAGUES)
    return page(request, "kollega_fjern.html", account=found)


def act_remove(request: Request, form: Form) -> Response:
    """Out everywhere at once."""
    try:
        accounts.remove_account(database(), form.get("hvem", ""))
    except LastAccount as error:
        return _page(request, 403, fejl=str(error))
    return go_to(COLLEAGUES)


def _page(request: Request, status: int = 200, *, code: str = "", fejl: str = "") -> Response:
    return page(
        request, "kolleger.html", status, accounts=accounts.all_accounts(database()), code=code,
        own=sign_in_of_request(request).account_id, fejl=fejl, hours=accounts.CODE_HOURS,
    )  # fmt: skip


ROUTES = (
    PlainRoute(COLLEAGUES, FACILITATOR, show=show_colleagues, act=act_code),
    PlainRoute(REMOVE, FACILITATOR, show=show_remove, act=act_remove),
)
