"""Word files edited by LibreOffice as by another person at home."""

import json
import os
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).parent / "uno" / "edit.py"
SECONDS = 300
Step = tuple[Any, ...]


@dataclass(frozen=True)
class Job:
    """One file, what to do in it, and where it is saved when a step says so."""

    source: Path
    steps: Sequence[Step]


def in_libreoffice(folder: Path, jobs: Sequence[Job]) -> list[Any]:
    """What each job said; LibreOffice and all that it started are gone afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    order = folder / "order.json"
    asked = {
        "profile": str(folder / "profil"),
        "jobs": [{"source": str(j.source), "steps": [list(s) for s in j.steps]} for j in jobs],
    }
    order.write_text(json.dumps(asked), "utf-8")
    process = subprocess.Popen(
        ["/usr/bin/python3", str(SCRIPT), str(order)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"},
    )  # fmt: skip
    try:
        said, wrong = process.communicate(timeout=SECONDS)
    finally:
        with_group_gone(process.pid)
    assert process.returncode == 0, wrong.decode()
    answers: list[Any] = json.loads(said)
    return answers


def with_group_gone(leader: int) -> None:
    """Ends the whole process group: soffice starts others that would stay."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def edited(data: bytes, folder: Path, *steps: Step) -> bytes:
    """The file after the steps, saved by LibreOffice."""
    folder.mkdir(parents=True, exist_ok=True)
    source, target = folder / "sendt.docx", folder / "retur.docx"
    source.write_bytes(data)
    in_libreoffice(folder, [Job(source, [*steps, ("save", str(target))])])
    return target.read_bytes()
