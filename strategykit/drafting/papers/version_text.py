"""What the version before a body says, found by what fills its sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from strategykit.domain.outline import Block, Draft, Figure, Paragraph, Section, Table, Tone
from strategykit.domain.template import Template

_AGREED = ("vision", "mission", "statement")
_NONE = ("", "–")
_UNMEASURED = "Ikke målt endnu"


@dataclass(frozen=True)
class GoalText:
    """A goal as its row in the draft says it; what is not known is empty."""

    text: str
    start: str = ""
    target: str = ""
    year: str = ""

    @property
    def path(self) -> str:
        """ "fra 40 pct. til 50 pct. i 2027", or as much of it as is known."""
        where = (("fra", self.start), ("til", self.target), ("i", self.year))
        return " ".join(f"{word} {known}" for word, known in where if known)


@dataclass(frozen=True)
class AreaText:
    """A chosen area with its goals."""

    key: str
    name: str
    goals: tuple[GoalText, ...]


def agreed_texts(draft: Draft, template: Template) -> tuple[tuple[str, str, str], ...]:
    """Key, title and words of vision, mission and the other texts that were agreed on."""
    found = []
    for section in _filled(draft, template, *_AGREED):
        agreed = [b.text for b in section.blocks if isinstance(b, Paragraph) and _is_agreed(b)]
        if agreed:
            found.append((section.key, section.title, "\n".join(agreed)))
    return tuple(found)


def area_texts(draft: Draft, template: Template) -> tuple[AreaText, ...]:
    """The chosen areas in their order."""
    chapters = [s.key for s in _filled(draft, template, "areas")]
    tables = {b.key: b for _, b in draft.blocks() if isinstance(b, Table)}
    return tuple(
        AreaText(s.key, s.title, _goals(tables.get(f"{s.key}:maal:tabel")))
        for s in draft.sections
        if s.key.rpartition(":")[0] in chapters
    )


def areas_title(draft: Draft, template: Template) -> str:
    """What the version itself calls its areas."""
    titles = [section.title for section in _filled(draft, template, "areas")]
    return titles[0] if titles else ""


def told(draft: Draft, template: Template, fill: str) -> list[Block]:
    """What the section says, without the template's own sentences and what it lacks."""
    return [
        plain
        for section in _filled(draft, template, fill)
        for block in section.blocks
        if not block.key.startswith(f"{section.key}:indledning:")
        for plain in _plain(block)
    ]


def _filled(draft: Draft, template: Template, *fills: str) -> Iterator[Section]:
    sections = {section.key: section for section in draft.sections}
    for plan in template.document.sections:
        if plan.fill in fills and plan.key in sections:
            yield sections[plan.key]


def _is_agreed(block: Paragraph) -> bool:
    """The words themselves, and what was added to them by hand."""
    return block.tone is Tone.STATEMENT or block.key.startswith("tilføjet:")


def _goals(table: Table | None) -> tuple[GoalText, ...]:
    rows: Sequence[Sequence[str]] = table.rows if table else ()
    return tuple(_goal(row) for row in rows)


def _goal(row: Sequence[str]) -> GoalText:
    text, _, start, target, year, *_ = (*row, *("",) * 5)
    known = ["" if cell in _NONE or cell == _UNMEASURED else cell for cell in (start, target, year)]
    return GoalText(text, *known)


def _plain(block: Block) -> Iterator[Block]:
    """As a paper prints it: no numbers of tables and sources."""
    if isinstance(block, Table):
        yield replace(block, caption="", rests_on=())
    elif not isinstance(block, Figure) and block.tone is not Tone.MISSING:
        yield replace(block, cites=(), rests_on=())
