"""The helm's part on what is written down: the minutes, decisions, agreements, parked items."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from starlette.requests import Request

from strategykit.actions.acting import new_id
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.domain.boards import Done
from strategykit.domain.meetings import AgendaItem, Agreement, Decision, Parked
from strategykit.domain.numbers import danish_date
from strategykit.errors import EditConflict, NotFound
from strategykit.participation.csrf import Form
from strategykit.participation.plain import PlainRoute
from strategykit.participation.steering_helm import DOORS, PATH, Helm, Steer, number, steers

Written = TypeVar("Written", Decision, Agreement, Parked)


def fill(helm: Helm, request: Request) -> dict[str, Any]:
    """What is written of the meeting, and a form for more."""
    view = helm.view
    wanted = request.query_params.get("punkt", "") or (view.room.item_id if view.room else "")
    here = next((item for item in view.items if item.id == wanted), None)
    return {
        "punkt": here or next(iter(view.items), None), "beslutninger": _written(helm, Decision),
        "aftaler": _written(helm, Agreement), "parkeret": _written(helm, Parked), "ny": new_id(),
        "dato": danish_date,
    }  # fmt: skip


def _written(helm: Helm, kind: type[Written]) -> list[Written]:
    return [e for e in entries(helm.db, helm.process_id, kind) if e.meeting_id == helm.meeting_id]


def note(helm: Helm, form: Form) -> Done:
    """What the minutes say of an item; raises EditConflict over another's words."""
    item = next((i for i in helm.view.items if i.id == form.get("punkt", "")), None)
    if item is None:
        raise NotFound(AgendaItem.noun)
    changed = replace(item, noted=form.get("noteret", ""))
    if item.version != number(form, "version"):
        raise EditConflict(item, changed)
    saved = change_entry(helm.db, helm.who, item, changed)
    return Done(f"Referatet er gemt: {item.title}", (item,), (saved,))


def decide(helm: Helm, form: Form) -> Done:
    """A decision of the committee."""
    made = Decision(
        **_own(helm, form), item_id=_item_id(helm, form), text=form.get("beslutning", ""),
        reason=form.get("begrundelse", ""),
    )  # fmt: skip
    return _added(helm, made, "Beslutningen er skrevet ned.")


def agree(helm: Helm, form: Form) -> Done:
    """Something to be done until next time."""
    made = Agreement(
        **_own(helm, form), what=form.get("aftale", ""), who=form.get("hvem", ""), due=_day(form)
    )
    return _added(helm, made, "Aftalen er skrevet ned.")


def park(helm: Helm, form: Form) -> Done:
    """Something to be taken up later."""
    made = Parked(**_own(helm, form), text=form.get("emne", ""), follow=form.get("hvor", ""))
    return _added(helm, made, "Emnet er sat på parkeringspladsen.")


def _own(helm: Helm, form: Form) -> dict[str, Any]:
    return {
        "id": form.get("ny", "") or new_id(), "process_id": helm.process_id,
        "meeting_id": helm.meeting_id,
    }  # fmt: skip


def _day(form: Form) -> date | None:
    try:
        return date.fromisoformat(form.get("hvornaar", ""))
    except ValueError:
        return None


def _item_id(helm: Helm, form: Form) -> str:
    wanted = form.get("punkt", "")
    return wanted if wanted in {item.id for item in helm.view.items} else ""


def _added(helm: Helm, made: Decision | Agreement | Parked, told: str) -> Done:
    if not add_entry(helm.db, helm.who, made):
        return Done(told)
    kept = next(e for e in entries(helm.db, helm.process_id, type(made)) if e.id == made.id)
    return Done(told, (), (kept,))


ACTS: tuple[tuple[str, Steer], ...] = (
    ("referat", note),
    ("referat/beslutning", decide),
    ("referat/aftale", agree),
    ("referat/emne", park),
)
ROUTES = tuple(PlainRoute(f"{PATH}/{name}", DOORS, act=steers(call)) for name, call in ACTS)
