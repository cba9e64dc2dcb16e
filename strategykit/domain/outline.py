"""The draft as it will stand in Word: sections of blocks, each knowing what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
class Figure:
    """`chart` names the picture that the action draws; `alt` says in words what it shows."""

    key: str
    caption: str
    alt: str
    chart: str
    rests_on: tuple[Ref, ...] = ()


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
