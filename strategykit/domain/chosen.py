"""What a vote chose among the proposals for one of the committee's texts."""

from collections.abc import Collection, Sequence

from strategykit.domain.ballots import StepResult, Tally
from strategykit.domain.steps import Step, StepKind, Subjects
from strategykit.domain.subjects import best_of

CHOOSES = (StepKind.DOTS, StepKind.RANK)


def chooses(step: Step) -> bool:
    """Whether the step is a vote on what was written on a board."""
    return step.kind in CHOOSES and step.subjects is Subjects.BOARD


def put_first(result: StepResult) -> tuple[Tally, ...]:
    """What got most; several when they are level, none when nobody voted."""
    best = best_of(result)
    return tuple(t for t in best if t.total and t.total == best[0].total)


def text_key(vote: Step, field: str, steps: Sequence[Step], keys: Collection[str]) -> str:
    """The text that the proposals in the field are for; empty when they are for none.

    A field bears the text's own key, or a later step asks about the text that the vote gave.
    """
    if field in keys:
        return field
    later = (s for s in steps if s.source_id == vote.id and s.subjects is Subjects.STATEMENT)
    return next((s.subject for s in later if s.subject in keys), "")


def same_words(one: str, other: str) -> bool:
    """Whether two texts read the same."""
    return one.split() == other.split()
