"""Workshop 4: the order of the points, what each one asks, and how far the committee has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from strategykit.domain.countdown import SOON, Countdown
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Draft
from strategykit.domain.points import Wish, bloc, final_text, minutes_each
from strategykit.domain.reviews import Point, Sort, Verdict
from strategykit.domain.rewriting import HEADING, text_at
from strategykit.domain.turns import PointTurn

BLOC = ""
_OUT = (MarkKind.GONE_PARAGRAPH, MarkKind.ROW_REMOVED)
_IN = (MarkKind.NEW_PARAGRAPH, MarkKind.ROW_ADDED)


@dataclass(frozen=True)
class Sides:
    """What stands there, and what is asked for; `after` is None for a comment without words."""

    before: str
    after: str | None

    @property
    def start(self) -> str:
        """The words that other words are written from."""
        return self.before if self.after is None else self.after or self.before


@dataclass(frozen=True)
class Progress:
    """How many points have been taken, and how many of them were put off."""

    done: int
    of: int
    put_off: int

    @property
    def told(self) -> str:
        """ "23 af 104"."""
        return f"{self.done} af {self.of}"

    @property
    def whole(self) -> str:
        """ "23 af 104 punkter er taget, 2 af dem er udsat"."""
        off = f", {self.put_off} af dem er udsat" if self.put_off else ""
        return f"{self.told} {'punkt' if self.of == 1 else 'punkter'} er taget{off}"


def sides(draft: Draft, wish: Wish) -> Sides:
    """The whole text without and with what is asked."""
    mark = wish.first
    if wish.is_comment:
        return Sides(_standing(draft, wish) or mark.before or mark.removed, None)
    if mark.kind in _IN:
        return Sides("", mark.added or mark.after)
    if mark.kind in _OUT:
        return Sides(mark.removed or mark.before, "")
    return Sides(mark.before, mark.after)


def final_of(draft: Draft, found: Sequence[Wish], wish: Wish) -> str | None:
    """What stands there after all decisions so far; None when two of them cannot both be had."""
    each = sides(draft, wish)
    if wish.point.verdict is Verdict.REWORDED:
        return wish.point.final
    if wish.first.kind in (*_IN, *_OUT):
        return each.after if wish.point.changes_text else each.before
    same = [w for w in found if _place(w) == _place(wish) and w.first.kind not in (*_IN, *_OUT)]
    return final_text(each.before, same) if wish.point.changes_text else each.before


def in_draft_order(draft: Draft, found: Sequence[Wish]) -> tuple[Wish, ...]:
    """Down the pages; what has no place comes first, so that nobody overlooks it."""
    order: dict[tuple[str, str], int] = {}
    for section in draft.sections:
        for key in ("", *(block.key for block in section.blocks)):
            order[section.key, key] = len(order) + 1

    def place(wish: Wish) -> int:
        section, block = wish.point.section, wish.point.block
        return order.get((section, block), order.get((section, ""), 0))

    return tuple(sorted(found, key=place))


def taken_together(point: Point) -> bool:
    """Whether it belongs to the bloc, decided or not."""
    return point.sort is Sort.EDITORIAL and not point.pulled


def queue(found: Sequence[Wish]) -> tuple[Wish, ...]:
    """What is taken one at a time, decided or not: principles first, else in the order given."""
    rest = (w for w in found if not taken_together(w.point))
    return tuple(sorted(rest, key=lambda w: w.point.sort is not Sort.PRINCIPLE))


def next_id(found: Sequence[Wish], here: PointTurn | None) -> str | None:
    """The point that is taken next, BLOC for the bloc; None when all of them are taken.

    The bloc comes first. What was put off has been taken tonight and is not come back to.
    """
    if here is None and bloc(found):
        return BLOC
    row = queue(found)
    at = next((n for n, w in enumerate(row) if here and w.point.id == here.point_id), -1)
    for wish in (*row[at + 1 :], *row[: max(at, 0)]):
        if wish.point.verdict is Verdict.OPEN:
            return wish.point.id
    at_bloc = here is not None and here.point_id == BLOC
    return BLOC if bloc(found) and not at_bloc else None


def before_id(found: Sequence[Wish], here: PointTurn | None) -> str | None:
    """The point before it in the row, the bloc before the first; None where nothing is before."""
    if here is None or here.point_id == BLOC:
        return None
    row = queue(found)
    at = next((n for n, w in enumerate(row) if w.point.id == here.point_id), 0)
    if at:
        return row[at - 1].point.id
    return BLOC if any(taken_together(w.point) for w in found) else None


def progress(found: Sequence[Wish]) -> Progress:
    """A point is taken when somebody has said something of it, also that it waits."""
    taken = [w for w in found if w.point.verdict is not Verdict.OPEN]
    off = sum(w.point.verdict is Verdict.PUT_OFF for w in taken)
    return Progress(len(taken), len(found), off)


def minutes_for(found: Sequence[Wish], point_id: str, left: timedelta | None, planned: int) -> int:
    """The point's share of the time that is left; without a timer of the time that was planned."""
    minutes = planned if left is None else ceil(left.total_seconds() / 60)
    open_now = [w for w in found if w.point.verdict is Verdict.OPEN]
    if point_id == BLOC:
        return 0
    return minutes_each(open_now, minutes).get(point_id, 0)


def countdown_at(turn: PointTurn, moment: datetime) -> Countdown | None:
    """What is left of the point's minutes; None for one that has no share of its own."""
    if not turn.minutes:
        return None
    ends = turn.began_at + timedelta(minutes=turn.minutes)
    whole = turn.minutes * 60
    left = ceil((ends - moment).total_seconds())
    return Countdown(ends, max(left, 0), round(whole * SOON), round(whole * SOON / 4))


def _standing(draft: Draft, wish: Wish) -> str:
    point = wish.point
    return text_at(draft, point.block or point.section, point.part)[1]


def _place(wish: Wish) -> tuple[str, str, str]:
    part = "" if wish.point.part == HEADING else wish.point.part
    return wish.point.section, wish.point.block, part
