"""Changing, withdrawing and placing marks: each goes to the point that asks for the same."""

from dataclasses import replace

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.taking_in import Reviewer, point_key, require_voice, taking
from strategykit.domain.found_marks import PlacedBy
from strategykit.domain.people import Who
from strategykit.domain.points import suggested_sort
from strategykit.domain.reviews import Point, ReviewMark, SectionApproval, SendOut
from strategykit.domain.text import checked
from strategykit.errors import MarkDecided, NotFound
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def own_marks(db: Database, reviewer: Reviewer, sent: SendOut) -> tuple[ReviewMark, ...]:
    """What the reviewer has sent, in the browser or in a file, oldest first."""
    with db.reading() as store:
        return store.all(
            ReviewMark, sent.process_id, send_out_id=sent.id, person_id=reviewer.person_id
        )


def approvals_of(db: Database, sent: SendOut) -> tuple[SectionApproval, ...]:
    """Who has nothing to add to what."""
    with db.reading() as store:
        return store.all(SectionApproval, sent.process_id, send_out_id=sent.id)


def change_mark(
    db: Database, reviewer: Reviewer, sent: SendOut, seen: ReviewMark, changed: ReviewMark
) -> ReviewMark:
    """Other words of one's own.

    Raises MarkDecided, ReviewClosed, ExpertComments, NotFound or EditConflict.
    """
    fit = checked(
        replace(changed, id=seen.id, process_id=seen.process_id, send_out_id=sent.id, at=now(),
                file_id=seen.file_id, person_id=seen.person_id, author=seen.author)
    )  # fmt: skip
    with taking(db, sent, reviewer, "ReviewMark", seen.id, act="change") as store:
        _require_own(store, reviewer, sent, seen.id)
        require_voice(store, reviewer, [fit])
        return _moved(store, seen, fit)


def withdraw_mark(db: Database, reviewer: Reviewer, sent: SendOut, mark_id: str) -> None:
    """It was never said; raises MarkDecided, ReviewClosed or NotFound."""
    with taking(db, sent, reviewer, "ReviewMark", mark_id, act="remove") as store:
        mark = _require_own(store, reviewer, sent, mark_id)
        point = _open_point(store, mark)
        store.remove(mark)
        _drop_if_empty(store, point)


def place_mark(
    db: Database, who: Who, seen: ReviewMark, section: str, block: str = ""
) -> ReviewMark:
    """The facilitator says where it belongs; raises MarkDecided or EditConflict."""
    fit = replace(seen, section=section, block=block, part="", placed_by=PlacedBy.HAND)
    with acting(db, who, seen.process_id, "change", "ReviewMark", seen.id) as store:
        return _moved(store, seen, fit)


def _require_own(store: Store, reviewer: Reviewer, sent: SendOut, mark_id: str) -> ReviewMark:
    """Another person's mark, or one of another review, is as good as not there."""
    mark = store.get(ReviewMark, mark_id, sent.process_id)
    if mark.send_out_id != sent.id or mark.person_id != reviewer.person_id:
        raise NotFound(ReviewMark.noun)
    return mark


def _open_point(store: Store, mark: ReviewMark) -> Point:
    point = store.get(Point, mark.point_id, mark.process_id)
    if not point.is_open:
        raise MarkDecided
    return point


def _moved(store: Store, seen: ReviewMark, fit: ReviewMark) -> ReviewMark:
    """The mark under the point that asks for the same: its own, another's or a new one."""
    before, key = _open_point(store, seen), point_key(fit)
    saved = store.save(seen, replace(fit, point_id=_point_for(store, before, fit, key)))
    _drop_if_empty(store, before)
    return saved


def _point_for(store: Store, before: Point, fit: ReviewMark, key: str) -> str:
    same = store.all(Point, fit.process_id, send_out_id=fit.send_out_id, key=key)
    there = next((point for point in same if point.is_open), None)
    if there is not None:
        return there.id
    moved = replace(before, key=key, section=fit.section, block=fit.block, part=fit.part)
    if store.count(ReviewMark, fit.process_id, point_id=before.id) == 1:
        return store.save(before, moved).id
    fresh = Point(
        id=new_id(), process_id=fit.process_id, send_out_id=fit.send_out_id, key=key,
        section=fit.section, block=fit.block, part=fit.part, sort=suggested_sort(fit),
    )  # fmt: skip
    return store.add(fresh).id


def _drop_if_empty(store: Store, point: Point) -> None:
    """What nobody asks for any more is no point."""
    if not store.count(ReviewMark, point.process_id, point_id=point.id):
        store.remove(point)
