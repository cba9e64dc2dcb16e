"""The rehearsal that runs beside the server: a program of its own, one at a time."""

import atexit
import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from threading import Lock, Thread
from typing import Any

from strategykit.settings import ROOT

STOP_SECONDS = 5


@dataclass(frozen=True)
class Run:
    """`number` of `total` steps have begun; `answer` is there when it is over, or `trouble`."""

    process_name: str
    title: str
    members: int
    number: int = 0
    total: int = 0
    step: str = ""
    answer: dict[str, Any] | None = None
    trouble: str = ""

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to wait for."""
        return self.answer is not None or self.trouble != ""


class Rehearsing:
    """The newest rehearsal, kept in memory alone; safe from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._run: Run | None = None
        self._child: subprocess.Popen[str] | None = None

    @property
    def run(self) -> Run | None:
        """How far it is."""
        return self._run

    def begin(self, run: Run) -> None:
        """Starts it; while one runs nothing more is started."""
        with self._lock:
            if self._run is not None and not self._run.is_over:
                return
            self._run, self._child = run, _started(run)
            Thread(target=self._follow, args=(self._child,), daemon=True).start()

    def stop(self) -> None:
        """Ends it, with its own server."""
        with self._lock:
            child, self._run, self._child = self._child, None, None
        if child is not None and child.poll() is None:
            child.terminate()
            try:
                child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()

    def _follow(self, child: "subprocess.Popen[str]") -> None:
        assert child.stdout is not None  # noqa: S101 - piped
        assert child.stderr is not None  # noqa: S101 - piped
        for line in child.stdout:
            self._take(child, json.loads(line))
        told = child.stderr.read().strip()
        child.wait()
        with self._lock:
            if self._child is child and self._run is not None and self._run.answer is None:
                self._run = replace(self._run, trouble=told or BROKEN_OFF)

    def _take(self, child: "subprocess.Popen[str]", told: dict[str, Any]) -> None:
        with self._lock:
            if self._child is not child or self._run is None:
                return
            if "svar" in told:
                self._run = replace(self._run, answer=told)
            else:
                number, total, step = told["trin"], told["af"], told["titel"]
                self._run = replace(self._run, number=number, total=total, step=step)


BROKEN_OFF = "Generalprøven blev afbrudt. I forløbet er intet ændret. Prøv igen."


def _started(run: Run) -> "subprocess.Popen[str]":
    command = ["rehearse", "--members", str(run.members), "--json", "--fremgang", "--"]
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "strategykit", *command, run.process_name],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8", errors="replace",
    )  # fmt: skip


REHEARSING = Rehearsing()
atexit.register(REHEARSING.stop)
