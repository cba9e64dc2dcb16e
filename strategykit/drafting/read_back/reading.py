"""The whole returned file: whose it is, what was done in it and what it carried along."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from strategykit.domain.found_marks import FoundMark, MarkKind, Place, PlacedBy
from strategykit.drafting.read_back.changes import changes_in, row_changes
from strategykit.drafting.read_back.comments import comment_marks, comments_of
from strategykit.drafting.read_back.groups import Group, groups_of
from strategykit.drafting.read_back.lines import lines_of
from strategykit.drafting.read_back.package import Package
from strategykit.drafting.read_back.placing import aligned, placed
from strategykit.drafting.read_back.silent import silent_changes
from strategykit.drafting.read_back.tokens import Line
from strategykit.errors import FileTooLarge

_STORIES = {
    "header": "sidehoved", "footer": "sidefod", "footnotes": "fodnote", "endnotes": "slutnote",
}  # fmt: skip


_LIKE, _MOVES = 0.6, 20
_MOST_LINES, _MOST_MARKS = 20_000, 5_000
_ID = re.compile(r"[0-9a-f-]{32,36}")  # digits of a random id may look like a CPR number


@dataclass(frozen=True)
class Returned:
    """`document_id` and `version` are empty when the file has lost them; `carried` is named.

    `texts` are all words of the file with the Danish name of where they stand, to be looked
    through before anything of it is kept.
    """

    document_id: str
    version: str
    marks: tuple[FoundMark, ...]
    carried: tuple[str, ...]
    texts: tuple[tuple[str, str], ...] = ()


def read_back(data: bytes, sent: bytes | None = None) -> Returned:
    """Every mark of the file; with the file as it was sent, silent changes too, and no old marks.

    Raises the kinds of BadFile.
    """
    package = Package(data)
    lines = all_lines(package)
    groups = groups_of(lines)
    before = None if sent is None else _sent(sent)
    pairs = aligned(groups, before.groups) if before else {}
    places = placed(groups, before.groups if before else None, pairs)
    marks = _marks(package, groups, places)
    found = _moves_joined(marks)
    if before is not None:
        silent = silent_changes(groups, before.groups, places, pairs)
        found = [*_without(found, before.marks()), *silent]
    if len(found) > _MOST_MARKS:
        raise FileTooLarge(f"den må højst have {_MOST_MARKS} kommentarer og ændringer")
    found = _in_order(found, groups, places)
    properties = custom_properties(package)
    return Returned(
        properties.get("DocId", ""), properties.get("Version", ""), tuple(found),
        package.carried(), tuple(_texts(package, lines, marks)),
    )  # fmt: skip


def all_texts(package: Package) -> tuple[tuple[str, str], ...]:
    """All words of a file with the Danish name of where they stand."""
    lines = all_lines(package)
    comments = list(comment_marks(comments_of(package), (), ()))
    return tuple(_texts(package, lines, comments))


class _Sent:
    """The file as it went out, read once."""

    def __init__(self, data: bytes) -> None:
        self._package = Package(data)
        self.groups = groups_of(all_lines(self._package))

    def marks(self) -> Sequence[FoundMark]:
        """Those that stood in it already, as in a redline of ours."""
        return _moves_joined(_marks(self._package, self.groups, placed(self.groups, None)))


@lru_cache(maxsize=2)
def _sent(data: bytes) -> _Sent:
    """Seventeen files come back of the same one; it holds our own words and nobody's marks."""
    return _Sent(data)


def _marks(package: Package, groups: Sequence[Group], places: Sequence[Place]) -> list[FoundMark]:
    changed = [n for n, group in enumerate(groups) if not group.is_plain]
    odd, there = [groups[n] for n in changed], [places[n] for n in changed]
    return [
        *comment_marks(comments_of(package), groups, places),
        *row_changes(odd, there),
        *(mark for g, p in zip(odd, there, strict=True) for mark in changes_in(g, p)),
    ]


def _texts(
    package: Package, lines: Sequence[Line], marks: Sequence[FoundMark]
) -> Iterator[tuple[str, str]]:
    for line in lines:
        yield f"Filens {line.story or 'tekst'}", line.text
    for mark in marks:
        yield "En kommentar i filen", mark.text
        yield "Et forfatternavn i filen", mark.author
        for reply in mark.replies:
            yield "En kommentar i filen", f"{reply.author}\n{reply.text}"
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        for _, root in package.related(kind, whole=True):
            for element in root.iter():
                if not _ID.fullmatch(said := (element.text or "").strip()):
                    yield "Filens egenskaber", said


def all_lines(package: Package) -> list[Line]:
    """The paragraphs of the text, and after them those of heads, feet and notes."""
    lines = list(lines_of(package.xml(package.main)))
    for kind, name in _STORIES.items():
        for _, root in package.related(kind):
            for story in root if kind in ("footnotes", "endnotes") else [root]:
                lines += lines_of(story, name)
    if len(lines) > _MOST_LINES:
        raise FileTooLarge(f"den må højst have {_MOST_LINES} afsnit")
    return lines


def custom_properties(package: Package) -> dict[str, str]:
    """The file's own properties by name."""
    found: dict[str, str] = {}
    for kind in package.relations(""):
        if kind.kind == "custom-properties" and not kind.outside:
            root = package.xml(kind.target)
            for one in root if root is not None else ():
                if isinstance(one.tag, str):
                    found[one.get("name", "")] = "".join(one.itertext()).strip()
    return found


def _without(marks: Sequence[FoundMark], old: Sequence[FoundMark]) -> list[FoundMark]:
    """Our own redline comes back with the file: it was counted when it was made."""
    known = Counter(_known_by(mark) for mark in old)
    new = []
    for mark in marks:
        if known[_known_by(mark)] > 0:
            known[_known_by(mark)] -= 1
        else:
            new.append(mark)
    return new


def _known_by(mark: FoundMark) -> tuple[object, ...]:
    at = mark.date.replace(second=0, microsecond=0) if mark.date else None
    return mark.kind, mark.author, at, mark.text, mark.removed, mark.added


def _moves_joined(marks: Sequence[FoundMark]) -> list[FoundMark]:
    """What was moved away and what arrived are one mark, also when words were changed since."""
    arrived = [m for m in marks if m.kind is MarkKind.MOVE and m.added and not m.removed]
    left = [m for m in marks if m not in arrived]
    found = []
    for mark in left:
        mate = _mate(mark, arrived) if mark.kind is MarkKind.MOVE else None
        if mate is not None:
            arrived.remove(mate)
            mark = replace(mark, added=mate.added, after=mate.after)  # noqa: PLW2901
        found.append(mark)
    return [*found, *arrived]


def _mate(mark: FoundMark, arrived: Sequence[FoundMark]) -> FoundMark | None:
    """The likest that the same author moved; the same words are the likest of all."""
    same = next((m for m in arrived if _is_same_move(mark, m)), None)
    if same is not None or len(arrived) > _MOVES:
        return same
    mine = [(_likeness(mark.removed, m.added), m) for m in arrived if m.author == mark.author]
    best = max(mine, key=lambda each: each[0], default=(0.0, None))
    return best[1] if best[0] > _LIKE else None


def _is_same_move(mark: FoundMark, arrived: FoundMark) -> bool:
    return (mark.author, mark.removed.strip()) == (arrived.author, arrived.added.strip())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _in_order(
    marks: Sequence[FoundMark], groups: Sequence[Group], places: Sequence[Place]
) -> list[FoundMark]:
    """Down the pages; what has no place last. Only what was changed can have a change's place."""
    elsewhere = any(mark.kind is MarkKind.COMMENT or not mark.tracked for mark in marks)
    order: dict[tuple[str, str, str], int] = {}
    for n, group in enumerate(groups):
        if elsewhere or not group.is_plain:
            place = places[n]
            order.setdefault((place.section, place.block, place.part), n)
    last = len(groups)
    return sorted(
        marks,
        key=lambda m: (
            last
            if m.place.by is PlacedBy.NOWHERE
            else order.get((m.place.section, m.place.block, m.place.part), last)
        ),
    )
