"""From marks to points: the same wish once with all who have it, and wishes that collide."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.found_marks import MarkKind
from strategykit.domain.merging import collide, merged
from strategykit.domain.reviews import Point, ReviewMark, Sort, Verdict

_SMALL = 3
_WORD = re.compile(r"\w+")
BLOC_MINUTES = 10


@dataclass(frozen=True)
class Wish:
    """A point with its marks, oldest first; all of them ask for the same."""

    point: Point
    marks: tuple[ReviewMark, ...]

    @property
    def first(self) -> ReviewMark:
        """The mark that says what is asked."""
        return self.marks[0]

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody who asks, each once."""
        return tuple(dict.fromkeys(mark.author for mark in self.marks if mark.author))

    @property
    def is_comment(self) -> bool:
        """Whether it says something without proposing words."""
        return self.first.kind is MarkKind.COMMENT and not self.first.after

    @property
    def asked(self) -> str:
        """What the paragraph would say."""
        return self.first.after


def key_of(mark: ReviewMark) -> str:
    """Two marks with the same key ask for the same at the same place."""
    place = (mark.section, mark.block, mark.part)
    if mark.kind is MarkKind.COMMENT and not mark.after:
        asked: tuple[str, ...] = ("kommentar", _plain(mark.text), _plain(mark.removed))
    else:
        asked = ("ændring", _plain(mark.before), _plain(mark.removed), _plain(mark.added))
    return "|".join((*place, *asked))


def wishes(points: Sequence[Point], marks: Sequence[ReviewMark]) -> tuple[Wish, ...]:
    """Every point that has a mark, in the order of the draft as the points were made."""
    by_point: dict[str, list[ReviewMark]] = defaultdict(list)
    for mark in marks:
        by_point[mark.point_id].append(mark)
    return tuple(Wish(p, tuple(by_point[p.id])) for p in points if by_point[p.id])


def collisions(found: Sequence[Wish]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the points that a point cannot be had together with."""
    clash: dict[str, list[str]] = defaultdict(list)
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if _same_place(one, other) and _collide(one, other):
                clash[one.point.id].append(other.point.id)
                clash[other.point.id].append(one.point.id)
    return {point_id: tuple(others) for point_id, others in clash.items()}


def _same_place(one: Wish, other: Wish) -> bool:
    places = [(w.point.section, w.point.block, w.point.part) for w in (one, other)]
    changing = all(w.asked and not w.is_comment for w in (one, other))
    return changing and places[0] == places[1] and bool(places[0][1] or places[0][2])


def _collide(one: Wish, other: Wish) -> bool:
    if _plain(one.first.before) != _plain(other.first.before):
        return True
    return collide(one.first.before, one.asked, other.asked)


def final_text(before: str, decided: Iterable[Wish]) -> str | None:
    """What the paragraph says after all decisions on it; None when two of them collide.

    Words that the committee wrote itself stand for the whole paragraph.
    """
    done = [wish for wish in decided if wish.point.changes_text]
    own = [w.point.final for w in done if w.point.verdict is Verdict.REWORDED and w.point.final]
    if own:
        return own[-1]
    return merged(before, [wish.asked for wish in done if wish.asked])


def suggested_sort(mark: ReviewMark) -> Sort:
    """A few changed words, blanks or signs are editorial; the rest is for people to judge."""
    if mark.kind is MarkKind.COMMENT:
        return Sort.CONTENT
    changed = _WORD.findall(mark.removed), _WORD.findall(mark.added)
    whole = mark.kind in (MarkKind.NEW_PARAGRAPH, MarkKind.GONE_PARAGRAPH, MarkKind.ROW_REMOVED)
    if whole or any(re.search(r"\d", word) for words in changed for word in words):
        return Sort.CONTENT
    return Sort.EDITORIAL if max(map(len, changed)) <= _SMALL else Sort.CONTENT


def bloc(found: Sequence[Wish]) -> tuple[Wish, ...]:
    """The open editorial points that are taken as one, but for those that somebody pulled."""
    return tuple(
        w for w in found
        if w.point.is_open and w.point.sort is Sort.EDITORIAL and not w.point.pulled
    )  # fmt: skip


def one_by_one(found: Sequence[Wish]) -> tuple[Wish, ...]:
    """The open points that are taken by themselves: principles first, then in the draft's order."""
    taken = set(bloc(found))
    rest = [wish for wish in found if wish.point.is_open and wish not in taken]
    return tuple(sorted(rest, key=lambda w: w.point.sort is not Sort.PRINCIPLE))


def minutes_each(found: Sequence[Wish], minutes: int) -> dict[str, int]:
    """So many minutes shared over the open points: a principle gets three times as much."""
    rest = one_by_one(found)
    left = max(
        minutes - (BLOC_MINUTES if bloc(found) else 0) - sum(w.point.minutes for w in rest), 0
    )
    free = [wish for wish in rest if not wish.point.minutes]
    weights = {w.point.id: 3 if w.point.sort is Sort.PRINCIPLE else 1 for w in free}
    whole = sum(weights.values())
    shared = {point: max(left * weight // whole, 1) for point, weight in weights.items()}
    return {w.point.id: w.point.minutes or shared[w.point.id] for w in rest}


def _plain(text: str) -> str:
    return " ".join(text.split())
