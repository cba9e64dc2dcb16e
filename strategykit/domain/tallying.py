"""Counting the votes of a step: from each one's answers to the tallies of a result."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median

from strategykit.domain.ballots import SPREAD_FROM, Ballot, Stance, StepResult, Tally
from strategykit.domain.steps import Step, StepKind
from strategykit.domain.subjects import Subject
from strategykit.domain.turns import PointTurn

Dots = Mapping[str, Mapping[str, int]]
Ballots = Mapping[str, Sequence[Ballot]]


@dataclass(frozen=True)
class Votes:
    """Each one's answers by who gave them: a person, a key, or a sheet that nobody knows.

    `names` are of those who answered with their name.
    """

    dots: Dots
    ballots: Ballots
    names: Mapping[str, str]

    @property
    def voters(self) -> int:
        """How many have answered."""
        return len(self.ballots) + sum(any(given.values()) for given in self.dots.values())


def result_of(step: Step, subjects: Sequence[Subject], votes: Votes, result_id: str) -> StepResult:
    """The round as it is now; without names and under five answers it holds no spread."""
    told = not step.anonymous or votes.voters >= SPREAD_FROM
    tallies = _tallies(step.kind, subjects, votes)
    return StepResult(
        id=result_id, process_id=step.process_id, step_id=step.id, kind=step.kind,
        round=step.round, voters=votes.voters,
        tallies=tallies if told else tuple(replace(t, spread=(), second=()) for t in tallies),
        reasons=_reasons(votes, told=told),
    )  # fmt: skip


def asked_result(
    step: Step, turn: PointTurn, ballots: Sequence[Ballot], names: Mapping[str, str]
) -> StepResult:
    """What was answered to the text that the turn asks about."""
    given: dict[str, list[Ballot]] = defaultdict(list)
    for ballot in ballots:
        given[ballot.voter].append(ballot)
    asked = (Subject(turn.id, turn.asked),)
    return result_of(replace(step, kind=StepKind.CONSENT), asked, Votes({}, given, names), turn.id)


def dot_tallies(subjects: Sequence[Subject], given: Dots) -> tuple[Tally, ...]:
    """Every subject, also those that got none; what got dots and is none of them is left out."""
    counted = [each for each in given.values() if any(each.values())]
    found = []
    for subject in subjects:
        spread = tuple(sorted(_on(subject, each) for each in counted))
        found.append(
            Tally(subject_id=subject.id, title=subject.title, total=sum(spread), spread=spread)
        )
    return tuple(found)


def rate_tallies(subjects: Sequence[Subject], ballots: Ballots) -> tuple[Tally, ...]:
    """The medians: one who shouts moves them no further than one who whispers."""
    found = []
    for subject in subjects:
        mine = _of(subject, ballots)
        values = tuple(sorted(b.first for b in mine if b.first is not None))
        efforts = tuple(sorted(b.second for b in mine if b.second is not None))
        found.append(
            Tally(
                subject_id=subject.id, title=subject.title, total=len(mine), spread=values,
                second=efforts, value=middle(values), effort=middle(efforts),
            )
        )  # fmt: skip
    return tuple(found)


def rank_tallies(subjects: Sequence[Subject], ballots: Ballots) -> tuple[Tally, ...]:
    """Points by Borda's count: of n things the one in place p gets n - p points from each voter.

    J.-C. de Borda, Mémoire sur les élections au scrutin, 1781. As everybody places everything,
    it is the same order as that of the mean places.
    """
    found = []
    for subject in subjects:
        places = tuple(sorted(b.first for b in _of(subject, ballots) if b.first is not None))
        points = sum(max(len(subjects) - place, 0) for place in places)
        found.append(Tally(subject_id=subject.id, title=subject.title, total=points, spread=places))
    return tuple(found)


def consent_tallies(subjects: Sequence[Subject], ballots: Ballots) -> tuple[Tally, ...]:
    """There is consent when somebody has answered and nobody has said nej."""
    found = []
    for subject in subjects:
        said = [b.stance for b in _of(subject, ballots)]
        spread = tuple(said.count(stance) for stance in Stance)
        agreed = bool(said) and Stance.NO not in said
        found.append(
            Tally(subject_id=subject.id, title=subject.title, total=int(agreed), spread=spread)
        )
    return tuple(found)


def middle(numbers: Sequence[int]) -> Decimal | None:
    """The median; None of no numbers."""
    return Decimal(str(median(numbers))) if numbers else None


def wrong_places(places: Sequence[int], count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The places that were given more than once, and those that nothing was given."""
    wanted = range(1, count + 1)
    doubled = tuple(place for place in wanted if places.count(place) > 1)
    return doubled, tuple(place for place in wanted if place not in places)


def _tallies(kind: StepKind, subjects: Sequence[Subject], votes: Votes) -> tuple[Tally, ...]:
    if kind is StepKind.DOTS:
        return dot_tallies(subjects, votes.dots)
    count = {StepKind.RATE: rate_tallies, StepKind.RANK: rank_tallies}.get(kind, consent_tallies)
    return count(subjects, votes.ballots)


def _on(subject: Subject, given: Mapping[str, int]) -> int:
    """Dots on a note count for the group that it has been put in since."""
    return sum(given.get(place, 0) for place in {subject.id, *subject.note_ids})


def _of(subject: Subject, ballots: Ballots) -> list[Ballot]:
    return [b for each in ballots.values() for b in each if b.subject_id == subject.id]


def _reasons(votes: Votes, *, told: bool) -> tuple[str, ...]:
    """In the order of the alphabet, which tells nothing of who gave them first.

    Where so few answered that the spread stays hidden, nothing says which answer it belongs to.
    """
    found = []
    for voter, ballots in votes.ballots.items():
        for ballot in ballots:
            if ballot.reason and ballot.stance:
                stance = ballot.stance.capitalize() if told else ""
                who = ", ".join(part for part in (stance, votes.names.get(voter, "")) if part)
                found.append(f"{who}: {ballot.reason}" if who else ballot.reason)
    return tuple(sorted(found))
