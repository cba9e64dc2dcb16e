"""Writing and grouping notes; each act says how it is taken back."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from strategykit.actions.acting import acting
from strategykit.actions.undone_votes import closed_without_names, let_go, require_open_votes
from strategykit.domain.areas import Area
from strategykit.domain.boards import (
    BoardContent,
    Done,
    Dot,
    Note,
    NoteGroup,
    Spot,
    counted,
    note_lines,
    shared_field,
)
from strategykit.domain.entry import Entry
from strategykit.domain.people import Who
from strategykit.domain.text import checked, checked_text
from strategykit.errors import CannotUndo, Empty, KeysGone, MixedFields, NothingPicked
from strategykit.storage import boards
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def board_of(db: Database, process_id: str, board: str, revision: int) -> BoardContent:
    """One board, read anew only when the process has changed; `revision` is of materials."""
    return _board(db, process_id, board, revision)


def write_notes(db: Database, who: Who, spot: Spot, text: str, nonce: str) -> Done:
    """A note of each line; the same nonce twice is a double tap and is kept once."""
    lines = note_lines(checked_text("Sedler", text))
    if not lines:
        raise Empty("Sedler")
    notes = [
        checked(
            Note(
                id=_numbered(nonce, number), process_id=spot.process_id, board=spot.board,
                field=spot.field, barrier=spot.barrier, text=line,
            )
        )
        for number, line in enumerate(lines)
    ]  # fmt: skip
    with acting(db, who, spot.process_id, "add", "Note", notes[0].id) as store:
        if store.find(Note, notes[0].id) is not None:
            return Done("")
        store.add_all(notes)
        kept = boards.by_ids(store, Note, spot.process_id, [n.id for n in notes])
    return Done(f"Skrevet: {counted(len(kept), 'seddel', 'sedler')}.", (), kept)


def change_note(db: Database, who: Who, seen: Note, changed: Note) -> Done:
    """The note rewritten; in another field it leaves its group. Raises EditConflict."""
    fit = checked(changed)
    if seen.field and not fit.field:
        raise Empty("Felt")
    if fit.field != seen.field:
        fit = replace(fit, group_id="")
    with acting(db, who, seen.process_id, "change", "Note", seen.id) as store:
        saved = store.save(seen, fit)
    return Done("Sedlen er rettet.", (seen,), (saved,))


def hide_note(db: Database, who: Who, seen: Note, reason: str) -> Done:
    """The note is off the wall and stays out of the draft; raises Empty without a reason."""
    if not reason.strip():
        raise Empty("Hvorfor skjult")
    hidden = checked(replace(seen, hidden=True, hidden_reason=reason))
    with acting(db, who, seen.process_id, "hide", "Note", seen.id) as store:
        saved = store.save(seen, hidden)
    return Done("Sedlen er skjult.", (seen,), (saved,))


def show_note(db: Database, who: Who, seen: Note) -> Done:
    """A hidden note is back on the wall."""
    with acting(db, who, seen.process_id, "show", "Note", seen.id) as store:
        saved = store.save(seen, replace(seen, hidden=False, hidden_reason=""))
    return Done("Sedlen er vist igen.", (seen,), (saved,))


def remove_note(db: Database, who: Who, seen: Note) -> Done:
    """The note is gone with its dots, and the areas that grew out of it no longer point to it."""
    with acting(db, who, seen.process_id, "remove", "Note", seen.id) as store:
        note = store.get(Note, seen.id, seen.process_id)
        before, after = removed_with_notes(store, seen.process_id, (note,))
    return Done("Sedlen er slettet.", before, after)


def removed_with_notes(
    store: Store, process_id: str, notes: Sequence[Note]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Takes notes away with all that hangs on them: what was there before, and what is changed."""
    ids = {note.id for note in notes}
    dots = boards.dots_on(store, process_id, sorted(ids))
    areas = [a for a in store.all(Area, process_id) if ids & set(a.note_ids)]
    without = [
        store.save(a, replace(a, note_ids=tuple(i for i in a.note_ids if i not in ids)))
        for a in areas
    ]
    boards.remove_many(store, Dot, [d.id for d in dots])
    boards.remove_many(store, Note, sorted(ids))
    emptied = _remove_emptied(store, process_id, notes)
    return (*notes, *dots, *areas, *emptied), tuple(without)


def make_group(
    db: Database, who: Who, spot: Spot, title: str, note_ids: Sequence[str], nonce: str
) -> Done:
    """The notes under one heading; raises NothingPicked or MixedFields."""
    if not note_ids:
        raise NothingPicked
    with acting(db, who, spot.process_id, "add", "NoteGroup", nonce) as store:
        if store.find(NoteGroup, nonce) is not None:
            return Done("")
        notes = boards.by_ids(store, Note, spot.process_id, note_ids)
        field = shared_field(notes)
        group = store.add(
            checked(
                NoteGroup(
                    id=nonce, process_id=spot.process_id, board=spot.board, field=field,
                    title=title,
                )
            )
        )  # fmt: skip
        moved = [store.save(n, replace(n, group_id=group.id)) for n in notes]
        emptied = _remove_emptied(store, spot.process_id, notes)
    return Done("Sedlerne er samlet i en gruppe.", (*notes, *emptied), (group, *moved))


def move_notes(
    db: Database, who: Who, process_id: str, note_ids: Sequence[str], group: NoteGroup | None
) -> Done:
    """The notes in a group of their field, or in none; raises NothingPicked or MixedFields."""
    if not note_ids:
        raise NothingPicked
    group_id = group.id if group else ""
    with acting(db, who, process_id, "group", "Note", group_id) as store:
        known = boards.by_ids(store, Note, process_id, note_ids)
        notes = tuple(n for n in known if n.group_id != group_id)
        if group and any(n.field != group.field for n in notes):
            raise MixedFields
        moved = [store.save(n, replace(n, group_id=group_id)) for n in notes]
        emptied = _remove_emptied(store, process_id, notes)
    told = "Sedlerne er lagt i gruppen." if group else "Sedlerne er taget ud af gruppen."
    return Done(told, (*notes, *emptied), tuple(moved))


def rename_group(db: Database, who: Who, seen: NoteGroup, title: str) -> Done:
    """The group under another heading; raises EditConflict."""
    renamed = checked(replace(seen, title=title))
    with acting(db, who, seen.process_id, "change", "NoteGroup", seen.id) as store:
        saved = store.save(seen, renamed)
    return Done("Gruppen har fået en ny overskrift.", (seen,), (saved,))


def dissolve_group(db: Database, who: Who, seen: NoteGroup) -> Done:
    """The notes stand alone again; the dots given to the group as a whole go with it."""
    with acting(db, who, seen.process_id, "remove", "NoteGroup", seen.id) as store:
        group = store.get(NoteGroup, seen.id, seen.process_id)
        notes = store.all(Note, seen.process_id, group_id=seen.id)
        dots = boards.dots_on(store, seen.process_id, [seen.id])
        freed = [store.save(n, replace(n, group_id="")) for n in notes]
        boards.remove_many(store, Dot, [d.id for d in dots])
        store.remove(group)
    return Done("Gruppen er opløst.", (group, *notes, *dots), tuple(freed))


def undo(db: Database, who: Who, process_id: str, done: Done) -> None:
    """Everything as it was before the act; raises CannotUndo when any of it was changed since.

    Raises KeysGone where the act closed an anonymous step, or gave votes in one that is closed by
    now.
    """
    if closed_without_names(done):
        raise KeysGone
    with acting(db, who, process_id, "undo", "Note") as store:
        require_open_votes(store, done)
        now_there = _now(store, process_id, done.after)
        if not all(_is_still(now_there.get(thing.id), thing) for thing in done.after):
            raise CannotUndo
        let_go(store, done)
        before = {thing.id: thing for thing in done.before}
        after = {thing.id: thing for thing in done.after}
        for kind in {type(thing) for thing in done.after}:
            gone = [i for i, t in after.items() if i not in before and type(t) is kind]
            boards.remove_many(store, kind, gone)
        for thing in done.before:
            if thing.id in after:
                store.save(now_there[thing.id], thing)
            else:
                store.add_once(thing)


@lru_cache(maxsize=64)
def _board(db: Database, process_id: str, board: str, _revision: int) -> BoardContent:
    with db.reading() as store:
        notes = store.all(Note, process_id, board=board)
        groups = store.all(NoteGroup, process_id, board=board)
        return BoardContent(notes, groups, boards.dot_counts(store, process_id))


def _numbered(nonce: str, number: int) -> str:
    """The nonce itself for the first note, so that a double tap is found by it."""
    return nonce if number == 0 else uuid.uuid5(uuid.NAMESPACE_OID, f"{nonce}:{number}").hex


def _remove_emptied(store: Store, process_id: str, left: Sequence[Note]) -> list[Entry]:
    """The groups that the notes were the last ones of, with their dots."""
    removed: list[Entry] = []
    for group_id in {note.group_id for note in left if note.group_id}:
        group = store.find(NoteGroup, group_id)
        if group is None or store.count(Note, process_id, group_id=group_id):
            continue
        dots = boards.dots_on(store, process_id, [group_id])
        boards.remove_many(store, Dot, [d.id for d in dots])
        store.remove(group)
        removed += [group, *dots]
    return removed


def _is_still(found: Entry | None, thing: Entry) -> bool:
    """Whether it is as it was; an act that was done and taken back since only counts versions."""
    return found is not None and replace(found, version=thing.version) == thing


def _now(store: Store, process_id: str, things: Sequence[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for kind in {type(thing) for thing in things}:
        ids = [thing.id for thing in things if type(thing) is kind]
        found |= {thing.id: thing for thing in boards.by_ids(store, kind, process_id, ids)}
    return found
