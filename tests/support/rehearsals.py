"""A process with a short agenda, and what a rehearsal may have left behind."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil

from strategykit.actions.acting import new_id
from strategykit.actions.registers import entries
from strategykit.actions.steps import add_step, step_from
from strategykit.domain.areas import Area
from strategykit.domain.boards import SWOT, Note
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.process import Process
from strategykit.domain.steps import Step, Subjects
from strategykit.storage.database import Database
from tests.support.makers import a_process

LEADER = Who(Access.FACILITATOR)
NAME = "Karla Kaptajn"
BOARD = {"subjects": Subjects.BOARD, "subject": SWOT}
STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("skriv-uden-navn", BOARD),
    ("prikker-uden-navn", BOARD),
    ("maal-ved-borde", {"subjects": Subjects.AREAS}),
    ("samtykke", {"subjects": Subjects.NOTHING, "ask": "Kan I stå bag det?"}),
)


def a_short_process(db: Database, name: str = "kort") -> Process:
    """One meeting with four steps, a note that is there already, and a person with a name."""
    process = a_process(db, LEADER, name=name)
    of = {"process_id": process.id}
    with db.writing() as store:
        for step in store.all(Step, process.id):
            store.remove(step)
        meeting = store.all(Meeting, process.id)[0]
        store.add(Person(id=new_id(), name=NAME, **of))
        store.add(Area(id=new_id(), name="Vejledning", **of))
        store.add(Note(id=new_id(), board=SWOT, field="styrker", text=f"{NAME} ved det", **of))
    for preset, more in STEPS:
        made = step_from(
            preset, process_id=process.id, meeting_id=meeting.id, title=f"Trin: {preset}", **more
        )
        add_step(db, LEADER, made)
    return process


def everything_in(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(file)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(database.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for (name,) in tables
        }


def programs_in(folder: Path) -> list[int]:
    """The processes that run with their data under the folder."""
    found = []
    for process in psutil.process_iter(["pid"]):
        try:
            if Path(process.cwd()).is_relative_to(folder):
                found.append(process.pid)
        except (psutil.Error, OSError):
            continue
    return found


def left_in(home: Path) -> list[str]:
    """What a rehearsal left behind."""
    return [path.name for path in home.glob("generalproeve-*")]


def names_in(db: Database, process: Process) -> set[str]:
    return {person.name for person in entries(db, process.id, Person)}
