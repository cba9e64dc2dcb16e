"""The people of a process: where they stand, and taking away one entered by mistake."""

from strategykit.actions.acting import acting
from strategykit.actions.erasing import things_with_text
from strategykit.domain.boards import Dot
from strategykit.domain.people import Person, Who
from strategykit.domain.traces import Trace, points_to, traces
from strategykit.errors import PersonInUse
from strategykit.storage.database import Database


def person_traces(db: Database, person: Person) -> tuple[Trace, ...]:
    """Every place in the process where the person stands, by id or by name."""
    with db.reading() as store:
        return traces(person, things_with_text(store, person.process_id))


def dots_given(db: Database, person: Person) -> int:
    """How many dots are kept with the person's id."""
    with db.reading() as store:
        return store.count(Dot, person.process_id, voter=person.id)


def remove_person(db: Database, who: Who, seen: Person) -> None:
    """A person entered by mistake is gone; raises PersonInUse when anything points there."""
    with acting(db, who, seen.process_id, "remove", "Person", seen.id) as store:
        things = things_with_text(store, seen.process_id)
        dots = store.count(Dot, seen.process_id, voter=seen.id)
        if dots or any(points_to(seen, thing) for thing in things):
            raise PersonInUse(seen.name)
        store.remove(seen)
