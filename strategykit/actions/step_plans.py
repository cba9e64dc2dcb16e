"""The plan of a meeting's steps: adding, changing, moving and removing while they wait."""

from collections.abc import Sequence
from dataclasses import replace

from strategykit.actions.acting import acting
from strategykit.actions.steps import add_step
from strategykit.domain.boards import Done
from strategykit.domain.entry import Entry
from strategykit.domain.people import Who
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step, StepState
from strategykit.domain.text import checked
from strategykit.errors import StepBegun
from strategykit.storage.database import Database
from strategykit.storage.store import Store

#: What may be said in other words after a step has begun.
WORDS = ("title", "ask", "notes_to_self", "minutes", "version")


def plan_step(db: Database, who: Who, step: Step) -> Done:
    """The step last in the plan; the same id twice is a double tap."""
    return Done(f"Trinnet er tilføjet: {step.title}", (), (add_step(db, who, step),))


def change_step(db: Database, who: Who, seen: Step, changed: Step) -> Done:
    """The step with other words, and while it waits with other rules; raises StepBegun."""
    fit = checked(changed)
    if not _waits(seen) and _rules(seen) != _rules(fit):
        raise StepBegun
    with acting(db, who, seen.process_id, "change", "Step", seen.id) as store:
        saved = store.save(seen, fit)
    return Done(f"Trinnet er rettet: {saved.title}", (seen,), (saved,))


def remove_step(db: Database, who: Who, seen: Step) -> Done:
    """The waiting step is gone, and what pointed to it stands alone; raises StepBegun."""
    if not _waits(seen):
        raise StepBegun
    with acting(db, who, seen.process_id, "remove", "Step", seen.id) as store:
        store.save(seen, seen)  # raises when somebody opened or changed it meanwhile
        before, after = _freed(store, seen)
        store.remove(seen)
    return Done(f"Trinnet er slettet: {seen.title}", (seen, *before), tuple(after))


def move_step(db: Database, who: Who, seen: Step, by: int) -> Done:
    """The waiting step changes place with the one before (-1) or after (1) it in its item."""
    if not _waits(seen):
        raise StepBegun
    with acting(db, who, seen.process_id, "move", "Step", seen.id) as store:
        other = _neighbour(store, seen, by)
        if other is None:
            return Done("Trinnet står allerede yderst i sit punkt.")
        if not _waits(other):
            raise StepBegun
        one = store.save(seen, replace(seen, position=other.position))
        two = store.save(other, replace(other, position=seen.position))
    return Done(f"Trinnet er flyttet: {seen.title}", (seen, other), (one, two))


def _waits(step: Step) -> bool:
    return step.state is StepState.WAITING


def _rules(step: Step) -> dict[str, object]:
    return {name: value for name, value in vars(step).items() if name not in WORDS}


def _neighbour(store: Store, step: Step, by: int) -> Step | None:
    """The step beside it in its own item."""
    steps: Sequence[Step] = store.all(
        Step, step.process_id, meeting_id=step.meeting_id, item_id=step.item_id
    )
    here = next((n for n, s in enumerate(steps) if s.id == step.id), None)
    there = -1 if here is None else here + by
    return steps[there] if 0 <= there < len(steps) else None


def _freed(store: Store, step: Step) -> tuple[list[Entry], list[Entry]]:
    """What pointed to the step, as it was and as it is from now on."""
    steps = store.all(Step, step.process_id, source_id=step.id)
    rooms = store.all(Room, step.process_id, step_id=step.id)
    freed: list[Entry] = [store.save(s, replace(s, source_id="")) for s in steps]
    freed += [store.save(r, replace(r, step_id="")) for r in rooms]
    return [*steps, *rooms], freed
