"""From decisions to words: what each decided point writes in the next version of the draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from strategykit.domain.drafts import RewriteAct
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Draft
from strategykit.domain.points import Wish, final_text
from strategykit.domain.rewriting import HEADING, text_at

_NEW = (MarkKind.NEW_PARAGRAPH,)
_GONE = (MarkKind.GONE_PARAGRAPH,)
_ROWS = (MarkKind.ROW_ADDED, MarkKind.ROW_REMOVED)


@dataclass(frozen=True)
class Writing:
    """One rewrite to be made; `points` are the ids of those who asked, the last one names it."""

    block: str
    part: str
    act: RewriteAct
    text: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Collision:
    """Accepted wishes for one paragraph that cannot both be written."""

    section: str
    block: str
    points: tuple[str, ...]


def carried_in(draft: Draft, decided: Sequence[Wish]) -> tuple[list[Writing], list[Collision]]:
    """What to write so that the draft says what was decided, and what cannot be written."""
    writings: list[Writing] = []
    collisions: list[Collision] = []
    done = [w for w in decided if w.point.changes_text]
    ordered = sorted(done, key=_place)
    for (section, block, part), some in groupby(ordered, _place):
        group = list(some)
        writings += _paragraphs_in_and_out(block or section, group)
        changes = [w for w in group if w.first.kind not in (*_NEW, *_GONE)]
        if not any(_asks_words(w) for w in changes):
            continue
        where = block or section
        named = part or ("" if block else HEADING)
        before = text_at(draft, where, named)[1]
        text = final_text(before, changes)
        ids = tuple(w.point.id for w in changes)
        if text is None:
            collisions.append(Collision(section, block, ids))
        else:
            writings += _as_paragraphs(where, named, text, ids)
    return writings, collisions


def _place(wish: Wish) -> tuple[str, str, str]:
    part = "" if wish.point.part in (HEADING, "indholdsfortegnelse") else wish.point.part
    return wish.point.section, wish.point.block, part


def _asks_words(wish: Wish) -> bool:
    return bool(wish.point.final or wish.asked)


def _paragraphs_in_and_out(block: str, group: Sequence[Wish]) -> Iterator[Writing]:
    for wish in group:
        text = wish.point.final or wish.first.added
        if wish.first.kind in _NEW:
            yield Writing(block, "", RewriteAct.INSERT, text, (wish.point.id,))
        elif wish.first.kind in _GONE and not wish.point.final:
            yield Writing(block, "", RewriteAct.REMOVE, wish.first.removed, (wish.point.id,))
        elif wish.first.kind in _GONE:
            yield Writing(block, "", RewriteAct.REPLACE, text, (wish.point.id,))


def _as_paragraphs(block: str, part: str, text: str, points: tuple[str, ...]) -> Iterator[Writing]:
    """A paragraph that was cut in two is the first part, and the rest after it."""
    first, *rest = text.split("\n") if not part else [text]
    yield Writing(block, part, RewriteAct.REPLACE, first, points)
    for more in rest:
        if more.strip():
            yield Writing(block, "", RewriteAct.INSERT, more, points)
