"""Paragraphs of the draft in the committee's own words."""

from dataclasses import replace

from strategykit.actions.acting import acting
from strategykit.domain.drafts import Rewrite
from strategykit.domain.people import Who
from strategykit.domain.text import checked
from strategykit.errors import EditConflict
from strategykit.storage import drafts
from strategykit.storage.database import Database


def rewrite_of(db: Database, process_id: str, block: str) -> Rewrite | None:
    """What was written by hand in the place of a block, if anything was."""
    with db.reading() as store:
        return drafts.rewrite_of(store, process_id, block)


def rewrite(db: Database, who: Who, seen: Rewrite | None, changed: Rewrite) -> Rewrite:
    """The paragraph as rewritten; raises EditConflict when somebody else was first."""
    fit = replace(checked(changed), editor_id=who.person_id)
    with acting(db, who, fit.process_id, "change", "Rewrite", fit.id) as store:
        store.lock(fit.process_id)
        there = drafts.rewrite_of(store, fit.process_id, fit.block)
        if there is None:
            return store.add(replace(fit, version=1))
        if there.text == fit.text and there.composed == fit.composed:
            return there
        if seen is None or seen.version != there.version:
            raise EditConflict(there, fit)
        return store.save(there, replace(fit, id=there.id))


def unwrite(db: Database, who: Who, seen: Rewrite) -> None:
    """The composed words stand again; raises EditConflict when it was rewritten since."""
    with acting(db, who, seen.process_id, "remove", "Rewrite", seen.id) as store:
        there = store.get(Rewrite, seen.id, seen.process_id)
        if there.version != seen.version:
            raise EditConflict(there, seen)
        store.remove(there)
