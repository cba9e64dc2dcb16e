"""Files that are meant to harm, or are none, are refused in a sentence, in little memory."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from strategykit.drafting.read_back import read_back
from strategykit.errors import FileUnsafe
from tests.support.canaries import Canary, a_canary
from tests.support.hostile_word import CALLED, readable_files, refused_files, that_calls, with_main
from tests.support.sent_drafts import sent_file
from tests.support.word_marks import (
    NAMES,
    changed,
    new,
    paragraph,
    xml,
)

ROOT = Path(__file__).parents[4]
READER = ROOT / "tests" / "support" / "read_under_limits.py"
TOO_LARGE = {
    "200 MB", "a tree bomb", "a zip bomb", "the same words over and over", "too many marks",
    "too many paragraphs",
}  # fmt: skip


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What a reader of small means says of each file; one that gives up has said nothing."""
    folder = tmp_path_factory.mktemp("fjendtlige")
    sent = folder.with_name("sendt.docx")
    sent.write_bytes(sent_file())
    for name, data in {**refused_files(), **readable_files()}.items():
        (folder / name).write_bytes(data)
    ran = subprocess.run(
        [sys.executable, READER, folder, sent], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ran.returncode == 0, (ran.stdout[-300:], ran.stderr[-2000:])
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    return {each["file"]: each for each in told}


def test_each_is_refused_in_a_sentence(answers: dict[str, dict[str, str]]) -> None:
    wrong = [name for name in refused_files() if "error" not in answers[name]]
    assert wrong == []
    for name in refused_files():
        said = answers[name]["said"]
        assert said.endswith("."), (name, said)
        assert "Intet" in said or "ikke" in said, (name, said)
    kinds = {name: answer.get("error") for name, answer in answers.items()}
    assert {name for name, kind in kinds.items() if kind == "FileTooLarge"} == TOO_LARGE
    assert kinds["macros"] == kinds["macros by type"] == "FileHasMacros"
    assert kinds["a password"] == "FileLocked"
    assert kinds["an old .doc"] == kinds["an .odt"] == kinds["a picture"] == "FileBroken"
    assert kinds["nested entities"] == kinds["an entity from a file"] == "FileUnsafe"


def test_what_is_odd_is_read_all_the_same(answers: dict[str, dict[str, str]]) -> None:
    assert all("marks" in answers[name] for name in readable_files())
    assert int(answers["2,000 comments over 1,000 paragraphs"]["marks"]) >= 2_000


@pytest.fixture
def canary() -> Iterator[Canary]:
    with a_canary() as bird:
        yield bird


def test_what_a_file_would_fetch_is_named_and_never_fetched(canary: Canary) -> None:
    data = changed(sent_file(), lambda root: paragraph(root, "Punkt 00 ").extend(xml(new(" nu"))))

    found = read_back(that_calls(data, canary.address), sent_file())

    assert len(found.marks) == 1
    said = "\n".join(found.carried)
    for name in CALLED:
        assert name in said
    assert canary.calls == []


def test_a_doctype_calls_nobody(canary: Canary) -> None:
    hostile = with_main(
        f'<!DOCTYPE x SYSTEM "{canary.address}/x.dtd"><w:document {NAMES}><w:body/></w:document>'
    )
    with pytest.raises(FileUnsafe):
        read_back(hostile, sent_file())
    assert canary.calls == []
