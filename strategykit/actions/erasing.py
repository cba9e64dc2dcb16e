"""Taking a process or a person's name away for good."""

from pathlib import Path

from strategykit.actions.acting import acting, require_writer
from strategykit.actions.presence import require_presence
from strategykit.actions.undoing import UNDOING
from strategykit.domain.boards import Dot
from strategykit.domain.counted import all_counted
from strategykit.domain.drafts import Upload
from strategykit.domain.entry import Entry
from strategykit.domain.people import Person, Who, erased
from strategykit.domain.process import Process
from strategykit.domain.traces import without_name
from strategykit.errors import CleanUpWaits, TitleNotTyped
from strategykit.storage import access, erasing
from strategykit.storage.database import Database
from strategykit.storage.erasing import Backup
from strategykit.storage.store import Store
from strategykit.storage.tables import ROW_OF


def losses(db: Database, process_id: str) -> tuple[str, ...]:
    """What would be lost with the process, each kind counted in words."""
    with db.reading() as store:
        return all_counted(erasing.counts(store, process_id))


def erase_process(db: Database, who: Who, seen: Process, typed: str) -> None:
    """The process is gone, its log and its bytes too.

    Raises TitleNotTyped and leaves all as it was, or CleanUpWaits when only the bytes remain.
    """
    require_writer(who, "erase")
    if _words(typed) != _words(seen.title):
        raise TitleNotTyped(seen.title)
    with db.writing() as store:
        require_presence(store, who)
        store.get(Process, seen.id)
        erasing.erase_rows(store, seen.id)
    UNDOING.forget(seen.id)
    clear_traces(db, who)


def clear_traces(db: Database, who: Who) -> None:
    """Nothing that was deleted can be read in the database's file; raises CleanUpWaits."""
    require_writer(who, "erase")
    with db.reading() as store:
        require_presence(store, who)
    if not erasing.clear_traces(db):
        raise CleanUpWaits


def backups_with(folder: Path, process_id: str) -> tuple[Backup, ...]:
    """The backups that still hold the process, or that cannot be looked into."""
    return erasing.backups_with(folder, process_id)


def erase_person(db: Database, who: Who, seen: Person) -> None:
    """The role stands where the name stood, and no door is open to the person.

    Raises CleanUpWaits when old bytes remain.
    """
    with acting(db, who, seen.process_id, "erase", "Person", seen.id) as store:
        for thing in things_with_text(store, seen.process_id):
            renamed = without_name(seen, thing)
            if renamed != thing:
                store.save(thing, renamed)
        store.save(seen, erased(seen))
        access.erase(store, person_id=seen.id)
    UNDOING.forget(seen.process_id)  # what can be taken back may hold the name
    clear_traces(db, who)


def things_with_text(store: Store, process_id: str) -> list[Entry]:
    """All of a process but its files and its dots, which hold no names."""
    kinds = [kind for kind in ROW_OF if kind not in (Process, Dot, Upload)]
    rest = [thing for kind in kinds for thing in store.all(kind, process_id)]
    return [store.get(Process, process_id), *rest]


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()
