"""The wall: one scene for the whole room, in a frame that says where the room is."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from strategykit.actions.goal_tables import TableView
from strategykit.actions.room_views import RoomView
from strategykit.domain.access import spaced_code
from strategykit.domain.clock import clock, in_denmark
from strategykit.domain.countdown import countdown_of
from strategykit.domain.meetings import AgendaItem
from strategykit.domain.rooms import Room
from strategykit.domain.steps import VOTING, Circle, Step, StepKind, StepState, Subjects
from strategykit.domain.wording import capital
from strategykit.participation.going_through_wall import answered_at, review_scene
from strategykit.participation.projector_cards import (
    Sheet,
    count_sheets,
    note_sheets,
    subject_sheets,
)
from strategykit.participation.projector_results import filled, result_at
from strategykit.participation.projector_scene import Scene, Taken, Wall, WayIn, length_of
from strategykit.participation.projector_tables import (
    goals_of_all,
    goals_of_table,
    presenting,
    seating_sheets,
)
from strategykit.qr import qr_svg


def wall_of(
    view: RoomView, moment: datetime, way_in: WayIn, tables: Sequence[TableView] = ()
) -> Wall:
    """The wall at that moment; `tables` are those of the step at hand."""
    room = view.room
    if room is None:
        return Wall(_message(view.meeting.title, "Mødet begynder snart"))
    if not room.is_open:
        return Wall(_message("Mødet er slut", view.meeting.title))
    if room.blanked:
        return Wall(Scene("projektor_moerk.html", "Skærmen er mørk"))
    if room.code_shown:
        return Wall(_join(view, room, way_in))
    step = view.step
    return Wall(
        _scene(view, step, tables), _place(view), spaced_code(room.code), way_in.told,
        countdown_of(step, moment) if step else None, _taken(view, step) if step else None,
    )  # fmt: skip


def _scene(view: RoomView, step: Step | None, tables: Sequence[TableView]) -> Scene:
    if step is None:
        return _between(view)
    if step.kind is StepKind.TABLES and tables:
        return _tables(step, tables)
    if step.state is StepState.WAITING:
        return _words(view, step)
    return _SCENES.get(step.kind, _words)(view, step)


def _join(view: RoomView, room: Room, way_in: WayIn) -> Scene:
    """The way in, for the whole screen; how many are in, and not who."""
    fill = {
        "code": spaced_code(room.code), "address": way_in.told, "locked": room.locked,
        "qr": qr_svg(way_in.link(room.code)) if way_in.reached else "", "joined": len(view.present),
        "reached": way_in.reached,
    }  # fmt: skip
    return Scene("projektor_kode.html", "Vær med fra telefonen", view.meeting.title, fill)


def _between(view: RoomView) -> Scene:
    """The agenda's item at hand, and what comes after it."""
    here = _item_number(view)
    if here is None:
        first = view.items[0].title if view.items else ""
        return Scene("projektor_punkt.html", view.meeting.title, "", {"about": "", "next": first})
    item, rest = view.items[here], view.items[here + 1 :]
    fill = {"about": _until(view, item), "next": rest[0].title if rest else ""}
    return Scene("projektor_punkt.html", item.title, "", fill)


def _until(view: RoomView, item: AgendaItem) -> str:
    """ "I plenum til kl. 17.20"."""
    began = view.room.item_began_at if view.room else None
    seating = capital(item.seating.value)
    if began is None:
        return seating
    ends = in_denmark(began + timedelta(minutes=item.minutes))
    return f"{seating} til kl. {clock(ends.hour * 60 + ends.minute)}"


def _words(view: RoomView, step: Step) -> Scene:
    """The question as large as it goes, with the text that it is about."""
    text = _text(view, step)
    return _asked("projektor_ord.html", step, text=text, size=length_of(text))


def _text(view: RoomView, step: Step) -> str:
    """The one text that the step is about, unless that is the question itself."""
    if step.subjects is not Subjects.STATEMENT and step.kind is not StepKind.CONSENT:
        return ""
    text = view.subjects(step)[0].title
    return "" if text in (step.ask, step.title) else text


def _notes(view: RoomView, step: Step) -> Scene:
    if not step.shows_notes:
        return _cards("projektor_stil.html", step, count_sheets(view, step))
    return _cards("projektor_sedler.html", step, note_sheets(view, step))


def _voting(view: RoomView, step: Step) -> Scene:
    """What is voted on; nothing of how, before the step is closed."""
    result = result_at(view, step)
    if result is not None:
        fill = filled(view, result)
        template = _RESULTS[step.kind][fill["spread"]]
        return _asked(template, step, text=_text(view, step), **fill)
    if step.kind is StepKind.CONSENT:
        return _words(view, step)
    return _asked("projektor_sedler.html", step, sheets=subject_sheets(view, step))


def _cards(template: str, step: Step, sheets: Sequence[Sheet]) -> Scene:
    notes = sum(column.count for sheet in sheets for column in sheet.columns)
    return _asked(template, step, sheets=sheets, notes=notes)


def _tables(step: Step, tables: Sequence[TableView]) -> Scene:
    """Who sits where while the tables work; then one table at a time, and all goals at the end."""
    if not step.is_closed:
        return _asked("projektor_borde.html", step, sheets=seating_sheets(tables))
    turn = presenting(tables)
    if turn is None:
        return _asked("projektor_borde.html", step, sheets=goals_of_all(tables))
    heading = f"Bord {turn.table.number}: {turn.area.name}"
    return Scene("projektor_borde.html", heading, step.title, {"sheets": goals_of_table(turn)})


def _message(heading: str, above: str) -> Scene:
    return Scene("projektor_ord.html", heading, above, {"text": ""})


def _asked(template: str, step: Step, **fill: Any) -> Scene:
    """The step's question as heading; a step without one has its title."""
    asks = bool(step.ask.strip())
    return Scene(template, step.ask if asks else step.title, step.title if asks else "", fill)


def _place(view: RoomView) -> str:
    """ "Punkt 3 af 7: SWOT", with the step where that is another word."""
    here = _item_number(view)
    item = view.items[here].title if here is not None else view.meeting.title
    told = item if here is None else f"Punkt {here + 1} af {len(view.items)}: {item}"
    step = view.step.title if view.step else item
    return told if step.casefold() in item.casefold() else f"{told} · {step}"


def _item_number(view: RoomView) -> int | None:
    wanted = view.room.item_id if view.room else ""
    return next((n for n, item in enumerate(view.items) if item.id == wanted), None)


def _taken(view: RoomView, step: Step) -> Taken | None:
    """Answers while there is a vote, readiness in other steps."""
    if not step.is_open:
        return None
    here = len(view.present)
    if step.kind is StepKind.REVIEW:
        return answered_at(view)
    if step.kind in VOTING:
        voters = view.present_voices if step.voters is Circle.EVERYBODY else view.voters
        return Taken(view.answered, voters, "har svaret")
    return Taken(view.ready, here, "er klar") if here else None


_SCENES: Mapping[StepKind, Callable[[RoomView, Step], Scene]] = {
    StepKind.COLLECT: _notes,
    StepKind.GROUP: _notes,
    StepKind.DOTS: _voting,
    StepKind.RATE: _voting,
    StepKind.RANK: _voting,
    StepKind.CONSENT: _voting,
    StepKind.REVIEW: review_scene,
}
_BARS, _PICTURE, _CONSENT = (
    "projektor_resultat.html", "projektor_vurdering.html", "projektor_samtykke.html",
)  # fmt: skip
#: How the answers lay is told in words, which the picture has no room for.
_RESULTS: Mapping[StepKind, tuple[str, str]] = {
    StepKind.DOTS: (_BARS, _BARS),
    StepKind.RATE: (_PICTURE, _BARS),
    StepKind.RANK: (_BARS, _BARS),
    StepKind.CONSENT: (_CONSENT, _CONSENT),
}
