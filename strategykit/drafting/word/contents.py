"""The list of contents, with its entries already there when the document is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.drafting.word.oxml import field, inner_link, paragraph, run

_DEEPEST = 2


@dataclass(frozen=True)
class Entry:
    """One line of the list: the key and the words of a section's heading."""

    key: str
    words: str
    level: int


def contents(desk: Desk, entries: Sequence[Entry], pages: Mapping[str, int]) -> str:
    """A field that Word can renew; without `pages` it is a list of links without page numbers.

    Word is not told to renew it on opening: then it asks each reader a question that sounds like
    a warning.
    """
    shown = [entry for entry in entries if entry.level <= _DEEPEST]
    heading = paragraph(desk.styles["TOC Heading"], run("Indhold"), "<w:pageBreakBefore/>")
    lines = [_line(desk, entry, pages) for entry in shown]
    if not lines:
        return ""
    lines[0] = (lines[0][0], _begin(not pages) + lines[0][1])
    lines[-1] = (lines[-1][0], lines[-1][1] + _END)
    return heading + "".join(paragraph(style, inside, tabs) for (style, tabs), inside in lines)


_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _begin(is_bare: bool) -> str:  # noqa: FBT001 - one place calls it
    bare = " \\n" if is_bare else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'TOC \\o "1-{_DEEPEST}"{bare} \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _line(desk: Desk, entry: Entry, pages: Mapping[str, int]) -> tuple[tuple[str, str], str]:
    """Style and tab stop of the line, and what stands in it."""
    style = desk.styles["toc 1" if entry.level == 1 else "toc 2"]
    anchor = mark_name(Mark.SECTION, entry.key)
    page = pages.get(anchor)
    if page is None:
        return (style, ""), inner_link(anchor, run(entry.words))
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{desk.text_width}"/></w:tabs>'
    number = run("\t") + field(f"PAGEREF {anchor} \\h", str(page))
    return (style, stop), inner_link(anchor, run(entry.words) + number)
