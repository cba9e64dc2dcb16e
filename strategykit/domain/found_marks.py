"""What reviewers wrote in a returned Word file, as it was found there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

UNKNOWN = "Ukendt"

#: What Word, LibreOffice and we ourselves call somebody whose name the file does not say; Word
#: calls everybody so when personal information is removed.
NAMELESS = frozenset({"", UNKNOWN, "Author", "Forfatter", "Unknown Author", "Ukendt forfatter"})


class MarkKind(StrEnum):
    """What a reviewer did at one place."""

    COMMENT = "kommentar"
    INSERTION = "tilføjelse"
    DELETION = "sletning"
    CHANGE = "ændring"
    NEW_PARAGRAPH = "nyt afsnit"
    GONE_PARAGRAPH = "slettet afsnit"
    SPLIT = "afsnit delt"
    JOIN = "afsnit samlet"
    MOVE = "flytning"
    ROW_ADDED = "ny række"
    ROW_REMOVED = "slettet række"


class PlacedBy(StrEnum):
    """By what a mark found its place in the draft again."""

    BOOKMARK = "bogmærke"
    TEXT = "ens tekst"
    NEIGHBOUR = "nabo"
    HAND = "sat ind af proceslederen"
    NOWHERE = "ikke placeret"


@dataclass(frozen=True)
class Place:
    """Where in the draft: bookmarks of section and block, empty outside them.

    `part` says in words what no bookmark names: a cell, the head of the page, a note.
    """

    section: str = ""
    block: str = ""
    part: str = ""
    by: PlacedBy = PlacedBy.NOWHERE


@dataclass(frozen=True)
class Reply:
    """An answer to a comment."""

    author: str
    date: datetime | None
    text: str


@dataclass(frozen=True)
class FoundMark:
    """`removed` and `added` are the words of the change; a comment's words are `text`.

    `before` and `after` are the whole paragraph without and with this one change. An untracked
    change was found by comparing with the file as it was sent out, and has no author.
    """

    kind: MarkKind
    place: Place
    author: str = ""
    date: datetime | None = None
    text: str = ""
    removed: str = ""
    added: str = ""
    before: str = ""
    after: str = ""
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    tracked: bool = True
