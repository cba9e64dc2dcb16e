"""The steps that a template plans for its meetings, as a process begins with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from strategykit.actions.steps import step_from
from strategykit.domain.meetings import AgendaItem
from strategykit.domain.steps import Step
from strategykit.domain.template import Template
from strategykit.domain.template_meetings import MeetingPlan, StepPlan
from strategykit.domain.wording import render


def planned_steps(
    template: Template, plan: MeetingPlan, items: Sequence[AgendaItem], words: Mapping[str, str]
) -> list[Step]:
    """The meeting's steps in the order of its items; a source is the id of the step it names."""
    made: dict[str, str] = {}
    steps: list[Step] = []
    for item_plan, item in zip(plan.items, items, strict=True):
        for step_plan in item_plan.steps:
            step = _step(template, step_plan, item, words, made.get(step_plan.source, ""))
            steps.append(step)
            if step_plan.key:
                made[step_plan.key] = step.id
    return steps


def _step(
    template: Template, plan: StepPlan, item: AgendaItem, words: Mapping[str, str], source_id: str
) -> Step:
    board = template.board(plan.board)
    dots = plan.dots or (board.dots if board else 0)
    more: dict[str, Any] = {"budget": dots} if dots else {}
    return step_from(
        plan.preset, process_id=item.process_id, meeting_id=item.meeting_id, item_id=item.id,
        title=render(plan.title, words), ask=render(plan.ask, words), subjects=plan.subjects,
        subject=plan.board or plan.statement, fields=plan.fields, source_id=source_id,
        minutes=plan.minutes, **more,
    )  # fmt: skip
