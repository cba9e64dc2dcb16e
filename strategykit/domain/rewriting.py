"""The draft as it reads with all that was written by hand: other words, parts in and parts out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from strategykit.domain.drafts import Overtaken, Rewrite, RewriteAct, may_be_rewritten
from strategykit.domain.outline import Block, Draft, Paragraph, Section, Table

HEADING = "overskrift"
ROW_SEPARATOR = " · "
CELL = re.compile(r"række (\d+), kolonne (\d+)")
_ROW = re.compile(r"række (\d+)")
_AFTER = re.compile(r"efter række (\d+)")


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
    if isinstance(block, Table):
        if row := _ROW.fullmatch(part):
            return _row_at(block, int(row[1]))
        if CELL.fullmatch(part):
            return cell_at(block, part) or ""
    return block.caption


def _row_at(table: Table, number: int) -> str:
    rows = (table.header, *table.rows)
    return row_text(rows[number - 1]) if 0 < number <= len(rows) else ""


def cell_at(table: Table, part: str) -> str | None:
    """The words of a cell; None where the table has no such cell."""
    found = CELL.fullmatch(part)
    rows = (table.header, *table.rows)
    if found is None:
        return None
    row, column = int(found[1]) - 1, int(found[2]) - 1
    there = 0 <= row < len(rows) and 0 <= column < len(rows[row])
    return rows[row][column] if there else None


def cell_name(row: int, column: int) -> str:
    """A cell as people count: row 1 is the head of the table."""
    return f"{row_name(row)}, kolonne {column}"


def row_name(row: int) -> str:
    """A whole row."""
    return f"række {row}"


def after_row(row: int) -> str:
    """The place of a new row."""
    return f"efter {row_name(row)}"


def row_text(row: Sequence[str]) -> str:
    """A row on one line, as it is read."""
    return ROW_SEPARATOR.join(row)


def _section(section: Section, by_block: dict[str, list[Rewrite]]) -> Section:
    own = by_block.get(section.key, [])
    title = next((r.text for r in own if r.part == HEADING), section.title)
    first = [new for r in own if _adds(r) for new in _block(_inserted(r), by_block)]
    blocks = [new for block in section.blocks for new in _block(block, by_block)]
    return replace(section, title=title, blocks=(*first, *blocks))


def _block(block: Block, by_block: dict[str, list[Rewrite]]) -> Iterator[Block]:
    """The block after all that was written at it, and what was added below, which goes on so."""
    own = by_block.get(block.key, [])
    if not any(r.act is RewriteAct.REMOVE and not r.part for r in own):
        yield _reworded(block, own)
    for rewrite in own:
        if _adds(rewrite):
            yield from _block(_inserted(rewrite), by_block)


def _adds(rewrite: Rewrite) -> bool:
    return rewrite.act is RewriteAct.INSERT and not rewrite.part


def _reworded(block: Block, rewrites: Sequence[Rewrite]) -> Block:
    for rewrite in rewrites:
        replaces = rewrite.act is RewriteAct.REPLACE
        if isinstance(block, Table):
            block = _table(block, rewrite)
        elif isinstance(block, Paragraph):
            if replaces and (may_be_rewritten(block) or rewrite.point_id):
                block = replace(block, text=rewrite.text, rewritten=True)
        elif replaces:
            block = replace(block, caption=rewrite.text)
    return block


def _table(table: Table, rewrite: Rewrite) -> Table:
    """Each rewrite counts the rows as those before it have left them."""
    rows = [list(cells) for cells in (table.header, *table.rows)]
    if after := _AFTER.fullmatch(rewrite.part):
        rows.insert(max(int(after[1]), 1), rewrite.text.split(ROW_SEPARATOR))
    elif row := _ROW.fullmatch(rewrite.part):
        _take_row(rows, int(row[1]) - 1, rewrite.text)
    elif cell_at(table, rewrite.part) is not None:
        found = CELL.fullmatch(rewrite.part)
        if found:
            rows[int(found[1]) - 1][int(found[2]) - 1] = rewrite.text
    elif not rewrite.part and rewrite.act is RewriteAct.REPLACE:
        return replace(table, caption=rewrite.text)
    return replace(table, header=tuple(rows[0]), rows=tuple(tuple(cells) for cells in rows[1:]))


def _take_row(rows: list[list[str]], at: int, words: str) -> None:
    """Only the row with these words goes: the table may have been composed anew since."""
    same = [n for n, row in enumerate(rows) if n and row_text(row) == words]
    if same:
        rows.pop(min(same, key=lambda n: abs(n - at)))


def _inserted(rewrite: Rewrite) -> Paragraph:
    """Its key is its own id, so that it is the same paragraph in every later version."""
    return Paragraph(f"tilføjet:{rewrite.id}", rewrite.text, rewritten=True)
