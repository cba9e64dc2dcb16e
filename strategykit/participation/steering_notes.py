"""The helm's part on notes: hide, release, move and gather them by ticking."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from strategykit.actions.acting import new_id
from strategykit.actions.boards import dissolve_group, make_group, move_notes, rename_group
from strategykit.actions.likeness import suggestions
from strategykit.actions.note_piles import hide_notes, move_to_field, release_notes, show_notes
from strategykit.actions.room_views import RoomView
from strategykit.domain.boards import BoardContent, Done, Note, NoteGroup, Spot
from strategykit.domain.likeness import Alike
from strategykit.domain.steps import Step, Subjects
from strategykit.errors import Empty, NotFound
from strategykit.participation.csrf import Form
from strategykit.participation.plain import PlainRoute
from strategykit.participation.steering_helm import DOORS, PATH, Helm, Steer, steers

MOST_SUGGESTED = 12


@dataclass(frozen=True)
class Pile:
    """Notes under one heading: a group, or those of a field that stand alone."""

    title: str
    group: NoteGroup | None
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Column:
    """One field of the board."""

    key: str
    title: str
    piles: tuple[Pile, ...]

    @property
    def count(self) -> int:
        return sum(len(pile.notes) for pile in self.piles)


def fill(helm: Helm) -> dict[str, Any]:
    """What the part shows."""
    step = board_step(helm.view)
    if step is None:
        return {"tavle": None}
    content = helm.view.content(step)
    return {
        "tavle": step, "felter": columns(helm.view, step, content), "grupper": content.groups,
        "skjulte": [n for n in content.notes if n.hidden],
        "venter": [n for n in content.notes if n.held and not n.hidden],
        "forslag": ideas(content), "seddel": {n.id: n for n in content.notes},
        "feltnavne": field_names(helm.view, step), "ny": new_id(),
    }  # fmt: skip


def board_step(view: RoomView) -> Step | None:
    """The room's step if it has a board, else the last one before it that has."""
    with_board = [s for s in view.steps if s.subjects is Subjects.BOARD]
    if view.step in with_board:
        return view.step
    begun = [s for s in with_board if s.opened_at is not None]
    return max(begun, key=lambda s: (s.opened_at, s.id), default=None)


def field_names(view: RoomView, step: Step) -> dict[str, str]:
    """The titles of the fields of the step's board by their keys, in their order."""
    plan = view.template.board(step.subject)
    known = plan.fields if plan else ()
    return {f.key: f.title for f in known if not step.fields or f.key in step.fields}


def columns(view: RoomView, step: Step, content: BoardContent) -> tuple[Column, ...]:
    """The notes that the wall shows, field by field, groups first."""
    names = field_names(view, step) or {"": ""}
    return tuple(Column(key, title, _piles(content, key)) for key, title in names.items())


def ideas(content: BoardContent) -> tuple[Alike, ...]:
    """Suggested groups of the notes that stand alone."""
    known = {group.id for group in content.groups}
    loose = tuple(n for n in content.shown if n.group_id not in known)
    return suggestions(loose)[:MOST_SUGGESTED]


def _piles(content: BoardContent, field: str) -> tuple[Pile, ...]:
    here = [n for n in content.shown if not field or n.field == field]
    groups = [g for g in content.groups if not field or g.field == field]
    found = [Pile(g.title, g, tuple(n for n in here if n.group_id == g.id)) for g in groups]
    known = {group.id for group in groups}
    alone = tuple(n for n in here if n.group_id not in known)
    return (*found, *((Pile("", None, alone),) if alone else ()))


def pile(helm: Helm, form: Form) -> Done:
    """One of the acts on the ticked notes, named by the button."""
    chosen = next((act for name, act in _PILE_ACTS.items() if name in form), None)
    if chosen is None:
        raise NotFound("Knappen")
    return chosen(helm, form)


def gather(helm: Helm, form: Form) -> Done:
    """The ticked notes under a new heading."""
    step, title = _step(helm, form), form.get("overskrift", "").strip()
    if not title:
        raise Empty("Overskrift")
    spot = Spot(helm.process_id, step.subject)
    return make_group(helm.db, helm.who, spot, title, tuple(_ticked(form)), form.get("ny", ""))


def into_group(helm: Helm, form: Form) -> Done:
    """The ticked notes in a group that is there."""
    ids, group = tuple(_ticked(form)), _group(helm, form, "gruppe")
    return move_notes(helm.db, helm.who, helm.process_id, ids, group)


def out_of_group(helm: Helm, form: Form) -> Done:
    """The ticked notes stand alone."""
    return move_notes(helm.db, helm.who, helm.process_id, tuple(_ticked(form)), None)


def hide(helm: Helm, form: Form) -> Done:
    """The ticked notes are off the wall, for a reason."""
    return hide_notes(helm.db, helm.who, helm.process_id, _ticked(form), form.get("grund", ""))


def move(helm: Helm, form: Form) -> Done:
    """The ticked notes in another field."""
    field = form.get("felt", "")
    if field not in field_names(helm.view, _step(helm, form)):
        raise Empty("Felt")
    return move_to_field(helm.db, helm.who, helm.process_id, tuple(_ticked(form)), field)


def show_again(helm: Helm, form: Form) -> Done:
    """The ticked hidden notes are on the wall again."""
    return show_notes(helm.db, helm.who, helm.process_id, tuple(_ticked(form)))


def release(helm: Helm, form: Form) -> Done:
    """The ticked held notes, or all of them, come on the wall."""
    held = [n.id for n in helm.view.content(_step(helm, form)).notes if n.held and not n.hidden]
    ids = held if "alle" in form else tuple(_ticked(form))
    return release_notes(helm.db, helm.who, helm.process_id, ids)


def change_group(helm: Helm, form: Form) -> Done:
    """The chosen group under another heading, or dissolved."""
    group = _group(helm, form, "gruppe")
    if "oploes" in form:
        return dissolve_group(helm.db, helm.who, group)
    return rename_group(helm.db, helm.who, group, form.get("overskrift", ""))


def _step(helm: Helm, form: Form) -> Step:
    step = helm.view.find(form.get("trin", ""))
    if step is None:
        raise NotFound(Step.noun)
    return step


def _group(helm: Helm, form: Form, name: str) -> NoteGroup:
    if not form.get(name):
        raise Empty("Gruppe")
    known = helm.view.content(_step(helm, form)).groups
    found = next((group for group in known if group.id == form[name]), None)
    if found is None:
        raise NotFound(NoteGroup.noun)
    return found


def _ticked(form: Form) -> dict[str, int]:
    """The ids of the ticked notes with the version that the person saw."""
    found = {}
    for value in form.getlist("seddel"):
        note_id, _, version = value.partition(".")
        found[note_id] = int(version) if version.isascii() and version.isdigit() else 0
    return found


_PILE_ACTS: dict[str, Callable[[Helm, Form], Done]] = {
    "saml": gather,
    "laeg": into_group,
    "tag": out_of_group,
    "skjul": hide,
    "flyt": move,
}
ACTS: tuple[tuple[str, Steer], ...] = (
    ("sedler", pile),
    ("sedler/saml", gather),
    ("sedler/vis", show_again),
    ("sedler/slip", release),
    ("sedler/gruppe", change_group),
)
ROUTES = tuple(PlainRoute(f"{PATH}/{name}", DOORS, act=steers(call)) for name, call in ACTS)
