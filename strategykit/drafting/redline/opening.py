"""Two versions opened for comparing; what is alike in both stands aside and is never parsed."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from docx import Document

from strategykit.drafting.redline.atoms import IDS, opcodes_of
from strategykit.drafting.word.marks import Mark
from strategykit.drafting.word.oxml import parse_xml, w

_MAIN = "word/document.xml"
_BODY, _END = "<w:body>", "</w:body></w:document>"
_ENDS = {"<w:p>": "</w:p>", "<w:p/": ">", "<w:tb": "</w:tbl>"}
_STYLE = re.compile(r'<w:p><w:pPr><w:pStyle w:val="([^"]*)"/>')
_OURS = "|".join(Mark)
_NAMED = re.compile(rf'<w:bookmarkStart [^>]*w:name="((?:{_OURS})_[^"]*)"')
_WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)<")
_STAND_IN = re.compile(r'<w:(p|tbl) w:kept="(\d+)"(?:/>|>.*?</w:\1>)', re.DOTALL)
_RELATION = " r:"
KEPT = w("kept")
_CONTENTS = ("toc", "TOC")


class Version:
    """One of the two files; its text stays in pieces until it is known what is alike."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        self._head, self.pieces, page = _cut(files[_MAIN].decode())
        files[_MAIN] = f"{self._head}{page}{_END}".encode()
        self.document = Document(_stored(files))
        self.contents = {
            s.style_id for s in self.document.styles if str(s.name).startswith(_CONTENTS)
        }

    def compared(self) -> list[int]:
        """Which pieces are read: the list of contents is not."""
        return [n for n, piece in enumerate(self.pieces) if _style(piece) not in self.contents]

    def fill(self, pieces: Sequence[str]) -> None:
        """Puts the pieces before the page set-up, which stays the last thing in the body."""
        body: Any = self.document.element.body
        body[:0] = parse_xml(f"{self._head}{''.join(pieces)}{_END}")[0][:]


def set_aside(old: Version, new: Version) -> None:
    """Fills both documents; a paragraph or table that is alike in both is a stand-in only."""
    mine, theirs = old.compared(), new.compared()
    was, now = _names(old.pieces), _names(new.pieces)
    before, after = list(old.pieces), list(new.pieces)
    for kind, a, b, c, d in opcodes_of([was[n] for n in mine], [now[n] for n in theirs]):
        for i, j in zip(mine[a:b], theirs[c:d], strict=False):
            if kind == "equal" and _alike(old.pieces[i], new.pieces[j]):
                before[i] = after[j] = _stand_in(new.pieces[j], j)
    old.fill(before)
    new.fill(after)


def restored(xml: bytes, new: Version) -> bytes:
    """The finished text with what stood aside at its place again."""
    return _STAND_IN.sub(lambda found: new.pieces[int(found[2])], xml.decode()).encode()


def _cut(xml: str) -> tuple[str, list[str], str]:
    """What comes before the text, its paragraphs and tables, and the page set-up.

    Where they are not all that there is, everything is left to the parser.
    """
    head, _, rest = xml[xml.index("<w:document") :].partition(_BODY)
    inside = rest.removesuffix(_END)
    at = inside.rfind("<w:sectPr")
    pieces = list(_pieces(inside[:at]))
    if len(inside) == len(rest) or "".join(pieces) != inside[:at]:
        return head + _BODY, [], inside
    return head + _BODY, pieces, inside[at:]


def _pieces(text: str) -> Iterator[str]:
    """One after the other, as far as they are paragraphs and tables of ours."""
    at = 0
    while end := _ENDS.get(text[at : at + 5]):
        begun, at = at, text.find(end, at) + len(end)
        if at < begun:
            return
        yield text[begun:at]


def _stored(files: dict[str, bytes]) -> BytesIO:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream


def _names(pieces: Sequence[str]) -> list[str]:
    """What each is known by in both versions: its bookmark, else its words."""
    found: list[str] = []
    above = ""
    for piece in pieces:
        mark = _NAMED.search(piece)
        own = mark[1] if mark else ""
        if piece.startswith("<w:tbl>"):
            found.append(f"tbl:{above}")
        else:
            found.append(own or f"p {''.join(_WORDS.findall(piece))}")
        above = own
    return found


def _alike(was: str, now: str) -> bool:
    """Whether they are written alike but for numbers, and lead to no picture or address."""
    if _RELATION in was or _RELATION in now:
        return False
    return was == now or IDS.sub("", was) == IDS.sub("", now)


def _stand_in(piece: str, number: int) -> str:
    """As much of the piece as its place is known by."""
    tag = "tbl" if piece.startswith("<w:tbl>") else "p"
    style, mark = _style(piece), _NAMED.search(piece)
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    if mark:
        inside = f'<w:bookmarkStart w:id="0" w:name="{mark[1]}"/>'
    else:
        inside = "" if tag == "tbl" else f"<w:r><w:t>{''.join(_WORDS.findall(piece))}</w:t></w:r>"
    return f'<w:{tag} w:kept="{number}">{looks}{inside}</w:{tag}>'


def _style(piece: str) -> str:
    """The paragraph's style, which we write first of all."""
    found = _STYLE.match(piece)
    return found[1] if found else ""
