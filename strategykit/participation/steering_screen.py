"""The helm's part on screens: the code, the dark projector, the spread, and ending the meeting."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.pairing import end_screens, pair_projector, paired_screens
from strategykit.actions.rooms import change_room
from strategykit.actions.steering import end_meeting, open_room_in
from strategykit.actions.steering_phones import paired_phones
from strategykit.domain.boards import Done
from strategykit.participation.csrf import Form
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rendering import page
from strategykit.participation.steering_helm import DOORS, PATH, Helm, Steer, helm_of, steers
from strategykit.reach import phone_address

END = f"{PATH}/afslut"


def fill(helm: Helm) -> dict[str, Any]:
    """What the part shows."""
    return {
        "koblede": len(paired_phones(helm.db, helm.meeting_id)),
        "skaerme": len(paired_screens(helm.db, helm.meeting_id)),
        "projektor": f"{phone_address()}/projektor" if phone_address() else "",
    }


def blank(helm: Helm, form: Form) -> Done:
    """The projector dark, or lit again."""
    room = helm.seen_room(form)
    told = "Projektoren er tændt igen." if room.blanked else "Projektoren er mørk."
    return change_room(helm.db, helm.who, room, told, blanked=not room.blanked)


def code(helm: Helm, form: Form) -> Done:
    """The code fills the screen, or stands in its corner."""
    room = helm.seen_room(form)
    told = "Koden står i hjørnet." if room.code_shown else "Koden fylder skærmen."
    return change_room(helm.db, helm.who, room, told, code_shown=not room.code_shown)


def spread(helm: Helm, form: Form) -> Done:
    """How the votes lay is unfolded, or not."""
    room = helm.seen_room(form)
    told = "Spredningen er skjult." if room.spread_shown else "Spredningen vises."
    return change_room(helm.db, helm.who, room, told, spread_shown=not room.spread_shown)


def pair_screen(helm: Helm, form: Form) -> str:
    """The screen that shows the code shows this meeting."""
    pair_projector(
        helm.db, helm.who, form.get("skaermkode", ""), helm.process_id, helm.meeting_id
    )  # fmt: skip
    return "Skærmen viser nu mødet."


def end_all_screens(helm: Helm, _form: Form) -> str:
    """Paired screens show a code again."""
    end_screens(helm.db, helm.meeting_id)
    return "Ingen skærm er koblet til mødet længere."


def show_end(request: Request) -> Response:
    """What ends with the meeting, before it does."""
    helm = helm_of(request, request.query_params.get("moede", ""))
    room = open_room_in(helm.view)
    still_open = [s for s in helm.view.steps if s.is_open and not s.stays_open]
    return page(
        request, "styring_afslut.html", view=helm.view, rum=room, aabne=still_open,
        for_altid=[s for s in still_open if s.anonymous],
        bliver=[s for s in helm.view.steps if s.is_open and s.stays_open],
    )  # fmt: skip


def end(helm: Helm, form: Form) -> Done:
    """The meeting is over."""
    return end_meeting(helm.db, helm.who, helm.view, helm.seen_room(form))


ACTS: tuple[tuple[str, Steer], ...] = (
    ("moerk", blank),
    ("kode", code),
    ("spredning", spread),
)
#: Who may look: nothing of the meeting changes, and a screen is let out and in again by its code.
PAIRING: tuple[tuple[str, Steer], ...] = (
    ("kobl-skaerm", pair_screen),
    ("luk-skaerme", end_all_screens),
)
ROUTES = (
    *(PlainRoute(f"{PATH}/{name}", DOORS, act=steers(call)) for name, call in (*ACTS, *PAIRING)),
    PlainRoute(END, DOORS, show=show_end, act=steers(end)),
)
