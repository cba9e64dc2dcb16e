"""What has changed between two texts, in whole words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_LONG = 400


class PieceKind(StrEnum):
    """What happened to a piece of text."""

    KEPT = "uændret"
    ADDED = "tilføjet"
    REMOVED = "slettet"


@dataclass(frozen=True)
class Piece:
    """Some words in a row that share their fate."""

    kind: PieceKind
    text: str


def word_differences(old: str, new: str) -> tuple[Piece, ...]:
    """The kept and removed pieces make the old text, the kept and added ones the new."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    # Long texts of few different words would else take seconds; then the result is only less fine.
    hasty = max(len(before), len(after)) > _LONG
    found = SequenceMatcher(None, before, after, autojunk=hasty).get_opcodes()
    runs = [
        ("".join(before[a:b]), "".join(after[c:d]), kind == "equal") for kind, a, b, c, d in found
    ]
    return tuple(_pieces(_joined(runs)))


Run = tuple[str, str, bool]


def _joined(runs: list[Run]) -> list[Run]:
    """A blank alone between two changes belongs to them: phrases are easier to read than words."""
    joined: list[Run] = []
    for place, (old, new, same) in enumerate(runs):
        changed = not same or (not old.strip() and 0 < place < len(runs) - 1)
        if changed and joined and not joined[-1][2]:
            before = joined.pop()
            joined.append((before[0] + old, before[1] + new, False))
        else:
            joined.append((old, new, not changed))
    return joined


def _pieces(runs: list[Run]) -> Iterator[Piece]:
    for old, new, same in runs:
        if same:
            yield Piece(PieceKind.KEPT, old)
            continue
        if old:
            yield Piece(PieceKind.REMOVED, old)
        if new:
            yield Piece(PieceKind.ADDED, new)
