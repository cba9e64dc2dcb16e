"""Several people's changes of one text put together, when they do not touch the same words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Edit:
    """The tokens from `start` to `end` of the old text become `words`."""

    start: int
    end: int
    words: tuple[str, ...]


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """What makes the one text of the other, in order."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(Edit(a, b, tuple(new[c:d])) for kind, a, b, c, d in steps if kind != "equal")


def changed_words(before: str, after: str) -> tuple[str, str]:
    """What goes away and what comes, from the first word that differs to the last."""
    found = edits(before, after)
    if not found:
        return "", ""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    first, behind = found[0].start, len(old) - found[-1].end
    return "".join(old[first : found[-1].end]), "".join(new[first : len(new) - behind])


def merged(before: str, afters: Sequence[str]) -> str | None:
    """The text with everybody's changes; None when two of them change the same words otherwise."""
    wanted = sorted(
        {edit for after in afters for edit in edits(before, after)},
        key=lambda e: (e.start, e.end, e.words),
    )
    for one, other in pairwise(wanted):
        if _meet(one, other):
            return None
    tokens: list[str] = list(_TOKEN.findall(before))
    for edit in reversed(wanted):
        tokens[edit.start : edit.end] = edit.words
    return "".join(tokens)


def collide(before: str, one: str, other: str) -> bool:
    """Whether two wishes for the same text cannot both be had."""
    return merged(before, (one, other)) is None


def _meet(one: Edit, other: Edit) -> bool:
    """Two insertions at one spot meet too: nobody knows which should come first."""
    if one.start == one.end == other.start == other.end:
        return True
    return other.start < one.end or (other.start == one.start and other.end == one.end)
