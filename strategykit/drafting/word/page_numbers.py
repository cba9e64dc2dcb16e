"""Page numbers for the contents list, where LibreOffice is there to lay out the pages."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from strategykit.domain.outline import Draft, Picture
from strategykit.drafting.word.office import BOOKMARKS, as_pdf
from strategykit.drafting.word.writer import heading_marks, write_word


def write_numbered_word(
    draft: Draft,
    pictures: Mapping[str, Picture],
    now: datetime,
    house_style: bytes | None = None,
) -> bytes:
    """As `write_word`, with page numbers in the contents list if LibreOffice can tell them."""
    marks = heading_marks(draft)
    # the first time with any number at all, since the list's own length moves what follows
    first = write_word(draft, pictures, now, house_style, dict.fromkeys(marks, 1))
    return write_word(draft, pictures, now, house_style, heading_pages(first, marks))


def heading_pages(docx: bytes, marks: Sequence[str]) -> dict[str, int]:
    """The page of each heading by its bookmark; nothing at all when it cannot be told."""
    pdf = as_pdf(docx, BOOKMARKS)
    pages = list(_outline_pages(pdf)) if pdf else []
    return dict(zip(marks, pages, strict=True)) if len(pages) == len(marks) else {}


def page_count(docx: bytes) -> int | None:
    """How many pages LibreOffice lays it out on; None where it cannot be told."""
    pdf = as_pdf(docx)
    try:
        return len(PdfReader(BytesIO(pdf)).pages) if pdf else None
    except PyPdfError:
        return None


def _outline_pages(pdf: bytes) -> Iterator[int]:
    """The page of each bookmark of the PDF, which are the headings in reading order."""
    try:
        reader = PdfReader(BytesIO(pdf))
        yield from (_page(reader, item) for item in _flat(reader.outline))
    except PyPdfError:
        return


def _page(reader: PdfReader, item: Any) -> int:
    number = reader.get_destination_page_number(item)
    return 0 if number is None else number + 1


def _flat(outline: Any) -> Iterator[Any]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
