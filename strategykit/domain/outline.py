"""The draft as it will stand in Word: sections of blocks, each knowing what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from strategykit.domain.chart_data import BarGroup, MatrixAxes, MatrixPoint, Series


@dataclass(frozen=True)
class Ref:
    """One thing that a block rests on: a note, a vote, a figure, a decision."""

    kind: str
    id: str
    label: str


class Tone(StrEnum):
    """How a paragraph stands on the page."""

    BODY = "body"
    LEAD = "lead"
    STATEMENT = "statement"
    BULLET = "bullet"
    MISSING = "missing"


@dataclass(frozen=True)
class Paragraph:
    """`key` is unique in the draft and stays the same from version to version."""

    key: str
    text: str
    rests_on: tuple[Ref, ...] = ()
    tone: Tone = Tone.BODY
    cites: tuple[int, ...] = ()
    rewritten: bool = False


@dataclass(frozen=True)
class Table:
    """`header` names the columns; `widths` are shares of the text width that sum to 1."""

    key: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    description: str
    rests_on: tuple[Ref, ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Bars:
    """A chart of lying bars."""

    groups: tuple[BarGroup, ...]


@dataclass(frozen=True)
class Curve:
    """A chart of one figure over time."""

    series: Series


@dataclass(frozen=True)
class Placed:
    """A chart of things placed by two judgements."""

    points: tuple[MatrixPoint, ...]
    axes: MatrixAxes


@dataclass(frozen=True)
class Flow:
    """A chart of what leads to what; each path has a text for each title, or an empty one."""

    titles: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]


Drawing = Bars | Curve | Placed | Flow


@dataclass(frozen=True)
class Figure:
    """`chart` names the picture that the action draws; `alt` says in words what it shows.

    `drawing` holds the values that it is drawn of, so that a version that was kept long ago still
    shows the same picture.
    """

    key: str
    caption: str
    alt: str
    chart: str
    rests_on: tuple[Ref, ...] = ()
    drawing: Drawing | None = None


@dataclass(frozen=True)
class Picture:
    """A drawn chart: a PNG that every reader shows, and the same as SVG for those that can."""

    png: bytes
    svg: bytes | None
    width_mm: float


Block = Paragraph | Table | Figure


@dataclass(frozen=True)
class Section:
    """`level` 1 is a chapter; an annex is a chapter whose heading carries the word Bilag."""

    key: str
    title: str
    level: int
    blocks: tuple[Block, ...]
    annex: bool = False
    page_break: bool = False


@dataclass(frozen=True)
class Source:
    """`number` is what [1] in the text points to."""

    number: int
    text: str
    link: str = ""


@dataclass(frozen=True)
class Missing:
    """What a reader would look for in vain; `page` is the address that fills it."""

    text: str
    page: str


@dataclass(frozen=True)
class Cover:
    """The first page; `status` is the word Udkast until the strategy is adopted."""

    title: str
    municipality: str
    committee: str
    day: date
    version: int
    status: str
    notice: str = ""


@dataclass(frozen=True)
class Draft:
    """The whole document; equal drafts give equal Word files."""

    document_id: str
    cover: Cover
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    missing: tuple[Missing, ...] = ()
    log_head: str = ""
    case_number: str = ""

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Every block with the section it stands in, in reading order."""
        for section in self.sections:
            for block in section.blocks:
                yield section, block

    def chapters(self) -> tuple[tuple[Section, ...], ...]:
        """The sections of level 1, each with the sections below it."""
        chapters: list[list[Section]] = []
        for section in self.sections:
            if section.level == 1 or not chapters:
                chapters.append([])
            chapters[-1].append(section)
        return tuple(tuple(chapter) for chapter in chapters)


def text_of(block: Block) -> str:
    """What a reader reads in the block, one line for each row of a table."""
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, Figure):
        return f"{block.caption}\n{block.alt}"
    rows = (" · ".join(row) for row in (block.header, *block.rows))
    return "\n".join((block.caption, *rows))
