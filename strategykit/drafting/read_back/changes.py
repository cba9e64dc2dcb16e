"""Tracked changes as marks: neighbouring pieces by the same author are one change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from strategykit.domain.found_marks import FoundMark, MarkKind, Place
from strategykit.drafting.read_back.groups import Group, words
from strategykit.drafting.read_back.tokens import END, Stamp, Token


def changes_in(group: Group, place: Place) -> Iterator[FoundMark]:
    """Every change of one paragraph, in reading order; a row's own change comes by itself."""
    row = group.lines[0].row
    tokens = group.tokens
    for cluster in _clusters(tokens, row):
        yield from _marks(tokens, cluster, place)


def row_changes(groups: Sequence[Group], places: Sequence[Place]) -> Iterator[FoundMark]:
    """One mark for each table row that somebody added or removed."""
    rows = [(g, p) for g, p in zip(groups, places, strict=True) if g.lines[0].row and g.cell]
    for _, found in groupby(rows, lambda each: (each[0].cell or (0, 0, 0))[:2]):
        cells = list(found)
        first, place = cells[0]
        kind, stamp = first.lines[0].row or ("", Stamp("", None))
        text = " · ".join(words(cell.tokens) for cell, _ in cells)
        added = kind == "ins"
        yield FoundMark(
            kind=MarkKind.ROW_ADDED if added else MarkKind.ROW_REMOVED, place=place,
            author=stamp.author, date=stamp.date, added=text if added else "",
            removed="" if added else text,
        )  # fmt: skip


def _clusters(tokens: Sequence[Token], row: tuple[str, Stamp] | None) -> Iterator[list[int]]:
    """Places of tokens in a row that one author has changed; a row's own author is not twice."""
    changed: list[int] = []
    for at, token in enumerate(tokens):
        of_row = row is not None and _author(token) == row[1].author
        if token.changed and not of_row:
            if changed and (changed[-1] != at - 1 or _breaks(tokens[changed[-1]], token)):
                yield changed
                changed = []
            changed.append(at)
    if changed:
        yield changed


def _breaks(one: Token, other: Token) -> bool:
    """Another author's change, or a move beside a change that is none, is a change of its own."""
    return (_author(one), _moved(one)) != (_author(other), _moved(other))


def _author(token: Token) -> str:
    stamp = token.removed or token.added
    return stamp.author if stamp else ""


def _moved(token: Token) -> tuple[bool, bool]:
    added, removed = token.added, token.removed
    return bool(added and added.moved), bool(removed and removed.moved)


def _marks(tokens: Sequence[Token], cluster: list[int], place: Place) -> Iterator[FoundMark]:
    both = [at for at in cluster if tokens[at].added and tokens[at].removed]
    mine = [tokens[at] for at in cluster if at not in both]
    if mine and not _only_moved_end(mine):
        mark = _mark(tokens, cluster, mine, place)
        yield mark
        if mark.kind in (MarkKind.DELETION, MarkKind.CHANGE) and _joins(mine):
            yield replace(
                mark, kind=MarkKind.JOIN, removed="", added="", after=mark.before, text=""
            )
    for _, some in groupby(both, lambda at: (tokens[at].added, tokens[at].removed)):
        yield from _twice(tokens, list(some), place)


def _joins(mine: Sequence[Token]) -> bool:
    """Whether the paragraph's end went with its words, which is a change of its own."""
    return mine[-1].is_end and mine[-1].removed is not None


def _only_moved_end(mine: Sequence[Token]) -> bool:
    """A moved paragraph's end follows its words; with a change between it comes by itself."""
    return len(mine) == 1 and mine[0].is_end and any(_moved(mine[0]))


def _twice(tokens: Sequence[Token], at: list[int], place: Place) -> Iterator[FoundMark]:
    """Words that one author added and another removed again are two marks."""
    text = words([tokens[n] for n in at])
    before = words([t for t in tokens if t.added is None])
    for kind, stamp in (
        (MarkKind.INSERTION, tokens[at[0]].added),
        (MarkKind.DELETION, tokens[at[0]].removed),
    ):
        if stamp:
            yield FoundMark(
                kind=kind, place=place, author=stamp.author, date=stamp.date, before=before,
                added=text if kind is MarkKind.INSERTION else "", after=before,
                removed=text if kind is MarkKind.DELETION else "",
            )  # fmt: skip


def _mark(
    tokens: Sequence[Token], cluster: list[int], mine: list[Token], place: Place
) -> FoundMark:
    added = "".join(t.text for t in mine if t.added)
    removed = "".join(t.text for t in mine if t.removed)
    stamp = mine[0].removed or mine[0].added or Stamp("", None)
    inside = set(cluster)
    after = [
        t for n, t in enumerate(tokens) if (t.removed is None if n in inside else t.added is None)
    ]
    before = words([t for t in tokens if t.added is None])
    return FoundMark(
        kind=_kind(mine, added, removed, before), place=place, author=stamp.author,
        date=stamp.date, added=added.strip(END), removed=removed.strip(END), before=before,
        after=words(after),
    )  # fmt: skip


def _kind(mine: Sequence[Token], added: str, removed: str, before: str) -> MarkKind:
    ends = [t for t in mine if t.is_end]
    if any(any(_moved(t)) for t in mine):
        return MarkKind.MOVE
    if added and removed:
        return MarkKind.CHANGE
    if added:
        if added.strip(END) == "" and ends:
            return MarkKind.SPLIT
        return MarkKind.NEW_PARAGRAPH if ends else MarkKind.INSERTION
    if removed.strip(END) == "" and ends:
        return MarkKind.JOIN
    whole = removed.strip(END) == before and bool(before)
    return MarkKind.GONE_PARAGRAPH if whole else MarkKind.DELETION
