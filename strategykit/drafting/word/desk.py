"""What every part of the writer needs while one document is being written."""

from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from itertools import count
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from strategykit.drafting.word.lists import Lists
from strategykit.drafting.word.look import Look
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.drafting.word.oxml import outer_link, run

_SVG = "image/svg+xml"
_EMU_PER_TWENTIETH = 635
_NARROWEST = 2000


class Desk:
    """One document's style ids, its lists, and the numbers that may be given out only once."""

    def __init__(
        self, document: Document, styles: Mapping[str, str], lists: Lists, look: Look
    ) -> None:
        self.document = document
        self.styles = styles
        self.lists = lists
        self.look = look
        self._bookmarks = count(1)
        self._shapes = count(1)
        self._names: Counter[str] = Counter()
        self._captions: Counter[str] = Counter()

    @property
    def section(self) -> Any:
        """The page set-up of the document."""
        return self.document.element.body.sectPr

    @property
    def text_width(self) -> int:
        """The width between the margins, in twentieths of a point."""
        return text_width(self.document)

    def marked(self, mark: Mark, key: str, content: str) -> str:
        """The content between the two ends of its bookmark; a name is never given out twice."""
        name = mark_name(mark, key)
        self._names[name] += 1
        if self._names[name] > 1:
            name = f"{name}_{self._names[name]}"[:40]
        number = next(self._bookmarks)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def next_shape(self) -> int:
        """The number of the next picture."""
        return next(self._shapes)

    def next_caption(self, label: str) -> int:
        """The number of the next caption with this label."""
        self._captions[label] += 1
        return self._captions[label]

    def linked(self, address: str) -> str:
        """The address as a link when it is one that Word may follow, else as plain text."""
        if not address.lower().startswith(("https://", "http://", "mailto:")):
            return run(address)
        relation = self.document.part.relate_to(address, RT.HYPERLINK, is_external=True)
        return outer_link(relation, run(address, f'<w:rStyle w:val="{self.styles["Hyperlink"]}"/>'))

    def picture(self, png: bytes) -> str:
        """The id of the document's relation to the picture; the same bytes are kept once."""
        relation, _ = self.document.part.get_or_add_image(BytesIO(png))
        return relation

    def drawing(self, svg: bytes) -> str:
        """The id of the document's relation to the same picture as SVG."""
        part = self.document.part
        name = part.package.next_partname("/word/media/drawing%d.svg")
        return part.relate_to(Part(PackURI(name), _SVG, svg, part.package), RT.IMAGE)


def text_width(document: Document) -> int:
    """The width between the margins of the last page set-up, in twentieths of a point."""
    page = document.sections[-1]
    width = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    return max(round(width / _EMU_PER_TWENTIETH), _NARROWEST)
