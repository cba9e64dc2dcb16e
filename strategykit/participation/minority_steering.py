"""The helm's part on mindretalsudtalelser: those that came from phones, and a form for more."""

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.minorities import (
    about,
    change_minority,
    enter_minority,
    remove_minority,
    rulings_of,
)
from strategykit.actions.registers import entries
from strategykit.domain.boards import Done
from strategykit.domain.comparison_text import listed
from strategykit.domain.minorities import Minority
from strategykit.domain.people import COMMITTEE, called, in_role_order
from strategykit.errors import EditConflict, NotFound
from strategykit.participation.csrf import Form
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rendering import go_to
from strategykit.participation.steering_helm import (
    DOORS,
    PATH,
    Helm,
    Steer,
    number,
    steers,
    way_to,
)

PART = "mindretal"


def fill(helm: Helm, request: Request) -> dict[str, Any]:
    """What the part shows; `ret` in the address names the one to change."""
    view, made = helm.view, _made(helm)
    rulings = rulings_of(helm.db, helm.process_id, helm.meeting_id)
    wanted = request.query_params.get("ret", "")
    seated = {seat.person_id for seat in view.present}
    people = [p for p in view.people.values() if p.role in COMMITTEE or p.id in seated]
    return {
        "udtalelser": made, "afgjort": rulings, "personer": in_role_order(people), "ny": new_id(),
        "titler": {ruling.id: ruling.title for ruling in rulings}, "kaldt": called,
        "fra": lambda one: listed([called(view.people[p]) for p in one.person_ids]),
        "rettes": next((one for one in made if one.id == wanted), None),
    }  # fmt: skip


def label(helm: Helm) -> str:
    """The part's name, with how many there are."""
    count = len(_made(helm))
    return f"Mindretal ({count})" if count else "Mindretal"


def enter(helm: Helm, form: Form) -> Done:
    """A new statement."""
    made = Minority(
        id=form.get("ny", "") or new_id(), process_id=helm.process_id, meeting_id=helm.meeting_id,
        **_typed(form),
    )  # fmt: skip
    rulings = rulings_of(helm.db, helm.process_id, helm.meeting_id)
    return enter_minority(helm.db, helm.who, about(made, form.get("til", ""), rulings))


def change(helm: Helm, form: Form) -> Done:
    """One of the statements in other words, or from others."""
    there = _seen(helm, form)
    changed = replace(there, **_typed(form))
    if there.version != number(form, "version"):
        raise EditConflict(there, changed)
    rulings = rulings_of(helm.db, helm.process_id, helm.meeting_id)
    return change_minority(
        helm.db, helm.who, there, about(changed, form.get("til", ""), rulings)
    )  # fmt: skip


def remove(helm: Helm, form: Form) -> Done:
    """One that was not meant."""
    return remove_minority(helm.db, helm.who, _seen(helm, form))


def show(request: Request) -> Response:
    """An address that is easy to say leads to the part."""
    return go_to(way_to(request.query_params.get("moede", ""), PART))


def _typed(form: Form) -> dict[str, Any]:
    return {"text": form.get("udtalelse", ""), "person_ids": tuple(form.getlist("fra"))}


def _seen(helm: Helm, form: Form) -> Minority:
    found = next((one for one in _made(helm) if one.id == form.get("udtalelse_id", "")), None)
    if found is None:
        raise NotFound(Minority.noun)
    return found


def _made(helm: Helm) -> list[Minority]:
    known = entries(helm.db, helm.process_id, Minority)
    return [one for one in known if one.meeting_id == helm.meeting_id]


ACTS: tuple[tuple[str, Steer], ...] = (
    ("mindretal/ny", enter),
    ("mindretal/ret", change),
    ("mindretal/fjern", remove),
)
ROUTES = (
    PlainRoute(f"{PATH}/mindretal", DOORS, show=show),
    *(PlainRoute(f"{PATH}/{name}", DOORS, act=steers(call)) for name, call in ACTS),
)
