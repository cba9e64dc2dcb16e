"""At the helm of a meeting: which one, where it goes on to, and how it ends."""

from strategykit.actions.processes import list_processes
from strategykit.actions.results import close_step
from strategykit.actions.room_views import RoomView
from strategykit.actions.rooms import end_room, go_to_item, go_to_step
from strategykit.domain.agenda import in_time_order
from strategykit.domain.ballots import Ballot
from strategykit.domain.boards import Done, Dot
from strategykit.domain.course import Stop, lies_ahead, next_stop, stop_before, stops_of
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room
from strategykit.domain.steps import VOTING, Circle, Step, StepKind
from strategykit.errors import EditConflict, MeetingOver, MovedOn
from strategykit.storage import rooms
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def process_of_meeting(db: Database, meeting_id: str) -> str:
    """The id of the process that the meeting belongs to; raises NotFound."""
    with db.reading() as store:
        return store.get(Meeting, meeting_id).process_id


def meetings_to_steer(
    db: Database,
) -> tuple[tuple[Process, tuple[tuple[Meeting, bool], ...]], ...]:
    """Every living process with its meetings in time order, and whether each goes on now."""
    with db.reading() as store:
        going = {room.meeting_id for room in rooms.open_rooms(store)}
        living = [p for p in list_processes(db) if not p.archived]
        found = [(p, in_time_order(store.all(Meeting, p.id))) for p in living]
    return tuple((p, tuple((m, m.id in going) for m in own)) for p, own in found if own)


def open_room_in(view: RoomView) -> Room:
    """The room while the meeting goes on; raises MeetingOver."""
    if view.room is None or not view.room.is_open:
        raise MeetingOver
    return view.room


def seen_room(view: RoomView, version: int) -> Room:
    """The room if it is as the person saw it; raises MovedOn with where it is."""
    room = open_room_in(view)
    if room.version != version:
        raise MovedOn(here_told(view))
    return room


def here_told(view: RoomView) -> str:
    """The title of the step or item that the room is at."""
    if view.step is not None:
        return view.step.title
    item_id = view.room.item_id if view.room else ""
    return next((item.title for item in view.items if item.id == item_id), "")


def course_of(view: RoomView) -> tuple[Stop, ...]:
    """Every place of the meeting in order."""
    return stops_of(view.items, view.steps)


def go_on(db: Database, who: Who, view: RoomView, seen: Room) -> Done:
    """The room at the next place; at the last one it stays."""
    stop = next_stop(course_of(view), seen)
    return go_to(db, who, view, seen, stop) if stop else Done("Mødet er ved det sidste sted.")


def go_back(db: Database, who: Who, view: RoomView, seen: Room) -> Done:
    """The room at the place before; at the first one it stays."""
    stop = stop_before(course_of(view), seen)
    return go_to(db, who, view, seen, stop) if stop else Done("Mødet er ved det første sted.")


def go_to(db: Database, who: Who, view: RoomView, seen: Room, stop: Stop) -> Done:
    """The room at that place; a step that it goes on from is closed.

    One without names is left open, since closing it cannot be taken back.
    """
    left, ahead = view.step, lies_ahead(course_of(view), seen, stop)
    moved = _moved(db, who, seen, stop)
    if left is None or not left.is_open or left.stays_open or left.anonymous or not ahead:
        return moved
    try:
        closed = close_step(db, who, left)
    except EditConflict:  # somebody else has just seen to it
        return moved
    told = f"{closed.told} {moved.told}"
    return Done(told, (*moved.before, *closed.before), (*moved.after, *closed.after))


def left_open(view: RoomView) -> tuple[Step, ...]:
    """The steps that the room has left and that nobody has closed."""
    return tuple(s for s in view.steps if s.is_open and not s.stays_open and s != view.step)


def _moved(db: Database, who: Who, seen: Room, stop: Stop) -> Done:
    if stop.step is not None:
        return go_to_step(db, who, seen, stop.step)
    assert stop.item is not None  # noqa: S101 - a stop has one of them
    return go_to_item(db, who, seen, stop.item)


def close(db: Database, who: Who, seen: Step) -> Done:
    """Nobody answers any more; what is closed for good holds nothing to take back."""
    done = close_step(db, who, seen)
    return Done(done.told) if seen.anonymous else done


def end_meeting(db: Database, who: Who, view: RoomView, seen: Room) -> Done:
    """The meeting is over, and every step is closed that only the room could answer."""
    ended = end_room(db, who, seen)
    still_open = [step for step in view.steps if step.is_open and not step.stays_open]
    dones = [close(db, who, step) for step in still_open]
    before = tuple(thing for done in dones for thing in done.before)
    after = tuple(thing for done in dones for thing in done.after)
    return Done("Mødet er slut.", (seen, *before), (ended, *after))


def silent(db: Database, view: RoomView) -> tuple[Person, ...] | None:
    """Who in the room has not yet answered in its step; None where names may not be known."""
    step = view.step
    if step is None or step.anonymous or step.kind not in (StepKind.COLLECT, *VOTING):
        return None
    circle = step.writers if step.kind is StepKind.COLLECT else step.voters
    if circle is Circle.FACILITATOR:
        return None
    with db.reading() as store:
        heard = _heard(store, view, step)
    asked = [s for s in view.present if s.votes or circle is Circle.EVERYBODY]
    people = [view.people[s.person_id] for s in asked if s.person_id not in heard]
    return tuple(p for p in people if not (p.only_comments and step.kind in VOTING))


def _heard(store: Store, view: RoomView, step: Step) -> set[str]:
    """The ids of those who have answered in a named step."""
    if step.kind is StepKind.COLLECT:
        return {n.author_id for n in view.content(step).notes if n.step_id == step.id}
    if step.kind is StepKind.DOTS:
        return {d.voter for d in store.all(Dot, step.process_id, step_id=step.id)}
    ballots = store.all(Ballot, step.process_id, step_id=step.id, round=step.round)
    return {ballot.voter for ballot in ballots}
