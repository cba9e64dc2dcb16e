"""Notes on the phone: the form, one's own notes, and what others wrote where that may be seen."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.collecting import NOTE_LENGTH, fields_of, own_notes, write_note
from strategykit.domain.access import Door
from strategykit.participation.answers import fine
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.parts import Part, Stand
from strategykit.participation.phone_doors import attendee_of
from strategykit.participation.plain import PlainRoute

PATH = "/deltag"


def write(request: Request, form: Form) -> Response:
    """A new note; its nonce makes a second sending the same note."""
    attendee = attendee_of(request, form)
    write_note(
        database(), attendee, form.get("trin", ""), form.get("felt", ""), form.get("tekst", ""),
        form.get("nonce", ""),
    )  # fmt: skip
    return fine(request, PATH, nonce=new_id())


def _fill(stand: Stand) -> dict[str, Any]:
    step, store = stand.step, stand.store
    own = own_notes(store, stand.attendee, step)
    return {
        "fields": fields_of(store, step), "own": own, "may_write": stand.may(step.writers),
        "most": NOTE_LENGTH,
    }  # fmt: skip


COLLECT = Part("deltag_sedler.html", _fill)
GROUP = Part("deltag_droeft.html", lambda _: {})
DISCUSSION = Part("deltag_droeft.html", lambda _: {})

ROUTES = (PlainRoute(f"{PATH}/seddel", (Door.DEVICE,), act=write),)
