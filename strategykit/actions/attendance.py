"""The facilitator's hand on who is in the meeting: names, votes, who is let in and taken out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from strategykit.actions.acting import acting, now
from strategykit.actions.devices import open_device
from strategykit.actions.joining import fit_name
from strategykit.actions.seating import room_now, seat_of, take_seat
from strategykit.domain.access import Door
from strategykit.domain.ballots import Ballot
from strategykit.domain.boards import Done, Dot
from strategykit.domain.entry import Entry
from strategykit.domain.people import Person, Who, called
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.same_person import pointing_to
from strategykit.domain.steps import Step
from strategykit.errors import ExpertVotes, NotFound, SamePerson
from strategykit.storage import access, devices, step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store
from strategykit.storage.tables import ROW_OF

Kind = TypeVar("Kind", Dot, Ballot)


def let_vote(db: Database, who: Who, seen: Seat, *, votes: bool) -> Done:
    """Whether the person votes in this meeting; raises ExpertVotes."""
    with acting(db, who, seen.process_id, "admit", "Seat", seen.id) as store:
        person = store.get(Person, seen.person_id)
        if votes and person.only_comments:
            raise ExpertVotes(called(person))
        saved = store.save(seen, replace(seen, votes=votes))
        name = person.name
    told = f"{name} kan stemme." if votes else f"{name} kan skrive, men ikke stemme."
    return Done(told, (seen,), (saved,))


def remove_seat(db: Database, who: Who, seen: Seat) -> Done:
    """The person is out at once on every device; what was sent stays.

    Taken back, the person must join again.
    """
    with acting(db, who, seen.process_id, "remove", "Seat", seen.id) as store:
        saved = store.save(seen, replace(seen, removed=True))
        name = store.get(Person, seen.person_id).name
        _close_devices(store, seen.process_id, seen.meeting_id, seen.person_id)
    return Done(f"{name} er taget ud af mødet.", (seen,), (saved,))


def rename_person(db: Database, who: Who, seen: Person, name: str) -> Done:
    """The person under another name; raises Empty, TooLong or HoldsCpr."""
    fit = fit_name(name)
    with acting(db, who, seen.process_id, "change", "Person", seen.id) as store:
        saved = store.save(seen, replace(seen, name=fit))
    return Done(f"{seen.name} hedder nu {fit}.", (seen,), (saved,))


def nod(db: Database, who: Who, room: Room, waiting_id: str) -> Done:
    """The device that knocked has the name from now on, and no other has it any more.

    Raises NotFound for one that waits no more, TakenOut or MeetingOver.
    """
    with acting(db, who, room.process_id, "nod", "Seat", waiting_id) as store:
        room_now(store, room)
        waiting = devices.waiting(store, room.process_id, room.meeting_id, now())
        found = next((code for code in waiting if code.id == waiting_id), None)
        if found is None or not access.use_code(store, found.id, now()):
            raise NotFound("Den, der ventede,")
        person = store.get(Person, found.person_id, room.process_id)
        _close_devices(store, room.process_id, room.meeting_id, person.id)
        take_seat(store, room.meeting_id, person)
        open_device(store, room, person.id, devices.hash_of_waiting(store, found.id))
    return Done(f"{person.name} er lukket ind.")


def turn_away(db: Database, who: Who, room: Room, waiting_id: str) -> Done:
    """The device that knocked does not get the name."""
    with acting(db, who, room.process_id, "refuse", "Seat", waiting_id) as store:
        access.use_code(store, waiting_id, now())
    return Done("Den, der ventede, er ikke lukket ind.")


def merge_people(db: Database, who: Who, keep: Person, gone: Person) -> Done:
    """Both were the same: notes, votes, seats and devices go to the one that is kept.

    Where both have voted, the votes of the one that is kept count. Raises SamePerson.
    """
    if keep.id == gone.id or keep.process_id != gone.process_id:
        raise SamePerson
    with acting(db, who, keep.process_id, "merge", "Person", keep.id) as store:
        kept = store.get(Person, keep.id, keep.process_id)
        left = store.get(Person, gone.id, keep.process_id)
        dots_before, dots_after = _votes_moved(store, kept, left, Dot)
        ballots_before, ballots_after = _votes_moved(store, kept, left, Ballot)
        seats_before, seats_after = _seats_moved(store, kept, left)
        things_before, things_after = _things_moved(store, kept, left)
        both = step_keys.move_keys(store, keep.process_id, left.id, kept.id)
        devices.move_sign_ins(store, keep.process_id, left.id, kept.id)
        store.remove(left)
    return Done(
        _told_of_merge(kept, left, both=both),
        (left, *dots_before, *ballots_before, *seats_before, *things_before),
        (*dots_after, *ballots_after, *seats_after, *things_after),
    )


def _told_of_merge(kept: Person, left: Person, *, both: bool) -> str:
    told = f"{left.name} og {kept.name} er nu én person: {kept.name}."
    if both:
        told += (
            " Begge har svaret i et trin uden navne. Det kan ikke skilles ad, så begge svar tæller."
        )
    return told


def _votes_moved(
    store: Store, kept: Person, left: Person, kind: type[Kind]
) -> tuple[list[Kind], list[Kind]]:
    before = list(store.all(kind, kept.process_id, voter=left.id))
    voted = {_place(vote) for vote in store.all(kind, kept.process_id, voter=kept.id)}
    after: list[Kind] = []
    for vote in before:
        if _place(vote) in voted:
            store.remove(vote)
        else:
            after.append(store.save(vote, replace(vote, voter=kept.id)))
    return before, after


def _place(vote: Dot | Ballot) -> tuple[str, int]:
    """The step and round in which one budget is given."""
    return vote.step_id, vote.round if isinstance(vote, Ballot) else 0


def _seats_moved(store: Store, kept: Person, left: Person) -> tuple[list[Seat], list[Seat]]:
    before: list[Seat] = []
    after: list[Seat] = []
    for seat in store.all(Seat, kept.process_id, person_id=left.id):
        own = seat_of(store, kept.process_id, seat.meeting_id, kept.id)
        before.append(seat)
        store.remove(seat)
        if own is None:
            after.append(take_seat(store, seat.meeting_id, kept))
    return before, after


def _things_moved(store: Store, kept: Person, left: Person) -> tuple[list[Entry], list[Entry]]:
    before: list[Entry] = []
    after: list[Entry] = []
    for kind in _kinds():
        for thing in store.all(kind, kept.process_id):
            moved = pointing_to(thing, left.id, kept.id)
            if moved != thing:
                before.append(thing)
                after.append(store.save(thing, moved))
    return before, after


def _kinds() -> Iterable[type[Entry]]:
    return (kind for kind in ROW_OF if kind not in (Process, Person, Seat, Dot, Ballot, Step))


def _close_devices(store: Store, process_id: str, meeting_id: str, person_id: str) -> None:
    access.end_sign_ins(
        store, now(), process_id=process_id, meeting_id=meeting_id, person_id=person_id,
        door=Door.DEVICE,
    )  # fmt: skip
