"""Dots counted in the room, on notes, groups and areas."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from strategykit.actions.acting import acting, new_id
from strategykit.domain.areas import Area
from strategykit.domain.boards import Done, Dot, Note, NoteGroup, counted
from strategykit.domain.people import COMMITTEE, Person, Who
from strategykit.errors import NotFound, OutOfRange
from strategykit.storage import boards
from strategykit.storage.database import Database
from strategykit.storage.store import Store

MOST_DOTS = 1000


def give_dots(db: Database, who: Who, process_id: str, counts: Mapping[str, int]) -> Done:
    """Each subject has as many dots from the room as given; those of phones are left alone."""
    if any(not 0 <= number <= MOST_DOTS for number in counts.values()):
        raise OutOfRange("Prikker", 0, MOST_DOTS)
    subject_id = next(iter(counts)) if len(counts) == 1 else ""
    with acting(db, who, process_id, "dots", "Dot", subject_id) as store:
        _require_subjects(store, process_id, list(counts))
        there = [d for d in boards.dots_on(store, process_id, list(counts)) if _of_room(d)]
        taken, given = _difference(process_id, there, counts)
        boards.remove_many(store, Dot, [d.id for d in taken])
        store.add_all(given)
        kept = boards.by_ids(store, Dot, process_id, [d.id for d in given])
    return Done(f"Gemt: {counted(sum(counts.values()), 'prik', 'prikker')}.", tuple(taken), kept)


def dots_of(db: Database, process_id: str, revision: int) -> Mapping[str, int]:
    """All dots by what they lie on, counted anew only when the process has changed."""
    return _dots(db, process_id, revision)


@lru_cache(maxsize=64)
def _dots(db: Database, process_id: str, revision: int) -> Mapping[str, int]:  # noqa: ARG001
    with db.reading() as store:
        return boards.dot_counts(store, process_id)


def room_dots(db: Database, process_id: str, subject_id: str) -> int:
    """How many dots the room gave it; those of phones are not among them."""
    with db.reading() as store:
        return store.count(Dot, process_id, subject_id=subject_id, voter="", step_id="")


def members_of(db: Database, process_id: str) -> int:
    """How many have dots to give: the committee's own."""
    with db.reading() as store:
        return sum(store.count(Person, process_id, role=role) for role in COMMITTEE)


def _require_subjects(store: Store, process_id: str, ids: Sequence[str]) -> None:
    known = {
        thing.id
        for kind in (Note, NoteGroup, Area)
        for thing in boards.by_ids(store, kind, process_id, ids)
    }
    if known != set(ids):
        raise NotFound(Note.noun)


def _of_room(dot: Dot) -> bool:
    """Dots of a step are not the room's, also where no name is kept."""
    return not dot.voter and not dot.step_id


def _difference(
    process_id: str, there: Sequence[Dot], counts: Mapping[str, int]
) -> tuple[list[Dot], list[Dot]]:
    """The dots to take away, newest first to go, and the dots to add."""
    taken: list[Dot] = []
    given: list[Dot] = []
    for subject_id, number in counts.items():
        mine = [d for d in there if d.subject_id == subject_id]
        taken += mine[number:]
        given += [
            Dot(id=new_id(), process_id=process_id, subject_id=subject_id)
            for _ in range(number - len(mine))
        ]
    return taken, given
