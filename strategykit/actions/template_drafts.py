"""Templates that are being written: kept with their mistakes, so that nothing typed is lost."""

from dataclasses import replace

from strategykit.actions.acting import now, require_writer
from strategykit.actions.presence import account_of, require_presence
from strategykit.domain.library import TemplateDraft
from strategykit.domain.people import Who
from strategykit.domain.text import checked_text
from strategykit.errors import EditConflict, NotFound
from strategykit.storage import library
from strategykit.storage.database import Database

NOUN = "Kladden"
_NAME_ROOM, _TEXT_ROOM = 200, 1_000_000


def list_drafts(db: Database) -> tuple[TemplateDraft, ...]:
    """Every template that is being written, the one changed last first."""
    with db.reading() as store:
        return library.all_drafts(store)


def draft_of(db: Database, draft_id: str) -> TemplateDraft:
    """The draft as it is now; raises NotFound."""
    with db.reading() as store:
        found = library.find_draft(store, draft_id)
    if found is None:
        raise NotFound(NOUN)
    return found


def begin_draft(
    db: Database, who: Who, draft_id: str, name: str, text: str, origin: str = ""
) -> TemplateDraft:
    """A new draft; the same id twice, as by a double tap, makes one. Raises HoldsCpr or TooLong."""
    require_writer(who, "add")
    made = _fit(
        TemplateDraft(
            id=draft_id, name=name, text=text, origin=origin, changed_at=now(),
            account_id=account_of(db, who),
        )
    )  # fmt: skip
    with db.writing() as store:
        require_presence(store, who)
        if found := library.find_draft(store, draft_id):
            return found
        library.keep_draft(store, made)
    return made


def save_draft(
    db: Database, who: Who, seen: TemplateDraft, *, text: str, name: str = ""
) -> TemplateDraft:
    """The draft with its next version; raises EditConflict when somebody saved it first."""
    require_writer(who, "change")
    wanted = replace(
        seen, name=name or seen.name, text=text, version=seen.version + 1, changed_at=now()
    )
    changed = _fit(wanted)
    with db.writing() as store:
        require_presence(store, who)
        if library.save_draft(store, seen, changed):
            return changed
        theirs = library.find_draft(store, seen.id)
    if theirs is None:
        raise NotFound(NOUN)
    if (theirs.name, theirs.text) == (changed.name, changed.text):
        return theirs
    raise EditConflict(theirs, changed)


def remove_draft(db: Database, who: Who, draft_id: str) -> None:
    """The draft is gone; raises NotFound when it was gone already."""
    require_writer(who, "remove")
    with db.writing() as store:
        require_presence(store, who)
        if not library.remove_draft(store, draft_id):
            raise NotFound(NOUN)


def _fit(made: TemplateDraft) -> TemplateDraft:
    # The marks keep the first and the last line as they are: the mistakes are told by line.
    text = checked_text("Teksten", f"|{made.text}|", _TEXT_ROOM)[1:-1]
    return replace(made, name=checked_text("Navn", made.name, _NAME_ROOM), text=text)
