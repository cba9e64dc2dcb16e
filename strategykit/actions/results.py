"""Closing a step: its result is frozen and its keys are destroyed; and what follows from it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.asked_points import close_questions
from strategykit.actions.casting import dots_on
from strategykit.actions.materials import template_of
from strategykit.actions.room_views import RoomView
from strategykit.actions.subjects import subjects_in
from strategykit.domain.ballots import Ballot, StepResult
from strategykit.domain.boards import Done, Dot
from strategykit.domain.entry import Entry
from strategykit.domain.outcomes import Outcome, told
from strategykit.domain.people import Person, Who, called
from strategykit.domain.process import Process
from strategykit.domain.steps import VOTING, Step, StepKind, StepState
from strategykit.domain.subjects import Subject
from strategykit.domain.tallying import Votes, result_of
from strategykit.storage import ballots, boards, step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def outcome_of(view: RoomView, step: Step, round_number: int = 0) -> Outcome | None:
    """The newest closed round, or the one asked for, as phones and projector show it.

    None while the step is open or has no votes: what is being voted is hidden until it is closed.
    """
    rounds = view.results.get(step.id, ())
    chosen = [r for r in rounds if r.round == round_number] if round_number else rounds[-1:]
    return told(chosen[0]) if chosen and (round_number or step.is_closed) else None


def givers_of(store: Store, step: Step) -> Mapping[str, tuple[str, ...]]:
    """Who gave dots to what, or said what, in a closed step with names; empty in any other."""
    if step.anonymous or not step.is_closed or step.kind not in (StepKind.DOTS, StepKind.CONSENT):
        return {}
    names, given = _names(store, step), defaultdict(list)
    for voter, dots in ballots.dots_in(store, step).items():
        for subject_id, count in Counter(dot.subject_id for dot in dots).items():
            name = names.get(voter, "")
            given[subject_id].append(f"{name} ({count})" if count > 1 else name)
    for voter, cast in ballots.ballots_in(store, step).items():
        for stance in (ballot.stance for ballot in cast if ballot.stance):
            given[stance.name.lower()].append(names.get(voter, ""))
    return {subject_id: tuple(sorted(who)) for subject_id, who in given.items()}


def close_step(db: Database, who: Who, seen: Step) -> Done:
    """Nobody answers any more, and votes are counted; raises EditConflict.

    In an anonymous step from here nobody can tell who gave what, so it cannot be opened again.
    """
    if not seen.is_open:
        return Done(f"{seen.title} er ikke åbent.")
    with acting(db, who, seen.process_id, "close", "Step", seen.id) as store:
        asked, answered = close_questions(store, seen.process_id, seen.id)
        closed, results = _close(store, seen)
    if seen.anonymous:
        ballots.clear_log(db)
    return Done(f"{seen.title} er lukket.", (seen, *asked), (closed, *results, *answered))


def new_round(db: Database, who: Who, seen: Step) -> Done:
    """The step waits to be opened again and its votes are gone; the result of the round stays."""
    if seen.state is StepState.WAITING:
        return Done(f"{seen.title} er ikke åbnet endnu.")
    with acting(db, who, seen.process_id, "repeat", "Step", seen.id) as store:
        store.lock(seen.process_id)
        closed, results = _close(store, seen) if seen.is_open else (seen, ())
        gone = _votes_of(store, closed)
        for kind in (Dot, Ballot):
            boards.remove_many(store, kind, [vote.id for vote in gone if type(vote) is kind])
        fresh = replace(
            closed, state=StepState.WAITING, round=closed.round + 1, revealed=False,
            opened_at=None, closed_at=None, ends_at=None,
        )  # fmt: skip
        saved = store.save(closed, fresh)
    if seen.anonymous:
        ballots.clear_log(db)
    return Done(f"{seen.title} er klar til runde {saved.round}.", (seen, *gone), (saved, *results))


def _close(store: Store, seen: Step) -> tuple[Step, tuple[StepResult, ...]]:
    store.lock(seen.process_id)  # a vote that comes at the same moment is counted or refused
    results = (_freeze(store, seen),) if seen.kind in VOTING else ()
    closed = replace(seen, state=StepState.CLOSED, closed_at=now(), ends_at=None)
    saved = store.save(seen, closed)
    if seen.anonymous:
        step_keys.forget_keys(store, seen)
        ballots.scatter(store, seen)
    return saved, results


def _freeze(store: Store, step: Step) -> StepResult:
    subjects = subjects_in(store, step)
    _drop_surplus(store, step, subjects)
    named = _with_fields(store, step, subjects)
    return store.add(result_of(step, named, _votes(store, step, subjects), new_id()))


def _with_fields(store: Store, step: Step, subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    """In a vote over several fields each thing says which it lies in."""
    if len({subject.field for subject in subjects}) < 2:  # noqa: PLR2004 - one is no choice
        return tuple(subjects)
    plan = template_of(store.get(Process, step.process_id)).board(step.subject)
    titles = {field.key: field.title for field in plan.fields} if plan else {}
    return tuple(
        replace(s, title=f"{titles[s.field]}: {s.title}") if s.field in titles else s
        for s in subjects
    )


def _votes(store: Store, step: Step, subjects: Sequence[Subject]) -> Votes:
    if step.kind is StepKind.DOTS:
        dots = {
            voter: {s.id: n for s in subjects if (n := dots_on(s, given))}
            for voter, given in ballots.dots_in(store, step).items()
        }
        return Votes(dots, {}, {})
    return Votes({}, ballots.ballots_in(store, step), _names(store, step))


def _names(store: Store, step: Step) -> Mapping[str, str]:
    if step.anonymous:
        return {}
    return {person.id: called(person) for person in store.all(Person, step.process_id)}


def _drop_surplus(store: Store, step: Step, subjects: Sequence[Subject]) -> None:
    """Dots beyond the budget go: undoing what was done to the wall may have brought some back."""
    if step.kind is not StepKind.DOTS:
        return
    asked = {place for subject in subjects for place in (subject.id, *subject.note_ids)}
    for voter, given in ballots.dots_in(store, step).items():
        counting = [dot for dot in given if dot.subject_id in asked]
        surplus = counting[step.budget :] if voter else []
        boards.remove_many(store, Dot, [dot.id for dot in surplus])


def _votes_of(store: Store, step: Step) -> list[Entry]:
    kinds: tuple[type[Dot | Ballot], ...] = (Dot, Ballot)
    return [vote for kind in kinds for vote in store.all(kind, step.process_id, step_id=step.id)]
