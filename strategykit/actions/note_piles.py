"""What the facilitator does with several notes at once, each act as one that can be undone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from strategykit.actions.acting import acting
from strategykit.domain.boards import Done, Note, counted
from strategykit.domain.people import Who
from strategykit.domain.text import checked_text
from strategykit.errors import Empty, NoteRewritten, NotFound
from strategykit.storage import boards
from strategykit.storage.database import Database


def hide_notes(
    db: Database, who: Who, process_id: str, seen: Mapping[str, int], reason: str
) -> Done:
    """The notes are off the wall and stay out of the draft; `seen` has the version of each.

    Raises Empty without a reason, and NoteRewritten.
    """
    why = checked_text("Hvorfor skjult", reason)
    if not why:
        raise Empty("Hvorfor skjult")

    def hidden(note: Note) -> Note:
        if note.version != seen[note.id]:
            raise NoteRewritten
        return replace(note, hidden=True, hidden_reason=why)

    return _changed(db, who, process_id, tuple(seen), "hide", hidden, "skjult")


def show_notes(db: Database, who: Who, process_id: str, ids: Sequence[str]) -> Done:
    """Hidden notes are back on the wall."""
    return _changed(
        db, who, process_id, ids, "show",
        lambda note: replace(note, hidden=False, hidden_reason=""), "vist igen",
    )  # fmt: skip


def release_notes(db: Database, who: Who, process_id: str, ids: Sequence[str]) -> Done:
    """Notes that waited for the facilitator come on the wall."""
    return _changed(
        db, who, process_id, ids, "show", lambda note: replace(note, held=False), "sluppet"
    )


def move_to_field(db: Database, who: Who, process_id: str, ids: Sequence[str], field: str) -> Done:
    """The notes in another field, out of the groups of the field that they left."""
    if not field:
        raise Empty("Felt")
    return _changed(
        db, who, process_id, ids, "change",
        lambda note: note if note.field == field else replace(note, field=field, group_id=""),
        "flyttet",
    )  # fmt: skip


def _changed(
    db: Database,
    who: Who,
    process_id: str,
    ids: Sequence[str],
    act: str,
    change: Callable[[Note], Note],
    did: str,
) -> Done:
    if not ids:
        raise Empty("Sedler")
    with acting(db, who, process_id, act, "Note", ids[0] if len(ids) == 1 else "") as store:
        found = boards.by_ids(store, Note, process_id, ids)
        if len(found) < len(set(ids)):
            raise NotFound(Note.noun)
        before = tuple(note for note in found if change(note) != note)
        after = tuple(store.save(note, change(note)) for note in before)
    return Done(f"{_counted(len(found))} {did}.", before, after)


def _counted(number: int) -> str:
    return f"{counted(number, 'seddel', 'sedler')} er"
