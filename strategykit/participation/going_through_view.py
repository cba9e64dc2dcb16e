"""What is shown of a point in workshop 4: on steering, on the wall and on the phones alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from strategykit.actions.going_through import ReviewAt, answers_to
from strategykit.domain.differences import Piece, word_differences
from strategykit.domain.going_through import sides
from strategykit.domain.outcomes import Outcome, told
from strategykit.domain.outline import Draft
from strategykit.domain.people import Person
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point, Verdict
from strategykit.participation.review_view import place_name

_SHORT = 90


@dataclass(frozen=True)
class Shown:
    """A point as people read it; `after` is None where no words are proposed."""

    point: Point
    place: str
    authors: str
    kind: str
    before: str
    after: str | None
    comments: tuple[str, ...]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What differs; counted when it is shown, since a list of a hundred points shows none."""
        return word_differences(self.before, self.after) if self.after is not None else ()

    @property
    def is_decided(self) -> bool:
        """Whether somebody has said something of it, also that it waits."""
        return self.point.verdict is not Verdict.OPEN

    @property
    def brief(self) -> str:
        """Some words by which it is known in a list."""
        words = next(iter(self.comments), "") or self.after or self.before
        return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"


def shown(draft: Draft, wish: Wish) -> Shown:
    """The point with the whole text before and after."""
    each = sides(draft, wish)
    return Shown(
        wish.point, place_name(draft, wish.first), ", ".join(wish.authors) or "Ukendt",
        wish.first.kind.value, each.before, each.after,
        tuple(dict.fromkeys(mark.text for mark in wish.marks if mark.text)),
    )  # fmt: skip


def outcome_at(review: ReviewAt, people: Mapping[str, Person]) -> Outcome | None:
    """What has been answered so far to what is asked; None when nothing is asked."""
    result = answers_to(review, people)
    return told(result) if result is not None else None


def final_pieces(review: ReviewAt) -> tuple[Piece, ...]:
    """How the text that was decided differs from what stood there."""
    if review.sides is None or review.final is None:
        return ()
    return word_differences(review.sides.before, review.final)
