"""A paragraph as a row of tokens: pieces of text and its end, each with its fate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from strategykit.domain.found_marks import UNKNOWN
from strategykit.drafting.word.oxml import w

END = "\n"
_MOVES = {w("moveFrom"), w("moveTo")}
_AUTHOR, _DATE = w("author"), w("date")
_YEARS = range(1980, 2200)


@dataclass(frozen=True)
class Stamp:
    """Who made a change, and when if the file says so."""

    author: str
    date: datetime | None
    moved: bool = False


@dataclass(slots=True)
class Token:
    """A piece of text, or a paragraph's end where `is_end`; kept when it is neither."""

    text: str
    added: Stamp | None = None
    removed: Stamp | None = None
    is_end: bool = False

    @property
    def changed(self) -> bool:
        """Whether somebody added or removed it."""
        return bool(self.added or self.removed)


PLAIN_END = Token(END, is_end=True)
Comment = tuple[str, str, int]


@dataclass(slots=True)
class Line:
    """One paragraph as the file has it; `row` is a change of the whole table row.

    `comments` says at which token a comment begins or ends, `leads_to` which bookmarks are linked.
    A plain line holds nothing but words, bookmarks and links: `said` has its words, and there are
    no `pieces`.
    """

    pieces: Sequence[Token]
    bookmarks: Sequence[str] = ()
    leads_to: Sequence[str] = ()
    comments: Sequence[Comment] = ()
    story: str = ""
    cell: tuple[int, int, int] | None = None
    row: tuple[str, Stamp] | None = None
    said: str | None = None

    @property
    def tokens(self) -> Sequence[Token]:
        """All that is in it, its own end last."""
        if self.said is None:
            return self.pieces
        return (Token(self.said), PLAIN_END) if self.said else (PLAIN_END,)

    @property
    def text(self) -> str:
        """All its words, also those that were removed."""
        return self.said or "".join([token.text for token in self.pieces])

    @property
    def end(self) -> Token:
        """The paragraph's own end."""
        return PLAIN_END if self.said is not None else self.pieces[-1]


def stamp(change: Any) -> Stamp:
    """Who and when, as the element says."""
    return _stamp(change.get(_AUTHOR) or "", change.get(_DATE), change.tag in _MOVES)


@lru_cache(maxsize=256)
def _stamp(author: str, date: str | None, moved: bool) -> Stamp:  # noqa: FBT001 - as it is kept
    """One reviewer's changes of one minute have the same."""
    return Stamp(author.strip() or UNKNOWN, moment(date), moved)


def moment(text: str | None) -> datetime | None:
    """The moment, or None for one that cannot be true; a time without a zone is taken as UTC."""
    try:
        at = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    if at.year not in _YEARS:  # at the ends of time no zone can be reckoned
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
