"""The wall: one scene for the whole room, in a frame that says where the room is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from strategykit.actions.room_views import RoomView
from strategykit.domain.access import spaced_code
from strategykit.domain.boards import counted
from strategykit.domain.clock import clock, in_denmark
from strategykit.domain.countdown import Countdown, countdown_of
from strategykit.domain.meetings import AgendaItem
from strategykit.domain.rooms import Room
from strategykit.domain.steps import VOTING, Circle, Step, StepKind, StepState, Subjects
from strategykit.participation.projector_cards import (
    Sheet,
    count_sheets,
    note_sheets,
    subject_sheets,
)
from strategykit.participation.projector_results import filled, result_at
from strategykit.qr import qr_svg

PHONES = "/deltag"
LENGTHS = (60, 130, 280, 600)


@dataclass(frozen=True)
class Scene:
    """`template` draws it with `fill`; `above` is a smaller line over the heading."""

    template: str
    heading: str
    above: str = ""
    fill: Mapping[str, Any] = field(default_factory=dict)

    @property
    def length(self) -> str:
        """How long the heading is."""
        return length_of(self.heading)


@dataclass(frozen=True)
class WayIn:
    """Where phones find this server; `reached` is False where they cannot."""

    address: str
    reached: bool

    @property
    def told(self) -> str:
        """What somebody types: browsers add the rest, but https on a port of its own."""
        bare = self.address.partition("://")[2]
        typed = self.address if self.address.startswith("https") and ":" in bare else bare
        return f"{typed}{PHONES}"

    def link(self, code: str) -> str:
        """What the QR code holds."""
        return f"{self.address}{PHONES}?kode={code}"


@dataclass(frozen=True)
class Taken:
    """How many have done something of how many who may."""

    count: int
    of: int
    word: str

    @property
    def told(self) -> str:
        """ "9 af 12 har svaret"."""
        return f"{self.count} af {self.of} {self.word}"

    @property
    def percent(self) -> int:
        """How full the bar is."""
        return min(100, round(100 * self.count / self.of)) if self.of else 0


@dataclass(frozen=True)
class Wall:
    """What stands round the scene; all of it is empty on a dark wall."""

    scene: Scene
    place: str = ""
    code: str = ""
    address: str = ""
    countdown: Countdown | None = None
    taken: Taken | None = None

    @property
    def heard(self) -> str:
        """What is said now and then to somebody who does not see the wall; never a note."""
        notes = self.scene.fill.get("notes")
        told = counted(notes, "seddel", "sedler") if notes else ""
        return ". ".join(part for part in (told, self.taken.told if self.taken else "") if part)


def length_of(text: str) -> str:
    """How long a text is, which decides how large it is written."""
    lengths = zip(("kort", "mellem", "lang", "laengere"), LENGTHS, strict=True)
    return next((name for name, most in lengths if len(text) <= most), "laengst")


def wall_of(view: RoomView, moment: datetime, way_in: WayIn) -> Wall:
    """The wall at that moment."""
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
        _scene(view, step), _place(view), spaced_code(room.code), way_in.told,
        countdown_of(step, moment) if step else None, _taken(view, step) if step else None,
    )  # fmt: skip


def _scene(view: RoomView, step: Step | None) -> Scene:
    if step is None:
        return _between(view)
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
    seating = item.seating.value[:1].upper() + item.seating.value[1:]
    if began is None:
        return seating
    ends = in_denmark(began + timedelta(minutes=item.minutes))
    return f"{seating} til kl. {clock(ends.hour * 60 + ends.minute)}"


def _words(view: RoomView, step: Step) -> Scene:
    """The question as large as it goes, with the text that it is about."""
    one = step.subjects is Subjects.STATEMENT or step.kind is StepKind.CONSENT
    text = view.subjects(step)[0].title if one else ""
    text = "" if text in (step.ask, step.title) else text
    return _asked("projektor_ord.html", step, text=text, size=length_of(text))


def _notes(view: RoomView, step: Step) -> Scene:
    if not step.shows_notes:
        return _cards("projektor_stil.html", step, count_sheets(view, step))
    return _cards("projektor_sedler.html", step, note_sheets(view, step))


def _voting(view: RoomView, step: Step) -> Scene:
    """What is voted on; nothing of how, before the step is closed."""
    result = result_at(view, step)
    if result is not None:
        return _asked(_RESULTS[step.kind], step, **filled(view, result))
    if step.kind is StepKind.CONSENT:
        return _words(view, step)
    return _asked("projektor_sedler.html", step, sheets=subject_sheets(view, step))


def _cards(template: str, step: Step, sheets: Sequence[Sheet]) -> Scene:
    notes = sum(column.count for sheet in sheets for column in sheet.columns)
    return _asked(template, step, sheets=sheets, notes=notes)


def _message(heading: str, above: str) -> Scene:
    return Scene("projektor_ord.html", heading, above, {"text": ""})


def _asked(template: str, step: Step, **fill: Any) -> Scene:
    """The step's question as heading; a step without one has its title."""
    asks = bool(step.ask.strip())
    return Scene(template, step.ask if asks else step.title, step.title if asks else "", fill)


def _place(view: RoomView) -> str:
    """ "Punkt 3 af 7: SWOT"."""
    here = _item_number(view)
    if here is None:
        return view.meeting.title
    return f"Punkt {here + 1} af {len(view.items)}: {view.items[here].title}"


def _item_number(view: RoomView) -> int | None:
    wanted = view.room.item_id if view.room else ""
    return next((n for n, item in enumerate(view.items) if item.id == wanted), None)


def _taken(view: RoomView, step: Step) -> Taken | None:
    """Answers while there is a vote, readiness in other steps."""
    if not step.is_open:
        return None
    here = len(view.present)
    if step.kind in VOTING:
        voters = here if step.voters is Circle.EVERYBODY else view.voters
        return Taken(view.answered, voters, "har svaret")
    return Taken(view.ready, here, "er klar") if here else None


_SCENES: Mapping[StepKind, Callable[[RoomView, Step], Scene]] = {
    StepKind.COLLECT: _notes,
    StepKind.GROUP: _notes,
    StepKind.DOTS: _voting,
    StepKind.RATE: _voting,
    StepKind.RANK: _voting,
    StepKind.CONSENT: _voting,
}
_RESULTS: Mapping[StepKind, str] = {
    StepKind.DOTS: "projektor_resultat.html",
    StepKind.RATE: "projektor_vurdering.html",
    StepKind.RANK: "projektor_resultat.html",
    StepKind.CONSENT: "projektor_samtykke.html",
}
