"""Writing, adopting and restoring the texts that the committee agrees on."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from strategykit.actions.acting import acting, new_id, now
from strategykit.domain.entry import Entry
from strategykit.domain.people import Who
from strategykit.domain.statements import (
    Edition,
    Statement,
    StatementVersion,
    editions,
    unwritten,
)
from strategykit.domain.text import checked
from strategykit.errors import EditConflict, NothingToAgreeOn
from strategykit.storage import statements
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def statement_of(db: Database, process_id: str, key: str) -> Statement:
    """The text as it is, or as it is before its first save."""
    with db.reading() as store:
        return statements.by_key(store, process_id, key) or unwritten(process_id, key)


def editions_of(db: Database, process_id: str, key: str) -> tuple[Edition, ...]:
    """Every text that it has had, oldest first."""
    with db.reading() as store:
        there = statements.by_key(store, process_id, key)
        if there is None:
            return ()
        return editions(there, store.all(StatementVersion, process_id, statement_id=there.id))


def save_statement(db: Database, who: Who, seen: Statement, changed: Statement) -> Statement:
    """The text as saved, no longer adopted; raises EditConflict when it is not the one seen."""
    fit = checked(changed)
    with acting(db, who, seen.process_id, "change", "Statement", seen.id) as store:
        store.lock(seen.process_id)  # two windows may be the first to write the same text
        there = statements.by_key(store, seen.process_id, seen.key)
        after = replace(fit, editor_id=who.person_id, saved_at=now(), agreed_at=None)
        if there is None:
            return store.add(replace(after, version=1))
        if there.version != seen.version:
            raise EditConflict(there, fit)
        if there.text == fit.text:
            return there
        _keep(store, there)
        return store.save(there, replace(after, id=there.id))


def put_text(
    store: Store, who: Who, process_id: str, key: str, text: str
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The text says that from now on, and is not adopted: what was there before, and what is."""
    there = statements.by_key(store, process_id, key)
    if there is not None and there.text == text:
        return (), ()
    seen = there or unwritten(process_id, key)
    after = checked(
        replace(seen, text=text, editor_id=who.person_id, saved_at=now(), agreed_at=None)
    )
    if there is None:
        return (), (store.add(replace(after, version=1)),)
    kept = _keep(store, there)
    return (there,), (store.save(there, after), *kept)


def agree(db: Database, who: Who, seen: Statement, day: date) -> Statement:
    """The text adopted by the committee that day; raises EditConflict or NothingToAgreeOn."""
    if not seen.text.strip():
        raise NothingToAgreeOn
    with acting(db, who, seen.process_id, "agree", "Statement", seen.id) as store:
        return store.save(seen, agreed_on(seen, day))


def agreed_on(seen: Statement, day: date) -> Statement:
    """The text as it is when the committee adopts it that day."""
    noon = datetime.combine(day, time(12), UTC)  # the same date in every Danish clock
    return replace(seen, agreed_at=noon)


def withdraw(db: Database, who: Who, seen: Statement) -> Statement:
    """The text no longer adopted; raises EditConflict."""
    with acting(db, who, seen.process_id, "change", "Statement", seen.id) as store:
        return store.save(seen, replace(seen, agreed_at=None))


def restore(db: Database, who: Who, seen: Statement, edition: Edition) -> Statement:
    """An earlier text stands again, as a new one; the one that it replaces is kept."""
    return save_statement(db, who, seen, replace(seen, text=edition.text))


def _keep(store: Store, replaced: Statement) -> tuple[StatementVersion, ...]:
    if not replaced.text.strip():
        return ()
    kept = store.add(
        StatementVersion(
            id=new_id(), process_id=replaced.process_id, statement_id=replaced.id,
            number=replaced.version, text=replaced.text, editor_id=replaced.editor_id,
            saved_at=replaced.saved_at or now(), agreed_at=replaced.agreed_at,
        )
    )  # fmt: skip
    return (kept,)
