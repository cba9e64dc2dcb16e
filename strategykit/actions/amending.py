"""What a body changes in the text: marks at its stage, written in before the text is locked."""

from dataclasses import dataclass, replace

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.approving import adopt, require_unlocked
from strategykit.actions.points import read_wishes, wishes_of
from strategykit.actions.writing_in import write_in
from strategykit.domain.approvals import Outcome, Stage
from strategykit.domain.approving import is_changed
from strategykit.domain.carrying_in import carry
from strategykit.domain.drafts import DraftVersion, RewriteAct
from strategykit.domain.found_marks import MarkKind, PlacedBy
from strategykit.domain.merging import changed_words
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.points import Wish, key_of
from strategykit.domain.reviews import Point, ReviewMark, Verdict
from strategykit.domain.rewriting import text_at, with_rewrites
from strategykit.domain.text import checked
from strategykit.errors import (
    ChangesLack,
    Empty,
    NotFound,
    NothingSaid,
    NoVersionBefore,
    PlaceIsFixed,
)
from strategykit.storage import changes, drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store

_KIND = {
    RewriteAct.REPLACE: MarkKind.CHANGE,
    RewriteAct.INSERT: MarkKind.NEW_PARAGRAPH,
    RewriteAct.REMOVE: MarkKind.GONE_PARAGRAPH,
}


@dataclass(frozen=True)
class Amended:
    """One change as it is typed: the place, what happens there and the words; `by` asked for it."""

    section: str
    block: str
    part: str
    act: RewriteAct
    text: str
    by: str = ""


def amendments_of(db: Database, stage: Stage) -> tuple[Wish, ...]:
    """The changes that the body made in the text, as decided points with their marks."""
    return wishes_of(db, stage.process_id, stage.id)


def amend(db: Database, who: Who, stage: Stage, typed: Amended, mark_id: str) -> Wish:
    """One change of the body's; a paragraph that it changed already gets the new words.

    The same id twice is a double tap. Raises Empty, NothingSaid, Locked, NoVersionBefore, HoldsCpr.
    """
    with acting(db, who, stage.process_id, "add", "ReviewMark", mark_id) as store:
        there = store.get(Stage, stage.id, stage.process_id)
        require_unlocked(store, there)
        found = read_wishes(store, stage.process_id, stage.id)
        if same := [wish for wish in found if wish.first.id == mark_id]:
            return same[0]
        before = _draft_before(store, there)
        mark = checked(_mark(there, before, typed, mark_id))
        point = checked(_point(there, mark))
        _require_writable(before, Wish(point, (mark,)))
        for wish in found:
            if _takes_place_of(mark, wish.first):
                _drop(store, wish)
        return Wish(store.add(point), (store.add(replace(mark, point_id=point.id)),))


def drop_amendment(db: Database, who: Who, stage: Stage, wish: Wish) -> None:
    """The change was not made; raises Locked or NotFound."""
    with acting(db, who, stage.process_id, "remove", "ReviewMark", wish.first.id) as store:
        require_unlocked(store, stage)
        _drop(store, wish)


def write_amended(db: Database, who: Who, stage: Stage, version_id: str) -> DraftVersion:
    """The version that lay before the body, with its changes; locked where the council adopted it.

    The same id twice is a double tap. Raises ChangesLack, Locked or NoVersionBefore.
    """
    with acting(db, who, stage.process_id, "freeze", "DraftVersion", version_id) as store:
        store.lock(stage.process_id)
        if known := store.find(DraftVersion, version_id):
            return known
        there = store.get(Stage, stage.id, stage.process_id)
        require_unlocked(store, there)
        found = read_wishes(store, stage.process_id, stage.id)
        if not found or not is_changed(there):
            raise ChangesLack(there.name)
        version = store.add(_amended(store, who, there, found, version_id))
        for wish in found:
            store.save(wish.point, replace(wish.point, done_in=version.number))
        if there.outcome is Outcome.ADOPTED_CHANGED:
            adopt(store, who, there, version.id)
        return version


def _amended(
    store: Store, who: Who, stage: Stage, found: tuple[Wish, ...], version_id: str
) -> DraftVersion:
    """Made of the words that the body had before it: what others wrote since stays out."""
    before = _draft_before(store, stage)
    writings = carry(before, before, found).writings
    draft = with_rewrites(before, write_in(store, who, stage.process_id, before, writings))
    number = drafts.next_number(store, stage.process_id)
    cover = replace(draft.cover, version=number, day=stage.day or now().date())
    head = changes.head(store, stage.process_id)
    return DraftVersion(
        id=version_id, process_id=stage.process_id, number=number, saved_at=now(),
        draft=replace(draft, cover=cover, log_head=head), editor_id=who.person_id,
        note=f"Med ændringer fra {stage.name}",
    )  # fmt: skip


def _draft_before(store: Store, stage: Stage) -> Draft:
    if not stage.version_id:
        raise NoVersionBefore(stage.name)
    return store.get(DraftVersion, stage.version_id, stage.process_id).draft


def _mark(stage: Stage, draft: Draft, typed: Amended, mark_id: str) -> ReviewMark:
    section, before = text_at(draft, typed.block or typed.section, typed.part)
    if section is None or section.key != typed.section:
        raise NotFound("Stedet i udkastet")
    text = "" if typed.act is RewriteAct.REMOVE else typed.text.strip()
    if typed.act is not RewriteAct.REMOVE and not text:
        raise Empty("Den nye tekst")
    if typed.act is RewriteAct.REPLACE and text == before.strip():
        raise NothingSaid
    old = "" if typed.act is RewriteAct.INSERT else before
    removed, added = changed_words(old, text) if old and text else (old, text)
    return ReviewMark(
        id=mark_id, process_id=stage.process_id, send_out_id=stage.id, kind=_KIND[typed.act],
        author=typed.by.strip() or stage.name, at=now(), section=typed.section, block=typed.block,
        part=typed.part, placed_by=PlacedBy.HAND, removed=removed, added=added, before=old,
        after=text,
    )  # fmt: skip


def _point(stage: Stage, mark: ReviewMark) -> Point:
    """Decided as it is made; its words stand for the whole paragraph."""
    return Point(
        id=new_id(), process_id=stage.process_id, send_out_id=stage.id, key=key_of(mark),
        section=mark.section, block=mark.block, part=mark.part, final=mark.after,
        verdict=Verdict.REWORDED if mark.after else Verdict.ACCEPTED,
        reason=f"{stage.name}: {stage.outcome}", wish=mark.author, decided_at=now(),
    )  # fmt: skip


def _require_writable(draft: Draft, wish: Wish) -> None:
    for left in carry(draft, draft, [wish]).by_hand:
        raise PlaceIsFixed(left.why)


def _takes_place_of(mark: ReviewMark, earlier: ReviewMark) -> bool:
    if MarkKind.NEW_PARAGRAPH in (mark.kind, earlier.kind):
        return False
    return (mark.block, mark.section, mark.part) == (earlier.block, earlier.section, earlier.part)


def _drop(store: Store, wish: Wish) -> None:
    for mark in wish.marks:
        store.remove(mark)
    store.remove(wish.point)
