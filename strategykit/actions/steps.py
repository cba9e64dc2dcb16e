"""Steering a step: adding, opening, closing, revealing, its time and its rounds."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.subjects import source_of, subjects_in
from strategykit.domain.ballots import StepResult
from strategykit.domain.boards import Done, Note, counted
from strategykit.domain.people import Who
from strategykit.domain.presets import PRESETS
from strategykit.domain.steps import VOTING, Step, StepState, Subjects
from strategykit.domain.text import checked
from strategykit.errors import KeysGone, NoSubjects, SourceOpen
from strategykit.storage import step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def steps_of(db: Database, process_id: str, meeting_id: str) -> tuple[Step, ...]:
    """The steps of a meeting in their order."""
    with db.reading() as store:
        return store.all(Step, process_id, meeting_id=meeting_id)


def step_from(preset: str, *, process_id: str, meeting_id: str, title: str, **more: Any) -> Step:
    """A step with the preset's rules; `more` are the other fields of the Step."""
    plan = PRESETS[preset]
    about = {"subjects": plan.about[0] if plan.about else Subjects.NOTHING}
    fields: Mapping[str, Any] = {**about, **plan.rules, **more}
    return Step(
        id=new_id(), process_id=process_id, meeting_id=meeting_id, preset=preset, kind=plan.kind,
        title=title, **fields,
    )  # fmt: skip


def add_step(db: Database, who: Who, step: Step) -> Step:
    """The step as it is kept; the same id twice is a double tap."""
    fit = checked(step)
    with acting(db, who, step.process_id, "add", "Step", step.id) as store:
        store.add_once(fit)
        return store.get(Step, step.id)


def open_step(db: Database, who: Who, seen: Step) -> Done:
    """The step takes answers, and its time runs; a closed one has its result taken away again.

    Raises KeysGone for a closed anonymous round, NoSubjects and SourceOpen.
    """
    if seen.anonymous and seen.is_closed:
        raise KeysGone
    moment = now()
    opened = replace(
        seen, state=StepState.OPEN, opened_at=seen.opened_at or moment, closed_at=None,
        ends_at=moment + timedelta(minutes=seen.minutes),
    )  # fmt: skip
    with acting(db, who, seen.process_id, "open", "Step", seen.id) as store:
        _require_ground(store, seen)
        saved = store.save(seen, opened)
        frozen = store.all(StepResult, seen.process_id, step_id=seen.id, round=seen.round)
        for result in frozen:
            store.remove(result)
        if seen.anonymous:
            step_keys.make_secret(store, saved)
    return Done(f"{seen.title} er åbent.", (seen, *frozen), (saved,))


def _require_ground(store: Store, step: Step) -> None:
    if step.kind not in VOTING:
        return
    source = source_of(store, step)
    # a source that was skipped holds nobody back: then the step is about everything
    if source is not None and source.step.kind in VOTING and source.step.is_open:
        raise SourceOpen(step.title, source.step.title)
    if not subjects_in(store, step):
        raise NoSubjects(step.title)


def reveal(db: Database, who: Who, seen: Step) -> Done:
    """What a blind step hid is seen by all."""
    with acting(db, who, seen.process_id, "show", "Step", seen.id) as store:
        saved = store.save(seen, replace(seen, revealed=True))
    return Done("Sedlerne er afsløret.", (seen,), (saved,))


def set_minutes_left(db: Database, who: Who, seen: Step, minutes: int) -> Done:
    """So many minutes from now; 0 takes the timer away."""
    ends = now() + timedelta(minutes=minutes) if minutes else None
    with acting(db, who, seen.process_id, "change", "Step", seen.id) as store:
        saved = store.save(seen, replace(seen, ends_at=ends))
    return Done("Tiden er ændret.", (seen,), (saved,))


def add_minutes(db: Database, who: Who, seen: Step, minutes: int) -> Done:
    """The time that is left, made longer."""
    moment = now()
    ends = max(seen.ends_at or moment, moment) + timedelta(minutes=minutes)
    with acting(db, who, seen.process_id, "change", "Step", seen.id) as store:
        saved = store.save(seen, replace(seen, ends_at=ends))
    return Done(f"Der er lagt {counted(minutes, 'minut', 'minutter')} til.", (seen,), (saved,))


def release(db: Database, who: Who, note: Note) -> Done:
    """A held note comes on the wall."""
    with acting(db, who, note.process_id, "show", "Note", note.id) as store:
        saved = store.save(note, replace(note, held=False))
    return Done("Sedlen er vist.", (note,), (saved,))
