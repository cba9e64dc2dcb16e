"""Putting a shipped example in the database."""

from itertools import groupby

from strategykit.actions.acting import new_id, now, require_writer
from strategykit.actions.baseline import freeze
from strategykit.actions.processes import given_by, list_processes
from strategykit.actions.templates import template_named
from strategykit.case_files import Example, read_example
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.steps import Step
from strategykit.storage import changes
from strategykit.storage.database import Database

TEMPLATE = "ungestrategi"


def load_example(db: Database, who: Who, name: str) -> Process:
    """The example with its nulpunkt locked; already there, it is left as it stands."""
    known = {process.id for process in list_processes(db)}
    process = load_case(db, who, name)
    if process.id not in known:
        freeze(db, who, process.id, new_id(), "Låst, da eksemplet blev lagt ind.")
    return process


def load_case(db: Database, who: Who, name: str) -> Process:
    """What the case itself says; already there, it is left as it stands."""
    require_writer(who, "add")
    file = template_named(TEMPLATE)
    template = file.template
    here = next(p.key for p in template.phases if "maal" in p.pages)
    example = read_example(name, file.text, here, now())
    with db.writing() as store:
        if (there := store.find(Process, example.process.id)) is not None:
            return there
        process = store.add(example.process)
        for thing in given_by(template, process):
            if isinstance(thing, Meeting | AgendaItem | Step):
                store.add(thing)
        for _, same in groupby(_sorted(example), key=type):
            store.add_all(list(same))
        changes.log(
            store, process_id=process.id, at=now(), person_id="", act="add",
            subject="Process", subject_id=process.id,
        )  # fmt: skip
    return process


def load_first_example(db: Database, who: Who) -> None:
    """The example in an empty database, so that the first page is not an empty one."""
    if not list_processes(db):
        load_example(db, who, "broendby")


def _sorted(example: Example) -> list[Entry]:
    return sorted(example.entries, key=lambda entry: type(entry).__name__)
