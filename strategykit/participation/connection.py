"""Forbindelsestjek: a page that turns green only when a real phone has answered."""

from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from strategykit.domain.access import Door
from strategykit.domain.clock import moment_told
from strategykit.live import HUB
from strategykit.participation.checks import CHECKS, Check
from strategykit.participation.csrf import Form
from strategykit.participation.doors import sign_in_here
from strategykit.participation.plain import ANYONE, PlainRoute, sign_in_of_request
from strategykit.participation.rendering import fragment, go_to, page, told
from strategykit.qr import qr_svg
from strategykit.reach import is_another_device, phone_address, phone_answered, reach

PATH, PHONE = "/forbindelse", "/forbindelse/telefon"
STREAM_SECONDS, STEP_SECONDS = 8.0, 0.5
MOST_STREAMS = 200


def show_check(request: Request) -> Response:
    """The facilitator's page."""
    served, check = reach(), CHECKS.of(sign_in_of_request(request).account_id)
    addresses = served.addresses
    chosen = _chosen(request, addresses)
    link = f"{addresses[chosen]}{PHONE}" if addresses else ""
    return page(
        request, "connection.html", served=served, addresses=addresses, chosen=chosen, link=link,
        code=check.code, qr=qr_svg(f"{link}?kode={check.code}") if link else "", **_status(check),
    )  # fmt: skip


def show_status(request: Request) -> Response:
    """The part of the page that changes."""
    check = CHECKS.of(sign_in_of_request(request).account_id)
    return HTMLResponse(
        fragment("connection_status.html", **_status(check)), headers={"Cache-Control": "no-store"}
    )


def begin_anew(request: Request, _form: Form) -> Response:
    """Another network is tried."""
    CHECKS.begin_anew(sign_in_of_request(request).account_id)
    return go_to(PATH)


def show_phone(request: Request) -> Response:
    """What the phone opens: a button, which a script presses by itself."""
    code = request.query_params.get("kode", "")
    return page(request, "connection_phone.html", code=code, known=CHECKS.is_open(code))


def answer(request: Request, form: Form) -> Response:
    """Counts when it comes from another machine than the one that serves or steers."""
    code, streams = form.get("kode", ""), _measured(form)
    if not is_another_device(request.scope) or sign_in_here(request, Door.FACILITATOR):
        return told(
            request, "Det er ikke en telefon", "Siden er åbnet på den maskine, som programmet "
            "kører på eller styres fra, og det viser ikke, om telefonerne kan nå den. Åbn "
            "adressen på en telefon.", kind="care", status=409,
        )  # fmt: skip
    if not CHECKS.answer(code, streams=streams):
        return page(request, "connection_phone.html", 404, code=code, known=False)
    phone_answered(request.scope)
    return go_to(f"{PHONE}/svaret")


def show_answered(request: Request) -> Response:
    """Where the phone's button leads."""
    return told(request, "Forbindelsen virker", "Telefonen kan være med. Skærmen viser det nu.")


async def stream(_request: Request) -> Response:
    """One event for the phone that measures whether events come through."""
    if _Open.count >= MOST_STREAMS:
        return Response(status_code=503)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_events(), media_type="text/event-stream", headers=headers)


class _Open:
    count = 0


async def _events() -> AsyncIterator[str]:
    """Stays open after the event, else a proxy that holds streams back would let it go too."""
    _Open.count += 1
    ear = HUB.listen(PHONE)
    try:
        yield ": åben\n\n"
        for step in range(int(STREAM_SECONDS / STEP_SECONDS)):
            await ear.wait(STEP_SECONDS)
            if HUB.stopping:
                return
            if step == 0:
                yield "data: kom igennem\n\n"
    finally:
        HUB.leave(PHONE, ear)
        _Open.count -= 1


def _status(check: Check) -> dict[str, Any]:
    at = moment_told(check.answered_at) if check.answered_at else ""
    return {"reached": bool(reach().addresses), "at": at, "streams": check.streams}


def _chosen(request: Request, addresses: tuple[str, ...]) -> int:
    wanted = request.query_params.get("adresse", "")
    places = {str(place): place for place in range(len(addresses))}
    likely = addresses.index(phone_address()) if addresses else 0
    return places.get(wanted, likely)


def _measured(form: Form) -> bool | None:
    return {"ja": True, "nej": False}.get(form.get("opdateringer", ""))


ROUTES = (
    PlainRoute(PATH, (Door.FACILITATOR,), show=show_check, act=begin_anew),
    PlainRoute(f"{PATH}/svar", (Door.FACILITATOR,), show=show_status),
    PlainRoute(PHONE, ANYONE, show=show_phone, act=answer),
    PlainRoute(f"{PHONE}/svaret", ANYONE, show=show_answered),
    PlainRoute(f"{PHONE}/opdateringer", ANYONE, stream=stream),
)
