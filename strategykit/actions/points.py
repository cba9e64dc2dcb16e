"""Workshop 4's decisions on the points of a review, each with its reason and its way back."""

from collections.abc import Sequence
from dataclasses import replace

from strategykit.actions.acting import acting, now
from strategykit.domain.boards import Done, counted
from strategykit.domain.people import Who
from strategykit.domain.points import Wish, wishes
from strategykit.domain.reviews import Point, ReviewMark, SendOut, Sort, Verdict
from strategykit.domain.text import checked
from strategykit.errors import AlreadyDecided, EditConflict, ReasonForVerdict, WordsForVerdict
from strategykit.storage.database import Database
from strategykit.storage.store import Store

NEEDS_REASON = (Verdict.REJECTED, Verdict.PUT_OFF)


def wishes_of(db: Database, process_id: str, send_out_id: str) -> tuple[Wish, ...]:
    """Every point of a review with its marks, in the order in which they came."""
    with db.reading() as store:
        return read_wishes(store, process_id, send_out_id)


def read_wishes(store: Store, process_id: str, send_out_id: str) -> tuple[Wish, ...]:
    """The same, inside an open transaction."""
    points = store.all(Point, process_id, send_out_id=send_out_id)
    return wishes(points, store.all(ReviewMark, process_id, send_out_id=send_out_id))


def sort_points(db: Database, who: Who, seen: Sequence[Point], sort: Sort) -> Done:
    """The points are of that sort; raises EditConflict when one was changed since it was seen."""
    return _change(db, who, seen, f"Sorteret som {sort}.", sort=sort)


def pull(db: Database, who: Who, seen: Point) -> Done:
    """One out of the bloc, to be taken by itself."""
    return _change(db, who, [seen], "Punktet er trukket ud af blokken.", pulled=True)


def put_back(db: Database, who: Who, seen: Point) -> Done:
    """Into the bloc again."""
    return _change(db, who, [seen], "Punktet er lagt tilbage i blokken.", pulled=False)


def set_minutes(db: Database, who: Who, seen: Sequence[Point], minutes: int) -> Done:
    """So much of the evening for each of the points; 0 leaves them to the even share."""
    return _change(db, who, seen, "Tiden er ændret.", minutes=minutes)


def decide(
    db: Database, who: Who, wish: Wish, verdict: Verdict, *, final: str = "", reason: str = "",
    wished_by: str = "",
) -> Done:  # fmt: skip
    """The committee's stand on one point.

    Raises AlreadyDecided, ReasonForVerdict, WordsForVerdict, TooLong or HoldsCpr.
    """
    seen = wish.point
    fit = checked(
        replace(
            seen, verdict=verdict, final=final, reason=reason, decided_at=now(),
            decided_by=who.person_id, wish=wished_by or ", ".join(wish.authors),
        )
    )  # fmt: skip
    _require_whole(fit)
    with acting(db, who, seen.process_id, "decide", "Point", seen.id) as store:
        saved = _save(store, seen, fit)
    return Done(f"Afgjort: {verdict}.", (seen,), (saved,))


def decide_bloc(db: Database, who: Who, found: Sequence[Wish], reason: str = "") -> Done:
    """All editorial points that nobody pulled are accepted in one; all of them or none."""
    at = now()
    with acting(db, who, found[0].point.process_id, "decide", "Point") as store:
        saved = [
            _save(
                store, wish.point,
                checked(
                    replace(
                        wish.point, verdict=Verdict.ACCEPTED, reason=reason, decided_at=at,
                        decided_by=who.person_id, wish=", ".join(wish.authors),
                    )
                ),
            )
            for wish in found
        ]  # fmt: skip
    what = counted(len(saved), "redaktionelt punkt", "redaktionelle punkter")
    told = f"{what} er godtaget."
    return Done(told, tuple(w.point for w in found), tuple(saved))


def open_points(db: Database, process_id: str) -> tuple[Point, ...]:
    """The points of all reviews that nobody has taken a stand on."""
    with db.reading() as store:
        reviews = {sent.id for sent in store.all(SendOut, process_id)}
        points = store.all(Point, process_id)
    return tuple(p for p in points if p.is_open and p.send_out_id in reviews)


def _require_whole(fit: Point) -> None:
    if fit.verdict in NEEDS_REASON and not fit.reason.strip():
        raise ReasonForVerdict
    says_nothing = not fit.final.strip()
    if fit.verdict is Verdict.REWORDED and says_nothing:
        raise WordsForVerdict


def _change(db: Database, who: Who, seen: Sequence[Point], told: str, **changes: object) -> Done:
    process_id = seen[0].process_id
    subject_id = seen[0].id if len(seen) == 1 else ""
    with acting(db, who, process_id, "change", "Point", subject_id) as store:
        saved = [
            store.save(p, checked(replace(p, **changes)))  # type: ignore[arg-type]
            for p in seen
        ]
    return Done(told, tuple(seen), tuple(saved))


def _save(store: Store, seen: Point, fit: Point) -> Point:
    try:
        return store.save(seen, fit)
    except EditConflict as conflict:
        theirs = store.get(Point, seen.id, seen.process_id)
        if theirs.verdict is Verdict.OPEN:  # only sorted or pulled since; put off is a decision
            raise
        raise AlreadyDecided(theirs.verdict, theirs.reason) from conflict
