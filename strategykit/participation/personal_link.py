"""A personal link: opening it changes nothing, the button lets the device in."""

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.links import person_of_link, trade_link
from strategykit.errors import LinkDead
from strategykit.participation.answers import fine
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.phone_doors import fresh_token, hold
from strategykit.participation.plain import ANYONE, PlainRoute
from strategykit.participation.rendering import page, told

PATH, KEY = "/mit", "n"


def show(request: Request) -> Response:
    """Whose link it is, with the button; a mail scanner that follows links lets nobody in.

    No address of this page travels on: with no-referrer itself browsers post without an origin.
    """
    token = request.query_params.get(KEY, "")
    try:
        person, process = person_of_link(database(), token)
    except LinkDead as error:
        return told(request, "Linket virker ikke", str(error), status=404, kind="alarm")
    shown = page(
        request, "deltag_link.html", person=person, process=process, token=token, ticket=new_id()
    )
    shown.headers["Referrer-Policy"] = "strict-origin"
    return shown


def come_in(request: Request, form: Form) -> Response:
    """The link is traded for a sign-in of the device's own, and the address is clean."""
    device = fresh_token(request, form.get("billet", ""))
    trade_link(database(), form.get(KEY, ""), device)
    return hold(request, fine(request, "/deltag"), device)


ROUTES = (PlainRoute(PATH, ANYONE, show=show, act=come_in),)
