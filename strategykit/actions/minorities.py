"""Mindretalsudtalelser: entered by the facilitator, or asked for from a phone after a vote."""

from dataclasses import dataclass, replace

from strategykit.actions.acting import acting, now
from strategykit.actions.participating import VOTES, Turn, room_in, turn_of
from strategykit.actions.room_views import RoomView
from strategykit.domain.boards import Done
from strategykit.domain.meetings import Decision
from strategykit.domain.minorities import Minority
from strategykit.domain.people import Person, Who
from strategykit.domain.reviews import ReviewMark
from strategykit.domain.rooms import Attendee, Seat
from strategykit.domain.steps import VOTING, Circle, Step
from strategykit.domain.text import checked, clean
from strategykit.errors import MeetingOver, NotFound, NothingDecided
from strategykit.live import HUB
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.storage.store import Store

_SHORT = 80


@dataclass(frozen=True)
class Ruling:
    """What a minority can disagree with: a decision, the outcome of a step, or a decided point.

    `step_id` is the step that a point was decided in.
    """

    id: str
    title: str
    step: bool = False
    step_id: str = ""


def rulings_of(db: Database, process_id: str, meeting_id: str) -> tuple[Ruling, ...]:
    """The meeting's decisions, its votes that are closed, and the points with a minority.

    A hundred points are no list to choose from: a point gets its first statement where it stands.
    """
    with db.reading() as store:
        decisions = store.all(Decision, process_id, meeting_id=meeting_id)
        steps = store.all(Step, process_id, meeting_id=meeting_id)
        made = store.all(Minority, process_id, meeting_id=meeting_id)
        points = {one.point_id: _to_point(store, one) for one in made if one.point_id}
    closed = [step for step in steps if step.is_closed and step.kind in VOTING]
    return (
        *(Ruling(one.id, one.text) for one in decisions),
        *(Ruling(one.id, one.title, step=True) for one in closed),
        *points.values(),
    )


def _to_point(store: Store, one: Minority) -> Ruling:
    """Known by the words that were asked for."""
    marks = store.all(ReviewMark, one.process_id, point_id=one.point_id)
    words = next((m.added or m.text or m.removed for m in marks), "")
    short = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"
    return Ruling(one.point_id, f"Punktet om: {short}", step_id=one.step_id)


def about(minority: Minority, ruling_id: str, rulings: tuple[Ruling, ...]) -> Minority:
    """The statement made to that decision or step; raises NothingDecided."""
    found = next((ruling for ruling in rulings if ruling.id == ruling_id), None)
    if found is None:
        raise NothingDecided
    if found.step_id:
        return replace(minority, decision_id="", step_id=found.step_id, point_id=found.id)
    decision_id, step_id = ("", found.id) if found.step else (found.id, "")
    return replace(minority, decision_id=decision_id, step_id=step_id, point_id="")


def enter_minority(db: Database, who: Who, minority: Minority) -> Done:
    """The statement as it is kept; the same id twice is a double tap.

    Raises Empty without a name, NothingDecided without a decision or a closed step.
    """
    fit = checked(minority)
    with acting(db, who, fit.process_id, "add", "Minority", fit.id) as store:
        _require_sound(store, fit)
        new = store.add_once(fit)
        kept = store.get(Minority, fit.id, fit.process_id)
    return Done("Mindretalsudtalelsen er skrevet ned.", (), (kept,) if new else ())


def change_minority(db: Database, who: Who, seen: Minority, changed: Minority) -> Done:
    """The statement in other words, or from others; raises EditConflict and the same."""
    fit = checked(changed)
    with acting(db, who, seen.process_id, "change", "Minority", seen.id) as store:
        _require_sound(store, fit)
        saved = store.save(seen, fit)
    return Done("Mindretalsudtalelsen er gemt.", (seen,), (saved,))


def remove_minority(db: Database, who: Who, seen: Minority) -> Done:
    """The statement is gone; it can be taken back."""
    with acting(db, who, seen.process_id, "remove", "Minority", seen.id) as store:
        store.remove(seen)
    return Done("Mindretalsudtalelsen er fjernet.", (seen,), ())


def say_minority(
    db: Database, attendee: Attendee, step_id: str, text: str, version: int, nonce: str
) -> None:
    """One's own statement to a vote that is closed; `version` is 0 for the first one.

    It always bears the name, also where the vote did not. Raises NothingDecided, MeetingOver,
    NotYourTurn for one without a vote, Empty, HoldsCpr, EditConflict, and what turn_of raises.
    """
    with db.writing() as store:
        store.lock(attendee.process_id)
        turn = turn_of(store, attendee, step_id)
        _require_vote(turn)
        own = own_minority(store, attendee, step_id)
        if own is not None and own.text == clean(text):
            return
        kept = _first(turn, text, nonce) if own is None else _again(own, text, version)
        if own is None:
            store.add(kept)
        else:
            store.save(replace(own, version=version or own.version), kept)
        changes.log(
            store, process_id=kept.process_id, at=now(), person_id=attendee.person_id,
            act="add" if own is None else "change", subject="Minority", subject_id=kept.id,
        )  # fmt: skip
    HUB.tell(attendee.process_id)


def may_say(view: RoomView, seat: Seat, step: Step) -> bool:
    """Whether a phone offers it: a vote that is closed, in a meeting that goes on, to a voter."""
    goes_on = view.room is not None and view.room.is_open
    return goes_on and seat.votes and not seat.removed and step.is_closed and step.kind in VOTING


def own_minority(store: Store, attendee: Attendee, step_id: str) -> Minority | None:
    """What the attendee alone has said to the step."""
    found = store.all(Minority, attendee.process_id, step_id=step_id)
    return next((one for one in found if one.person_ids == (attendee.person_id,)), None)


def _first(turn: Turn, text: str, nonce: str) -> Minority:
    return checked(
        Minority(
            id=nonce, process_id=turn.step.process_id, meeting_id=turn.step.meeting_id,
            step_id=turn.step.id, person_ids=(turn.attendee.person_id,), text=text,
        )
    )  # fmt: skip


def _again(own: Minority, text: str, version: int) -> Minority:
    return checked(replace(own, text=text, version=version or own.version))


def _require_vote(turn: Turn) -> None:
    """A vote of a meeting that goes on, that is closed, and in which the attendee had a say."""
    turn.require(Circle.MEMBERS, VOTES)
    if not turn.step.is_closed or turn.step.kind not in VOTING:
        raise NothingDecided
    if not room_in(turn.store, turn.step.process_id, turn.step.meeting_id).is_open:
        raise MeetingOver


def _require_sound(store: Store, minority: Minority) -> None:
    for person_id in minority.person_ids:
        store.get(Person, person_id, minority.process_id)
    ruled = (
        store.find(Decision, minority.decision_id) if minority.decision_id
        else store.find(Step, minority.step_id)
    )  # fmt: skip
    if ruled is None or ruled.process_id != minority.process_id:
        raise NothingDecided
    if ruled.meeting_id != minority.meeting_id:
        raise NotFound(ruled.noun)
