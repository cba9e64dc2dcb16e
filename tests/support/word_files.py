"""Looks into Word files as a reader would: by styles, bookmarks and properties."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def opened(data: bytes) -> Document:
    """The file as python-docx reads it."""
    return docx.Document(BytesIO(data))


def xml(data: bytes, name: str = "word/document.xml") -> Any:
    """One part of the file, parsed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return parse_xml(archive.read(name))


def styled(document: Document, style: str) -> list[str]:
    """The texts of all paragraphs in a style."""
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def bookmarks(data: bytes) -> list[str]:
    """The names of all bookmarks, in reading order."""
    return [mark.get(qn("w:name")) for mark in xml(data).iter(qn("w:bookmarkStart"))]


def marked(document: Document, prefix: str) -> Iterator[Paragraph]:
    """The paragraphs that hold a whole bookmark whose name begins so."""
    for paragraph in document.paragraphs:
        element = paragraph._p  # noqa: SLF001
        starts = element.findall(qn("w:bookmarkStart"))
        ends = {end.get(qn("w:id")) for end in element.findall(qn("w:bookmarkEnd"))}
        if any(
            s.get(qn("w:name")).startswith(prefix) and s.get(qn("w:id")) in ends for s in starts
        ):
            yield paragraph


def orders(data: bytes, name: str = "word/document.xml") -> list[str]:
    """What the fields of a part are told to show."""
    return [str(order.text).strip() for order in xml(data, name).iter(qn("w:instrText"))]
