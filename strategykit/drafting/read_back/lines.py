"""The paragraphs of a story: most at a glance, those with changes in them with care."""

from collections.abc import Iterator
from typing import Any

from strategykit.drafting.read_back.careful import PLAIN_END, CarefulReader, row_change
from strategykit.drafting.read_back.fields import Fields
from strategykit.drafting.read_back.tokens import Line, Stamp, Token
from strategykit.drafting.word.oxml import w

_P, _RUN, _TEXT, _BOOKMARK, _LINK = w("p"), w("r"), w("t"), w("bookmarkStart"), w("hyperlink")
_TABLE, _ROW, _CELL, _BOX = w("tbl"), w("tr"), w("tc"), w("txbxContent")
_NAME, _ANCHOR, _TYPE = w("name"), w("anchor"), w("type")
_FIELD, _ORDER = w("fldChar"), w("instrText")
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WITH_CARE = (
    "ins", "del", "moveFrom", "moveTo", "delText", "fldSimple", "delInstrText", "pict", "object",
    "commentRangeStart", "commentRangeEnd", "commentReference",
)  # fmt: skip
_SEEN = (
    _P, _TEXT, _BOOKMARK, _LINK, _FIELD, _ORDER, _TABLE, _ROW, _CELL, _MC, *_SIGNS,
    *map(w, _WITH_CARE),
)  # fmt: skip
_Cell = tuple[int, int, int]
_RowChange = tuple[str, Stamp] | None


def lines_of(story: Any, name: str = "") -> Iterator[Line]:
    """Every paragraph below an element in reading order, those of cells and text boxes too."""
    boxes = next(story.iter(_BOX), None) is not None
    nested = any(next(t.iterancestors(_CELL), None) is not None for t in story.iter(_TABLE))
    if boxes or nested:
        return CarefulReader(name).below(story)
    return _QuickReader(name).lines(story)


class _QuickReader:
    """One pass over the elements that matter; a paragraph with changes in it is read again.

    No paragraph of the story stands inside another one, and no table in a table's cell.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._fields = Fields()
        self._careful = CarefulReader(name, self._fields)
        self._table, self._row, self._column = 0, -1, -1
        self._cell: Any = None
        self._row_change: _RowChange = None
        self._outside: Any = None
        self._begin()
        self._see = {
            _CELL: self._on_cell, _ROW: self._on_row, _TABLE: self._on_table,
            _BOOKMARK: self._on_bookmark, _LINK: self._on_link, _FIELD: self._fields.took,
            _ORDER: self._fields.took, **dict.fromkeys(_SIGNS, self._on_sign),
        }  # fmt: skip

    def lines(self, story: Any) -> Iterator[Line]:
        """In reading order."""
        fields, see, words = self._fields, self._see, self._words
        paragraph, cell = None, None
        for element in story.iter(*_SEEN):
            tag = element.tag
            if tag == _TEXT:
                if not (fields.open and fields.took(element)):
                    words.append(element.text or "")
            elif tag == _P:
                if paragraph is not None:
                    yield self._line(paragraph, cell)
                paragraph, words, cell = element, self._begin(), self._cell_of(element)
            else:
                see.get(tag, self._on_other)(element)
        if paragraph is not None:
            yield self._line(paragraph, cell)

    def _begin(self) -> list[str]:
        """The next paragraph; the fields as they are now, if it must be read again."""
        self._plain, self._change = True, self._row_change
        self._words: list[str] = []
        self._marks: list[str] = []
        self._links: list[str] = []
        self._at_start = [list(each) for each in self._fields.open] if self._fields.open else []
        return self._words

    def _cell_of(self, paragraph: Any) -> _Cell | None:
        """Table, row and column; the nearest cell around it is the last that began, or none is."""
        above = paragraph.getparent()
        known = above is self._outside or above is self._cell
        if not known and next(paragraph.iterancestors(_CELL), None) is None:
            self._outside = above
        if above is self._outside:
            self._change = None
            return None
        return self._table, self._row, self._column

    def _on_table(self, _: Any) -> None:
        self._table, self._row = self._table + 1, -1

    def _on_row(self, row: Any) -> None:
        self._row, self._column, self._row_change = self._row + 1, -1, row_change(row)

    def _on_cell(self, cell: Any) -> None:
        self._column, self._cell = self._column + 1, cell

    def _on_bookmark(self, mark: Any) -> None:
        self._marks.append(mark.get(_NAME, ""))

    def _on_link(self, link: Any) -> None:
        self._links.append(link.get(_ANCHOR, ""))

    def _on_sign(self, sign: Any) -> None:
        """A tab may also be a stop on the ruler."""
        if sign.getparent().tag == _RUN and sign.get(_TYPE) not in ("page", "column"):
            self._words.append(_SIGNS[sign.tag])

    def _on_other(self, _: Any) -> None:
        self._plain = False

    def _line(self, paragraph: Any, cell: _Cell | None) -> Line:
        if not self._plain:
            self._fields.open = self._at_start
            return self._careful.line(paragraph, cell, self._change)
        text = "".join(self._words)
        tokens = (Token(text), PLAIN_END) if text else (PLAIN_END,)
        return Line(
            tokens, self._marks, self._links, (), self._name, cell, self._change, plain=True
        )
