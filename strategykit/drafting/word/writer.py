"""The draft as a Word file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from strategykit.domain.outline import Draft, Picture, Section
from strategykit.drafting.word.blocks import Blocks
from strategykit.drafting.word.contents import Entry, contents
from strategykit.drafting.word.cover import cover_xml, status_line
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.frame import Edges, write_band, write_edges
from strategykit.drafting.word.house_style import desk_for
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.drafting.word.outline_copy import add_outline_copy
from strategykit.drafting.word.oxml import DECLARED, parse_xml, w
from strategykit.drafting.word.package import packed
from strategykit.drafting.word.properties import Properties, write_properties
from strategykit.drafting.word.sources import SOURCES, source_list

_ANNEX = "Bilag"


def write_word(
    draft: Draft,
    pictures: Mapping[str, Picture],
    now: datetime,
    house_style: bytes | None = None,
    pages: Mapping[str, int] | None = None,
) -> bytes:
    """The same arguments give the same bytes; `pages` are the pages of the headings, if known.

    `pictures` are found by the `chart` of each figure, `house_style` is the municipality's own
    .docx, whose styles, head and foot the draft then wears.
    """
    desk = desk_for(house_style)
    headings = dict(_headings(draft))
    _write_body(desk, draft, pictures, headings, pages or {})
    write_edges(desk, _edges(draft))
    if house_style is None:
        write_band(desk)
    add_outline_copy(desk.document, draft, headings)
    write_properties(desk.document, _properties(draft), now)
    return packed(desk.document, now)


def _write_body(
    desk: Desk,
    draft: Draft,
    pictures: Mapping[str, Picture],
    headings: Mapping[str, str],
    pages: Mapping[str, int],
) -> None:
    blocks = Blocks(desk, pictures, (source.number for source in draft.sources))
    shown = _with_sources(draft)
    entries = [Entry(s.key, headings[s.key], s.level) for s in shown]
    xml = [cover_xml(desk, draft), contents(desk, entries, pages)]
    for section in shown:
        xml.append(blocks.section(section, headings[section.key]))
        if section.key == SOURCES.key:
            xml.append(source_list(desk, draft.sources))
    fill_body(desk, "".join(xml))


def fill_body(desk: Desk, xml: str) -> None:
    """Puts the text before the page set-up, which stays the last thing in the body."""
    thin = f'<w:pStyle w:val="{desk.styles["Efter tabel"]}"/>'
    body: Any = desk.document.element.body
    section = body.sectPr
    body.remove(section)
    body.extend(parse_xml(f"<w:body {DECLARED}>{xml}</w:body>")[:])
    if len(body) and body[-1].tag == w("tbl"):
        # Word wants a paragraph after a table that ends the text
        body.append(parse_xml(f"<w:p {DECLARED}><w:pPr>{thin}</w:pPr></w:p>"))
    body.append(section)


def _with_sources(draft: Draft) -> tuple[Section, ...]:
    """The sections, the first of them on a page of its own, and the sources at the end."""
    sections = draft.sections
    if draft.sources and all(section.key != SOURCES.key for section in sections):
        sections = (*sections, SOURCES)
    return tuple(replace(s, page_break=s.page_break or not n) for n, s in enumerate(sections))


def heading_marks(draft: Draft) -> tuple[str, ...]:
    """The bookmarks of all headings in reading order."""
    return tuple(mark_name(Mark.SECTION, section.key) for section in _with_sources(draft))


def _headings(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each section's key with the words of its heading; annexes are counted."""
    annexes = 0
    for section in _with_sources(draft):
        annexes += section.annex
        is_named = section.title.casefold().startswith(_ANNEX.casefold())
        counted = section.annex and not is_named
        yield section.key, f"{_ANNEX} {annexes}: {section.title}" if counted else section.title


def _edges(draft: Draft) -> Edges:
    cover = draft.cover
    return Edges(cover.title, status_line(draft), cover.municipality, cover.notice)


def _properties(draft: Draft) -> Properties:
    cover = draft.cover
    custom = {"DocId": draft.document_id, "Version": str(cover.version)}
    if draft.log_head:
        custom["LogHead"] = draft.log_head
    return Properties(
        title=cover.title,
        subject=f"{status_line(draft)}, {cover.municipality}",
        author=", ".join(part for part in (cover.committee, cover.municipality) if part),
        company=cover.municipality,
        custom=custom,
    )
