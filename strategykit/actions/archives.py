"""A process out as one file, and in again."""

from dataclasses import is_dataclass, replace
from typing import Any, TypeVar

from strategykit.actions.acting import new_id, now, require_writer
from strategykit.actions.presence import as_person, require_presence
from strategykit.archive_files import Archive, ChangeLine, read_archive, write_archive
from strategykit.domain.entry import Entry
from strategykit.domain.nouns import KIND_OF
from strategykit.domain.people import Person, Who, erased
from strategykit.domain.process import Process
from strategykit.domain.survey import SurveyRound
from strategykit.domain.text import checked
from strategykit.domain.traces import without_name
from strategykit.errors import ArchiveBroken, BadEntry
from strategykit.storage import changes, processes
from strategykit.storage.database import Database
from strategykit.storage.store import Store
from strategykit.storage.tables import ChangeRow
from strategykit.template_files import read_template

Kind = TypeVar("Kind", bound=Entry)


def export_process(db: Database, process: Process, *, names: bool = True) -> bytes:
    """The archive of a process as it is now; without `names` roles stand in people's place."""
    with db.reading() as store:
        archive = _gathered(store, store.get(Process, process.id))
    return write_archive(archive if names else without_names(archive), now())


def import_process(db: Database, who: Who, data: bytes) -> Process:
    """The process of an archive; beside one that is there already it becomes a copy."""
    require_writer(who, "add")
    archive = _checked(read_archive(data))
    with db.writing() as store:
        require_presence(store, who)
        if store.find(Process, archive.process.id) is not None:
            archive = with_new_ids(archive)
        archive = replace(archive, process=_named(store, archive.process))
        _keep(store, archive, who)
    return archive.process


def copy_process(db: Database, who: Who, process: Process, title: str, *, names: bool) -> Process:
    """A copy with ids, name and log of its own; raises BadEntry for an empty title."""
    require_writer(who, "add")
    with db.writing() as store:
        require_presence(store, who)
        source = _gathered(store, store.get(Process, process.id))
        copy = with_new_ids(source if names else without_names(source))
        titled = replace(copy.process, title=title, name="", created_at=now(), archived_at=None)
        copy = replace(copy, process=_named(store, checked(titled)))
        _keep(store, copy, who)
    return copy.process


def without_names(archive: Archive) -> Archive:
    """The same with each person's role in place of the name."""
    people = tuple(p for p in archive.things["Person"] if isinstance(p, Person))
    things = {
        name: tuple(_nameless(thing, people) for thing in same)
        for name, same in archive.things.items()
    }
    things["Person"] = tuple(replace(erased(p), name=p.role.capitalize()) for p in people)
    return replace(archive, process=_nameless(archive.process, people), things=things)


def _nameless(thing: Kind, people: tuple[Person, ...]) -> Kind:
    """The names go from every text, from what was decided too: this is another copy of it."""
    for person in people:
        thing = without_name(person, thing, kept=())
    return thing


def with_new_ids(archive: Archive) -> Archive:
    """The same with fresh ids wherever the old ones stood, and a log that begins anew."""
    old = [archive.process.id, *(t.id for same in archive.things.values() for t in same)]
    fresh = {one: new_id() for one in old}
    bare = replace(archive, changes=())
    return _renamed(bare, fresh)


def _renamed(archive: Archive, fresh: dict[str, str]) -> Archive:
    return replace(
        archive,
        process=_with_ids(archive.process, fresh),
        things={
            name: tuple(_with_ids(thing, fresh) for thing in same)
            for name, same in archive.things.items()
        },
    )


def _with_ids(thing: Kind, fresh: dict[str, str]) -> Kind:
    values: dict[str, Any] = {name: _with_id(value, fresh) for name, value in vars(thing).items()}
    return replace(thing, **values)


def _with_id(value: object, fresh: dict[str, str]) -> object:
    if isinstance(value, str):
        return fresh.get(value, value)
    if isinstance(value, tuple):
        return tuple(_with_id(part, fresh) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{k: _with_id(v, fresh) for k, v in vars(value).items()})
    return value


def _gathered(store: Store, process: Process) -> Archive:
    things = {
        name: tuple(map(_without_keys, store.all(kind, process.id)))
        for name, kind in KIND_OF.items()
        if name != "Process"
    }
    lines = tuple(
        ChangeLine(r.at, r.person_id, r.act, r.subject, r.subject_id, r.hash)
        for r in changes.lines(store, process.id)
    )
    return Archive(process, things, lines)


def _without_keys(thing: Kind) -> Kind:
    """The link of a survey asks in one process only: not in its copy, nor where it is moved to."""
    bare: dict[str, Any] = {"link_hash": "", "secret": ""} if isinstance(thing, SurveyRound) else {}
    return replace(thing, **bare)


def _checked(archive: Archive) -> Archive:
    read_template(archive.process.template, "arkivets skabelon")
    for name, same in {"Process": (archive.process,), **archive.things}.items():
        for number, thing in enumerate(same, start=1):
            _check(f"{name} nr. {number}", thing)
    return archive


def _check(place: str, thing: Entry) -> None:
    try:
        checked(thing)
    except BadEntry as trouble:
        raise ArchiveBroken(f"{place}: {trouble}") from trouble


def _named(store: Store, process: Process) -> Process:
    return replace(process, name=processes.free_name(store, process.name or process.title))


def _keep(store: Store, archive: Archive, who: Who) -> None:
    store.add(archive.process)
    for same in archive.things.values():
        store.add_all(list(same))
    process_id = archive.process.id
    store.session.add_all(
        ChangeRow(process_id=process_id, **vars(line)) for line in archive.changes
    )
    store.session.flush()
    changes.check(store, process_id)
    who = as_person(store, who, process_id)
    changes.log(
        store, process_id=process_id, at=now(), person_id=who.person_id, act="import",
        subject="Process", subject_id=process_id,
    )  # fmt: skip
