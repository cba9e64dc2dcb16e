"""The helm's part on goals at tables: who sits where, who writes, and who has told of it."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.goal_tables import (
    areas_for,
    choose_writer,
    deal,
    give_area,
    mark_presented,
    move_person,
    tables_at,
)
from strategykit.actions.room_views import RoomView
from strategykit.actions.steering import here_told
from strategykit.domain.areas import Area
from strategykit.domain.boards import Done
from strategykit.domain.comparison_text import listed
from strategykit.domain.goal_tables import GoalTable, first_tables
from strategykit.domain.people import Person, called, in_role_order
from strategykit.domain.steps import Step, StepKind
from strategykit.errors import Empty, MovedOn, NotFound
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

PART = "borde"
MOST_TABLES = 4  # on the same area


def table_steps(view: RoomView) -> tuple[Step, ...]:
    """The steps that tables are dealt for, each once."""
    steps = [first_tables(s, view.find) for s in view.steps if s.kind is StepKind.TABLES]
    return tuple(dict.fromkeys(steps))


def fill(helm: Helm, _: Request) -> dict[str, Any]:
    """What the part shows: of the step at hand, else of the meeting's first one with tables."""
    view, step = helm.view, _step(helm.view)
    people = in_role_order([view.people[seat.person_id] for seat in view.present])
    with helm.db.reading() as store:
        tables = tables_at(store, step) if step else ()
        areas = areas_for(store, helm.process_id)
    seated = {one for table in tables for one in table.table.person_ids}
    return {
        "bordtrin": step, "borde": tables, "omraader": areas, "personer": people,
        "uden_bord": [person for person in people if person.id not in seated],
        "kaldt": called, "opremset": listed, "flest": MOST_TABLES, "ny": new_id(),
    }  # fmt: skip


def deal_out(helm: Helm, form: Form) -> Done:
    """Everybody who was ticked for onto tables with the ticked areas."""
    step = _step(helm.view)
    if step is None:
        raise NotFound(Step.noun)
    many = min(max(number(form, "antal", 1), 1), MOST_TABLES)
    areas = [area for area in form.getlist("omraade") for _ in range(many)]
    seats = [seat for seat in helm.view.present if seat.votes or "alle" in form]
    seed = form.get("ny", "") if helm.view.tables else ""
    return deal(helm.db, helm.who, step, seats, areas, seed)


def move(helm: Helm, form: Form) -> Done:
    """A person to another table."""
    return move_person(helm.db, helm.who, _table(helm, form), _person(helm, form))


def writer(helm: Helm, form: Form) -> Done:
    """Whose phone fills in the table's goals."""
    return choose_writer(helm.db, helm.who, _seen(helm, form), _person(helm, form))


def area(helm: Helm, form: Form) -> Done:
    """The area that the table works on."""
    with helm.db.reading() as store:
        chosen = store.get(Area, form.get("omraade", ""), helm.process_id)
    return give_area(helm.db, helm.who, _seen(helm, form), chosen)


def presented(helm: Helm, form: Form) -> Done:
    """Whether the table has told the room."""
    seen = _seen(helm, form)
    return mark_presented(helm.db, helm.who, seen, presented=not seen.presented)


def show(request: Request) -> Response:
    """An address that is easy to say leads to the part."""
    return go_to(way_to(request.query_params.get("moede", ""), PART))


def _step(view: RoomView) -> Step | None:
    if view.step is not None and view.step.kind is StepKind.TABLES:
        return first_tables(view.step, view.find)
    return next(iter(table_steps(view)), None)


def _table(helm: Helm, form: Form) -> GoalTable:
    if not form.get("bord"):
        raise Empty("Bord")
    found = next((table for table in helm.view.tables if table.id == form["bord"]), None)
    if found is None:
        raise MovedOn(here_told(helm.view))
    return found


def _seen(helm: Helm, form: Form) -> GoalTable:
    """The table as the form showed it; raises MovedOn when somebody changed it since."""
    table = _table(helm, form)
    if table.version != number(form, "version"):
        raise MovedOn(here_told(helm.view))
    return table


def _person(helm: Helm, form: Form) -> Person:
    if not form.get("person"):
        raise Empty("Person")
    found = helm.view.people.get(form["person"])
    if found is None:
        raise NotFound(Person.noun)
    return found


ACTS: tuple[tuple[str, Steer], ...] = (
    ("borde/del", deal_out),
    ("borde/flyt", move),
    ("borde/skriver", writer),
    ("borde/omraade", area),
    ("borde/lagt-frem", presented),
)
ROUTES = (
    PlainRoute(f"{PATH}/borde", DOORS, show=show),
    *(PlainRoute(f"{PATH}/{name}", DOORS, act=steers(call)) for name, call in ACTS),
)
