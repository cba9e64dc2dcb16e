"""A chapter of the draft as HTML: literal, numbered in the margin, with its charts between."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from strategykit.domain.outline import Block, Figure, Paragraph, Section, Source, Table, Tone
from strategykit.ui.text import plain, unbroken

_NUMBER = 12
_CLASSES = {
    Tone.BODY: "sv-draft-text",
    Tone.LEAD: "sv-draft-lead",
    Tone.STATEMENT: "sv-draft-statement",
    Tone.MISSING: "sv-draft-missing",
}


def numbered(chapter: Sequence[Section]) -> dict[str, int]:
    """The number in the margin of each block, by its key; counted through the chapter."""
    keys = (block.key for section in chapter for block in section.blocks)
    return {key: number for number, key in enumerate(keys, start=1)}


def chapter_parts(
    chapter: Sequence[Section], numbers: Mapping[str, int], sources: Sequence[Source]
) -> Iterator[str | Figure]:
    """HTML, and each figure where it stands."""
    cited = {source.number: source.text for source in sources}
    waiting: list[str] = []
    for section in chapter:
        waiting.append(_heading(section))
        for alike, blocks in groupby(section.blocks, _kind):
            if alike == "figure":
                yield _article(waiting)
                waiting = []
                yield from (block for block in blocks if isinstance(block, Figure))
            else:
                waiting.append(_run(alike, list(blocks), numbers, cited))
    yield _article(waiting)


def sources_cited(chapter: Sequence[Section], sources: Sequence[Source]) -> list[str]:
    """The sources of the chapter, each with its number."""
    cited = {
        number
        for section in chapter
        for block in section.blocks
        if isinstance(block, Paragraph)
        for number in block.cites
    }
    return [f"[{s.number}] {s.text} {s.link}".strip() for s in sources if s.number in cited]


def _kind(block: Block) -> str:
    if isinstance(block, Figure):
        return "figure"
    return "bullet" if isinstance(block, Paragraph) and block.tone is Tone.BULLET else "block"


def _article(parts: Sequence[str]) -> str:
    return f'<div class="sv-draft">{"".join(parts)}</div>' if parts else ""


def _heading(section: Section) -> str:
    level = min(section.level + 1, 4)  # the page's own title is the first
    before = "Bilag: " if section.annex else ""
    return f"<h{level}>{before}{escape(section.title)}</h{level}>"


def _run(
    alike: str, blocks: Sequence[Block], numbers: Mapping[str, int], cited: Mapping[int, str]
) -> str:
    if alike == "bullet":
        items = "".join(f"<li>{_words(b, numbers, cited)}</li>" for b in blocks)
        return f"<ul>{items}</ul>"
    return "".join(_block(block, numbers, cited) for block in blocks)


def _block(block: Block, numbers: Mapping[str, int], cited: Mapping[int, str]) -> str:
    if isinstance(block, Table):
        return _table(block, numbers)
    if isinstance(block, Paragraph):
        return f'<p class="{_CLASSES[block.tone]}">{_words(block, numbers, cited)}</p>'
    return ""


def _words(block: Block, numbers: Mapping[str, int], cited: Mapping[int, str]) -> str:
    if not isinstance(block, Paragraph):
        return ""
    before = "<strong>Mangler:</strong> " if block.tone is Tone.MISSING else ""
    cites = "".join(
        f' <abbr title="{escape(cited.get(number, ""), quote=True)}">[{number}]</abbr>'
        for number in block.cites
    )
    return f"{_margin(block, numbers)}{before}{plain(block.text)}{cites}"


def _table(table: Table, numbers: Mapping[str, int]) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.header)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    name = escape(table.caption, quote=True)
    return (
        f'<div class="sv-draft-table">{_margin(table, numbers)}'
        f'<div class="sv-scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table class="sv-table"><caption>{escape(table.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></div>"
    )


def _cell(text: str) -> str:
    """A number and its unit stay on one line."""
    return plain(unbroken(text) if len(text) <= _NUMBER else text)


def _margin(block: Block, numbers: Mapping[str, int]) -> str:
    return f'<span class="sv-draft-number">{numbers[block.key]}</span>'
