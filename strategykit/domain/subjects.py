"""What a step asks about, and what of it a step that went before leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.ballots import StepResult, Tally
from strategykit.domain.boards import BoardContent
from strategykit.domain.steps import VOTING, Step, StepKind, Subjects

MOST_GONE_ON_WITH = 9  # more than nine things nobody rates or ranks with care
_ONE = (Subjects.NOTHING, Subjects.STATEMENT, Subjects.GOALS)


@dataclass(frozen=True)
class Subject:
    """One thing that a step asks about; `field` is a board's field, `note_ids` what it holds."""

    id: str
    title: str
    detail: str = ""
    field: str = ""
    note_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A step that another goes on with, and its newest result, if it has one."""

    step: Step
    result: StepResult | None


def subjects_of(
    step: Step,
    content: BoardContent,
    things: Mapping[Subjects, tuple[Subject, ...]],
    source: Source | None,
) -> tuple[Subject, ...]:
    """What the step asks about, in the order of the process; `content` is of its board."""
    if step.subjects in _ONE or step.kind is StepKind.CONSENT:
        return (_one(step, things.get(step.subjects, ()), source),)
    if step.subjects is Subjects.BOARD:
        return _left_by(source, step, _on_the_wall(content), content)
    return _left_by(source, step, things[step.subjects], content)


def of_fields(content: BoardContent, fields: Sequence[str]) -> BoardContent:
    """What lies in those fields of a board; without any, all of it."""
    if not fields:
        return content
    notes = tuple(n for n in content.notes if n.field in fields)
    groups = tuple(g for g in content.groups if g.field in fields)
    return BoardContent(notes, groups, content.dots)


def best_of(result: StepResult) -> tuple[Tally, ...]:
    """The tallies from first to last; those that are level stand in the order of the process."""
    if result.kind is StepKind.RATE:
        return tuple(sorted(result.tallies, key=lambda t: (-(t.value or 0), t.effort or 0)))
    if result.kind is StepKind.CONSENT:
        return result.tallies
    return tuple(sorted(result.tallies, key=lambda t: -t.total))


def gone_on_with(result: StepResult, most: int) -> frozenset[str]:
    """The ids of at most so many of the best; what got no dot is not among them.

    Things that are level stay together: when all of them are too many, none of them is in. Only
    when that would leave nothing, the first ones in the order of the process are.
    """
    ranked = [t for t in best_of(result) if t.total or result.kind is not StepKind.DOTS]
    kept = ranked[:most]
    if len(ranked) > most and _level(ranked[most - 1], ranked[most], result.kind):
        kept = [t for t in kept if not _level(t, ranked[most], result.kind)] or kept
    return frozenset(tally.subject_id for tally in kept)


def _level(one: Tally, other: Tally, kind: StepKind) -> bool:
    if kind is StepKind.RATE:
        return (one.value, one.effort) == (other.value, other.effort)
    return one.total == other.total


def _one(step: Step, known: Sequence[Subject], source: Source | None) -> Subject:
    """The thing itself; a text that is not written yet is the proposal that was chosen before."""
    found = next((thing for thing in known if step.subject in (thing.id, thing.field)), None)
    if found is None and step.subjects is Subjects.STATEMENT and source and source.result:
        best = [tally for tally in best_of(source.result) if tally.total]
        return Subject(step.id, best[0].title) if best else Subject(step.id, step.ask or step.title)
    return found or Subject(step.id, step.ask or step.title)


def _on_the_wall(content: BoardContent) -> tuple[Subject, ...]:
    by_place = sorted(content.clusters(), key=lambda c: c.notes[0].position)
    return tuple(
        Subject(c.id, c.title, "", c.field, tuple(n.id for n in c.notes)) for c in by_place
    )


def _left_by(
    source: Source | None, step: Step, found: tuple[Subject, ...], content: BoardContent
) -> tuple[Subject, ...]:
    """A source that was about something else leaves everything."""
    about = (step.subjects, step.subject)
    if source is None or (source.step.subjects, source.step.subject) != about:
        return found
    if source.step.kind is StepKind.COLLECT:
        # what was typed on the board's own page belongs to no step and lies on the same wall
        written = {n.id for n in content.shown if n.step_id in (source.step.id, "")}
        return tuple(s for s in found if written.intersection(s.note_ids))
    if source.step.kind not in VOTING or source.result is None:
        return found
    narrow = step.kind in (StepKind.RATE, StepKind.RANK)
    kept = gone_on_with(source.result, MOST_GONE_ON_WITH if narrow else len(found))
    return tuple(s for s in found if s.id in kept)
