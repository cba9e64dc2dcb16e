"""A rehearsal that is asked to stop does so, wherever the wish meets it."""

import subprocess
import sys

import pytest

from tests.support.server import ROOT

PLAYED, TERMINATED = 0, 143

#: A program of its own: signals reach only a main thread, and its play needs a loop of its own.
PROGRAM = """
import asyncio, signal, sys
from strategykit.rehearsal.stopping import Stop

class LetGo:
    "The signal comes while this is tidied away, where Python drops what is raised."
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)

async def evening(when):
    if when == "midt i":
        LetGo()
    if when != "aldrig":
        await asyncio.sleep(30)

stop, when = Stop().listen(), sys.argv[1]
if when == "udenfor":
    signal.raise_signal(signal.SIGTERM)
if when == "tabt":
    LetGo()
stop.play(evening(when))
print("spillet til ende")
"""


@pytest.mark.parametrize("when", ["udenfor", "tabt", "midt i"])
def test_asked_before_or_in_the_play_it_ends(when: str) -> None:
    """Also where Python drops what is raised: before the play, and in the middle of it."""
    code, said = rehearsed(when)

    assert (code, said) == (TERMINATED, "")


def test_left_alone_it_plays_to_the_end() -> None:
    code, said = rehearsed("aldrig")

    assert (code, said) == (PLAYED, "spillet til ende")


def rehearsed(when: str) -> tuple[int, str]:
    """The program's exit code, and what it said."""
    command = [sys.executable, "-c", PROGRAM, when]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout.strip()
