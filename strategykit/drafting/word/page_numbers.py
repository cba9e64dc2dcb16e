"""Page numbers for the contents list, where LibreOffice is there to lay out the pages."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from strategykit.domain.outline import Draft, Picture
from strategykit.drafting.word.writer import heading_marks, write_word

_SECONDS = 60
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'


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
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return {}
    # the folder holds the draft, is open to nobody else, and is gone when this returns
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        (folder / "draft.docx").write_bytes(docx)
        _lay_out(office, folder)
        pages = list(_outline_pages(folder / "draft.pdf"))
    return dict(zip(marks, pages, strict=True)) if len(pages) == len(marks) else {}


def _lay_out(office: str, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = [office, profile, "--headless", "--convert-to", _FILTER, "--outdir", str(folder)]
    process = subprocess.Popen(  # noqa: S603 - the program of this machine, on our own file
        [*order, str(folder / "draft.docx")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice is started by a script, so its whole group is ended."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _outline_pages(pdf: Path) -> Iterator[int]:
    """The page of each bookmark of the PDF, which are the headings in reading order."""
    if not pdf.exists():
        return
    try:
        reader = PdfReader(pdf)
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
