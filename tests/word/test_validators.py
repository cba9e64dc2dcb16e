"""No validator finds a fault in what is written."""

from pathlib import Path

import pytest
from docx.oxml.ns import qn

from strategykit.drafting.word import write_paper, write_word
from strategykit.drafting.word.writer import heading_marks
from tests.support.house_styles import calling_house_style, house_style
from tests.support.office import DOCX, converted, faults
from tests.support.word_drafts import NOW, pictures, rich_draft
from tests.support.word_files import opened
from tests.support.word_papers import SCRIPT


def test_the_validators_see_faults(tmp_path: Path) -> None:
    written = write_word(rich_draft(), {}, NOW)
    document = opened(written)
    for mark in list(document.element.body.iter(qn("w:bookmarkStart")))[:2]:
        mark.set(qn("w:id"), "1")
    document.element.body[0].clear()
    document.save(str(tmp_path / "fejl.docx"))

    assert len(faults((tmp_path / "fejl.docx").read_bytes(), tmp_path)) >= 2


def test_the_draft_has_no_faults(tmp_path: Path) -> None:
    assert faults(write_word(rich_draft(), pictures(), NOW), tmp_path) == []


def test_a_draft_with_page_numbers_has_no_faults(tmp_path: Path) -> None:
    pages = {mark: number for number, mark in enumerate(heading_marks(rich_draft()), 3)}
    assert faults(write_word(rich_draft(), pictures(), NOW, pages=pages), tmp_path) == []


@pytest.mark.parametrize("house", [house_style(), calling_house_style("http://skabelon.invalid")])
def test_a_draft_in_a_house_style_has_no_faults(house: bytes, tmp_path: Path) -> None:
    assert faults(write_word(rich_draft(), pictures(), NOW, house), tmp_path) == []


@pytest.mark.parametrize("kind", [DOCX, "dotx:MS Word 2007 XML Template"])
def test_a_house_style_from_libreoffice_has_no_faults(kind: str, tmp_path: Path) -> None:
    house = converted(house_style(), kind, tmp_path / "skabelon").read_bytes()

    assert faults(write_word(rich_draft(), pictures(), NOW, house), tmp_path) == []


def test_a_paper_with_cards_and_dots_has_no_faults(tmp_path: Path) -> None:
    assert faults(write_paper(SCRIPT, NOW), tmp_path) == []
