"""Votes of a step and what came of them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.steps import StepKind

SPREAD_FROM = 5  # fewer answers would show who gave which


class Stance(StrEnum):
    """What one says to a text that the room is asked to stand behind."""

    YES = "ja"
    RESERVED = "ja med forbehold"
    NO = "nej"


@dataclass(frozen=True, kw_only=True)
class Ballot(Entry):
    """One answer on one subject; `voter` is a person's id, empty in anonymous steps and on paper.

    Rate: `first` is the value and `second` the effort, 1 to 10. Rank: `first` is the place, 1 the
    top. Consent: `stance`, with `reason` for a reservation or a no.
    """

    noun: ClassVar[str] = "Stemmen"
    needs: ClassVar[tuple[str, ...]] = ("step_id", "subject_id")

    step_id: str = said("Trin", refs="steps", hidden=True)
    round: int = said("Runde", default=1, hidden=True)
    subject_id: str = said("Emne", hidden=True)
    voter: str = said("Stemme fra", default="", refs="people")
    first: int | None = said("Første tal", default=None, least=1, most=100)
    second: int | None = said("Andet tal", default=None, least=1, most=100)
    stance: Stance | None = said("Svar", default=None)
    reason: str = said("Begrundelse", default="", long=True)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What one subject got: `total` as the kind counts, `spread` each answer, lowest first.

    Dots: `spread` is how many dots each voter gave it. Rate: `total` is how many rated it, `value`
    and `effort` are the medians, `spread` and `second` the answers. Rank: `total` is the points,
    `spread` the places. Consent: `total` is 1 when nobody said nej, `spread` is how many said ja,
    ja med forbehold and nej.
    """

    subject_id: str
    title: str
    total: int
    spread: tuple[int, ...] = ()
    second: tuple[int, ...] = ()
    value: Decimal | None = None
    effort: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class StepResult(Entry):
    """A round of a step as it was when it closed; `voters` is how many answered."""

    noun: ClassVar[str] = "Resultatet"
    needs: ClassVar[tuple[str, ...]] = ("step_id",)

    step_id: str = said("Trin", refs="steps", hidden=True)
    kind: StepKind = said("Slags", hidden=True)
    round: int = said("Runde", default=1)
    voters: int = said("Antal, der svarede", default=0, least=0)
    tallies: tuple[Tally, ...] = said("Stemmer", default=())
    reasons: tuple[str, ...] = said("Begrundelser", default=())

    @property
    def spread_may_show(self) -> bool:
        """Whether so many answered that the spread points at nobody."""
        return self.voters >= SPREAD_FROM
