"""Offering an improved template to a running process: taking it, and taking it back."""

import json
from dataclasses import dataclass, replace
from typing import Any

from strategykit.actions.acting import acting
from strategykit.actions.materials import read_material, template_of
from strategykit.actions.processes import given_by
from strategykit.actions.templates import checked_template
from strategykit.domain.areas import Measure
from strategykit.domain.drafts import Upload
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import AgendaItem, Decision, Meeting
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step
from strategykit.domain.template import Template
from strategykit.domain.template_comparison import TemplateDifference, compare_templates
from strategykit.domain.template_meetings import MeetingPlan
from strategykit.domain.template_offers import (
    Loss,
    answers_in,
    losses,
    new_meetings,
    phase_in,
)
from strategykit.errors import NothingToTakeBack, SameTemplate
from strategykit.storage.database import Database
from strategykit.storage.store import Store

FORMER = "former_template"


@dataclass(frozen=True)
class Offer:
    """What taking the template would mean; the losses come back if it is taken back."""

    differences: tuple[TemplateDifference, ...]
    losses: tuple[Loss, ...]
    meetings: tuple[MeetingPlan, ...]


def offer(db: Database, process_id: str, text: str) -> Offer:
    """What differs and what would not be shown; raises TemplateProblems or NotFound."""
    new = checked_template(text, "skabelonen")
    with db.reading() as store:
        material = read_material(store, process_id)
    return Offer(
        compare_templates(material.template, new), losses(material, new),
        new_meetings(material, new),
    )  # fmt: skip


def take_template(
    db: Database, who: Who, seen: Process, text: str, *, nonce: str, meetings: bool
) -> Process:
    """The process with the template in the place of its own, which is kept beside it.

    `meetings` adds the meetings that are new in it. The same nonce twice is a double tap. Raises
    TemplateProblems, SameTemplate, EditConflict or Archived.
    """
    new = checked_template(text, "skabelonen")
    if text == seen.template:
        raise SameTemplate
    with acting(db, who, seen.id, "change", "Process", seen.id) as store:
        store.lock(seen.id)
        if store.find(Upload, nonce) is not None:
            return store.get(Process, seen.id)
        material = read_material(store, seen.id)
        old = template_of(seen)
        added = _added(new, new_meetings(material, new), seen) if meetings else []
        moved = _move_answers(store, seen.id, old, new)
        phase = phase_in(new, old, seen.phase)
        _keep_former(store, seen, old, phase, nonce, moved, added)
        for thing in added:
            store.add(thing)
        return store.save(seen, replace(seen, template=text, phase=phase))


def former_template(db: Database, process_id: str) -> Upload | None:
    """The template that the process had before the one that it has now."""
    with db.reading() as store:
        return _former(store, process_id)


def take_back(db: Database, who: Who, seen: Process) -> Process:
    """The process with the template that it had before; raises NothingToTakeBack or EditConflict.

    A meeting that came with the newer one goes again, unless somebody has worked on it.
    """
    with acting(db, who, seen.id, "undo", "Process", seen.id) as store:
        store.lock(seen.id)
        upload = _former(store, seen.id)
        if upload is None:
            raise NothingToTakeBack
        kept: dict[str, Any] = json.loads(upload.data)
        now, old = template_of(seen), checked_template(kept["template"], "skabelonen")
        _restore_answers(store, seen.id, now, old, kept["answers"])
        _remove_untouched(store, seen.id, kept["meetings"])
        store.remove(upload)
        still = seen.phase == kept["to_phase"]
        phase = kept["phase"] if still else phase_in(old, now, seen.phase)
        return store.save(seen, replace(seen, template=kept["template"], phase=phase))


def _former(store: Store, process_id: str) -> Upload | None:
    found = [each for each in store.all(Upload, process_id) if each.kind == FORMER]
    return found[-1] if found else None


def _added(new: Template, plans: tuple[MeetingPlan, ...], process: Process) -> list[Entry]:
    fresh = {plan.key for plan in plans}
    given = given_by(new, process)
    ids = {m.id for m in given if isinstance(m, Meeting) and m.key in fresh}
    return [
        thing
        for thing in given
        if thing.id in ids or (isinstance(thing, AgendaItem | Step) and thing.meeting_id in ids)
    ]


def _move_answers(
    store: Store, process_id: str, old: Template, new: Template
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each measure whose answers were moved, with the answers before and after."""
    moved = {}
    for measure in store.all(Measure, process_id):
        after = answers_in(new, old, measure)
        if after != measure.answers and any(measure.answers):
            store.save(measure, replace(measure, answers=after))
            moved[measure.id] = (measure.answers, after)
    return moved


def _restore_answers(
    store: Store, process_id: str, now: Template, old: Template, kept: dict[str, Any]
) -> None:
    """As they were where nobody has answered since, else moved back by their principles."""
    for measure in store.all(Measure, process_id):
        before, after = kept.get(measure.id, ((), None))
        untouched = after is not None and measure.answers == tuple(after)
        back = tuple(before) if untouched else answers_in(old, now, measure)
        if back != measure.answers and (untouched or any(measure.answers)):
            store.save(measure, replace(measure, answers=back))


def _keep_former(
    store: Store, seen: Process, old: Template, phase: str, nonce: str,
    moved: dict[str, tuple[tuple[str, ...], tuple[str, ...]]], added: list[Entry],
) -> None:  # fmt: skip
    kept = {
        "template": seen.template, "phase": seen.phase, "to_phase": phase, "answers": moved,
        "meetings": [thing.id for thing in added if isinstance(thing, Meeting)],
    }  # fmt: skip
    store.add(
        Upload(
            id=nonce, process_id=seen.id, kind=FORMER, data=json.dumps(kept).encode(),
            name=f"{old.name}, udgave {old.version}",
        )
    )  # fmt: skip


def _remove_untouched(store: Store, process_id: str, meeting_ids: list[str]) -> None:
    for meeting_id in meeting_ids:
        meeting = store.find(Meeting, meeting_id)
        if meeting is None:
            continue
        own = _of_meeting(store, meeting)
        used = any(
            store.count(kind, process_id, meeting_id=meeting_id) for kind in (Room, Decision)
        )
        if used or any(thing.version > 1 for thing in (meeting, *own)):
            continue
        for thing in (*own, meeting):
            store.remove(thing)


def _of_meeting(store: Store, meeting: Meeting) -> list[Entry]:
    own: list[Entry] = [*store.all(Step, meeting.process_id, meeting_id=meeting.id)]
    return [*own, *store.all(AgendaItem, meeting.process_id, meeting_id=meeting.id)]
