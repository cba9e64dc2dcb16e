"""Making a process, moving it through its phases, putting it away."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from strategykit.actions.acting import acting, new_id, now, require_writer
from strategykit.actions.materials import read_material, template_of
from strategykit.actions.planned_steps import planned_steps
from strategykit.actions.presence import as_person, require_presence
from strategykit.domain.actors import Actor
from strategykit.domain.areas import TargetGroup
from strategykit.domain.drafts import HOUSE_STYLE, Upload
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Who
from strategykit.domain.phases import unmet
from strategykit.domain.process import Answer, PhaseStart, Process, moved_to
from strategykit.domain.template import Template
from strategykit.domain.template_meetings import ItemPlan, MeetingPlan
from strategykit.domain.text import checked
from strategykit.domain.wording import render, words_of
from strategykit.errors import NameTaken, ReasonNeeded
from strategykit.reference_data import reference_data
from strategykit.storage import changes, library, processes
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def list_processes(db: Database) -> tuple[Process, ...]:
    """Every process, the newest first, archived ones too; read anew only when one has changed."""
    with db.reading() as store:
        state = (changes.newest(store), processes.count_processes(store))
    return _listed(db, state)


@lru_cache(maxsize=8)
def _listed(db: Database, state: tuple[str, int]) -> tuple[Process, ...]:  # noqa: ARG001
    with db.reading() as store:
        return processes.all_processes(store)


def process_by_name(db: Database, name: str) -> Process:
    """The process with that short name; raises UnknownProcess with the names that exist."""
    with db.reading() as store:
        return processes.by_name(store, name)


def start_process(db: Database, who: Who, process: Process) -> Process:
    """A new process with all that its template gives; raises NameTaken or SignedOut."""
    require_writer(who, "add")
    fit = checked(process)
    template = template_of(fit)
    whole = replace(
        fit,
        purposes=fit.purposes or given_purposes(template, fit),
        phase=fit.phase or template.phases[0].key,
        created_at=fit.created_at or now(),
    )
    with db.writing() as store:
        require_presence(store, who)
        if store.find(Process, whole.id) is not None:
            return store.get(Process, whole.id)
        whole = replace(whole, name=_free_name(store, whole))
        store.add(whole)
        for thing in (*given_by(template, whole), *_house_style(store, whole)):
            store.add(thing)
        who = as_person(store, who, whole.id)
        changes.log(
            store, process_id=whole.id, at=now(), person_id=who.person_id, act="add",
            subject="Process", subject_id=whole.id,
        )  # fmt: skip
    return whole


def given_purposes(template: Template, process: Process) -> tuple[str, ...]:
    """The template's purposes in the words of this process; raises UnknownMunicipality."""
    words = _words(template, process)
    return tuple(render(purpose, words) for purpose in template.purposes)


def given_by(
    template: Template, process: Process, words: Mapping[str, str] | None = None
) -> list[Entry]:
    """The meetings with their steps, the groups and actors that a template begins with.

    Without `words` its texts are in those of the process; then it raises UnknownMunicipality.
    """
    things: list[Entry] = []
    words = _words(template, process) if words is None else words
    for plan in template.meetings:
        things += _meeting(template, plan, process, words)
    things += [
        TargetGroup(id=new_id(), process_id=process.id, name=g.name, need=g.need, share=g.share)
        for g in template.groups
    ]
    things += [
        Actor(id=new_id(), process_id=process.id, name=a.name, side=a.side) for a in template.actors
    ]
    return things


def _house_style(store: Store, process: Process) -> list[Upload]:
    """The Word file that goes with the template in the library, as the process's own copy."""
    found = next((t for t in library.all_templates(store) if t.text == process.template), None)
    if found is None or not found.house_style:
        return []
    name = f"{found.key}.docx"
    return [
        Upload(
            id=new_id(), process_id=process.id, kind=HOUSE_STYLE, name=name, data=found.house_style
        )
    ]


def change_phase(db: Database, who: Who, seen: Process, phase: str, reason: str = "") -> Process:
    """The process in another phase; raises ReasonNeeded when it lacks something."""
    with acting(db, who, seen.id, "move", "Process", seen.id) as store:
        material = read_material(store, seen.id)
        here, there = (material.template.phase(key) for key in (seen.phase, phase))
        left, begun = unmet(material, here.exit, here.key), unmet(material, there.entry, there.key)
        open_criteria = tuple(dict.fromkeys((*left, *begun)))
        if open_criteria and not reason.strip():
            raise ReasonNeeded(open_criteria)
        moved = store.save(seen, moved_to(seen, there.key))
        start = PhaseStart(
            id=new_id(), process_id=seen.id, phase=there.key, at=now(), by=who.person_id,
            unmet=open_criteria, reason=reason,
        )  # fmt: skip
        store.add(checked(start))
    return moved


def answer_question(db: Database, who: Who, seen: Answer, changed: Answer) -> Answer:
    """The answer as saved; raises EditConflict when somebody answered since it was seen.

    An answer with version 0 is not kept yet.
    """
    fit = checked(changed)
    with acting(db, who, seen.process_id, "change", "Answer", seen.id) as store:
        store.lock(seen.process_id)  # two windows may be the first to answer
        if seen.version == 0 and store.find(Answer, seen.id) is None:
            return store.add(replace(fit, version=1))
        return store.save(seen, fit)


def answers_of(db: Database, process: Process) -> Mapping[str, Answer]:
    """The answer to each opening question of the template; one not kept yet has version 0."""
    with db.reading() as store:
        kept = {a.question: a for a in store.all(Answer, process.id)}
    asked = template_of(process).opening_questions
    return {q.key: kept.get(q.key) or _no_answer(process, q.key) for q in asked}


def archive(db: Database, who: Who, seen: Process) -> Process:
    """The process, which from now on can only be read."""
    with acting(db, who, seen.id, "archive", "Process", seen.id) as store:
        return store.save(seen, replace(seen, archived_at=now()))


def unarchive(db: Database, who: Who, seen: Process) -> Process:
    """The process, open again."""
    with acting(db, who, seen.id, "unarchive", "Process", seen.id) as store:
        return store.save(seen, replace(seen, archived_at=None))


def _free_name(store: Store, process: Process) -> str:
    if any(known.name == process.name for known in processes.all_processes(store)):
        raise NameTaken(process.name)
    return process.name or processes.free_name(store, process.title)


def _words(template: Template, process: Process) -> Mapping[str, str]:
    """What stands for the placeholders of the template's texts; raises UnknownMunicipality."""
    return words_of(
        municipality=reference_data().municipality(process.municipality).formal_name,
        committee=process.committee, title=process.title, period=process.period,
        terms=template.terms,
    )  # fmt: skip


def _meeting(
    template: Template, plan: MeetingPlan, process: Process, words: Mapping[str, str]
) -> list[Entry]:
    meeting = Meeting(
        id=new_id(), process_id=process.id, key=plan.key, title=render(plan.title, words),
        kind=plan.kind, phase=plan.phase, starts=plan.starts, minutes=plan.minutes,
        purpose=render(plan.purpose, words), invitation=render(plan.invitation, words),
    )  # fmt: skip
    items = [_item(item, meeting, words) for item in plan.items]
    return [meeting, *items, *planned_steps(template, plan, items, words)]


def _item(plan: ItemPlan, meeting: Meeting, words: Mapping[str, str]) -> AgendaItem:
    return AgendaItem(
        id=new_id(), process_id=meeting.process_id, meeting_id=meeting.id,
        title=render(plan.title, words), minutes=plan.minutes, seating=plan.seating,
        leads=plan.leads, purpose=render(plan.purpose, words), script=render(plan.script, words),
        fallback=render(plan.fallback, words), dots=plan.dots, page=plan.page,
        cards=tuple(render(card, words) for card in plan.cards),
    )  # fmt: skip


def _no_answer(process: Process, question: str) -> Answer:
    """Its id is counted out, so that two who answer at once meet in one answer."""
    own = hashlib.sha256(f"{process.id} {question}".encode()).hexdigest()[:32]
    return Answer(id=own, process_id=process.id, version=0, question=question)
