"""Head and foot of the pages."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx.section import Section as PageSetup

from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.oxml import DECLARED, field, paragraph, parse_xml, run, w
from strategykit.drafting.word.pictures import graphic, ornament
from strategykit.drafting.word.surfaces import pixel

_PAGE_HEIGHT_MM = 297
_BAND_MM = 9
_EMU_PER_MM = 36_000
_PAGE = re.compile(r"^\s*PAGE\b", re.IGNORECASE)
Story = Any
"""A head or a foot: alike in python-docx, but without a common public type."""


@dataclass(frozen=True)
class Edges:
    """What stands above and below every page."""

    title: str
    status: str
    sender: str
    notice: str = ""


def write_edges(desk: Desk, edges: Edges) -> None:
    """Head and foot of our own, or the notice and page numbers that a letterhead lacks."""
    page = _page(desk)
    if page.header.is_linked_to_previous and page.footer.is_linked_to_previous:
        page.different_first_page_header_footer = True
    _write_heads(desk, page, edges)
    _write_feet(desk, page, edges)


def _write_heads(desk: Desk, page: PageSetup, edges: Edges) -> None:
    if page.header.is_linked_to_previous:
        _fill(page.header, _head_lines(desk, edges))
    elif edges.notice:
        for head in _own(page.header, page.even_page_header, page.first_page_header):
            _append(head, notice_line(desk, edges.notice))


def _write_feet(desk: Desk, page: PageSetup, edges: Edges) -> None:
    if _counts_pages(*_own(page.header, page.footer)):
        return
    if page.footer.is_linked_to_previous:
        _fill(page.footer, page_line(desk, edges.sender))
        return
    for foot in _own(page.footer, page.even_page_footer):
        _append(foot, page_line(desk))


def write_first_foot(desk: Desk, edges: Edges) -> None:
    """Pages are counted from the first one, in papers that have no cover."""
    page = _page(desk)
    if page.different_first_page_header_footer and page.first_page_footer.is_linked_to_previous:
        _fill(page.first_page_footer, page_line(desk, edges.sender))


def _head_lines(desk: Desk, edges: Edges) -> str:
    """Title and status; the notice stands on a line of its own."""
    line = paragraph(desk.styles["Sidelinje"], run(f"{edges.title}\t{edges.status}"))
    return line + notice_line(desk, edges.notice) if edges.notice else line


def notice_line(desk: Desk, notice: str) -> str:
    """The notice as a line for the head of a page."""
    return paragraph(desk.styles["Sidelinje"], run(notice, "<w:b/><w:bCs/>"))


def page_line(desk: Desk, left: str = "") -> str:
    """The line with the number of the page and of all pages."""
    numbers = run("Side ") + field("PAGE", "1") + run(" af ") + field("NUMPAGES", "1")
    return paragraph(desk.styles["Sidelinje"], run(f"{left}\t") + numbers)


def write_band(desk: Desk) -> None:
    """A band of the accent down the edge of the cover, in the head: readers take it as ornament."""
    head = _page(desk).first_page_header
    head.is_linked_to_previous = False
    relation, _ = head.part.get_or_add_image(BytesIO(pixel(desk.look.accent)))
    _fill(
        head,
        paragraph(desk.styles["Sidelinje"], f"<w:r>{_band(desk.next_shape(), relation)}</w:r>"),
    )
    _fill(_page(desk).first_page_footer, paragraph(desk.styles["Sidelinje"], ""))


def _band(shape: int, relation: str) -> str:
    width, height = _BAND_MM * _EMU_PER_MM, _PAGE_HEIGHT_MM * _EMU_PER_MM
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0'
        '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0'
        f'</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>'
        f"{ornament(shape, 'Farvebånd')}{graphic(shape, relation, '', width, height)}"
        "</wp:anchor></w:drawing>"
    )


def _own(*stories: Story) -> list[Story]:
    return [story for story in stories if not story.is_linked_to_previous]


def _counts_pages(*stories: Story) -> bool:
    return any(_PAGE.search(text) for story in stories for text in _orders(story))


def _orders(story: Story) -> list[str]:
    element = story._element  # noqa: SLF001 - python-docx has no public way to the element
    simple = [str(field.get(w("instr"), "")) for field in element.iter(w("fldSimple"))]
    return [*simple, *(str(order.text) for order in element.iter(w("instrText")))]


def _page(desk: Desk) -> PageSetup:
    return desk.document.sections[-1]


def _fill(story: Story, xml: str) -> None:
    """Replaces all that the head or foot holds."""
    story.is_linked_to_previous = False
    element = story._element  # noqa: SLF001 - python-docx has no public way to the element
    for child in list(element):
        element.remove(child)
    _append(story, xml)


def _append(story: Story, xml: str) -> None:
    element = story._element  # noqa: SLF001 - python-docx has no public way to the element
    element.extend(list(parse_xml(f"<w:hdr {DECLARED}>{xml}</w:hdr>")))
