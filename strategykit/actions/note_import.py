"""Notes from a file: read, looked at, brought in all at once, and taken back as one."""

import uuid
from dataclasses import dataclass, replace

from strategykit.actions.acting import acting, now
from strategykit.actions.boards import removed_with_notes
from strategykit.domain.boards import OBSTACLES, Done, Dot, Note, Spot, counted
from strategykit.domain.clock import COPENHAGEN
from strategykit.domain.figure_import import RefusedRow
from strategykit.domain.note_import import (
    NoteFile,
    NoteImport,
    NotePlan,
    NoteReading,
    ReadNote,
    plan_notes,
)
from strategykit.domain.numbers import danish_date
from strategykit.domain.people import Who
from strategykit.domain.text import checked, checked_text
from strategykit.errors import NothingToImport
from strategykit.spreadsheet_files import note_file
from strategykit.storage import boards
from strategykit.storage.database import Database
from strategykit.storage.store import Store

_NAME_ROOM = 200


@dataclass(frozen=True)
class ImportedFile:
    """A file that was read into a board: how many of its notes are left, and how many of those
    were changed, grouped or given dots since."""

    file: NoteImport
    notes: int
    touched: int


def read_note_file(data: bytes, name: str) -> NoteFile:
    """What the file holds; raises BadFile, or HoldsCpr when its name looks like a CPR number."""
    return note_file(data, checked_text("Filens navn", name, _NAME_ROOM))


def plan_of(db: Database, spot: Spot, file: NoteFile, reading: NoteReading) -> NotePlan:
    """What the file would add to the board; nothing is written. Raises HoldsCpr or FileTooLarge."""
    with db.reading() as store:
        return _plan(store, spot, file, reading)


def import_notes(
    db: Database, who: Who, spot: Spot, file: NoteFile, reading: NoteReading, import_id: str
) -> Done:
    """The notes on the board, all of them or none; the same `import_id` twice is a double tap.

    `spot.field` is where notes lie when the places are kinds of barrier. Raises NothingToImport
    when every row is refused or there already.
    """
    with acting(db, who, spot.process_id, "add", "NoteImport", import_id) as store:
        store.lock(spot.process_id)
        if store.find(NoteImport, import_id) is not None:
            return Done("")
        plan = _plan(store, spot, file, reading)
        if not plan.new:
            raise NothingToImport
        source = store.add(_source(spot, file, import_id))
        notes = [_note(spot, source, read) for read in plan.new]
        dots = [
            dot for read, note in zip(plan.new, notes, strict=True) for dot in _dots(read, note)
        ]
        store.add_all(notes)
        store.add_all(dots)
        kept = boards.by_ids(store, Note, spot.process_id, [n.id for n in notes])
        given = boards.by_ids(store, Dot, spot.process_id, [d.id for d in dots])
    told = f"Hentet ind: {counted(len(kept), 'seddel', 'sedler')} fra {file.name}."
    return Done(told, (), (source, *kept, *given))


def imported_files(db: Database, process_id: str, board: str) -> tuple[ImportedFile, ...]:
    """The files whose notes lie on a board, the last one first."""
    with db.reading() as store:
        found = [_standing(store, f) for f in store.all(NoteImport, process_id, board=board)]
    return tuple(reversed(found))


def take_back(db: Database, who: Who, seen: NoteImport) -> Done:
    """All that is left of the file's notes is gone, with dots and references; raises NotFound."""
    with acting(db, who, seen.process_id, "remove", "NoteImport", seen.id) as store:
        store.lock(seen.process_id)
        source = store.get(NoteImport, seen.id, seen.process_id)
        notes = store.all(Note, seen.process_id, import_id=seen.id)
        before, after = removed_with_notes(store, seen.process_id, notes)
        store.remove(source)
    told = f"Taget af tavlen: {counted(len(notes), 'seddel', 'sedler')} fra {source.name}."
    return Done(told, (source, *before), after)


def read_on(source: NoteImport) -> str:
    """The day the file was read, as it is said."""
    return danish_date(source.read_at.astimezone(COPENHAGEN).date())


def _plan(store: Store, spot: Spot, file: NoteFile, reading: NoteReading) -> NotePlan:
    there = store.all(Note, spot.process_id, board=spot.board)
    files = store.all(NoteImport, spot.process_id, board=spot.board)
    before = next((f for f in reversed(files) if f.checksum == file.checksum), None)
    plan = plan_notes(file, reading, there, before)
    return plan if before is None else _without_rewritten(plan, before, {note.id for note in there})


def _without_rewritten(plan: NotePlan, before: NoteImport, there: set[str]) -> NotePlan:
    """Rows that are notes already, in other words than the file's by now, are refused."""
    known = [read for read in plan.new if _note_id(before.id, read) in there]
    told = [RefusedRow(n.line, "den er hentet ind før, og sedlen er rettet siden") for n in known]
    refused = sorted((*plan.refused, *told), key=lambda row: row.line)
    return replace(plan, new=tuple(n for n in plan.new if n not in known), refused=tuple(refused))


def _source(spot: Spot, file: NoteFile, import_id: str) -> NoteImport:
    return checked(
        NoteImport(
            id=import_id, process_id=spot.process_id, board=spot.board, name=file.name,
            checksum=file.checksum, read_at=now(),
        )
    )  # fmt: skip


def _note(spot: Spot, source: NoteImport, read: ReadNote) -> Note:
    by_barrier = spot.board == OBSTACLES
    return checked(
        Note(
            id=_note_id(source.id, read), process_id=spot.process_id, board=spot.board,
            field=spot.field if by_barrier else read.place,
            barrier=read.place if by_barrier else "", text=read.text, origin=read.origin,
            import_id=source.id,
        )
    )  # fmt: skip


def _note_id(import_id: str, read: ReadNote) -> str:
    """Counted out of the file and the line, so that a note that was rewritten is known again."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{import_id}:{read.line}").hex


def _dots(read: ReadNote, note: Note) -> list[Dot]:
    return [
        Dot(id=uuid.uuid4().hex, process_id=note.process_id, subject_id=note.id)
        for _ in range(read.dots)
    ]


def _standing(store: Store, file: NoteImport) -> ImportedFile:
    notes = store.all(Note, file.process_id, import_id=file.id)
    touched = sum(note.version > 1 for note in notes)
    return ImportedFile(file, len(notes), touched)
