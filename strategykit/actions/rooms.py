"""Holding a meeting: opening its room, going from item to item and from step to step."""

from dataclasses import replace

from strategykit.actions.access import new_code
from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.asked_points import close_questions
from strategykit.domain.access import Door, tidy_code
from strategykit.domain.boards import Done
from strategykit.domain.clock import in_denmark
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Who
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step
from strategykit.errors import AlreadyHeld, WrongCode
from strategykit.storage import access, rooms
from strategykit.storage.database import Database


def open_room(db: Database, who: Who, meeting: Meeting) -> Room:
    """The meeting's room with a fresh code; raises AlreadyHeld while it is open."""
    with acting(db, who, meeting.process_id, "open", "Room", meeting.id) as store:
        kept = store.get(Meeting, meeting.id, meeting.process_id)
        if kept.day is None:  # the papers say when it was held
            store.save(kept, replace(kept, day=in_denmark(now()).date()))
        if any(r.is_open for r in store.all(Room, meeting.process_id, meeting_id=meeting.id)):
            raise AlreadyHeld
        code = new_code()
        while rooms.open_room_with(store, code) is not None:
            code = new_code()
        room = Room(
            id=new_id(), process_id=meeting.process_id, meeting_id=meeting.id, code=code,
            opened_at=now(),
        )  # fmt: skip
        return store.add(room)


def end_room(db: Database, who: Who, seen: Room) -> Room:
    """The meeting is over: its code, its projectors and its steering phones end with it."""
    with acting(db, who, seen.process_id, "close", "Room", seen.id) as store:
        for door in (Door.PROJECTOR, Door.STEERING):
            access.end_sign_ins(store, now(), meeting_id=seen.meeting_id, door=door)
        return store.save(seen, replace(seen, ended_at=now(), code="", step_id=""))


def room_of_code(db: Database, typed: str) -> Room:
    """The open room with the code, however it was typed; raises WrongCode."""
    with db.reading() as store:
        found = rooms.open_room_with(store, tidy_code(typed))
    if found is None:
        raise WrongCode
    return found


def going_on(db: Database, process_id: str) -> frozenset[str]:
    """The ids of the meetings that are held right now."""
    with db.reading() as store:
        return frozenset(r.meeting_id for r in store.all(Room, process_id) if r.is_open)


def open_room_of(db: Database, process_id: str, meeting_id: str) -> Room | None:
    """The meeting's room while it is held."""
    with db.reading() as store:
        found = store.all(Room, process_id, meeting_id=meeting_id)
    return next((room for room in found if room.is_open), None)


def change_room(db: Database, who: Who, seen: Room, told: str, **changes: object) -> Done:
    """The room with other fields than the person saw; raises EditConflict."""
    with acting(db, who, seen.process_id, "change", "Room", seen.id) as store:
        saved = store.save(seen, replace(seen, **changes))  # type: ignore[arg-type]
    return Done(told, (seen,), (saved,))


def go_to_item(db: Database, who: Who, seen: Room, item: AgendaItem) -> Done:
    """The agenda's item that the room is at; its first step, if it has one, is the room's."""
    with acting(db, who, seen.process_id, "move", "Room", seen.id) as store:
        steps = store.all(Step, seen.process_id, meeting_id=seen.meeting_id)
        first = next((step.id for step in steps if step.item_id == item.id), "")
        moved = replace(
            seen, item_id=item.id, item_began_at=now(), step_id=first, code_shown=False,
            spread_shown=False,
        )  # fmt: skip
        saved = store.save(seen, moved)
        asked, closed = close_questions(store, seen.process_id, seen.step_id)
    return Done(f"Mødet er ved: {item.title}", (seen, *asked), (saved, *closed))


def go_to_step(db: Database, who: Who, seen: Room, step: Step) -> Done:
    """Everybody is at the step, and at the agenda's item that it belongs to."""
    with acting(db, who, seen.process_id, "move", "Room", seen.id) as store:
        began = seen.item_began_at if seen.item_id == step.item_id else now()
        moved = replace(
            seen, step_id=step.id, item_id=step.item_id or seen.item_id, item_began_at=began,
            code_shown=False, spread_shown=False,
        )  # fmt: skip
        saved = store.save(seen, moved)
        left = seen.step_id if seen.step_id != step.id else ""
        asked, closed = close_questions(store, seen.process_id, left)
    return Done(f"Mødet er ved: {step.title}", (seen, *asked), (saved, *closed))
