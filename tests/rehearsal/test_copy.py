"""The throwaway copy: another database, no names, steps ready to be opened."""

import os
import time
from pathlib import Path

from strategykit.actions.registers import entries
from strategykit.actions.rooms import open_room
from strategykit.actions.steps import open_step
from strategykit.domain.areas import Area
from strategykit.domain.boards import Note
from strategykit.domain.meetings import Meeting
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step, StepState
from strategykit.rehearsal.copying import STALE_SECONDS, throwaway
from strategykit.storage.database import Database
from tests.support.rehearsals import LEADER, NAME, a_short_process, left_in, names_in


def test_the_copy_bears_no_name_and_the_process_is_not_written_to(
    both: Database, tmp_path: Path
) -> None:
    process = a_short_process(both)
    before = {kind: entries(both, process.id, kind) for kind in (Step, Note, Area, Room)}
    with throwaway(both, process, 3, tmp_path) as copy:
        names = names_in(copy.database, copy.process)
        notes = [note.text for note in entries(copy.database, copy.process.id, Note)]
        with copy.database.writing() as store:
            store.remove(store.all(Note, copy.process.id)[0])

    assert copy.database.file != both.file
    assert not [name for name in names if NAME in name]
    assert not [text for text in notes if NAME in text]
    assert names >= {"Prøvedeltager 1", "Prøvedeltager 2", "Prøvedeltager 3"}
    assert {kind: entries(both, process.id, kind) for kind in before} == before
    assert left_in(tmp_path) == []


def test_what_an_evening_left_behind_is_not_in_the_way(db: Database, tmp_path: Path) -> None:
    process = a_short_process(db)
    (meeting, *_), (step, *_) = (entries(db, process.id, kind) for kind in (Meeting, Step))
    assert isinstance(meeting, Meeting)
    assert isinstance(step, Step)
    open_room(db, LEADER, meeting)
    open_step(db, LEADER, step)
    with throwaway(db, process, 1, tmp_path) as copy:
        steps = entries(copy.database, copy.process.id, Step)
        rooms = entries(copy.database, copy.process.id, Room)

    assert {step.state for step in steps} == {StepState.WAITING}
    assert rooms == ()


def test_what_a_killed_rehearsal_left_is_cleared_away_and_a_running_one_is_not(
    db: Database, tmp_path: Path
) -> None:
    process = a_short_process(db)
    old, new = tmp_path / "generalproeve-gammel", tmp_path / "generalproeve-ny"
    for folder in (old, new):
        folder.mkdir()
    long_ago = time.time() - STALE_SECONDS - 60
    os.utime(old, (long_ago, long_ago))
    with throwaway(db, process, 1, tmp_path):
        pass

    assert left_in(tmp_path) == [new.name]
