"""Paragraphs as they stood before any change: lines that a tracked split has cut, taken as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from strategykit.drafting.read_back.tokens import Line, Token


@dataclass(frozen=True)
class Group:
    """One paragraph of the original with the lines that it has become; `cell` is its table cell.

    A group whose every token was added was not there before.
    """

    lines: tuple[Line, ...]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens, the last one the paragraph's own end."""
        return tuple(token for line in self.lines for token in line.tokens)

    @cached_property
    def bookmarks(self) -> tuple[str, ...]:
        """The names of all bookmarks that begin here."""
        return tuple(name for line in self.lines for name in line.bookmarks)

    @cached_property
    def original(self) -> str:
        """The words before every change."""
        return words([t for t in self.tokens if t.added is None])

    @property
    def is_new(self) -> bool:
        """Whether the whole paragraph was added by a reviewer."""
        row = self.lines[0].row
        return (row is not None and row[0] == "ins") or self.tokens[-1].added is not None

    @property
    def story(self) -> str:
        """Head, foot, note or text box; empty in the text itself."""
        return self.lines[0].story

    @property
    def cell(self) -> tuple[int, int, int] | None:
        """Table, row and column in the file, counted from 1, 0 and 0."""
        return self.lines[0].cell


def words(tokens: Iterator[Token] | Sequence[Token]) -> str:
    """The tokens as text; the paragraph's last end is no word of it."""
    text = "".join([token.text for token in tokens])
    return text.removesuffix("\n")


def groups_of(lines: Sequence[Line]) -> tuple[Group, ...]:
    """The paragraphs in reading order; the ends that were added join what they had cut."""
    found: list[Group] = []
    open_lines: list[Line] = []
    for line in lines:
        if open_lines and (line.cell, line.story) != (open_lines[-1].cell, open_lines[-1].story):
            found.append(Group(tuple(open_lines)))
            open_lines = []
        open_lines.append(line)
        if line.end.added is None:
            found.append(Group(tuple(open_lines)))
            open_lines = []
    if open_lines:
        found.append(Group(tuple(open_lines)))
    return tuple(found)
