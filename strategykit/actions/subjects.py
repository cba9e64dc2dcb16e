"""What a step asks about, read for one step alone inside an open transaction."""

from collections.abc import Callable, Mapping

from strategykit.domain.areas import Area, Choice, TargetGroup
from strategykit.domain.ballots import StepResult
from strategykit.domain.boards import BoardContent, Note, NoteGroup
from strategykit.domain.goals import Goal
from strategykit.domain.statements import Statement
from strategykit.domain.steps import Step, StepKind, Subjects
from strategykit.domain.subjects import Source, Subject, of_fields, subjects_of
from strategykit.storage.store import Store

Read = Callable[[Store, str], tuple[Subject, ...]]


def subjects_in(store: Store, step: Step) -> tuple[Subject, ...]:
    """The same as RoomView.subjects, without the rest of the room."""
    about = step.subjects
    things = {about: THINGS[about](store, step.process_id)} if about in THINGS else {}
    return subjects_of(step, _content(store, step), things, source_of(store, step))


def source_of(store: Store, step: Step) -> Source | None:
    """What the step goes on with; gathering notes into groups leaves what it was given."""
    source, passed = _find(store, step.source_id), {step.id}
    while source and source.kind is StepKind.GROUP and source.id not in passed:
        passed.add(source.id)
        source = _find(store, source.source_id)
    if source is None:
        return None
    results = store.all(StepResult, step.process_id, step_id=source.id)
    return Source(source, results[-1] if results else None)


def _find(store: Store, step_id: str) -> Step | None:
    return store.find(Step, step_id) if step_id else None


def _content(store: Store, step: Step) -> BoardContent:
    if step.subjects is not Subjects.BOARD:
        return BoardContent((), (), {})
    notes = store.all(Note, step.process_id, board=step.subject)
    groups = store.all(NoteGroup, step.process_id, board=step.subject)
    return of_fields(BoardContent(notes, groups, {}), step.fields)


def _areas(store: Store, process_id: str) -> tuple[Subject, ...]:
    areas = (a for a in store.all(Area, process_id) if a.choice is not Choice.SET_BACK)
    return tuple(Subject(a.id, a.name, a.why) for a in areas)


def _groups(store: Store, process_id: str) -> tuple[Subject, ...]:
    return tuple(Subject(g.id, g.name, g.need) for g in store.all(TargetGroup, process_id))


def _statements(store: Store, process_id: str) -> tuple[Subject, ...]:
    statements = (s for s in store.all(Statement, process_id) if s.text)
    return tuple(Subject(s.id, s.text, "", s.key) for s in statements)


def _goals(store: Store, process_id: str) -> tuple[Subject, ...]:
    return tuple(Subject(g.id, g.text) for g in store.all(Goal, process_id))


#: How the things of a process that a step may be about are read.
THINGS: Mapping[Subjects, Read] = {
    Subjects.AREAS: _areas,
    Subjects.GROUPS: _groups,
    Subjects.STATEMENT: _statements,
    Subjects.GOALS: _goals,
}
