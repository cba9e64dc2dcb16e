"""Where in the draft each paragraph of the returned file belongs, and by what it is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import overload

from strategykit.domain.found_marks import Place, PlacedBy
from strategykit.domain.rewriting import after_row, cell_name
from strategykit.drafting.read_back.groups import Group
from strategykit.drafting.read_back.tokens import Line
from strategykit.drafting.word.marks import Mark

_BLOCKS = tuple(f"{mark}_" for mark in (Mark.PARAGRAPH, Mark.TABLE, Mark.FIGURE))
_SECTIONS = (f"{Mark.SECTION}_",)
_OURS = tuple(f"{mark}_" for mark in Mark)
CONTENTS = "indholdsfortegnelse"
_NONE: Mapping[int, int] = {}
_Fact = tuple[str, str, int]


def placed(
    groups: Sequence[Group], sent: Sequence[Group] | None, pairs: Mapping[int, int] = _NONE
) -> Sequence[Place]:
    """The place of each group; `sent` is the file as it went out, `pairs` how they are aligned."""
    own = _by_bookmarks(groups)
    if sent is None:
        return own
    known = _by_bookmarks(sent)
    places = [
        _better(place, known[pairs[n]] if n in pairs else None) for n, place in enumerate(own)
    ]
    return _after_neighbours(places, groups)


def aligned(groups: Sequence[Group], sent: Sequence[Group]) -> Mapping[int, int]:
    """The paragraph of the sent file that each group was: by bookmark, else by its words."""
    pairs = _shared_bookmarks(groups, sent)
    taken = set(pairs.values())
    rest = [n for n, group in enumerate(groups) if n not in pairs and not group.is_new]
    left = [n for n in range(len(sent)) if n not in taken]
    mine = [(groups[n].story, groups[n].original) for n in rest]
    theirs = [(sent[n].story, sent[n].original) for n in left]
    for at, other in _same(mine, theirs):
        pairs[rest[at]] = left[other]
    return _with_cells(pairs, groups, sent)


def _same(mine: Sequence[object], theirs: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Which are alike, in order; most files differ in a few places only."""
    most = min(len(mine), len(theirs))
    start = next((n for n in range(most) if mine[n] != theirs[n]), most)
    yield from ((n, n) for n in range(start))
    matcher = SequenceMatcher(None, mine[start:], theirs[start:], autojunk=False)
    for at, other, size in matcher.get_matching_blocks() if start < most else ():
        yield from ((start + at + n, start + other + n) for n in range(size))


def _shared_bookmarks(groups: Sequence[Group], sent: Sequence[Group]) -> dict[int, int]:
    at = {name: n for n, group in enumerate(sent) for name in group.bookmarks if _is_ours(name)}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for n, group in enumerate(groups):
        there = next((at[name] for name in group.bookmarks if name in at), None)
        if there is not None and there not in taken:
            pairs[n] = there
            taken.add(there)
    return pairs


def _with_cells(
    pairs: dict[int, int], groups: Sequence[Group], sent: Sequence[Group]
) -> dict[int, int]:
    """A cell between two cells that are known is the cell between the same two."""
    taken = set(pairs.values())
    for n, group in enumerate(groups):
        before = pairs.get(n - 1)
        if n in pairs or before is None or group.is_new or before + 1 >= len(sent):
            continue
        after = pairs.get(n + 1)
        fits = after is None or after == before + 2
        if fits and before + 1 not in taken and _alike(group, sent[before + 1]):
            pairs[n] = before + 1
            taken.add(before + 1)
    return pairs


def _alike(group: Group, other: Group) -> bool:
    return (group.cell is None) == (other.cell is None) and group.story == other.story


def _by_bookmarks(groups: Sequence[Group]) -> "Places":
    section, block, at, count = "", "", (0, -1), 0
    facts: list[_Fact] = []
    for group in groups:
        line = group.lines[0]
        if line.bookmarks or len(group.lines) > 1:
            own_section, own_block = _first(group, _SECTIONS), _first(group, _BLOCKS)
            if own_section:
                section, block = own_section, ""
            block = own_block or block
        if line.cell is not None and not line.story:
            if line.cell[0] != at[0]:
                table, count, at = block, 0, (line.cell[0], -1)
            if line.cell[1] != at[1]:
                count, at = count + (not _is_new_row(line)), line.cell[:2]
            facts.append((section, table, count))
        else:
            facts.append((section, block, 0))
    return Places(groups, facts)


def _is_new_row(line: Line) -> bool:
    return line.row is not None and line.row[0] == "ins"


class Places(Sequence[Place]):
    """The place of each group, made when it is asked for: most are never asked for."""

    def __init__(self, groups: Sequence[Group], facts: Sequence[_Fact]) -> None:
        self._groups, self._facts = groups, facts

    def __len__(self) -> int:
        return len(self._facts)

    @overload
    def __getitem__(self, at: int) -> Place: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Place]: ...

    def __getitem__(self, at: int | slice) -> Place | Sequence[Place]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        group, (section, block, row) = self._groups[at], self._facts[at]
        if group.story:
            return Place(part=group.story, by=PlacedBy.BOOKMARK)
        if group.cell is None:
            return _place(group, section)
        added = _is_new_row(group.lines[0])
        part = after_row(row) if added else cell_name(row, group.cell[2] + 1)
        return Place(section, block, part, PlacedBy.BOOKMARK if block else PlacedBy.NOWHERE)


def _place(group: Group, section: str) -> Place:
    own_section, own_block = _first(group, _SECTIONS), _first(group, _BLOCKS)
    if own_section or own_block:
        return Place(section, own_block, "overskrift" if own_section else "", PlacedBy.BOOKMARK)
    entry = next((n for n in group.lines[0].leads_to if n.startswith(_SECTIONS)), "")
    if entry and not section:
        return Place(entry, "", CONTENTS, PlacedBy.BOOKMARK)
    return Place(section)


def _better(own: Place, sent: Place | None) -> Place:
    """A place of the sent file is sure; the own bookmark only says by what it was found."""
    if sent is None or sent == own:
        return own
    by = PlacedBy.BOOKMARK if own.by is PlacedBy.BOOKMARK else PlacedBy.TEXT
    return replace(sent, by=by if (sent.section or sent.part) else PlacedBy.NOWHERE)


def _after_neighbours(places: Sequence[Place], groups: Sequence[Group]) -> list[Place]:
    """What nothing knows stands after the last that is known."""
    found: list[Place] = []
    last = Place()
    for place, group in zip(places, groups, strict=True):
        if place.by is not PlacedBy.NOWHERE:
            last = last if group.story else place
            found.append(place)
        elif last.section or last.block or place.section:
            found.append(
                Place(last.section or place.section, last.block, last.part, PlacedBy.NEIGHBOUR)
            )
        else:
            found.append(place)
    return found


def _first(group: Group, kinds: tuple[str, ...]) -> str:
    for name in group.bookmarks:
        if name.startswith(kinds):
            return name
    return ""


def _is_ours(name: str) -> bool:
    return name.startswith(_OURS)
