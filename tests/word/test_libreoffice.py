"""What LibreOffice makes of the file: another program than the one it is written for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from strategykit.drafting.word import house_style_problems, write_numbered_word, write_word
from strategykit.drafting.word.page_numbers import heading_pages
from strategykit.drafting.word.writer import heading_marks
from tests.support.canaries import Canary, a_canary
from tests.support.house_styles import calling_house_style
from tests.support.office import DOCX, PDF, converted
from tests.support.word_drafts import NOW, VISION, pictures, rich_draft
from tests.support.word_files import bookmarks, opened, styled


@pytest.fixture(scope="module")
def numbered() -> bytes:
    return write_numbered_word(rich_draft(), pictures(), NOW)


@pytest.fixture(scope="module")
def pdf(numbered: bytes, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    return PdfReader(converted(numbered, PDF, tmp_path_factory.mktemp("pdf")))


def flat(outline: list[object]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield str(item["/Title"])  # type: ignore[index]


def test_the_pdf_bears_title_language_and_all_headings(pdf: PdfReader) -> None:
    titles = list(flat(pdf.outline))

    assert pdf.metadata is not None
    assert pdf.metadata.title == "Ungestrategi for de 15-17-årige 2026-2030"
    assert pdf.root_object["/Lang"] == "da-DK"
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert titles[:3] == ["Forord", "Resumé", "Baggrund og mandat"]
    assert len(titles) == len(heading_marks(rich_draft()))


def test_no_page_is_empty(pdf: PdfReader) -> None:
    words = [len(page.extract_text().split()) for page in pdf.pages[1:]]

    # head, notice and foot alone are some 25 words
    assert min(words) > 30


def test_the_contents_list_names_the_pages_that_the_headings_stand_on(
    numbered: bytes, pdf: PdfReader
) -> None:
    lines = styled(opened(numbered), "toc 1")
    pages = {line.split("\t")[0]: int(line.split("\t")[1]) for line in lines}

    assert list(pages)[:2] == ["Forord", "Resumé"]
    for words, page in pages.items():
        assert words in pdf.pages[page - 1].extract_text().replace("\n", " ").replace("  ", " ")


def test_a_file_that_cannot_be_laid_out_has_no_page_numbers() -> None:
    assert heading_pages(b"ikke et dokument", ("a", "b")) == {}


def test_text_and_page_numbers_are_on_the_page(pdf: PdfReader) -> None:
    page = " ".join(pdf.pages[3].extract_text().split())

    assert VISION in page
    assert f"Side 4 af {len(pdf.pages)}" in page


def test_all_bookmarks_survive_a_save(numbered: bytes, tmp_path: Path) -> None:
    saved = converted(numbered, DOCX, tmp_path / "lo").read_bytes()

    assert set(bookmarks(numbered)) <= set(bookmarks(saved))


@pytest.fixture
def canary() -> Iterator[Canary]:
    with a_canary() as bird:
        yield bird


def test_a_house_style_that_calls_an_address_calls_nobody(canary: Canary, tmp_path: Path) -> None:
    house = calling_house_style(canary.address)

    house_style_problems(house)
    written = write_word(rich_draft(), {}, NOW, house)
    converted(written, PDF, tmp_path / "lo")
    assert canary.calls == []

    # the same file as it came does call, so the canary is awake
    converted(house, PDF, tmp_path / "raa")
    assert canary.calls != []
