"""Taking the case from body to body, until the council has adopted a version, which is locked."""

from collections.abc import Sequence
from dataclasses import replace

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.materials import read_material
from strategykit.domain.approvals import Adoption, Outcome, Stage
from strategykit.domain.approving import (
    USUAL,
    follow_ups,
    goes_on,
    require_allowed,
)
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.goals import Criterion, Goal, lacks
from strategykit.domain.numbers import danish_date
from strategykit.domain.people import Who
from strategykit.domain.reviews import Point, SendOut
from strategykit.domain.text import checked
from strategykit.errors import Locked, NotFound, NotYetOpen
from strategykit.storage import changes, drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def stages_of(db: Database, process_id: str) -> tuple[Stage, ...]:
    """The way through the bodies in its order."""
    with db.reading() as store:
        return store.all(Stage, process_id)


def adoption_of(db: Database, process_id: str) -> Adoption | None:
    """The newest adoption, if the council has adopted a version."""
    with db.reading() as store:
        found = store.all(Adoption, process_id)
    return found[-1] if found else None


def begin_way(db: Database, who: Who, process_id: str) -> tuple[Stage, ...]:
    """The usual chain, to be changed as the municipality does it; once only."""
    with acting(db, who, process_id, "add", "Stage") as store:
        if not store.all(Stage, process_id):
            for body, name in USUAL:
                store.add(Stage(id=new_id(), process_id=process_id, body=body, name=name))
        return store.all(Stage, process_id)


def open_before(db: Database, process_id: str, version_id: str = "") -> tuple[str, ...]:
    """What is open before the case may go on, each as a Danish sentence without a full stop."""
    with db.reading() as store:
        return _open_before(store, process_id, version_id)


def decide_stage(db: Database, who: Who, seen: Stage, decided: Stage) -> Stage:
    """What the body did, and the stages that follow from it.

    Raises OnlyTheCouncil, Empty, Locked, EditConflict, or NotYetOpen when the case goes on with
    something open and nobody has said why.
    """
    fit = checked(replace(decided, decided_at=now()))
    require_allowed(fit)
    with acting(db, who, seen.process_id, "decide", "Stage", seen.id) as store:
        _require_unlocked(store, seen)
        lacking = _open_before(store, seen.process_id, fit.version_id) if goes_on(fit) else ()
        if lacking and not fit.overruled.strip():
            raise NotYetOpen(lacking)
        saved = store.save(seen, fit)
        _add_follow_ups(store, saved)
        if saved.outcome is Outcome.ADOPTED:
            _adopt(store, who, saved, saved.version_id)
    return saved


def adopt_changed(db: Database, who: Who, stage: Stage, version_id: str) -> Adoption:
    """The version that says what the council adopted with its changes is the strategy."""
    with acting(db, who, stage.process_id, "agree", "Adoption", stage.id) as store:
        there = store.get(Stage, stage.id, stage.process_id)
        if there.outcome is not Outcome.ADOPTED_CHANGED:
            raise NotFound(Stage.noun)
        return _adopt(store, who, there, version_id)


def _adopt(store: Store, who: Who, stage: Stage, version_id: str) -> Adoption:
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


def _require_unlocked(store: Store, seen: Stage) -> None:
    for adoption in store.all(Adoption, seen.process_id, stage_id=seen.id):
        raise Locked(adoption.number)


def _open_before(store: Store, process_id: str, version_id: str) -> tuple[str, ...]:
    material = read_material(store, process_id)
    reviews = {sent.id for sent in material.of(SendOut)}
    points = [p for p in material.of(Point) if p.is_open and p.send_out_id in reviews]
    criteria = material.of(Criterion)
    unready = [goal for goal in material.of(Goal) if lacks(goal, criteria)]
    version = store.find(DraftVersion, version_id) if version_id else None
    gaps = len(version.draft.missing) if version else 0
    said = (
        (len(points), "punkt fra gennemsynet er ikke afgjort",
         "punkter fra gennemsynet er ikke afgjort"),
        (gaps, "ting mangler i udkastet", "ting mangler i udkastet"),
        (len(unready), "mål er ikke færdigt", "mål er ikke færdige"),
    )  # fmt: skip
    open_ = [f"{count} {one if count == 1 else many}" for count, one, many in said if count]
    if version_id and version is None:
        open_.append("versionen findes ikke")
    return tuple(open_)
