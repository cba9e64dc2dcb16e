"""A story read with care: changes, fields, links, comments, wrapped rows and text boxes."""

from collections.abc import Iterator
from typing import Any

from strategykit.drafting.read_back.fields import Fields
from strategykit.drafting.read_back.tokens import END, PLAIN_END, Comment, Line, Stamp, Token, stamp
from strategykit.drafting.word.oxml import w

_GONE, _NEW = {w("del"), w("moveFrom")}, {w("ins"), w("moveTo")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_READ = {w("pPr"), w("rPr"), w("drawing"), w("pict"), _FALLBACK}
_RUN, _TEXT = w("r"), w("t")
_P, _TABLE, _ROW, _CELL, _BOX = w("p"), w("tbl"), w("tr"), w("tc"), w("txbxContent")
_LINK, _BOOKMARK, _ANCHOR, _TYPE = w("hyperlink"), w("bookmarkStart"), w("anchor"), w("type")
_NAME, _ID, _LOOKS, _RUN_LOOKS = w("name"), w("id"), w("pPr"), w("rPr")
_ROW_LOOKS, _ADDED, _REMOVED = w("trPr"), w("ins"), w("del")
_WRAPS = {w("sdt"), w("sdtContent"), w("customXml")}
_HOLDERS = {w("body"), w("smartTag"), *_WRAPS}
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_TEXTS = {w("t"), w("delText")}
_COMMENTS = {w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")}


class CarefulReader:
    """Walks one story, counting its tables and keeping the fields that are open."""

    def __init__(self, story: str, fields: Fields | None = None) -> None:
        self._story = story
        self._tables = 0
        self._fields = fields or Fields()

    def below(
        self,
        element: Any,
        cell: tuple[int, int, int] | None = None,
        row: tuple[str, Stamp] | None = None,
    ) -> Iterator[Line]:
        """The lines of an element's paragraphs and tables."""
        for child in element:
            if child.tag == _P:
                yield self.line(child, cell, row)
                yield from self._boxes(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag in _HOLDERS:
                yield from self.below(child, cell, row)

    def _table(self, table: Any) -> Iterator[Line]:
        self._tables += 1
        number = self._tables
        for at_row, row in enumerate(_inside(table, _ROW)):
            for at_column, cell in enumerate(_inside(row, _CELL)):
                yield from self.below(cell, (number, at_row, at_column), row_change(row))

    def _boxes(self, paragraph: Any) -> Iterator[Line]:
        for box in paragraph.iter(_BOX):
            if not any(up.tag == _FALLBACK for up in box.iterancestors()):
                yield from CarefulReader("tekstboks").below(box)

    def line(self, paragraph: Any, cell: Any, row: Any) -> Line:
        """The paragraph with all that is in it."""
        found = _Reading(self._fields)
        found.read(paragraph, None, None)
        found.tokens.append(_end_of(paragraph))
        return Line(
            found.tokens, found.bookmarks, found.leads_to, found.comments, self._story, cell, row
        )


class _Reading:
    """One paragraph while it is read."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self.tokens: list[Token] = []
        self.bookmarks: list[str] = []
        self.leads_to: list[str] = []
        self.comments: list[Comment] = []

    def read(self, element: Any, added: Stamp | None, removed: Stamp | None) -> None:
        """What stands below an element, which lies in these changes."""
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self.read(child, added, removed)
            elif tag in _NOT_READ or not isinstance(tag, str):
                continue
            elif tag == _TEXT and not self._fields.open:
                self._put(child.text or "", added, removed)
            elif tag in _NEW:
                self.read(child, stamp(child), removed)
            elif tag in _GONE:
                self.read(child, added, stamp(child))
            elif not self._fields.took(child) and not self._leaf(child, tag, added, removed):
                self.read(child, added, removed)

    def _leaf(self, child: Any, tag: str, added: Stamp | None, removed: Stamp | None) -> bool:
        """Whether the element was text, a sign or a mark, and is taken."""
        if tag in _TEXTS:
            self._put(child.text or "", added, removed)
        elif tag in _SIGNS:
            if child.get(_TYPE) not in ("page", "column"):
                self._put(_SIGNS[tag], added, removed)
        elif tag == _BOOKMARK:
            self.bookmarks.append(child.get(_NAME, ""))
        elif tag in _COMMENTS:
            self.comments.append((child.get(_ID, ""), tag, len(self.tokens)))
        else:
            if tag == _LINK:
                self.leads_to.append(child.get(_ANCHOR, ""))
            return False
        return True

    def _put(self, text: str, added: Stamp | None, removed: Stamp | None) -> None:
        if text:
            self.tokens.append(Token(text, added, removed))


def _end_of(paragraph: Any) -> Token:
    about = paragraph.find(_LOOKS)
    look = None if about is None else about.find(_RUN_LOOKS)
    if look is None:
        return PLAIN_END
    marks = list(look)
    added = next((stamp(m) for m in marks if m.tag in _NEW), None)
    removed = next((stamp(m) for m in marks if m.tag in _GONE), None)
    return Token(END, added, removed, is_end=True)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in wrappers among them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPS:
            yield from _inside(child, tag)


def row_change(row: Any) -> tuple[str, Stamp] | None:
    """Whether the whole row was added or removed, and by whom."""
    about = row.find(_ROW_LOOKS)
    for child in about if about is not None else ():
        if child.tag in (_ADDED, _REMOVED):
            return ("ins" if child.tag == _ADDED else "del"), stamp(child)
    return None
