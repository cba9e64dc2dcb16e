"""Word files marked by hand in their XML, the way Word and ONLYOFFICE write what people do."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
NAMES = f'xmlns:w="{W}" xmlns:w14="{W14}"'
MAIN = "word/document.xml"
BY = 'w:author="Anne Eksempel" w:date="2026-06-05T10:00:00Z"'
_RELATIONS = "word/_rels/document.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every file of the package by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The package of the files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return out.getvalue()


def changed(data: bytes, change: Callable[[Any], None], name: str = MAIN) -> bytes:
    """The file after a change of one part's XML."""
    parts = parts_of(data)
    root = etree.fromstring(parts[name])
    change(root)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return packed(parts)


def paragraph(root: Any, words: str) -> Any:
    """The one paragraph of the text, or of a cell, that begins with the words."""
    return next(
        p for p in root.iter(w("p")) if text(p).startswith(words) and p.find(w("hyperlink")) is None
    )


def text(element: Any) -> str:
    """All words below an element."""
    return "".join(t.text or "" for t in element.iter(w("t")))


def w(name: str) -> str:
    """The name in Word's namespace."""
    return f"{{{W}}}{name}"


def xml(source: str) -> list[Any]:
    """The elements of a piece of XML with the usual prefixes."""
    return list(etree.fromstring(f"<x {NAMES}>{source}</x>"))


def run(words: str, extra: str = "") -> str:
    """A run as Word writes it."""
    return f'<w:r w:rsidR="00AB12CD">{extra}<w:t xml:space="preserve">{words}</w:t></w:r>'


def gone(words: str, by: str = BY) -> str:
    """A tracked deletion."""
    return (
        f'<w:del w:id="901" {by}><w:r w:rsidDel="00AB12CD"><w:delText xml:space="preserve">{words}'
        "</w:delText></w:r></w:del>"
    )


def new(words: str, by: str = BY) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="902" {by}>{run(words)}</w:ins>'


def rewritten(root: Any, words: str, source: str) -> Any:
    """The paragraph that begins so, with other content; its bookmark and looks stay."""
    found = paragraph(root, words)
    for child in list(found):
        if child.tag not in (w("pPr"), w("bookmarkStart"), w("bookmarkEnd")):
            found.remove(child)
    end = found.find(w("bookmarkEnd"))
    at = len(found) if end is None else found.index(end)
    for number, child in enumerate(xml(source)):
        found.insert(at + number, child)
    return found


def end_marked(element: Any, mark: str) -> None:
    """The paragraph's own end is marked as added or removed."""
    about = element.find(w("pPr"))
    if about is None:
        about = etree.SubElement(element, w("pPr"))
        element.insert(0, about)
    looks = about.find(w("rPr"))
    if looks is None:
        looks = etree.SubElement(about, w("rPr"))
    looks.insert(0, xml(mark)[0])


def with_part(data: bytes, name: str, kind: str, content: str, *, outside: str = "") -> bytes:
    """The file with one more part that the text points to."""
    parts = parts_of(data)
    target = outside or name.removeprefix("word/")
    mode = ' TargetMode="External"' if outside else ""
    arrow = f'<Relationship Id="rIdX{len(parts)}" Type="{kind}" Target="{target}"{mode}/>'
    parts[_RELATIONS] = parts[_RELATIONS].replace(
        b"</Relationships>", arrow.encode() + b"</Relationships>"
    )
    if content:
        parts[name] = content.encode()
    return packed(parts)


def office(kind: str) -> str:
    """A relationship's type in full."""
    return f"{_OFFICE}/{kind}"


def without_bookmarks(data: bytes) -> bytes:
    """Every bookmark gone, as when somebody copies the text into a new document."""
    return replaced(data, rb"<w:bookmark(Start|End)[^>]*/>", b"")


def replaced(data: bytes, pattern: bytes, by: bytes, name: str = MAIN) -> bytes:
    """The file with something of one part written otherwise."""
    parts = parts_of(data)
    parts[name] = re.sub(pattern, by, parts[name])
    return packed(parts)
