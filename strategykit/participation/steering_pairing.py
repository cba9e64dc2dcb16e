"""Pairing a phone with the helm: the laptop shows a code, the phone types it."""

from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import now
from strategykit.actions.steering_phones import (
    HOURS,
    ShownCode,
    code_for_phone,
    end_phones,
    pair_phone,
    paired_phones,
)
from strategykit.domain.access import Door, spaced_code
from strategykit.errors import CodeUnknown, StrategyError
from strategykit.participation.csrf import Form, set_cookie
from strategykit.participation.doors import database
from strategykit.participation.plain import ANYONE, PlainRoute
from strategykit.participation.rendering import go_to, page
from strategykit.participation.slowing import Slowing
from strategykit.participation.steering_helm import PATH, Helm, helm_of
from strategykit.reach import phone_address

PAIR, JOIN = f"{PATH}/par", f"{PATH}/kobl"
GUESSES = Slowing()


def show_pairing(request: Request) -> Response:
    """The code on the laptop, once one is made, and how many phones steer already."""
    helm = helm_of(request, request.query_params.get("moede", ""))
    shown = CODES.of(helm)
    return page(
        request, "styring_par.html", view=helm.view, kode=spaced_code(shown.code) if shown else "",
        koblede=paired_phones(helm.db, helm.meeting_id),
        adresse=f"{phone_address()}{PATH}" if phone_address() else "",
    )  # fmt: skip


def act_pairing(request: Request, form: Form) -> Response:
    """A code for a phone, or an end to those that steer."""
    helm = helm_of(request, form.get("moede", ""))
    if "afslut" in form:
        end_phones(helm.db, helm.meeting_id)
        CODES.forget(helm)
    else:
        CODES.keep(helm, code_for_phone(helm.db, helm.sign_in, helm.view.meeting))
    return go_to(f"{PAIR}?moede={helm.meeting_id}")


def join(request: Request, form: Form) -> Response:
    """The phone steers the meeting whose code was typed."""
    try:
        token = pair_phone(database(), form.get("kode", ""))
    except StrategyError as error:
        if isinstance(error, CodeUnknown):
            GUESSES.wrong(request)
        return page(request, "styring_kobl.html", 403, fejl=str(error))
    response = go_to(PATH)
    set_cookie(request, response, Door.STEERING.cookie, token, days=HOURS / 24)
    return response


class _Codes:
    """The codes that stand on laptops now: the database knows only their hashes."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._shown: dict[tuple[str, str], ShownCode] = {}

    def keep(self, helm: Helm, shown: ShownCode) -> None:
        with self._lock:
            self._shown = {k: v for k, v in self._shown.items() if v.ends_at > now()}
            self._shown[helm.sign_in.id, helm.meeting_id] = shown

    def of(self, helm: Helm) -> ShownCode | None:
        with self._lock:
            found = self._shown.get((helm.sign_in.id, helm.meeting_id))
        return found if found and found.ends_at > now() else None

    def forget(self, helm: Helm) -> None:
        with self._lock:
            self._shown.pop((helm.sign_in.id, helm.meeting_id), None)


CODES = _Codes()
ROUTES = (
    PlainRoute(PAIR, (Door.FACILITATOR,), show=show_pairing, act=act_pairing),
    PlainRoute(JOIN, ANYONE, act=join, slowing=GUESSES),
)
