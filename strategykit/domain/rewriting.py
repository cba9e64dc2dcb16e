"""The draft as it reads with all that was written by hand: other words, parts in and parts out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from strategykit.domain.drafts import Overtaken, Rewrite, RewriteAct, may_be_rewritten
from strategykit.domain.outline import Block, Draft, Figure, Paragraph, Section, Table

HEADING = "overskrift"
_CELL = re.compile(r"række (\d+), kolonne (\d+)")


def with_rewrites(draft: Draft, rewrites: Sequence[Rewrite]) -> Draft:
    """The draft with the words written by hand; what each part rests on stays."""
    if not rewrites:
        return draft
    by_block: dict[str, list[Rewrite]] = {}
    for rewrite in rewrites:
        by_block.setdefault(rewrite.block, []).append(rewrite)
    return replace(draft, sections=tuple(_section(s, by_block) for s in draft.sections))


def overtaken(composed: Draft, rewrites: Sequence[Rewrite]) -> tuple[Overtaken, ...]:
    """The rewrites whose part would now say something else; `composed` is without rewrites."""
    found = []
    for rewrite in rewrites:
        section, now = text_at(composed, rewrite.block, rewrite.part)
        told = rewrite.act is RewriteAct.INSERT and section is not None
        if not told and now != rewrite.composed:
            found.append(Overtaken(rewrite, now, section))
    return tuple(found)


def text_at(draft: Draft, block: str, part: str = "") -> tuple[Section | None, str]:
    """The section of a part and the words that stand there; None and nothing when it is gone."""
    for section in draft.sections:
        if section.key == block and part in ("", HEADING):
            return section, section.title
        for each in section.blocks:
            if each.key == block:
                return section, _words(each, part)
    return None, ""


def _words(block: Block, part: str) -> str:
    if isinstance(block, Paragraph):
        return block.text
    found = _CELL.fullmatch(part)
    if found is None or not isinstance(block, Table):
        return block.caption
    rows = (block.header, *block.rows)
    row, column = int(found[1]) - 1, int(found[2]) - 1
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def cell_name(row: int, column: int) -> str:
    """A cell as people count: row 1 is the head of the table."""
    return f"række {row}, kolonne {column}"


def _section(section: Section, by_block: dict[str, list[Rewrite]]) -> Section:
    own = by_block.get(section.key, [])
    title = next((r.text for r in own if r.part == HEADING), section.title)
    first = [_inserted(r) for r in own if r.act is RewriteAct.INSERT]
    blocks = [new for block in section.blocks for new in _block(block, by_block)]
    return replace(section, title=title, blocks=(*first, *blocks))


def _block(block: Block, by_block: dict[str, list[Rewrite]]) -> Iterator[Block]:
    own = by_block.get(block.key, [])
    if not any(r.act is RewriteAct.REMOVE for r in own):
        yield _reworded(block, [r for r in own if r.act is RewriteAct.REPLACE])
    yield from (_inserted(r) for r in own if r.act is RewriteAct.INSERT)


def _reworded(block: Block, rewrites: Sequence[Rewrite]) -> Block:
    for rewrite in rewrites:
        if isinstance(block, Paragraph) and (may_be_rewritten(block) or rewrite.point_id):
            block = replace(block, text=rewrite.text, rewritten=True)
        elif isinstance(block, Table):
            block = _table(block, rewrite)
        elif isinstance(block, Figure):
            block = replace(block, caption=rewrite.text)
    return block


def _table(table: Table, rewrite: Rewrite) -> Table:
    found = _CELL.fullmatch(rewrite.part)
    if found is None:
        return replace(table, caption=rewrite.text)
    row, column = int(found[1]) - 1, int(found[2]) - 1
    rows = [list(cells) for cells in (table.header, *table.rows)]
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        return table
    rows[row][column] = rewrite.text
    return replace(table, header=tuple(rows[0]), rows=tuple(tuple(cells) for cells in rows[1:]))


def _inserted(rewrite: Rewrite) -> Paragraph:
    """Its key is its own id, so that it is the same paragraph in every later version."""
    return Paragraph(f"tilføjet:{rewrite.id}", rewrite.text, rewritten=True)
