"""Making a process, moving it through its phases, putting it away."""

from dataclasses import replace

from strategykit.actions.acting import acting, new_id, now, require_writer
from strategykit.actions.materials import read_material, template_of
from strategykit.domain.actors import Actor
from strategykit.domain.areas import TargetGroup
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Who
from strategykit.domain.phases import unmet
from strategykit.domain.process import PhaseStart, Process, moved_to
from strategykit.domain.template import MeetingPlan, Template
from strategykit.domain.text import checked
from strategykit.errors import NameTaken, ReasonNeeded
from strategykit.storage import changes, processes
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def list_processes(db: Database) -> tuple[Process, ...]:
    """Every process, the newest first, archived ones too."""
    with db.reading() as store:
        return processes.all_processes(store)


def process_by_name(db: Database, name: str) -> Process:
    """The process with that short name; raises UnknownProcess with the names that exist."""
    with db.reading() as store:
        return processes.by_name(store, name)


def start_process(db: Database, who: Who, process: Process) -> Process:
    """A new process with all that its template gives; raises NameTaken."""
    require_writer(who, "add")
    fit = checked(process)
    template = template_of(fit)
    whole = replace(
        fit,
        purposes=fit.purposes or template.purposes,
        phase=fit.phase or template.phases[0].key,
        created_at=fit.created_at or now(),
    )
    with db.writing() as store:
        if store.find(Process, whole.id) is not None:
            return store.get(Process, whole.id)
        whole = replace(whole, name=_free_name(store, whole))
        store.add(whole)
        for thing in given_by(template, whole):
            store.add(thing)
        changes.log(
            store, process_id=whole.id, at=now(), person_id=who.person_id, act="add",
            subject="Process", subject_id=whole.id,
        )  # fmt: skip
    return whole


def given_by(template: Template, process: Process) -> list[Entry]:
    """The meetings, groups and actors that a template begins with."""
    things: list[Entry] = []
    for plan in template.meetings:
        things += _meeting(plan, process)
    things += [
        TargetGroup(id=new_id(), process_id=process.id, name=g.name, need=g.need, share=g.share)
        for g in template.groups
    ]
    things += [
        Actor(id=new_id(), process_id=process.id, name=a.name, side=a.side) for a in template.actors
    ]
    return things


def change_phase(db: Database, who: Who, seen: Process, phase: str, reason: str = "") -> Process:
    """The process in another phase; raises ReasonNeeded when it lacks something."""
    with acting(db, who, seen.id, "move", "Process", seen.id) as store:
        material = read_material(store, seen.id)
        here, there = (material.template.phase(key) for key in (seen.phase, phase))
        open_criteria = unmet(material, tuple(dict.fromkeys((*here.exit, *there.entry))))
        if open_criteria and not reason.strip():
            raise ReasonNeeded(open_criteria)
        moved = store.save(seen, moved_to(seen, there.key))
        start = PhaseStart(
            id=new_id(), process_id=seen.id, phase=there.key, at=now(), by=who.person_id,
            unmet=open_criteria, reason=reason,
        )  # fmt: skip
        store.add(checked(start))
    return moved


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


def _meeting(plan: MeetingPlan, process: Process) -> list[Entry]:
    meeting = Meeting(
        id=new_id(), process_id=process.id, key=plan.key, title=plan.title, kind=plan.kind,
        phase=plan.phase, starts=plan.starts, minutes=plan.minutes, purpose=plan.purpose,
        invitation=plan.invitation,
    )  # fmt: skip
    items = [
        AgendaItem(
            id=new_id(), process_id=process.id, meeting_id=meeting.id, title=item.title,
            minutes=item.minutes, seating=item.seating, leads=item.leads, purpose=item.purpose,
            script=item.script, fallback=item.fallback, cards=item.cards, dots=item.dots,
            page=item.page,
        )
        for item in plan.items
    ]  # fmt: skip
    return [meeting, *items]
