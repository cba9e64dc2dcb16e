"""The small pieces of WordprocessingML, as strings: parsed once, a whole document is cheap."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from docx.oxml import parse_xml as _parse_xml

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile(r"([\n\t])")
_BREAK = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_SAFE = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}

parse_xml: Callable[[str | bytes], Any] = _parse_xml
"""python-docx's parser, which resolves no entities; lxml's elements have no types of their own."""


@cache
def w(name: str) -> str:
    """The name of a WordprocessingML element as lxml writes it."""
    return f"{{{NAMESPACES['w']}}}{name}"


def safe(text: str) -> str:
    """The text as XML, with U+FFFD for what XML cannot hold."""
    return unfit(text).translate(_SAFE)


def unfit(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold, its signs as they are."""
    return _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text as XML on one line, for attributes and properties."""
    return safe(" ".join(text.split()))


def run(text: str, look: str = "") -> str:
    """A run; line ends and tabs in the text stay line ends and tabs."""
    pieces = (_BREAK.get(piece) or _text(piece) for piece in _BREAKS.split(safe(text)) if piece)
    return f"<w:r>{_look(look)}{''.join(pieces)}</w:r>"


def _text(piece: str) -> str:
    return f'<w:t xml:space="preserve">{piece}</w:t>'


def _look(look: str) -> str:
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def paragraph(style: str, content: str, extra: str = "") -> str:
    """A paragraph; `style` is a style id, `extra` goes into its properties after the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


def field(code: str, result: str, look: str = "") -> str:
    """A field that shows `result` until Word computes it anew."""
    marks = [f'<w:r>{_look(look)}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in _MARKS]
    order = (
        f'<w:r>{_look(look)}<w:instrText xml:space="preserve"> {safe(code)} </w:instrText></w:r>'
    )
    return f"{marks[0]}{order}{marks[1]}{run(result, look)}{marks[2]}"


_MARKS = ("begin", "separate", "end")


def inner_link(bookmark: str, content: str) -> str:
    """A link to a place in the same document."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{content}</w:hyperlink>'


def outer_link(relation: str, content: str) -> str:
    """A link to an address; `relation` is the id of the document's relation to it."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'
