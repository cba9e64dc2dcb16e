"""Paragraphs as they stood before any change: lines that a tracked split has cut, taken as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategykit.drafting.read_back.tokens import Line, Token


@dataclass(slots=True)
class Group:
    """One paragraph of the original with the lines that it has become; `cell` is its table cell.

    A group whose every token was added was not there before.
    """

    lines: tuple[Line, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it holds words and bookmarks only: nothing was changed or said in it."""
        line = self.lines[0]
        return line.said is not None and line.row is None and len(self.lines) == 1

    @property
    def tokens(self) -> Sequence[Token]:
        """All tokens, the last one the paragraph's own end."""
        if len(self.lines) == 1:
            return self.lines[0].tokens
        return [token for line in self.lines for token in line.tokens]

    @property
    def bookmarks(self) -> Sequence[str]:
        """The names of all bookmarks that begin here."""
        if len(self.lines) == 1:
            return self.lines[0].bookmarks
        return [name for line in self.lines for name in line.bookmarks]

    @property
    def original(self) -> str:
        """The words before every change."""
        if self.is_plain:
            return (self.lines[0].said or "").removesuffix("\n")
        return words([t for t in self.tokens if t.added is None])

    @property
    def is_new(self) -> bool:
        """Whether the whole paragraph was added by a reviewer."""
        row = self.lines[0].row
        return (row is not None and row[0] == "ins") or self.lines[-1].end.added is not None

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
        if line.said is not None or line.end.added is None:
            found.append(Group(tuple(open_lines)))
            open_lines = []
    if open_lines:
        found.append(Group(tuple(open_lines)))
    return tuple(found)
