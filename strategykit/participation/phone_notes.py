"""Notes on the phone: the form, one's own notes, and what others wrote where that may be seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.collecting import (
    change_note,
    own_notes,
    withdraw_note,
    write_note,
)
from strategykit.actions.grouping import group_notes
from strategykit.domain.boards import NOTE_LENGTH, Cluster, Note
from strategykit.domain.template import FieldPlan
from strategykit.errors import StepNotOpen
from strategykit.participation.answers import fine
from strategykit.participation.crowd import Once
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.parts import Part, Stand
from strategykit.participation.phone_doors import attendee_of, way_on
from strategykit.participation.rendering import fragment

_WALLS: Once[dict[str, Any]] = Once()
MOST_SHOWN = 40  # of the others' notes; the rest have a page of their own


@dataclass(frozen=True)
class Pile:
    """What lies in one field."""

    title: str
    clusters: tuple[Cluster, ...]


def write(request: Request, form: Form) -> Response:
    """A new note; its nonce makes a second sending the same note."""
    who, nonce = attendee_of(request, form), form.get("nonce", "") or new_id()
    try:
        write_note(
            database(), who, form.get("trin", ""), form.get("felt", ""), form.get("tekst", ""),
            nonce,
        )  # fmt: skip
    except StepNotOpen:
        if not _is_there(nonce, form.get("trin", "")):
            raise  # else it came through, and only the answer was lost before the step closed
    return fine(request, way_on(form), nonce=new_id())


def change(request: Request, form: Form) -> Response:
    """One's own note in other words."""
    version = form.get("version", "")
    change_note(
        database(), attendee_of(request, form), form.get("trin", ""), form.get("seddel", ""),
        int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0,  # noqa: PLR2004
        form.get("felt", ""),
        form.get("tekst", ""),
    )  # fmt: skip
    return fine(request, way_on(form))


def withdraw(request: Request, form: Form) -> Response:
    """One's own note is gone."""
    who = attendee_of(request, form)
    withdraw_note(database(), who, form.get("trin", ""), form.get("seddel", ""))
    return fine(request, way_on(form))


def group(request: Request, form: Form) -> Response:
    """Some notes under one heading."""
    group_notes(
        database(), attendee_of(request, form), form.get("trin", ""), form.getlist("seddel"),
        form.get("overskrift", ""), form.get("nonce", "") or new_id(),
    )  # fmt: skip
    return fine(request, way_on(form))


def fields_at(stand: Stand) -> tuple[FieldPlan, ...]:
    """The fields that the step is about, in the board's order."""
    plan, step = stand.view.template.board(stand.step.subject), stand.step
    asked = plan.fields if plan else ()
    return tuple(f for f in asked if not step.fields or f.key in step.fields)


def wall(stand: Stand, *, always: bool = False) -> tuple[Pile, ...]:
    """What the others have written, by field; nothing where phones may not see it."""
    step, content = stand.step, stand.view.content(stand.step)
    if not step.shows_notes or not (step.on_phones or always):
        return ()
    titles = [(field.key, field.title) for field in fields_at(stand)] or [("", "")]
    piles = (Pile(title, content.clusters(key)) for key, title in titles)
    return tuple(pile for pile in piles if pile.clusters)


def _collect(stand: Stand) -> dict[str, Any]:
    own = own_notes(stand.store, stand.attendee, stand.step)
    return {
        "fields": fields_at(stand), "titles": _titles(stand), "own": own, "most": NOTE_LENGTH,
        "may_write": stand.may(stand.step.writers), "chosen": _chosen(own, stand.chosen),
        **_on_the_wall(stand),
    }  # fmt: skip


def _group(stand: Stand) -> dict[str, Any]:
    """Whoever groups has the single notes before them in the form, and the groups on the wall."""
    may = stand.may(stand.step.groupers)
    clusters = [c for pile in wall(stand, always=True) for c in pile.clusters]
    free = [c.notes[0] for c in clusters if not c.notes[0].group_id]
    about = {"may_group": may, "free": free, "titles": _titles(stand)}
    return {**about, **_on_the_wall(stand, groups_only=may)}


def _on_the_wall(stand: Stand, *, groups_only: bool = False) -> dict[str, Any]:
    """The wall is the same for all who see the same reading, so it is made once."""
    view, step = stand.view, stand.step
    key = (view.process.id, view.meeting.id, view.revision, step.id, groups_only)
    return _WALLS.of(key, lambda: _made(stand, groups_only=groups_only))


def _made(stand: Stand, *, groups_only: bool) -> dict[str, Any]:
    piles = wall(stand)
    if groups_only:
        grouped = (
            Pile(p.title, tuple(c for c in p.clusters if c.notes[0].group_id)) for p in piles
        )
        piles = tuple(pile for pile in grouped if pile.clusters)
    shown = tuple(_cut(piles, MOST_SHOWN))
    count = sum(len(cluster.notes) for pile in piles for cluster in pile.clusters)
    drawn = Markup(fragment("deltag_vaeg.html", part={"piles": shown}))  # noqa: S704 - escaped in it
    return {"piles": drawn if shown else "", "count": count, "more": shown != piles}


def _titles(stand: Stand) -> dict[str, str]:
    return {field.key: field.title for field in fields_at(stand)}


def _chosen(own: tuple[Note, ...], note_id: str) -> Note | None:
    return next((note for note in own if note.id == note_id), None)


def _cut(piles: tuple[Pile, ...], most: int) -> Iterator[Pile]:
    """Some of each field, so that none is left out."""
    each = max(1, most // max(1, len(piles)))
    for pile in piles:
        yield Pile(pile.title, pile.clusters[:each])


def _is_there(nonce: str, step_id: str) -> bool:
    with database().reading() as store:
        note = store.find(Note, nonce)
    return note is not None and note.step_id == step_id


COLLECT = Part("deltag_sedler.html", _collect)
GROUP = Part("deltag_saml.html", _group)
DISCUSSION = Part("deltag_droeft.html", _on_the_wall)

ACTS = (
    ("seddel", write),
    ("seddel/ret", change),
    ("seddel/traek", withdraw),
    ("saml", group),
)
