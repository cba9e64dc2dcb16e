"""The paragraphs of a story: most at a glance, those with changes in them with care."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from strategykit.drafting.read_back.careful import CarefulReader, row_change
from strategykit.drafting.read_back.fields import Fields
from strategykit.drafting.read_back.tokens import Line, Stamp
from strategykit.drafting.word.oxml import w

_P, _RUN, _TEXT, _BOOKMARK, _LINK = w("p"), w("r"), w("t"), w("bookmarkStart"), w("hyperlink")
_TABLE, _ROW, _CELL, _BOX = w("tbl"), w("tr"), w("tc"), w("txbxContent")
_NAME, _ANCHOR, _TYPE = w("name"), w("anchor"), w("type")
_FIELD, _ORDER = w("fldChar"), w("instrText")
_ROW_LOOKS, _ROW_CHANGES = w("trPr"), (w("ins"), w("del"))
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WITH_CARE = (
    "ins", "del", "moveFrom", "moveTo", "delText", "fldSimple", "delInstrText", "pict", "object",
    "commentRangeStart", "commentRangeEnd", "commentReference",
)  # fmt: skip
_SEEN = (
    _P, _TEXT, _BOOKMARK, _LINK, _FIELD, _ORDER, _TABLE, _ROW, _CELL, _BOX, _MC, *_SIGNS,
    *map(w, _WITH_CARE),
)  # fmt: skip


def lines_of(story: Any, name: str = "") -> Iterable[Line]:
    """Every paragraph below an element in reading order, those of cells and text boxes too."""
    reader = _QuickReader(name)
    lines = list(reader.lines(story))
    return lines if reader.is_flat else CarefulReader(name).below(story)


def _is_in_cell(element: Any) -> bool:
    return next(element.iterancestors(_CELL), None) is not None


def _is_in(tag: str, element: Any) -> bool:
    above = element.getparent()
    return above is not None and above.tag == tag


class _QuickReader:
    """One pass over the elements that matter; a paragraph with changes in it is read again.

    `is_flat` while no paragraph stands inside another one, and no table in a table's cell: it
    stops at the first that does.
    """

    def __init__(self, name: str) -> None:
        self.is_flat = True
        self._name = name
        self._fields = Fields()
        self._careful = CarefulReader(name, self._fields)
        self._at = (0, -1, -1)
        self._cell: Any = None
        self._row: Any = None
        self._row_change: tuple[str, Stamp] | None = None
        self._outside: Any = None
        self._paragraph: Any = None
        self._at_start: list[list[str]] = []
        self._line = Line(())
        self._plain = True
        self._marks: list[str] | None = None
        self._links: list[str] | None = None
        self._words: list[str] = []

    def lines(self, story: Any) -> Iterator[Line]:
        """In reading order."""
        fields, words = self._fields, self._words
        for element in story.iter(*_SEEN):
            tag = element.tag
            if tag == _TEXT:
                if not (fields.open and fields.took(element)):
                    words.append(element.text or "")
            elif tag == _P:
                if not self.is_flat:
                    return
                if self._paragraph is not None:
                    yield self._ended()
                words = self._begun(element)
            else:
                _SEE.get(tag, _QuickReader.on_other)(self, element)
        if self._paragraph is not None:
            yield self._ended()

    def _begun(self, paragraph: Any) -> list[str]:
        """The next paragraph's words; the fields as they are now, if it must be read again."""
        self._paragraph = paragraph
        if self._is_outside(paragraph):
            self._line = Line((), (), (), (), self._name)
        else:
            self._line = Line((), (), (), (), self._name, self._at, self._row_change)
        self._plain, self._marks, self._links = True, None, None
        opened = self._fields.open
        self._at_start = [list(each) for each in opened] if opened else []
        self._words = []
        return self._words

    def _is_outside(self, paragraph: Any) -> bool:
        """Whether no cell is around it; the nearest one would be the last that began."""
        above = paragraph.getparent()
        if above is self._outside or above is self._cell:
            return above is self._outside
        if not _is_in_cell(paragraph):
            self._outside = above
        return above is self._outside

    def on_box(self, _: Any) -> None:
        self.is_flat = False

    def on_table(self, table: Any) -> None:
        self.is_flat = self.is_flat and not _is_in_cell(table)
        self._at = (self._at[0] + 1, -1, -1)

    def on_row(self, row: Any) -> None:
        table, above, _ = self._at
        self._at, self._row, self._row_change = (table, above + 1, -1), row, None

    def on_cell(self, cell: Any) -> None:
        table, row, left = self._at
        self._at, self._cell = (table, row, left + 1), cell

    def on_bookmark(self, mark: Any) -> None:
        if self._marks is None:
            self._marks = self._line.bookmarks = []
        self._marks.append(mark.get(_NAME, ""))

    def on_link(self, link: Any) -> None:
        if self._links is None:
            self._links = self._line.leads_to = []
        self._links.append(link.get(_ANCHOR, ""))

    def on_sign(self, sign: Any) -> None:
        """A tab may also be a stop on the ruler."""
        if _is_in(_RUN, sign) and sign.get(_TYPE) not in ("page", "column"):
            self._words.append(_SIGNS[sign.tag])

    def on_field(self, mark: Any) -> None:
        self._fields.took(mark)

    def on_change(self, change: Any) -> None:
        """A row tells of its own change before its first cell."""
        self._plain = False
        if self._row is not None and _is_in(_ROW_LOOKS, change):
            self._row_change = row_change(self._row)

    def on_other(self, _: Any) -> None:
        self._plain = False

    def _ended(self) -> Line:
        line = self._line
        if not self._plain:
            self._fields.open = self._at_start
            return self._careful.line(self._paragraph, line.cell, line.row)
        line.said = "".join(self._words)
        return line


# not in the reader, which would hold itself, and with it the tree, until somebody collects garbage
_SEE: Mapping[str, Callable[[_QuickReader, Any], None]] = {
    _BOX: _QuickReader.on_box, _CELL: _QuickReader.on_cell, _ROW: _QuickReader.on_row,
    _TABLE: _QuickReader.on_table, _BOOKMARK: _QuickReader.on_bookmark,
    _LINK: _QuickReader.on_link, _FIELD: _QuickReader.on_field, _ORDER: _QuickReader.on_field,
    **dict.fromkeys(_SIGNS, _QuickReader.on_sign),
    **dict.fromkeys(_ROW_CHANGES, _QuickReader.on_change),
}  # fmt: skip
