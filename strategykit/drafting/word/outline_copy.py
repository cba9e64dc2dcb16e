"""A copy of the outline that travels in the file: what stood where when it was sent out.

It holds what the document shows and nothing else: no votes, no ids of notes or people.
"""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from strategykit.domain.outline import Block, Draft, Paragraph, Section, Table
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.drafting.word.oxml import one_line, safe

NAMESPACE = "urn:strategivaerksted:outline:1"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def add_outline_copy(document: Document, draft: Draft, headings: Mapping[str, str]) -> None:
    """Puts the copy into the package, beside custom XML that a house style may hold."""
    package = document.part.package
    name = PackURI(package.next_partname("/customXml/item%d.xml"))
    blob = (_HEAD + outline_xml(draft, headings)).encode()
    item = Part(name, "application/xml", blob, package)
    about = PackURI(package.next_partname("/customXml/itemProps%d.xml"))
    item.relate_to(
        Part(about, _PROPERTIES, (_HEAD + _about(draft)).encode(), package),
        RT.CUSTOM_XML_PROPS,
    )
    document.part.relate_to(item, RT.CUSTOM_XML)


def outline_xml(draft: Draft, headings: Mapping[str, str]) -> str:
    """Sections and blocks with their bookmarks; `headings` are the words as they were written."""
    inside = "".join(_section(section, headings[section.key]) for section in draft.sections)
    return (
        f'<outline xmlns="{NAMESPACE}" document="{one_line(draft.document_id)}" '
        f'version="{draft.cover.version}">{inside}</outline>'
    )


def _section(section: Section, words: str) -> str:
    blocks = "".join(_block(block) for block in section.blocks)
    place = _place(Mark.SECTION, section.key)
    return f'<section {place} level="{section.level}" title="{one_line(words)}">{blocks}</section>'


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        place = _place(Mark.PARAGRAPH, block.key)
        return f'<paragraph {place} tone="{block.tone}">{safe(block.text)}</paragraph>'
    if isinstance(block, Table):
        rows = "".join(_row(row) for row in (block.header, *block.rows))
        caption = one_line(block.caption)
        return f'<table {_place(Mark.TABLE, block.key)} caption="{caption}">{rows}</table>'
    return f'<figure {_place(Mark.FIGURE, block.key)} caption="{one_line(block.caption)}"/>'


def _row(cells: tuple[str, ...]) -> str:
    return f"<row>{''.join(f'<cell>{safe(cell)}</cell>' for cell in cells)}</row>"


def _place(mark: Mark, key: str) -> str:
    return f'key="{one_line(key)}" bookmark="{mark_name(mark, key)}"'


def _about(draft: Draft) -> str:
    """Word tells custom XML apart by this id; it is the same for the same document."""
    item = str(uuid5(NAMESPACE_URL, f"{NAMESPACE}/{draft.document_id}")).upper()
    return (
        f'<ds:datastoreItem ds:itemID="{{{item}}}" xmlns:ds="{_DATASTORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
