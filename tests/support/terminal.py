"""The command line as a person meets it: a process of its own, its words and its exit code."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from strategykit.actions.processes import list_processes
from strategykit.storage.database import Database
from tests.support.server import ROOT

LONGEST = 100


@dataclass(frozen=True)
class Answer:
    """`said` is what stood on stdout, `refused` what stood on stderr."""

    code: int
    said: str
    refused: str


@dataclass(frozen=True)
class Terminal:
    """`home` is the data folder; files are named as seen from `folder`."""

    home: Path
    folder: Path

    def run(self, *arguments: str | bytes, **environment: str) -> Answer:
        """The answer to a command, whatever it was."""
        settings = {"STRATEGYKIT_HOME": str(self.home), "PYTHONPATH": str(ROOT)}
        ours = ("DATABASE_URL", "PORT", "STRATEGYKIT_")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
        ran = subprocess.run(
            [sys.executable, "-m", "strategykit", *arguments],
            cwd=self.folder,
            env={**kept, **settings, **environment},
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
        return Answer(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    def does(self, *arguments: str | bytes, **environment: str) -> str:
        """What the command said; it must have gone well, without a word on stderr."""
        answer = self.run(*arguments, **environment)
        assert (answer.code, answer.refused) == (0, ""), answer
        return answer.said

    def refuses(self, *arguments: str | bytes, **environment: str) -> str:
        """The one line of a refusal; it must be told with exit code 2 and nothing else."""
        answer = self.run(*arguments, **environment)
        assert (answer.code, answer.said) == (2, ""), answer
        assert answer.refused.count("\n") == 1, answer.refused
        assert answer.refused.endswith(".\n"), answer.refused
        assert "Traceback" not in answer.refused
        return answer.refused.strip()

    @property
    def database(self) -> Database:
        return Database(f"sqlite:///{self.home / 'strategi.db'}")

    @property
    def names(self) -> list[str]:
        """The short names of the processes that lie in the database."""
        return [process.name for process in list_processes(self.database)]
