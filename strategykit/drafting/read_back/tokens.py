"""A story of the file as a row of tokens: pieces of text and paragraph ends, each with its fate."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from strategykit.drafting.word.oxml import w

UNKNOWN = "Ukendt"
END = "\n"
_GONE, _NEW = {w("del"), w("moveFrom")}, {w("ins"), w("moveTo")}
_MOVES = {w("moveFrom"), w("moveTo")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_READ = {w("pPr"), w("rPr"), w("drawing"), w("pict"), _FALLBACK}
_RUN, _TEXT = w("r"), w("t")
_P, _TABLE, _ROW, _CELL, _BOX = w("p"), w("tbl"), w("tr"), w("tc"), w("txbxContent")
_LINK, _BOOKMARK, _ANCHOR, _TYPE = w("hyperlink"), w("bookmarkStart"), w("anchor"), w("type")
_NAME, _ID, _LOOKS, _RUN_LOOKS = w("name"), w("id"), w("pPr"), w("rPr")
_FIELD, _SIMPLE_FIELD = _FIELDS = w("fldChar"), w("fldSimple")
_WRAPS = {w("sdt"), w("sdtContent"), w("customXml")}
_ORDERS = {w("instrText"), w("delInstrText")}
_HOLDERS = {w("body"), w("smartTag"), *_WRAPS}
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_TEXTS = {w("t"), w("delText")}
_COMMENTS = {w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")}


@dataclass(frozen=True)
class Stamp:
    """Who made a change, and when if the file says so."""

    author: str
    date: datetime | None
    moved: bool = False


@dataclass
class Token:
    """A piece of text, or a paragraph's end where `is_end`; kept when it is neither."""

    text: str
    added: Stamp | None = None
    removed: Stamp | None = None
    is_end: bool = False

    @property
    def changed(self) -> bool:
        """Whether somebody added or removed it."""
        return bool(self.added or self.removed)


@dataclass
class Line:
    """One paragraph as the file has it; `row` is a change of the whole table row.

    `comments` says at which token a comment begins or ends, `leads_to` which bookmarks are linked.
    """

    tokens: list[Token]
    bookmarks: list[str] = field(default_factory=list)
    leads_to: list[str] = field(default_factory=list)
    comments: list[tuple[str, str, int]] = field(default_factory=list)
    story: str = ""
    cell: tuple[int, int, int] | None = None
    row: tuple[str, Stamp] | None = None

    @property
    def end(self) -> Token:
        """The paragraph's own end."""
        return self.tokens[-1]


def lines_of(story: Any, name: str = "") -> Iterator[Line]:
    """Every paragraph below an element in reading order, those of cells and text boxes too."""
    boxes = next(story.iter(_BOX), None) is not None
    yield from _Reader(name, boxes=boxes).below(story)


class _Reader:
    """Walks one story, counting its tables and keeping the fields that are open."""

    def __init__(self, story: str, *, boxes: bool = True) -> None:
        self._story = story
        self._has_boxes = boxes
        self._tables = 0
        self._fields = _Fields()

    def below(
        self,
        element: Any,
        cell: tuple[int, int, int] | None = None,
        row: tuple[str, Stamp] | None = None,
    ) -> Iterator[Line]:
        """The lines of an element's paragraphs and tables."""
        for child in element:
            if child.tag == _P:
                yield self._line(child, cell, row)
                if self._has_boxes:
                    yield from self._boxes(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag in _HOLDERS:
                yield from self.below(child, cell, row)

    def _table(self, table: Any) -> Iterator[Line]:
        self._tables += 1
        number = self._tables
        for at_row, row in enumerate(_rows(table)):
            for at_column, cell in enumerate(_cells(row)):
                yield from self.below(cell, (number, at_row, at_column), _row_change(row))

    def _boxes(self, paragraph: Any) -> Iterator[Line]:
        for box in paragraph.iter(_BOX):
            if not any(up.tag == _FALLBACK for up in box.iterancestors()):
                yield from _Reader("tekstboks").below(box)

    def _line(self, paragraph: Any, cell: Any, row: Any) -> Line:
        line = Line([], story=self._story, cell=cell, row=row)
        self._read(paragraph, line, None, None)
        line.tokens.append(_end_of(paragraph))
        return line

    def _read(self, element: Any, line: Line, added: Stamp | None, removed: Stamp | None) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._read(child, line, added, removed)
                continue
            if tag == _TEXT and not self._fields.are_open:
                _put(line, child.text or "", added, removed)
                continue
            if tag in _NOT_READ or not isinstance(tag, str):
                continue
            if tag in _NEW or tag in _GONE:
                by = stamp(child)
                gone = by if tag in _GONE else removed
                self._read(child, line, by if tag in _NEW else added, gone)
                continue
            if tag == _LINK:
                line.leads_to.append(child.get(_ANCHOR, ""))
            if not self._fields.took(child) and not _read_leaf(child, line, added, removed):
                self._read(child, line, added, removed)


class _Fields:
    """Which fields are open: the page numbers that a program counts are nobody's words."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []

    @property
    def are_open(self) -> bool:
        """Whether words may belong to a field."""
        return bool(self._open)

    def took(self, element: Any) -> bool:
        """Whether the element belongs to a field's own workings, or to a page number."""
        if not self._open and element.tag not in _FIELDS:
            return False
        kind = element.get(w("fldCharType")) if element.tag == _FIELD else ""
        if kind == "begin":
            self._open.append(["", ""])
        elif kind and self._open:
            self._open[-1][1] = kind
            if kind == "end":
                self._open.pop()
        elif element.tag in _ORDERS and self._open and not self._open[-1][1]:
            self._open[-1][0] += element.text or ""
        elif element.tag == _SIMPLE_FIELD:
            return _counts_pages(element.get(w("instr"), ""))
        elif element.tag in _TEXTS:
            return any(_counts_pages(order) for order, _ in self._open)
        else:
            return False
        return True


def _counts_pages(order: str) -> bool:
    return (order.split() or [""])[0].upper() in {"PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES"}


def _read_leaf(child: Any, line: Line, added: Stamp | None, removed: Stamp | None) -> bool:
    """Whether the element was text, a sign or a mark, and is taken."""
    tag = child.tag
    if tag in _TEXTS:
        _put(line, child.text or "", added, removed)
    elif tag in _SIGNS:
        if child.get(_TYPE) not in ("page", "column"):
            _put(line, _SIGNS[tag], added, removed)
    elif tag == _BOOKMARK:
        line.bookmarks.append(child.get(_NAME, ""))
    elif tag in _COMMENTS:
        line.comments.append((child.get(_ID, ""), tag, len(line.tokens)))
    else:
        return False
    return True


def _put(line: Line, text: str, added: Stamp | None, removed: Stamp | None) -> None:
    if text:
        line.tokens.append(Token(text, added, removed))


def _end_of(paragraph: Any) -> Token:
    about = paragraph.find(_LOOKS)
    look = None if about is None else about.find(_RUN_LOOKS)
    marks = [] if look is None else list(look)
    added = next((stamp(m) for m in marks if m.tag in _NEW), None)
    removed = next((stamp(m) for m in marks if m.tag in _GONE), None)
    return Token(END, added, removed, is_end=True)


def stamp(change: Any) -> Stamp:
    """Who and when, as the element says."""
    author = (change.get(w("author")) or "").strip() or UNKNOWN
    return Stamp(author, moment(change.get(w("date"))), change.tag in _MOVES)


def moment(text: str | None) -> datetime | None:
    """The moment, or None for one that cannot be read; a time without a zone is taken as UTC."""
    try:
        at = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == _ROW:
            yield child
        elif child.tag in _WRAPS:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == _CELL:
            yield child
        elif child.tag in _WRAPS:
            yield from _cells(child)


def _row_change(row: Any) -> tuple[str, Stamp] | None:
    about = row.find(w("trPr"))
    for child in about if about is not None else ():
        if child.tag in (w("ins"), w("del")):
            return ("ins" if child.tag == w("ins") else "del"), stamp(child)
    return None
