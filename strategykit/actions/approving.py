"""Taking the case from body to body, until the council has adopted a version, which is locked."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.materials import read_material
from strategykit.domain.approvals import Adoption, Outcome, Stage
from strategykit.domain.approving import follow_ups, goes_on, require_allowed
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.numbers import danish_date
from strategykit.domain.open_points import OpenPoint, open_points, texts_of
from strategykit.domain.people import Who
from strategykit.domain.text import checked
from strategykit.errors import Locked, NotYetOpen, NoVersionBefore
from strategykit.storage import changes, drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def adoption_of(db: Database, process_id: str) -> Adoption | None:
    """The newest adoption, if the council has adopted a version."""
    with db.reading() as store:
        found = store.all(Adoption, process_id)
    return found[-1] if found else None


@lru_cache(maxsize=32)
def open_before(
    db: Database,
    revision: int,  # noqa: ARG001 - the process's, so that it is read once
    stage: Stage,
) -> tuple[OpenPoint, ...]:
    """What is open before the stage may send the case on."""
    with db.reading() as store:
        return _open_before(store, stage)


def decide_stage(db: Database, who: Who, seen: Stage, decided: Stage) -> Stage:
    """What the body did, and the stages that follow from it.

    Raises OnlyTheCouncil, Empty, Locked, EditConflict, NoVersionBefore, or NotYetOpen when the
    case goes on with something open and nobody has said why.
    """
    waits = decided.outcome is Outcome.WAITING
    fit = checked(replace(decided, decided_at=None if waits else now()))
    require_allowed(fit)
    with acting(db, who, seen.process_id, "decide", "Stage", seen.id) as store:
        require_unlocked(store, seen)
        _require_passable(store, fit)
        saved = store.save(seen, fit)
        if saved.outcome is not seen.outcome:  # mending the words of a decision adds nothing
            _add_follow_ups(store, saved)
        if saved.outcome is Outcome.ADOPTED:
            adopt(store, who, saved, saved.version_id)
    return saved


def adopt(store: Store, who: Who, stage: Stage, version_id: str) -> Adoption:
    """A version of its own, with the words of the adopted one and without the word Udkast."""
    known = store.all(Adoption, stage.process_id, stage_id=stage.id)
    if known:
        return known[-1]
    store.lock(stage.process_id)
    source = store.get(DraftVersion, version_id, stage.process_id)
    day, number = stage.day or now().date(), drafts.next_number(store, stage.process_id)
    status = f"Vedtaget af {stage.name} den {danish_date(day)}"
    cover = replace(source.draft.cover, status=status, version=number, day=day)
    head = changes.head(store, stage.process_id)
    final = DraftVersion(
        id=new_id(), process_id=stage.process_id, number=number, saved_at=now(),
        draft=replace(source.draft, cover=cover, missing=(), log_head=head),
        editor_id=who.person_id, note=status,
    )  # fmt: skip
    store.add(final)
    adoption = Adoption(
        id=new_id(), process_id=stage.process_id, version_id=final.id, stage_id=stage.id,
        number=number, day=day, log_head=head,
    )  # fmt: skip
    return store.add(adoption)


def _add_follow_ups(store: Store, decided: Stage) -> None:
    stages = store.all(Stage, decided.process_id)
    added = [replace(stage, id=new_id()) for stage in follow_ups(decided, stages)]
    if added:
        _insert_after(store, decided, added, stages)


def _insert_after(
    store: Store, decided: Stage, added: Sequence[Stage], stages: Sequence[Stage]
) -> None:
    """The new stages come right after; what waited is moved down to make room."""
    later = [s for s in stages if s.position > decided.position]
    for stage in reversed(later):
        store.save(stage, replace(stage, position=stage.position + len(added)))
    for step, stage in enumerate(added, start=1):
        store.add(replace(stage, position=decided.position + step))


def require_unlocked(store: Store, stage: Stage) -> None:
    """Raises Locked for a stage of a round that ended with an adopted strategy."""
    mine = {s.id for s in store.all(Stage, stage.process_id) if s.round == stage.round}
    for adoption in store.all(Adoption, stage.process_id):
        if adoption.stage_id in mine:
            raise Locked(adoption.number)


def _require_passable(store: Store, fit: Stage) -> None:
    if not goes_on(fit):
        return
    if not fit.version_id:
        raise NoVersionBefore(fit.name)
    lacking = _open_before(store, fit)
    if lacking and not fit.overruled.strip():
        raise NotYetOpen(texts_of(lacking))


def _open_before(store: Store, stage: Stage) -> tuple[OpenPoint, ...]:
    version = None
    if stage.version_id:
        version = store.get(DraftVersion, stage.version_id, stage.process_id)
    return open_points(read_material(store, stage.process_id), stage, version)
