"""What a reviewer reads: a chapter as numbered pieces, each with what was said about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from strategykit.domain.drawn_tables import DrawnTable, drawn_table
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Block, Draft, Figure, Paragraph, Section, Table, Tone
from strategykit.domain.reviews import ReviewMark, SendOut
from strategykit.domain.rewriting import HEADING, cell_name

_SHORT = 60


@dataclass(frozen=True)
class Piece:
    """One heading, paragraph, table or figure; `words` are what a proposal starts from.

    `parts` are the places within it that can be chosen, by the name they have in a mark.
    """

    number: int
    section: str
    block: str
    kind: str
    words: str
    level: int = 2
    tone: str = ""
    table: DrawnTable | None = None
    alt: str = ""
    cites: tuple[int, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    own: tuple[ReviewMark, ...] = ()
    others: tuple[ReviewMark, ...] = ()

    @property
    def part(self) -> str:
        """What a heading is called in a mark; other pieces have no part of their own."""
        return HEADING if self.kind == HEADING else ""

    @property
    def called(self) -> str:
        """How a form names the piece."""
        return (
            f"overskriften ”{self.words}”" if self.kind == HEADING else f"{self.kind} {self.number}"
        )


def pieces(
    chapter: Sequence[Section], own: Sequence[ReviewMark], others: Sequence[ReviewMark]
) -> tuple[Piece, ...]:
    """The chapter in reading order; the numbers are those in the margin of the draft's page."""
    found = []
    number = 0
    for section in chapter:
        found.append(_heading(section, own, others))
        for block in section.blocks:
            number += 1
            found.append(_piece(section, block, number, own, others))
    return tuple(found)


def chapter_of(draft: Draft, key: str) -> tuple[Section, ...]:
    """The chapter that a section is in; nothing when the draft has no such section."""
    there = (c for c in draft.chapters() if any(section.key == key for section in c))
    return next(there, ())


def name_of(section: Section) -> str:
    """The heading as Word prints it."""
    return f"Bilag: {section.title}" if section.annex else section.title


def place_name(draft: Draft, mark: ReviewMark) -> str:
    """Where a mark stands, in words."""
    section = next((s for s in draft.sections if s.key == mark.section), None)
    if section is None:
        return mark.part or "Ikke placeret"
    where = [name_of(section)]
    numbers = [block.key for part in chapter_of(draft, mark.section) for block in part.blocks]
    if mark.block in numbers:
        where.append(f"stykke {numbers.index(mark.block) + 1}")
    return ", ".join([*where, *([mark.part] if mark.part else [])])


def deadline_words(sent: SendOut, today: date) -> str:
    """The deadline and how far off it is; or that the review is over."""
    if not sent.is_open:
        return "Gennemsynet er lukket. Du kan læse udkastet og det, du har sendt."
    if sent.deadline is None:
        return "Der er ingen frist. Du kan sende, indtil gennemsynet lukkes."
    days = (sent.deadline - today).days
    if days < 0:
        return (
            f"Fristen var den {danish_date(sent.deadline)}. Gennemsynet er ikke lukket endnu, så "
            "du kan stadig sende."
        )
    return f"Svar senest den {danish_date(sent.deadline)}. {_left(days)}"


def _left(days: int) -> str:
    if days == 0:
        return "Det er i dag."
    if days == 1:
        return "Det er i morgen."
    return f"Det er om {days} dage."


def _heading(section: Section, own: Sequence[ReviewMark], others: Sequence[ReviewMark]) -> Piece:
    def here(marks: Sequence[ReviewMark]) -> tuple[ReviewMark, ...]:
        return tuple(m for m in marks if m.section == section.key and not m.block)

    return Piece(
        0, section.key, "", HEADING, section.title, level=min(section.level, 4), own=here(own),
        others=here(others),
    )  # fmt: skip


def _piece(
    section: Section, block: Block, number: int, own: Sequence[ReviewMark],
    others: Sequence[ReviewMark],
) -> Piece:  # fmt: skip
    mine = tuple(m for m in own if m.block == block.key)
    theirs = tuple(m for m in others if m.block == block.key)
    if isinstance(block, Paragraph):
        return Piece(
            number, section.key, block.key, "stykke", block.text, tone=_tone(block.tone),
            cites=block.cites, own=mine, others=theirs,
        )  # fmt: skip
    if isinstance(block, Table):
        return Piece(
            number, section.key, block.key, "tabel", block.caption, own=mine, others=theirs,
            table=DrawnTable(block.header, block.rows), parts=_cells(block),
        )  # fmt: skip
    return Piece(
        number, section.key, block.key, "figur", block.caption, own=mine, others=theirs,
        table=_numbers(block), alt=block.alt,
    )  # fmt: skip


def _numbers(figure: Figure) -> DrawnTable | None:
    return drawn_table(figure.drawing) if figure.drawing is not None else None


def _tone(tone: Tone) -> str:
    return {Tone.BULLET: "punkt", Tone.STATEMENT: "udsagn", Tone.MISSING: "mangler"}.get(tone, "")


def _cells(table: Table) -> dict[str, str]:
    """Each cell with the beginning of what stands in it, so that it can be chosen from a list."""
    return {
        cell_name(row, column): f"Række {row}, kolonne {column}: {_beginning(text)}"
        for row, cells in enumerate((table.header, *table.rows), start=1)
        for column, text in enumerate(cells, start=1)
    }


def _beginning(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()} …"


def kind_words(mark: ReviewMark) -> str:
    """What the mark is, as a reviewer calls it."""
    if mark.kind is MarkKind.COMMENT:
        return "Bemærkning"
    return "Forslag" if mark.tracked else "Ændring uden spor"
