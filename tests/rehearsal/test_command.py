"""`python -m strategykit rehearse`: the agenda is played on a copy, the process untouched."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from strategykit.storage.migrating import migrate
from tests.support.rehearsals import STEPS, a_short_process, everything_in, left_in, programs_in
from tests.support.server import ROOT
from tests.support.terminal import Terminal

MEMBERS = 4
NOTES = 2 * MEMBERS


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """The short process lies there."""
    terminal = Terminal(tmp_path / "hjem", tmp_path)
    terminal.home.mkdir()
    database = terminal.database
    migrate(database)
    a_short_process(database)
    database.close()
    return terminal


def test_every_step_is_played_and_the_process_is_as_it_was(terminal: Terminal) -> None:
    file = terminal.home / "strategi.db"
    before = everything_in(file)
    answer = terminal.run("rehearse", "kort", "--members", str(MEMBERS), "--json")
    found: dict[str, Any] = json.loads(answer.said)

    assert answer.refused == ""
    assert answer.code == (0 if found["holder"] else 1)
    assert [step["trin"] for step in found["trin"]] == [f"Trin: {preset}" for preset, _ in STEPS]
    assert found["fejl_slags"] == []
    assert found["sedler_der_ikke_nåede_frem"] == 0
    assert found["seddel_til_projektor"]["antal"] == NOTES
    assert [step["svartid"]["antal"] >= MEMBERS for step in found["trin"]] == [True] * len(STEPS)
    assert everything_in(file) == before
    assert left_in(terminal.home) == []
    assert programs_in(terminal.home) == []


@pytest.mark.parametrize("count", ["0", "201", "mange"])
def test_a_number_that_no_room_has_is_refused(terminal: Terminal, count: str) -> None:
    refused = terminal.refuses("rehearse", "kort", f"--members={count}")

    assert refused.startswith(
        "Antallet af deltagere i en generalprøve er et helt tal fra 1 til 200"
    )


def test_a_process_that_is_not_there_is_refused(terminal: Terminal) -> None:
    assert "'findes-ikke' findes ikke" in terminal.refuses("rehearse", "findes-ikke", "--json")


def test_stopped_in_the_middle_it_takes_its_server_and_its_copy_with_it(
    terminal: Terminal,
) -> None:
    command = [sys.executable, "-m", "strategykit", "rehearse", "kort", "--fremgang"]
    own = {"STRATEGYKIT_HOME": str(terminal.home), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=own, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("Trin 1 af 4")
        assert len(left_in(terminal.home)) == 1
        running.send_signal(signal.SIGTERM)
        running.stdout.read()

    assert running.returncode == 143
    assert left_in(terminal.home) == []
    assert programs_in(terminal.home) == []
