"""Who steers which meeting, and what every act at the helm has in common."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from strategykit.actions.presence import who_of
from strategykit.actions.room_views import RoomView, view_of
from strategykit.actions.steering import here_told, process_of_meeting, seen_room
from strategykit.actions.undoing import UNDOING
from strategykit.domain.access import Door, SignIn
from strategykit.domain.boards import Done
from strategykit.domain.people import Who
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step
from strategykit.errors import (
    AlreadyHeld,
    CannotUndo,
    EditConflict,
    MeetingOver,
    MovedOn,
    NotFound,
    StrategyError,
    UndoneAlready,
)
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.plain import Act, sign_in_of_request
from strategykit.participation.rendering import go_to, told
from strategykit.storage.database import Database

PATH = "/styring"
DOORS = (Door.FACILITATOR, Door.STEERING)
PARTS = {
    "": "Nu",
    "sedler": "Sedler",
    "deltagere": "Deltagere",
    "trin": "Trin",
    "borde": "Borde",
    "referat": "Referat",
    "mindretal": "Mindretal",
    "skaerm": "Skærm",
}


@dataclass(frozen=True)
class Helm:
    """One who steers one meeting, and the meeting as it is now."""

    db: Database
    sign_in: SignIn
    who: Who
    view: RoomView

    @property
    def meeting_id(self) -> str:
        return self.view.meeting.id

    @property
    def process_id(self) -> str:
        return self.view.process.id

    @cached_property
    def room(self) -> Room | None:
        """The room, also one that has ended."""
        return self.view.room

    def seen_room(self, form: Form) -> Room:
        """The room that the form was made of; raises MovedOn."""
        return seen_room(self.view, number(form, "rum"))

    def seen_step(self, form: Form) -> Step:
        """The step that the form was made of; raises MovedOn or NotFound."""
        step = self.view.find(form.get("trin", ""))
        if step is None:
            raise NotFound(Step.noun)
        if step.version != number(form, "version"):
            raise MovedOn(here_told(self.view))
        return step


Steer = Callable[[Helm, Form], Done | str]


def helm_of(request: Request, meeting_id: str) -> Helm:
    """The helm of the meeting; a paired phone has one meeting alone. Raises NotFound."""
    sign_in = sign_in_of_request(request)
    if sign_in.door is Door.STEERING:
        if meeting_id not in ("", sign_in.meeting_id):
            raise NotFound("Mødet")
        meeting_id = sign_in.meeting_id
    db = database()
    process_id = process_of_meeting(db, meeting_id)
    who = who_of(db, sign_in, process_id)
    return Helm(db, sign_in, who, view_of(db, process_id, meeting_id))


def steers(call: Steer) -> Act:
    """An act at the helm as a route takes it: what it does is kept for undoing and told."""

    def act(request: Request, form: Form) -> Response:
        helm = helm_of(request, form.get("moede", ""))
        wants_json = "application/json" in request.headers.get("accept", "")
        try:
            sentence = _done(helm, call(helm, form))
        except StrategyError as error:
            if wants_json:
                return JSONResponse({"ok": False, "fejl": str(error)}, 409)
            return _refused(request, helm, form, error)
        if wants_json:
            return JSONResponse({"ok": True, "sagt": sentence})
        TOLD.say(helm.sign_in, "told", sentence)
        return go_to(way_to(helm.meeting_id, form.get("del", "")))

    return act


def _done(helm: Helm, done: Done | str) -> str:
    if isinstance(done, str):
        return done
    UNDOING.keep(helm.process_id, helm.meeting_id, done)
    return done.told


def _refused(request: Request, helm: Helm, form: Form, error: StrategyError) -> Response:
    """Somebody else was first: a look at the room says it best. Else what was typed is shown."""
    way = way_to(helm.meeting_id, form.get("del", ""))
    if isinstance(error, EditConflict) and isinstance(error.theirs, Room | Step):
        fresh = view_of(helm.db, helm.process_id, helm.meeting_id)
        error = MovedOn(here_told(fresh))
    if isinstance(error, _OVERTAKEN) and not typed_in(form):
        TOLD.say(helm.sign_in, "care", str(error))
        return go_to(way)
    return told(
        request, "Det gik ikke", str(error), status=404 if isinstance(error, NotFound) else 400,
        kind="alarm", kept=typed_in(form), way=way, way_label="Tilbage til styringen",
    )  # fmt: skip


def way_to(meeting_id: str, part: str = "") -> str:
    """The address of one part of a meeting's helm."""
    asked = {"moede": meeting_id, **({"del": part} if PARTS.get(part) and part else {})}
    return f"{PATH}?{urlencode(asked)}"


def typed_in(form: Form) -> tuple[str, ...]:
    """What somebody wrote by hand."""
    return tuple(v for n, v in form.multi_items() if n in _TYPED and v.strip())


def number(form: Form, name: str, otherwise: int = 0) -> int:
    """The whole number in the field."""
    text = form.get(name, "").strip()
    plain = text.isascii() and text.isdigit() and len(text) < 10  # noqa: PLR2004
    return int(text) if plain else otherwise


_TYPED = frozenset({
    "navn", "overskrift", "grund", "titel", "spoergsmaal", "talenoter", "noteret", "beslutning",
    "begrundelse", "udtalelse", "aftale", "hvem", "emne", "hvor",
})  # fmt: skip


#: What a look at the room explains best.
_OVERTAKEN = (MovedOn, UndoneAlready, CannotUndo, AlreadyHeld, MeetingOver)


class Told:
    """What each one at a helm is told at the next look; kept in memory alone."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._said: dict[str, tuple[str, str]] = {}

    def say(self, sign_in: SignIn, kind: str, sentence: str) -> None:
        """`kind` is told, care or alarm."""
        with self._lock:
            self._said[sign_in.id] = (kind, sentence)

    def take(self, sign_in: SignIn) -> tuple[str, str]:
        """The kind and the sentence, once; both empty when there is nothing to tell."""
        with self._lock:
            return self._said.pop(sign_in.id, ("", ""))


TOLD = Told()
