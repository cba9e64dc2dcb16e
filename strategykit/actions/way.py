"""The chain of bodies, laid out as the municipality does it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from strategykit.actions.acting import acting, new_id
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.approving import USUAL, chain_of, current, ended_by
from strategykit.domain.drafts import VersionLine
from strategykit.domain.people import Who
from strategykit.domain.text import checked
from strategykit.errors import StageDecided, StageNeeded, WayNotEnded
from strategykit.storage import drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store

#: Without the committee nobody recommends, and without the council nobody adopts.
NEEDED = (Body.COMMITTEE, Body.COUNCIL)


def stages_of(db: Database, process_id: str) -> tuple[Stage, ...]:
    """The way through the bodies in its order, all rounds."""
    with db.reading() as store:
        return store.all(Stage, process_id)


@dataclass(frozen=True)
class Way:
    """All stages of a process, and the versions that may lie before them, the newest first."""

    stages: tuple[Stage, ...]
    kept: tuple[VersionLine, ...]


@lru_cache(maxsize=32)
def way_of(
    db: Database,
    process_id: str,
    revision: int,  # noqa: ARG001 - the process's, so that it is read once
) -> Way:
    """What the page of approval shows of."""
    with db.reading() as store:
        return Way(store.all(Stage, process_id), drafts.version_lines(store, process_id))


def begin_way(
    db: Database, who: Who, process_id: str, *, without: Sequence[Body] = ()
) -> tuple[Stage, ...]:
    """The usual chain, to be changed as the municipality does it; once only."""
    with acting(db, who, process_id, "add", "Stage") as store:
        store.lock(process_id)
        if not store.all(Stage, process_id):
            _add_round(store, process_id, [u for u in USUAL if u[0] not in without], 1)
        return store.all(Stage, process_id)


def begin_anew(db: Database, who: Who, process_id: str) -> tuple[Stage, ...]:
    """The same bodies in a new round, once the last has ended; raises WayNotEnded."""
    with acting(db, who, process_id, "add", "Stage") as store:
        store.lock(process_id)
        stages = store.all(Stage, process_id)
        if ended_by(stages) is None:
            raise WayNotEnded
        _add_round(store, process_id, chain_of(stages), current(stages)[0].round + 1)
        return store.all(Stage, process_id)


def add_stage(db: Database, who: Who, wanted: Stage, after: Stage | None) -> bool:
    """One more body right after another, or first; the same id twice is a double tap.

    Raises StageDecided when a body after that place has decided already.
    """
    fit = checked(wanted)
    with acting(db, who, fit.process_id, "add", "Stage", fit.id) as store:
        store.lock(fit.process_id)
        if store.find(Stage, fit.id) is not None:
            return False
        stages = current(store.all(Stage, fit.process_id))
        place = 0 if after is None else [s.id for s in stages].index(after.id) + 1
        _require_waiting(stages[place:])
        fit = replace(fit, round=stages[0].round if stages else 1)
        _place(store, [*stages[:place], fit, *stages[place:]], stages)
        return True


def change_stage(db: Database, who: Who, seen: Stage, changed: Stage) -> Stage:
    """What lies before the body and when, or what it is called; nothing that it decides."""
    fit = checked(replace(changed, outcome=seen.outcome, round=seen.round, body=seen.body))
    with acting(db, who, seen.process_id, "change", "Stage", seen.id) as store:
        _require_waiting([seen])
        return store.save(seen, fit)


def move_stage(db: Database, who: Who, stage: Stage, step: int) -> None:
    """One place earlier (-1) or later (1) among those that wait; raises StageDecided."""
    with acting(db, who, stage.process_id, "change", "Stage", stage.id) as store:
        stages = list(current(store.all(Stage, stage.process_id)))
        here = [s.id for s in stages].index(stage.id)
        there = here + step
        if not 0 <= there < len(stages):
            return
        _require_waiting([stages[here], stages[there]])
        moved = list(stages)
        moved[here], moved[there] = moved[there], moved[here]
        _place(store, moved, stages)


def remove_stage(db: Database, who: Who, stage: Stage) -> None:
    """Out of the chain; raises StageDecided or StageNeeded."""
    with acting(db, who, stage.process_id, "remove", "Stage", stage.id) as store:
        there = store.get(Stage, stage.id, stage.process_id)
        _require_waiting([there])
        same = [s for s in current(store.all(Stage, stage.process_id)) if s.body is there.body]
        if there.body in NEEDED and len(same) == 1:
            raise StageNeeded(there.name, adopts=there.body is Body.COUNCIL)
        store.remove(there)


def _add_round(
    store: Store, process_id: str, chain: Sequence[tuple[Body, str]], number: int
) -> None:
    for body, name in chain:
        store.add(
            Stage(id=new_id(), process_id=process_id, body=body, name=name, round=number)
        )  # fmt: skip


def _place(store: Store, wanted: Sequence[Stage], there: Sequence[Stage]) -> None:
    """The round in the wanted order; a new one among them is added."""
    known = {stage.id for stage in there}
    first = min((stage.position for stage in there), default=1)
    for position, stage in enumerate(wanted, start=first):
        if stage.id not in known:
            store.add(replace(stage, position=position))
        elif stage.position != position:
            store.save(stage, replace(stage, position=position))


def _require_waiting(stages: Sequence[Stage]) -> None:
    for stage in stages:
        if stage.outcome is not Outcome.WAITING:
            raise StageDecided(stage.name)
