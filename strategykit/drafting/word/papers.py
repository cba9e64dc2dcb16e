"""The smaller papers as Word files: agenda, invitation, minutes, script with cards and dots."""

from dataclasses import replace
from datetime import datetime

from strategykit.domain.outline import Section
from strategykit.domain.paper import Paper
from strategykit.drafting.word.blocks import Blocks
from strategykit.drafting.word.cover import fact_line
from strategykit.drafting.word.cutouts import cards, dots
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.frame import Edges, notice_line, write_edges, write_first_foot
from strategykit.drafting.word.house_style import desk_for
from strategykit.drafting.word.oxml import paragraph, run
from strategykit.drafting.word.package import packed
from strategykit.drafting.word.properties import Properties, write_properties
from strategykit.drafting.word.writer import fill_body


def write_paper(paper: Paper, now: datetime, house_style: bytes | None = None) -> bytes:
    """The same paper at the same time gives the same bytes."""
    desk = desk_for(house_style)
    fill_body(desk, _head(desk, paper) + _body(desk, paper) + _cutouts(desk, paper))
    edges = Edges(paper.title, "", paper.sender, paper.notice)
    write_edges(desk, edges)
    write_first_foot(desk, edges)
    subject = paper.subtitle or paper.title
    known_by = dict(paper.known_by)
    properties = Properties(paper.title, subject, paper.sender, paper.sender, known_by)
    write_properties(desk.document, properties, now)
    return packed(desk.document, now)


def _head(desk: Desk, paper: Paper) -> str:
    lines = [paragraph(desk.styles["heading 1"], run(paper.title))]
    if paper.notice:
        lines.insert(0, notice_line(desk, paper.notice))
    if paper.subtitle:
        lines.append(paragraph(desk.styles["Manchet"], run(paper.subtitle)))
    lines += [fact_line(desk, name, value) for name, value in paper.facts]
    return "".join(lines)


def _body(desk: Desk, paper: Paper) -> str:
    blocks = Blocks(desk, {})
    # the paper's own title is its heading of level 1
    lowered = [replace(section, level=section.level + 1) for section in paper.sections]
    return "".join(blocks.section(section, section.title) for section in lowered)


def _cutouts(desk: Desk, paper: Paper) -> str:
    blocks = Blocks(desk, {})
    parts: list[str] = []
    if paper.cards:
        parts += [blocks.heading(_page("kort", "Kort til udklip"), "Kort til udklip")]
        parts += [cards(desk, paper.cards)]
    for number, sheet in enumerate(paper.dot_sheets, 1):
        parts += [blocks.heading(_page(f"prikker {number}", sheet.label), sheet.label)]
        parts += [dots(desk, sheet)]
    return "".join(parts)


def _page(key: str, title: str) -> Section:
    return Section(key=f"udklip {key}", title=title, level=2, blocks=(), page_break=True)
