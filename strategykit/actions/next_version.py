"""The next version of the draft: what was decided is written in, and shown as a redline."""

from dataclasses import dataclass, replace
from datetime import datetime

from strategykit.actions.acting import acting, now
from strategykit.actions.draft_versions import freeze, version_of, version_word
from strategykit.actions.drafts import NOTHING_CHOSEN, danish_day, read_draft
from strategykit.actions.points import read_wishes
from strategykit.actions.taking_in import places_of
from strategykit.actions.writing_in import write_in
from strategykit.domain.approvals import Stage
from strategykit.domain.carrying_in import Carried, carry
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point, SendOut, Verdict
from strategykit.drafting.redline import Credit, Credits, write_redline
from strategykit.errors import NoSuchVersion, WishesCollide
from strategykit.storage import drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store


@dataclass(frozen=True)
class Plan:
    """What the next version will say; `carried` may hold what stands in the way of it."""

    number: int
    now: Draft
    wishes: tuple[Wish, ...]
    carried: Carried

    @property
    def open(self) -> int:
        """How many points the committee has not taken a stand on."""
        return sum(wish.point.is_open for wish in self.wishes)


def next_version_plan(db: Database, sent: SendOut) -> Plan:
    """What would be written if the version were made now."""
    with db.reading() as store:
        return _plan(store, sent)[0]


def make_next_version(
    db: Database, who: Who, sent: SendOut, version_id: str, note: str = ""
) -> DraftVersion:
    """A numbered draft that says what was decided; the same id twice is a double tap.

    What only a person can write in stays on the list. Raises WishesCollide, then nothing is made.
    """
    with acting(db, who, sent.process_id, "freeze", "DraftVersion", version_id) as store:
        store.lock(sent.process_id)
        if there := store.find(DraftVersion, version_id):
            return there
        plan, composed = _plan(store, sent)
        _refuse_collisions(plan)
        write_in(store, who, sent.process_id, composed, plan.carried.writings)
        version = freeze(store, who, sent.process_id, version_id, note)
        _mark_done(store, plan, version.number)
        return version


def written_by_hand(db: Database, who: Who, sent: SendOut, point: Point) -> Point:
    """Somebody has written it in, so that the next version carries it; raises EditConflict."""
    with acting(db, who, sent.process_id, "change", "Point", point.id) as store:
        store.lock(sent.process_id)
        number = drafts.next_number(store, sent.process_id)
        return store.save(point, replace(point, done_in=number))


def _plan(store: Store, sent: SendOut) -> tuple[Plan, Draft]:
    """The plan, and the draft as the template alone composes it."""
    read = store.get(DraftVersion, sent.version_id, sent.process_id).draft
    here = read_draft(store, sent.process_id, danish_day(now()), NOTHING_CHOSEN)
    found = read_wishes(store, sent.process_id, sent.id)
    number = drafts.next_number(store, sent.process_id)
    return Plan(number, here.draft, found, carry(read, here.draft, found)), here.composed


def _refuse_collisions(plan: Plan) -> None:
    if found := plan.carried.collisions:
        titles = {section.key: section.title for section in plan.now.sections}
        raise WishesCollide(tuple(dict.fromkeys(titles.get(c.section, "") for c in found)))


def _mark_done(store: Store, plan: Plan, number: int) -> None:
    """What was turned down is done with too; what is left to hand is not."""
    for wish in plan.wishes:
        point = wish.point
        decided = point.id in plan.carried.done or point.verdict is Verdict.REJECTED
        if decided and not point.done_in:
            store.save(point, replace(point, done_in=number))


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
        asked_at = [*store.all(SendOut, process_id), *store.all(Stage, process_id)]
        found = [w for each in asked_at for w in read_wishes(store, process_id, each.id)]
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
