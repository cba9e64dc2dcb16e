"""Sections and their blocks: headings, paragraphs, lists, tables and figures."""

from collections.abc import Iterable, Mapping

from strategykit.domain.outline import Block, Figure, Paragraph, Picture, Section, Table, Tone
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.marks import Mark
from strategykit.drafting.word.oxml import field, paragraph, run
from strategykit.drafting.word.pictures import picture_paragraph
from strategykit.drafting.word.sources import citations
from strategykit.drafting.word.tables import table_xml

_STYLE_OF = {
    Tone.BODY: "Normal",
    Tone.LEAD: "Manchet",
    Tone.STATEMENT: "Erklæring",
    Tone.BULLET: "List Bullet",
    Tone.MISSING: "Mangler",
}
_HEADINGS = {1: "heading 1", 2: "heading 2", 3: "heading 3"}
MISSING = "Mangler:"


class Blocks:
    """Writes blocks with the pictures and the numbers of the sources at hand."""

    def __init__(
        self, desk: Desk, pictures: Mapping[str, Picture], sources: Iterable[int] = ()
    ) -> None:
        self._desk = desk
        self._pictures = pictures
        self._sources = frozenset(sources)
        self._last: Block | None = None

    def section(self, section: Section, heading: str) -> str:
        """The heading, with the words that stand in it, and all that stands under it."""
        self._last = None
        blocks = "".join(self.block(block) for block in section.blocks)
        return self.heading(section, heading) + blocks

    def heading(self, section: Section, words: str) -> str:
        """A real heading, with the bookmark that contents list and review look for."""
        style = self._desk.styles[_HEADINGS[min(max(section.level, 1), 3)]]
        marked = self._desk.marked(Mark.SECTION, section.key, run(words))
        return paragraph(style, marked, "<w:pageBreakBefore/>" if section.page_break else "")

    def block(self, block: Block) -> str:
        """The block as it stands in the body of the document."""
        last, self._last = self._last, block
        if isinstance(block, Paragraph):
            return self._paragraph(block, _room(last, block))
        if isinstance(block, Table):
            # two tables without a line between them would become one
            touch = isinstance(last, Table) and not block.caption
            return (self._thin_line() if touch else "") + self._table(block)
        return self._figure(block)

    def _thin_line(self) -> str:
        return paragraph(self._desk.styles["Efter tabel"], "")

    def _paragraph(self, block: Paragraph, extra: str) -> str:
        words = self._missing(block.text) if block.tone is Tone.MISSING else run(block.text)
        inside = words + citations(block.cites, self._sources)
        marked = self._desk.marked(Mark.PARAGRAPH, block.key, inside)
        return paragraph(self._desk.styles[_STYLE_OF[block.tone]], marked, extra)

    def _missing(self, text: str) -> str:
        """In words too, since colour alone says nothing on a black-and-white print."""
        rest = text.removeprefix(MISSING).strip()
        return run(f"{MISSING} ", "<w:b/><w:bCs/>") + run(rest)

    def _table(self, table: Table) -> str:
        drawn = table_xml(self._desk, table)
        return self._caption(Mark.TABLE, "Tabel", table.key, table.caption) + drawn

    def _figure(self, figure: Figure) -> str:
        picture = self._pictures.get(figure.chart)
        if picture is None:
            return self._undrawn(figure)
        drawn = picture_paragraph(self._desk, figure, picture)
        return drawn + self._caption(Mark.FIGURE, "Figur", figure.key, figure.caption)

    def _undrawn(self, figure: Figure) -> str:
        """A figure without a picture still says in words what it would have shown."""
        text = f"figuren \u201d{figure.caption}\u201d er ikke tegnet. {figure.alt}"
        marked = self._desk.marked(Mark.FIGURE, figure.key, self._missing(text))
        return paragraph(self._desk.styles["Mangler"], marked)

    def _caption(self, mark: Mark, label: str, key: str, words: str) -> str:
        """A caption above its table, below its figure; a table without words has none."""
        if not words:
            return ""
        number = field(f"SEQ {label} \\* ARABIC", str(self._desk.next_caption(label)), _STRONG)
        inside = run(f"{label} ", _STRONG) + number + run(". ", _STRONG) + run(words)
        marked = self._desk.marked(mark, key, inside)
        keep = "<w:keepNext/>" if mark is Mark.TABLE else ""
        return paragraph(self._desk.styles["caption"], marked, keep + _caption_room(mark))


def _room(last: Block | None, block: Paragraph) -> str:
    """The space above that a paragraph needs after a table, or after the end of a list."""
    if isinstance(last, Table):
        return '<w:spacing w:before="200"/>'
    after_list = isinstance(last, Paragraph) and last.tone is Tone.BULLET
    return '<w:spacing w:before="140"/>' if after_list and block.tone is Tone.BODY else ""


def _caption_room(mark: Mark) -> str:
    """A caption stands close to what it names: below a figure, above a table."""
    before, after = (240, 100) if mark is Mark.TABLE else (60, 280)
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


_STRONG = "<w:b/><w:bCs/>"
