"""What a ballot may say: ratings, rankings and stances, checked as one answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategykit.actions.casting import Voter, found
from strategykit.domain.ballots import Stance
from strategykit.domain.subjects import Subject
from strategykit.domain.tallying import wrong_places
from strategykit.domain.text import checked_text
from strategykit.errors import OutOfRange, PlacesWrong, ReasonMissing

REASON_LENGTH = 1000
SCALE = 10


@dataclass(frozen=True)
class Rating:
    """What one gives a subject; None is "ved ikke"."""

    value: int | None = None
    effort: int | None = None


def rate(voter: Voter, subjects: Sequence[Subject], ratings: Mapping[str, Rating]) -> None:
    """Replaces what the voter said of these subjects; raises OutOfRange or NotFound."""
    for subject_id, rating in ratings.items():
        found(subjects, subject_id)
        _require_scale("Værdi", rating.value)
        _require_scale("Indsats", rating.effort)
    voter.take([b for b in voter.ballots() if b.subject_id in ratings])
    told = {subject_id: rating for subject_id, rating in ratings.items() if rating != Rating()}
    voter.give([voter.ballot(s, first=r.value, second=r.effort) for s, r in told.items()])


def rank(voter: Voter, subjects: Sequence[Subject], places: Mapping[str, int]) -> None:
    """Replaces the voter's whole order; raises PlacesWrong or NotFound."""
    for subject_id in places:
        found(subjects, subject_id)
    doubled, missing = wrong_places(list(places.values()), len(subjects))
    if doubled or missing:
        raise PlacesWrong(doubled, missing)
    voter.take(voter.ballots())
    voter.give([voter.ballot(subject_id, first=place) for subject_id, place in places.items()])


def say(voter: Voter, subjects: Sequence[Subject], stance: Stance, reason: str) -> None:
    """Replaces the voter's stance; raises ReasonMissing, TooLong or HoldsCpr."""
    fit = checked_text("Begrundelse", reason, REASON_LENGTH)
    if stance is not Stance.YES and not fit:
        raise ReasonMissing(stance.value)
    ballot = voter.ballot(found(subjects, subjects[0].id).id, stance=stance, reason=fit)
    voter.take(voter.ballots())
    voter.give([ballot])


def _require_scale(name: str, number: int | None) -> None:
    if number is not None and not 1 <= number <= SCALE:
        raise OutOfRange(name, 1, SCALE)
