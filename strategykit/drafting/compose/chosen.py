"""Why a text of the committee's reads as it does: the vote that put its proposal first."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategykit.domain.ballots import StepResult, Tally
from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.chosen import chooses, put_first, same_words
from strategykit.domain.outline import Ref
from strategykit.domain.statements import Statement, StatementVersion
from strategykit.domain.steps import Step, StepKind
from strategykit.drafting.compose.danish import day_of, dots, number
from strategykit.drafting.compose.ground import Ground
from strategykit.drafting.compose.refs import ref, refs


@dataclass(frozen=True)
class Vote:
    """The vote that a text came out of; `changed` says that it has been written on since."""

    step: Step
    result: StepResult
    tally: Tally
    changed: bool


def vote_behind(ground: Ground, written: Statement) -> Vote | None:
    """The newest vote on what the text says now, else on what an earlier edition of it said."""
    past = [v.text for v in ground.of(StatementVersion) if v.statement_id == written.id]
    for text in (written.text, *reversed(past)):
        for step, result in reversed(_votes(ground)):
            for tally in result.tallies:
                if tally.total and same_words(_words(ground, tally), text):
                    return Vote(step, result, tally, changed=text != written.text)
    return None


def vote_told(vote: Vote) -> str:
    """In one sentence what was chosen, by how many, and when."""
    begun = "Teksten bygger på" if vote.changed else "Teksten er"
    day = vote.step.closed_at if vote.result.round == vote.step.round else None
    when = f" den {day_of(day)}" if day else ""
    return f"{begun} {_got(vote)}, da {number(vote.result.voters)} stemte om forslagene{when}."


def vote_refs(ground: Ground, vote: Vote) -> tuple[Ref, ...]:
    """The vote, its result, and the notes that lay behind; a hidden note tells nothing."""
    step, result, subject_id = vote.step, vote.result, vote.tally.subject_id
    notes = [n for n in ground.of(Note) if subject_id in (n.id, n.group_id) and n.shown]
    return (ref(step), ref(result, f"{step.title}, runde {result.round}"), *refs(notes))


def _got(vote: Vote) -> str:
    first = put_first(vote.result)
    ranked = vote.result.kind is StepKind.RANK
    if vote.tally not in first:
        return "et af forslagene" if ranked else f"et forslag, der fik {dots(vote.tally.total)}"
    which = "det forslag, der" if len(first) == 1 else "et af de forslag, der"
    best = "kom øverst" if ranked else f"fik flest prikker ({dots(vote.tally.total)})"
    return f"{which} {best}"


def _votes(ground: Ground) -> Sequence[tuple[Step, StepResult]]:
    steps = {step.id: step for step in ground.of(Step) if chooses(step)}
    return [(steps[r.step_id], r) for r in ground.of(StepResult) if r.step_id in steps]


def _words(ground: Ground, tally: Tally) -> str:
    """The proposal as it was written; a result may name its field before it."""
    note = ground.material.find(Note, tally.subject_id)
    group = ground.material.find(NoteGroup, tally.subject_id)
    return note.text if note else group.title if group else tally.title
