"""The numbered list of sources, and the references to it in the text."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any

from strategykit.domain.outline import Section, Source
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.lists import restarted
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.drafting.word.oxml import DECLARED, field, paragraph, parse_xml, run, w

SOURCES = Section(key="kilder", title="Kilder", level=1, blocks=())
"""Stands at the end, unless the outline has a chapter of its own with this key."""


def citations(numbers: Iterable[int], known: AbstractSet[int]) -> str:
    """[1] [2] after the words that rest on them; each is a reference that Word can renew."""
    return "".join(run("\u00a0") + _citation(number, number in known) for number in numbers)


def _citation(number: int, is_listed: bool) -> str:  # noqa: FBT001 - one place calls it
    shown = f"[{number}]"
    if not is_listed:
        return run(shown)
    return field(f"REF {mark_name(Mark.SOURCE, str(number))} \\r \\h", shown)


def source_list(desk: Desk, sources: Iterable[Source]) -> str:
    """The list in the order of its numbers, which Word counts itself."""
    items: list[str] = []
    expected, restart = 1, ""
    for source in sorted(sources, key=lambda source: source.number):
        if source.number != expected:
            restart = _restart(desk, source.number)
        expected = source.number + 1
        items.append(_item(desk, source, restart))
    return "".join(items)


def _item(desk: Desk, source: Source, restart: str) -> str:
    link = run(" ") + desk.linked(source.link) if source.link else ""
    marked = desk.marked(Mark.SOURCE, str(source.number), run(source.text) + link)
    return paragraph(desk.styles["Kilde"], marked, restart)


def _restart(desk: Desk, start: int) -> str:
    """The property of a paragraph whose number does not follow the one before."""
    numbering: Any = desk.document.part.numbering_part.element
    numbers = list(numbering.iterchildren(w("num")))
    number = 1 + max(int(num.get(w("numId"))) for num in numbers)
    holder = parse_xml(
        f"<w:numbering {DECLARED}>{restarted(number, desk.lists, start)}</w:numbering>"
    )
    numbers[-1].addnext(holder[0])
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
