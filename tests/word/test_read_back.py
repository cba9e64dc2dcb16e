"""Marks made in LibreOffice come home: found with their text, in the right paragraph."""

import io
import random
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from strategykit.domain.found_marks import FoundMark, MarkKind, PlacedBy
from strategykit.drafting.read_back import accepted, read_back, rejected
from strategykit.drafting.read_back.lines import lines_of
from strategykit.drafting.read_back.package import parsed
from strategykit.drafting.word.marks import Mark, mark_name
from tests.support.returning import Job, Step, edited, in_libreoffice
from tests.support.sent_drafts import EACH, SECTIONS, sent_file, sentence

DOCUMENTS = 60


def block(number: int) -> str:
    return mark_name(Mark.PARAGRAPH, f"k{number // EACH}:{number % EACH}")


def found(marks: Sequence[FoundMark], kind: MarkKind) -> list[FoundMark]:
    return [mark for mark in marks if mark.kind is kind]


def test_each_kind_of_mark_comes_home_with_author_text_and_place(tmp_path: Path) -> None:
    back = edited(
        sent_file(), tmp_path,
        ("author", "Anne Eksempel"), ("track", True),
        ("comment", "Punkt 00 handler", "Er det rigtigt?", "Bo Eksempel"),
        ("insert_after", "Punkt 01 handler", " især"),
        ("delete", "nummer 02, "),
        ("replace", "Punkt 03", "Emne 03"),
        ("insert_after", "nummer 04, som de unge selv har bedt om.", "\nEt helt nyt afsnit."),
        ("delete_paragraph", "Punkt 06 handler"),
        ("insert_after", "hvad kommunen gør nu. Derefter følger erhverv nummer 07", "\n"),
        ("insert_after", "Celle 11a", " og mere"),
        ("insert_after", "Kapitel med nummer 3", " i listen"),
        ("insert_after_last", "Kapitel med nummer 3", " og navn"),
    )  # fmt: skip

    marks = read_back(back, sent_file()).marks

    comment = found(marks, MarkKind.COMMENT)[0]
    assert (comment.author, comment.text) == ("Bo Eksempel", "Er det rigtigt?")
    assert (comment.removed, comment.place.block) == ("Punkt 00 handler", block(0))
    assert {mark.author for mark in marks if mark is not comment} == {"Anne Eksempel"}
    assert all(mark.date and mark.tracked for mark in marks)
    told = {(m.kind, m.removed, m.added, m.place.block) for m in marks if m is not comment}
    table = mark_name(Mark.TABLE, "t1")
    assert told == {
        (MarkKind.INSERTION, "", " især", block(1)),
        (MarkKind.DELETION, "nummer 02, ", "", block(2)),
        (MarkKind.CHANGE, "Punkt 03", "Emne 03", block(3)),
        (MarkKind.NEW_PARAGRAPH, "", "Et helt nyt afsnit.", block(4)),
        (MarkKind.GONE_PARAGRAPH, sentence(6), "", block(6)),
        (MarkKind.SPLIT, "", "", block(7)),
        (MarkKind.INSERTION, "", " og mere", table),
        (MarkKind.INSERTION, "", " og navn", ""),
        (MarkKind.INSERTION, "", " i listen", ""),
    }
    chapter = mark_name(Mark.SECTION, "kapitel3")
    headings = [m.place for m in marks if m.added in (" og navn", " i listen")]
    assert {(p.section, p.part) for p in headings} == {
        (chapter, "overskrift"), (chapter, "indholdsfortegnelse"),
    }  # fmt: skip
    assert {mark.place.by for mark in marks} == {PlacedBy.BOOKMARK}


def test_changes_made_with_tracking_off_are_found_by_comparing(tmp_path: Path) -> None:
    back = edited(
        sent_file(), tmp_path,
        ("track", False),
        ("replace", "Punkt 05 handler", "Emne 05 angår"),
        ("delete_paragraph", "Punkt 09 handler"),
        ("insert_after", "nummer 10, som de unge selv har bedt om.", "\nSkrevet uden spor."),
    )  # fmt: skip

    marks = read_back(back, sent_file()).marks

    told = {(m.kind, m.place.block, m.tracked) for m in marks}
    assert (MarkKind.CHANGE, block(5), False) in told
    assert (MarkKind.GONE_PARAGRAPH, block(9), False) in told
    new = next(m for m in marks if m.kind is MarkKind.NEW_PARAGRAPH)
    assert (new.added, new.place.block, new.author) == ("Skrevet uden spor.", block(10), "")
    assert len(marks) == 3


def test_a_file_saved_untouched_has_no_marks(tmp_path: Path) -> None:
    assert read_back(edited(sent_file(), tmp_path), sent_file()).marks == ()


def test_the_file_says_whose_draft_and_which_version_it_is(tmp_path: Path) -> None:
    back, sent = read_back(edited(sent_file(), tmp_path)), read_back(sent_file())

    assert back.document_id == sent.document_id != ""
    assert back.version == sent.version != ""


@dataclass(frozen=True)
class Edit:
    """One random edit, and what must be found of it."""

    step: Step
    number: int
    added: str = ""
    removed: str = ""


def random_edits(seed: int) -> list[Edit]:
    """Six edits, each in a paragraph of its own."""
    chance = random.Random(seed)
    numbers = chance.sample(range(SECTIONS * EACH), 6)
    return [_edit(number, chance, n) for n, number in enumerate(numbers)]


def _edit(number: int, chance: random.Random, n: int) -> Edit:
    start, mark = f"Punkt {number:02d} handler", f"ordet{n}{number:02d}"
    tail = f"nummer {number:02d}, som de unge selv har bedt om."
    return chance.choice(
        [
            Edit(("insert_after", start, f" {mark}"), number, added=f" {mark}"),
            Edit(("insert_after", tail, f" Slut {mark}."), number, added=f" Slut {mark}."),
            Edit(("delete", f"nummer {number:02d}, "), number, removed=f"nummer {number:02d}, "),
            Edit(("replace", start, f"Nyt {mark}"), number, f"Nyt {mark}", start),
            Edit(("insert_after", tail, f"\nAfsnit {mark}."), number, added=f"Afsnit {mark}."),
            Edit(("delete_paragraph", start), number, removed=sentence(number)),
        ]
    )


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[list[Edit], bytes, Any]]:
    """Sixty files: the edits, the file, and its paragraphs with all accepted and all rejected."""
    folder = tmp_path_factory.mktemp("fuzz")
    source = folder / "sendt.docx"
    source.write_bytes(sent_file())
    edits = [random_edits(seed) for seed in range(DOCUMENTS)]
    jobs = [
        Job(source, [("author", "Anne"), ("track", True), *(e.step for e in some),
                     ("save", str(folder / f"{n}.docx"))])
        for n, some in enumerate(edits)
    ]  # fmt: skip
    jobs += [
        Job(folder / f"{n}.docx", [("dispatch", command), ("texts",)])
        for n in range(DOCUMENTS)
        for command in ("AcceptAllTrackedChanges", "RejectAllTrackedChanges")
    ]
    said = in_libreoffice(folder, jobs)[DOCUMENTS:]
    return [
        (some, (folder / f"{n}.docx").read_bytes(), (said[2 * n][0], said[2 * n + 1][0]))
        for n, some in enumerate(edits)
    ]


@pytest.mark.timeout(600)
def test_every_random_edit_is_found_in_its_paragraph(returned: list[Any]) -> None:
    right = wrong = 0
    for edits, data, _ in returned:
        marks = read_back(data, sent_file()).marks
        for edit in edits:
            same = [m for m in marks if (m.added, m.removed) == (edit.added, edit.removed)]
            assert same, (edit, [(m.kind, m.added, m.removed) for m in marks])
            hit = any(m.place.block == block(edit.number) for m in same)
            right, wrong = right + hit, wrong + (not hit)
        assert len(marks) == len(edits)
    assert wrong <= (right + wrong) // 100


def test_accepting_and_rejecting_all_is_what_libreoffice_reckons(returned: list[Any]) -> None:
    for _, data, (all_accepted, all_rejected) in returned:
        assert texts(data, accepted) == plain(all_accepted)
        assert texts(data, rejected) == plain(all_rejected)


def texts(data: bytes, resolve: Any) -> list[str]:
    """The paragraphs of the text after our own reckoning."""
    root = parsed("document.xml", document(data))
    resolve(root)
    return plain(["".join(t.text for t in line.tokens) for line in lines_of(root.find("*"))])


def plain(paragraphs: Sequence[str]) -> list[str]:
    """Without page numbers and blanks, which programs count and change by themselves."""
    return [" ".join(text.split()) for text in paragraphs if text.strip()]


@lru_cache
def document(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")
