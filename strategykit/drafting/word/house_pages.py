"""The page set-up of a house style: paper, margins, and which head and foot stand where."""

from typing import Any

from docx.opc.oxml import serialize_part_xml

from strategykit.drafting.word.base import PAPER
from strategykit.drafting.word.oxml import NAMESPACES, parse_xml, w

_ID = f"{{{NAMESPACES['r']}}}id"
_EDGES = (w("headerReference"), w("footerReference"))
_DROPPED = {
    w(name)
    for name in (
        "bidi",
        "cols",
        "endnotePr",
        "footnotePr",
        "formProt",
        "lnNumType",
        "printerSettings",
        "sectPrChange",
        "textDirection",
        "type",
        "vAlign",
    )
}
"""What would set the draft in columns, in the middle of the page, or point out of the file."""

Element = Any
"""lxml's elements have no types of their own."""


def page_setup(document: Element) -> Element:
    """The last page set-up, with heads and feet that it takes over from the sections before."""
    sections = list(document.find(w("body")).iter(w("sectPr"))) or _paper()
    edges = {
        (child.tag, child.get(w("type"), "default")): child
        for section in sections
        for child in section
        if child.tag in _EDGES
    }
    last = sections[-1]
    for child in list(last):
        if child.tag in _DROPPED or child.tag in _EDGES:
            last.remove(child)
    if last.find(w("pgSz")) is None or last.find(w("pgMar")) is None:
        for stated in last.findall(w("pgSz")) + last.findall(w("pgMar")):
            last.remove(stated)
        last[:0] = list(_paper()[0])
    last[:0] = list(edges.values())
    return last


def _paper() -> list[Element]:
    return [parse_xml(f'<w:sectPr xmlns:w="{NAMESPACES["w"]}">{PAPER}</w:sectPr>')]


def references(section: Element) -> set[str]:
    """The relations of all heads and feet that the pages bear."""
    return {child.get(_ID) for child in section if child.tag in _EDGES}


def drop_references(section: Element, kept: set[str]) -> None:
    """Takes out heads and feet whose parts were not taken over."""
    for child in list(section):
        if child.get(_ID) is not None and child.get(_ID) not in kept:
            section.remove(child)


def as_xml(section: Element) -> str:
    """The set-up as text."""
    return str(serialize_part_xml(section).decode()).split("?>", 1)[1]
