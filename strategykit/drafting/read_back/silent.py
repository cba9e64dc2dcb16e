"""What differs from the file that was sent though nobody tracked it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from strategykit.domain.found_marks import FoundMark, MarkKind, Place
from strategykit.domain.rewriting import after_row, row_text
from strategykit.drafting.read_back.groups import Group
from strategykit.drafting.read_back.placing import CONTENTS, placed

_Row = tuple[int, int]


def silent_changes(
    groups: Sequence[Group], sent: Sequence[Group], places: Sequence[Place],
    pairs: Mapping[int, int],
) -> Iterator[FoundMark]:  # fmt: skip
    """Rows that came or went are one mark each.

    The list of contents is left out: programs write its page numbers anew when they save.
    """
    taken, sent_places = set(pairs.values()), placed(sent, None)
    come = _whole_rows(groups, lambda n: n not in pairs and not groups[n].is_new)
    gone = _whole_rows(sent, lambda n: n not in taken)
    for n, (group, place) in enumerate(zip(groups, places, strict=True)):
        if group.is_new or place.part == CONTENTS or _row(group) in come:
            continue
        was = sent[pairs[n]].original if n in pairs else ""
        if plain(group.original) != plain(was):
            yield _silent(place, was, group.original)
    for cells in come.values():
        words = row_text([groups[n].original for n in cells])
        place = replace(places[cells[0]], part=_above(groups, sent, cells[0], pairs))
        yield _row_mark(MarkKind.ROW_ADDED, place, words)
    for n in sorted(set(range(len(sent))) - taken):
        group, place = sent[n], sent_places[n]
        if plain(group.original) and place.part != CONTENTS and _row(group) not in gone:
            yield _silent(place, group.original, "")
    for cells in gone.values():
        words = row_text([sent[n].original for n in cells])
        yield _row_mark(MarkKind.ROW_REMOVED, sent_places[cells[0]], words)


def _row(group: Group) -> _Row | None:
    return group.cell[:2] if group.cell is not None else None


def _whole_rows(groups: Sequence[Group], is_odd: Callable[[int], bool]) -> dict[_Row, list[int]]:
    """The cells of each row of which no cell is known in the other file."""
    cells = ((_row(group), n) for n, group in enumerate(groups) if group.cell is not None)
    rows = ((row, [n for _, n in some]) for row, some in groupby(cells, lambda each: each[0]))
    return {row: found for row, found in rows if row is not None and all(map(is_odd, found))}


def _above(
    groups: Sequence[Group], sent: Sequence[Group], first: int, pairs: Mapping[int, int]
) -> str:
    """The nearest row above that was there before, by its number in the file that was sent."""
    table = _row(groups[first])
    for n in range(first - 1, -1, -1):
        row, was = _row(groups[n]), _row(sent[pairs[n]]) if n in pairs else None
        if not (row and table) or row[0] != table[0]:
            break
        if was:
            return after_row(was[1] + 1)
    return after_row(1)


def _row_mark(kind: MarkKind, place: Place, words: str) -> FoundMark:
    added = kind is MarkKind.ROW_ADDED
    return FoundMark(
        kind=kind, place=place, added=words if added else "", removed="" if added else words,
        tracked=False,
    )  # fmt: skip


def _silent(place: Place, was: str, now: str) -> FoundMark:
    kind = MarkKind.CHANGE if was and now else MarkKind.NEW_PARAGRAPH
    kind = kind if now else MarkKind.GONE_PARAGRAPH
    return FoundMark(
        kind=kind, place=place, removed=was, added=now, before=was, after=now, tracked=False
    )


def plain(text: str) -> str:
    """Programs change blanks and line ends when they save; nobody meant that."""
    return " ".join(text.split())
