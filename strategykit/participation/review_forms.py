"""The form at each piece of a chapter: empty, with a mark to be changed, or as it was sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from strategykit.actions.acting import new_id
from strategykit.domain.reviews import ReviewMark
from strategykit.participation.review_view import Piece


@dataclass(frozen=True)
class Typed:
    """A form that was not taken: what it held, and why."""

    sentence: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    def is_of(self, piece: Piece) -> bool:
        """Whether it is the form of that piece."""
        given = self.fields
        return (given.get("afsnit"), given.get("stykke")) == (piece.section, piece.block)


@dataclass(frozen=True)
class Sheet:
    """What stands in a form; `changes` is the id of the mark that it changes."""

    id: str
    part: str
    wording: str
    comment: str
    changes: str = ""
    version: str = ""
    unfolded: bool = False

    @property
    def rows(self) -> int:
        """So high that the wording can be seen, on a phone too."""
        return min(max(len(self.wording) // 36 + 1, 2), 12)


def sheet_of(piece: Piece, editing: ReviewMark | None, typed: Typed) -> Sheet:
    """The form at the piece."""
    if typed.is_of(piece):
        return _typed(typed.fields)
    if editing is not None and editing in piece.own:
        return Sheet(
            new_id(), editing.part, editing.after or _first(piece), editing.text, editing.id,
            str(editing.version), unfolded=True,
        )  # fmt: skip
    return Sheet(new_id(), piece.part, _first(piece), "")


def _first(piece: Piece) -> str:
    """A table's cell is chosen first, so there are no words to start from."""
    return "" if piece.parts else piece.words


def _typed(given: Mapping[str, str]) -> Sheet:
    return Sheet(
        given.get("id") or new_id(), given.get("sted", ""), given.get("ordlyd", ""),
        given.get("bemaerkning", ""), given.get("ret", ""), given.get("udgave", ""),
        unfolded=True,
    )  # fmt: skip
