"""The drejebog of a held process as the meetings of a template, with nothing that anybody typed.

What stands as the template had it keeps the template's own words. Minutes, order, seating, dots and
exercises come from the process. A text that was written in the process never comes along.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from strategykit.domain.material import Material
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.presets import PRESETS
from strategykit.domain.steps import Step, StepKind, Subjects
from strategykit.domain.template import Template
from strategykit.domain.template_meetings import ItemPlan, MeetingPlan, StepPlan
from strategykit.domain.wording import render

Words = Mapping[str, str]
Fields = dict[str, Any]
OWN_ITEM = "Eget punkt"
_TYPED = ("title", "purpose", "script", "fallback", "leads")


@dataclass(frozen=True)
class Held:
    """A meeting as the template would plan it; `plan` is None for one that was added."""

    plan: MeetingPlan | None
    fields: Fields


def held_meetings(material: Material, planned: Sequence[Fields], words: Words) -> tuple[Held, ...]:
    """The meetings in the order of the process; `planned` are those of the template's file."""
    by_key = dict(zip((m.key for m in material.template.meetings), planned, strict=True))
    plans = {plan.key: plan for plan in material.template.meetings}
    held = []
    for number, meeting in enumerate(material.of(Meeting), start=1):
        plan = plans.pop(meeting.key, None)
        own = _own_meeting(number, material.template, meeting)
        start = dict(by_key[plan.key]) if plan else own
        held.append(Held(plan, _meeting(material, meeting, plan, start, words)))
    return tuple(held)


def typed_in_agenda(material: Material, words: Words) -> int:
    """How many texts of the drejebog were written in the process and stay behind."""
    known = _texts(material.template, words)
    typed = [
        getattr(thing, name)
        for kind in (AgendaItem, Meeting, Step)
        for thing in material.of(kind)
        for name in (*_TYPED, "invitation", "ask", "noted", "place", "notes_to_self")
        if getattr(thing, name, "")
    ]
    return sum(str(text) not in known for text in typed)


def _texts(template: Template, words: Words) -> set[str]:
    """Every text of the template's meetings as a process begins with it."""
    return {
        render(value, words)
        for plan in template.meetings
        for part in (plan, *plan.items, *(step for item in plan.items for step in item.steps))
        for value in vars(part).values()
        if isinstance(value, str)
    }


def _own_meeting(number: int, template: Template, meeting: Meeting) -> Fields:
    phases = [phase.key for phase in template.phases]
    phase = meeting.phase if meeting.phase in phases else phases[0]
    return {"key": f"eget-moede-{number}", "title": f"Eget møde {number}", "phase": phase}


def _meeting(
    material: Material, meeting: Meeting, plan: MeetingPlan | None, start: Fields, words: Words
) -> Fields:
    items = [i for i in material.of(AgendaItem) if i.meeting_id == meeting.id]
    steps = [s for s in material.of(Step) if s.meeting_id == meeting.id]
    fields = _Items(plan, start, steps, words).of(items)
    minutes = sum(int(item["minutes"]) for item in fields)
    default = MeetingPlan.minutes
    structure = {"kind": meeting.kind.value, "starts": meeting.starts, "minutes": str(minutes)}
    usual: Fields = {"kind": "workshop", "starts": "16:00", "minutes": str(default)}
    changed = {n: v for n, v in structure.items() if v != start.get(n, usual[n])}
    return {**start, **changed, "items": fields}


@dataclass(frozen=True)
class _Items:
    plan: MeetingPlan | None
    start: Fields
    steps: Sequence[Step]
    words: Words

    def of(self, items: Sequence[AgendaItem]) -> list[Fields]:
        """The items of the process; one that the template planned keeps the template's words."""
        left = list(zip(self.plan.items, self.start["items"], strict=True)) if self.plan else []
        found = []
        for item in items:
            match = next((m for m in left if render(m[0].title, self.words) == item.title), None)
            if match:
                left.remove(match)
            found.append(self._item(item, match))
        return _with_sources(found)

    def _item(self, item: AgendaItem, match: tuple[ItemPlan, Fields] | None) -> Fields:
        plan, there = match or (None, {"title": OWN_ITEM})
        fields: Fields = dict(there)
        fields["minutes"] = str(item.minutes)
        if item.seating.value != fields.get("seating", "i plenum"):
            fields["seating"] = item.seating.value
        if str(item.dots) != fields.get("dots", "0"):
            fields["dots"] = str(item.dots)
        if plan is None and item.page:
            fields["page"] = item.page
        own = [step for step in self.steps if step.item_id == item.id and step.preset in PRESETS]
        fields.pop("steps", None)
        if steps := self._steps(own, plan, there):
            fields["steps"] = steps
        return fields

    def _steps(self, steps: Sequence[Step], plan: ItemPlan | None, there: Fields) -> list[Fields]:
        left = list(zip(plan.steps, there.get("steps", []), strict=True)) if plan else []
        found = []
        for step in steps:
            match = next((m for m in left if self._same(m[0], step)), None)
            if match:
                left.remove(match)
            fields = dict(match[1]) if match else _own_step(step)
            fields["minutes"] = str(step.minutes)
            found.append(fields)
        return found

    def _same(self, plan: StepPlan, step: Step) -> bool:
        return render(plan.title, self.words) == step.title and plan.preset == step.preset


def _own_step(step: Step) -> Fields:
    """An exercise that was added: its kind and what it is about, under the exercise's own name."""
    fields: Fields = {"preset": step.preset, "title": PRESETS[step.preset].title}
    if step.subjects is Subjects.BOARD:
        fields["board"] = step.subject
        if step.fields:
            fields["fields"] = list(step.fields)
    elif step.subjects is Subjects.STATEMENT:
        fields["statement"] = step.subject
    elif step.subjects is not Subjects.NOTHING:
        fields["about"] = step.subjects.value
    if PRESETS[step.preset].kind is StepKind.DOTS:
        fields["dots"] = str(step.budget)
    return fields


def _with_sources(items: list[Fields]) -> list[Fields]:
    """A step that goes on with one which is gone, or comes later, stands alone."""
    seen: set[str] = set()
    for item in items:
        steps: list[Fields] = []
        for step in item.get("steps", []):
            alone = step.get("source") and step["source"] not in seen
            steps.append({k: v for k, v in step.items() if not (alone and k == "source")})
            seen.add(step.get("key", ""))
        if steps:
            item["steps"] = steps
    return items
