"""Numbered versions of the draft: kept as they were, compared, written as Word again."""

from collections.abc import Sequence
from dataclasses import replace

from strategykit.actions.acting import acting, now
from strategykit.actions.drafts import (
    NOTHING_CHOSEN,
    Choices,
    Progress,
    danish_day,
    read_draft,
    word_of,
)
from strategykit.domain.drafts import DraftVersion, PartChange, VersionLine, changes_between
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.text import checked_text
from strategykit.drafting.compose import DRAFT
from strategykit.storage import changes, drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store

NOTE = "Hvad er nyt i denne version"
_LONGEST_NOTE = 300


def keep_version(
    db: Database,
    who: Who,
    process_id: str,
    version_id: str,
    note: str = "",
    choices: Choices = NOTHING_CHOSEN,
) -> DraftVersion:
    """The draft under the next number; the same id twice is a double tap and keeps one."""
    with acting(db, who, process_id, "freeze", "DraftVersion", version_id) as store:
        store.lock(process_id)
        if there := store.find(DraftVersion, version_id):
            return there
        return freeze(store, who, process_id, version_id, note, choices)


def freeze(
    store: Store, who: Who, process_id: str, version_id: str, note: str = "",
    choices: Choices = NOTHING_CHOSEN,
) -> DraftVersion:  # fmt: skip
    """The same inside an open transaction that holds the process's lock."""
    fit = checked_text(NOTE, note, _LONGEST_NOTE)
    at = now()
    number = drafts.next_number(store, process_id)
    draft = read_draft(store, process_id, danish_day(at), choices).draft
    cover = replace(draft.cover, version=number, status=DRAFT, day=danish_day(at))
    frozen = replace(draft, cover=cover, log_head=changes.head(store, process_id))
    version = DraftVersion(
        id=version_id, process_id=process_id, number=number, saved_at=at, draft=frozen,
        editor_id=who.person_id, note=fit,
    )  # fmt: skip
    return store.add(version)


def versions_of(db: Database, process_id: str) -> Sequence[VersionLine]:
    """The kept versions, the newest first."""
    with db.reading() as store:
        return drafts.version_lines(store, process_id)


def version_of(db: Database, process_id: str, version_id: str) -> DraftVersion:
    """One kept version; raises NotFound."""
    with db.reading() as store:
        return store.get(DraftVersion, version_id, process_id)


def compare(db: Database, process_id: str, old_id: str, new: Draft | str) -> Sequence[PartChange]:
    """What differs between a kept version and another one, or a draft that is not kept."""
    old = version_of(db, process_id, old_id).draft
    newer = new if isinstance(new, Draft) else version_of(db, process_id, new).draft
    return changes_between(old, newer)


def version_word(
    db: Database, process_id: str, version_id: str, *, progress: Progress | None = None
) -> bytes:
    """A kept version as it was; only the look is today's. Raises NotFound."""
    version = version_of(db, process_id, version_id)
    return word_of(db, version.draft, version.saved_at, progress)
