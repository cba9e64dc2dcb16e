"""The plug is pulled while somebody saves: what was confirmed is there."""

import os
import subprocess
import sys
from pathlib import Path

from strategykit.actions.keeping import check_log
from strategykit.actions.registers import entries
from strategykit.domain.boards import Note
from strategykit.domain.people import Who
from strategykit.storage.database import Database
from tests.support.makers import a_process

ROOT = Path(__file__).parents[3]
WRITER = Path(__file__).parents[2] / "support" / "write_until_killed.py"


def test_every_confirmed_note_outlives_a_kill(db: Database, who: Who) -> None:
    process = a_process(db, who)
    writers = [
        subprocess.Popen(
            [sys.executable, WRITER, str(db.url), process.id],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for _ in range(3)
    ]
    confirmed = []
    for writer in writers:
        assert writer.stdout is not None
        confirmed += [writer.stdout.readline().strip() for _ in range(20)]
    for writer in writers:
        writer.kill()
        confirmed += writer.communicate()[0].split()

    reopened = Database(str(db.url))

    kept = [note.id for note in entries(reopened, process.id, Note)]
    assert set(confirmed) <= set(kept)
    assert len(kept) == len(set(kept))
    assert check_log(reopened, process) >= len(kept)
    reopened.close()
