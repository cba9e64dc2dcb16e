"""What a table's phone sends: its goals, and that it is done."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from strategykit.actions.goal_tables import TableView, tables_at
from strategykit.actions.goal_writing import finish_table, write_goal
from strategykit.domain.access import Door
from strategykit.domain.goal_sheets import GoalCard
from strategykit.domain.rooms import Attendee
from strategykit.domain.steps import Step
from strategykit.errors import BadEntry, EditConflict, NoTable
from strategykit.participation.answers import fine, wants_json
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.goal_form import NEW, field_of, theirs_of
from strategykit.participation.goal_reading import read_goal
from strategykit.participation.phone import PATH, show
from strategykit.participation.phone_doors import attendee_of, device_here, way_on
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rendering import go_to

_MOST_TOLD = 3


def goal(request: Request, form: Form) -> Response:
    """One goal of the table as it was filled in; what cannot be kept stands in the form still."""
    who, step_id = attendee_of(request, form), form.get("trin", "")
    at, card = _at(who, form)
    sheet, wrong = read_goal(form, at.table, card)
    if sheet is None:
        return _again(request, form, wrong)
    try:
        write_goal(database(), who, step_id, at.table.id, sheet)
    except EditConflict as conflict:
        stands = f"{conflict} Der står nu: {theirs_of(conflict)}"
        return _again(request, form, {"maal": stands})
    except BadEntry as error:
        return _again(request, form, {field_of(error): str(error)})
    way = way_on(form)
    return fine(request, f"{way}{'&' if '?' in way else '?'}ret={sheet.goal.id}")


def finish(request: Request, form: Form) -> Response:
    """The table is done, or writes on."""
    finish_table(
        database(), attendee_of(request, form), form.get("trin", ""), form.get("bord", ""),
        finished=form.get("faerdig") == "ja",
    )  # fmt: skip
    return fine(request, way_on(form))


def _at(who: Attendee, form: Form) -> tuple[TableView, GoalCard | None]:
    """The form's table, and its goal as it is saved now."""
    with database().reading() as store:
        step = store.get(Step, form.get("trin", ""), who.process_id)
        found = next(
            (one for one in tables_at(store, step) if one.table.id == form.get("bord", "")), None
        )
    if found is None:
        raise NoTable
    wanted = (form.get("maal_id", ""), form.get("nonce", ""))
    return found, next((card for card in found.goals if card.goal.id in wanted), None)


def _again(request: Request, form: Form, wrong: Mapping[str, str]) -> Response:
    """The page with what was typed and a sentence at each field; a script is told to show it."""
    told = " ".join(dict.fromkeys(list(wrong.values())[:_MOST_TOLD]))
    if wants_json(request):
        return JSONResponse({"ok": False, "fejl": told, "igen": False, "vis": True}, 400)
    typed = {name: text for name, text in form.items() if not name.startswith("_")}
    asked = {
        "trin": form.get("trin", "") if form.get("hjemme") else "",
        "ret": form.get("maal_id", "") or NEW,
    }
    device = device_here(request, form)
    return show(request, device, 400, asked, error=told, typed=typed, wrong=wrong)


def back(_: Request) -> Response:
    """Whoever opens the address of a form comes to the page that holds it."""
    return go_to(PATH)


ACTS = (("bord/maal", goal), ("bord/faerdig", finish))
ROUTES = (PlainRoute(f"{PATH}/bord", (Door.DEVICE,), show=back),)
