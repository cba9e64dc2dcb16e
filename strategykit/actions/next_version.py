"""The next version of the draft: what was decided is written in, and shown as a redline."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from strategykit.actions.acting import acting, new_id
from strategykit.actions.draft_versions import keep_version, version_of, version_word
from strategykit.actions.points import read_wishes
from strategykit.actions.taking_in import places_of
from strategykit.domain.carrying_in import Writing, carried_in
from strategykit.domain.drafts import DraftVersion, Rewrite, RewriteAct
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point, SendOut
from strategykit.domain.rewriting import text_at
from strategykit.domain.text import checked
from strategykit.drafting.redline import Credit, Credits, write_redline
from strategykit.errors import NoSuchVersion, WishesCollide
from strategykit.storage import drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def make_next_version(
    db: Database, who: Who, sent: SendOut, version_id: str, note: str = ""
) -> DraftVersion:
    """A numbered draft that says what was decided; the same id twice is a double tap.

    Raises WishesCollide and then writes nothing.
    """
    with db.reading() as store:
        if there := store.find(DraftVersion, version_id):
            return there
        draft = store.get(DraftVersion, sent.version_id, sent.process_id).draft
        found = [w for w in read_wishes(store, sent.process_id, sent.id) if not w.point.done_in]
    writings, collisions = carried_in(draft, found)
    if collisions:
        titles = {section.key: section.title for section in draft.sections}
        raise WishesCollide(tuple(dict.fromkeys(titles.get(c.section, "") for c in collisions)))
    _write(db, who, sent, draft, writings)
    version = keep_version(db, who, sent.process_id, version_id, note)
    _mark_done(db, who, sent, found, version.number)
    return version


def version_id_of(db: Database, process_id: str, number: int) -> str:
    """The kept version with that number; raises NoSuchVersion."""
    with db.reading() as store:
        lines = drafts.version_lines(store, process_id)
    found = next((line.id for line in lines if line.number == number), None)
    if found is None:
        raise NoSuchVersion(number, tuple(line.number for line in lines))
    return found


def redline_word(db: Database, process_id: str, old_id: str, new_id_: str) -> bytes:
    """The newer version as Word, with every change since the older under its proposer's name."""
    old, new = (version_of(db, process_id, each) for each in (old_id, new_id_))
    files = [version_word(db, process_id, each.id) for each in (old, new)]
    return write_redline(files[0], files[1], _credits(db, process_id, old, new), new.saved_at)


@dataclass(frozen=True)
class _Asked:
    """A decided point as the redline needs it."""

    places: frozenset[str]
    wish: Wish
    at: datetime


def _credits(db: Database, process_id: str, old: DraftVersion, new: DraftVersion) -> Credits:
    with db.reading() as store:
        reviews = store.all(SendOut, process_id)
        found = [w for r in reviews for w in read_wishes(store, process_id, r.id)]
    between = [w for w in found if old.number < w.point.done_in <= new.number]
    bookmarks = {key: mark for mark, key in places_of(old.draft).items()}
    asked = [_asked(w, bookmarks, new.saved_at) for w in between]
    plain = Credit(new.draft.cover.committee or "Udvalget", new.saved_at)

    def credit(place: str, removed: str, added: str) -> Credit:
        here = [a for a in asked if place in a.places]
        exact = [a for a in here if _asks(a.wish, removed, added)]
        best = next(iter(exact or here), None)
        return _credit_of(best) if best else plain

    return credit


def _asked(wish: Wish, bookmarks: dict[str, str], otherwise: datetime) -> _Asked:
    keys = (wish.point.block, "" if wish.point.block else wish.point.section)
    places = frozenset(bookmarks[key] for key in keys if key in bookmarks)
    return _Asked(places, wish, wish.first.at or wish.point.decided_at or otherwise)


def _asks(wish: Wish, removed: str, added: str) -> bool:
    mine = (wish.first.removed.strip(), wish.first.added.strip())
    return mine == (removed.strip(), added.strip()) or (
        bool(added.strip()) and added.strip() in (wish.point.final or wish.first.added)
    )


def _credit_of(asked: _Asked) -> Credit:
    point = asked.wish.point
    reason = f": {point.reason}" if point.reason else "."
    return Credit(
        point.wish or ", ".join(asked.wish.authors) or "Udvalget", asked.at,
        f"Besluttet: {point.verdict}{reason}",
    )  # fmt: skip


def _write(
    db: Database, who: Who, sent: SendOut, draft: Draft, writings: Sequence[Writing]
) -> None:
    if not writings:
        return
    with acting(db, who, sent.process_id, "change", "Rewrite", sent.id) as store:
        for writing in writings:
            _write_one(store, who, sent, draft, writing)


def _write_one(store: Store, who: Who, sent: SendOut, draft: Draft, writing: Writing) -> None:
    made = checked(
        Rewrite(
            id=new_id(), process_id=sent.process_id, block=writing.block, part=writing.part,
            act=writing.act, text=writing.text, point_id=writing.points[-1],
            editor_id=who.person_id, composed=_composed(store, sent, draft, writing),
        )
    )  # fmt: skip
    there = [
        r for r in store.all(Rewrite, sent.process_id, block=writing.block, part=writing.part)
        if r.act is made.act and (made.act is not RewriteAct.INSERT or r.point_id == made.point_id)
    ]  # fmt: skip
    if there:
        store.save(there[0], replace(made, id=there[0].id, composed=there[0].composed))
    else:
        store.add(made)


def _composed(store: Store, sent: SendOut, draft: Draft, writing: Writing) -> str:
    """What the template's sentence says there, so that it is seen when that changes."""
    earlier = store.all(Rewrite, sent.process_id, block=writing.block, part=writing.part)
    return earlier[0].composed if earlier else text_at(draft, writing.block, writing.part)[1]


def _mark_done(db: Database, who: Who, sent: SendOut, found: Sequence[Wish], number: int) -> None:
    decided = [w.point for w in found if not w.point.is_open]
    if not decided:
        return
    with acting(db, who, sent.process_id, "change", "Point", "") as store:
        for point in decided:
            there = store.get(Point, point.id, sent.process_id)
            store.save(there, replace(there, done_in=number))
