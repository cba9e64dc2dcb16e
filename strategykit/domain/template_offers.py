"""An improved template for a running process: what would no longer be shown, and what moves along.

Nothing is ever deleted: what the new template has no place for is kept and comes back with the old.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.areas import Measure, answers_of
from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.catalogue import ALWAYS_SHOWN
from strategykit.domain.counted import WORDS, counted
from strategykit.domain.drafts import SUMMARY, Rewrite
from strategykit.domain.entry import Entry
from strategykit.domain.knowledge import Interview
from strategykit.domain.material import Material
from strategykit.domain.meetings import Meeting
from strategykit.domain.process import Answer
from strategykit.domain.statements import Statement
from strategykit.domain.steps import Step
from strategykit.domain.template import Template
from strategykit.domain.template_meetings import MeetingPlan
from strategykit.domain.template_words import as_said, one_of


@dataclass(frozen=True)
class Loss:
    """What of the process the new template shows no more, and how much of it there is."""

    place: str
    what: str


def losses(material: Material, new: Template) -> tuple[Loss, ...]:
    """Everything that has content and no place in the new template; empty when nothing has."""
    return tuple(
        loss
        for find in (_boards, _statements, _answers, _instruments, _sections, _plan)
        for loss in find(material, new)
    )


def new_meetings(material: Material, new: Template) -> tuple[MeetingPlan, ...]:
    """The meetings of the new template that the process has not had from the old one."""
    there = {meeting.key for meeting in material.of(Meeting)}
    had = {meeting.key for meeting in material.template.meetings}
    return tuple(plan for plan in new.meetings if plan.key not in there | had)


def phase_in(new: Template, old: Template, phase: str) -> str:
    """The phase that the process is in afterwards: its own, or the one at the same place."""
    keys = [each.key for each in new.phases]
    if phase in keys:
        return phase
    place = [each.key for each in old.phases].index(old.phase(phase).key)
    return keys[min(place, len(keys) - 1)]


def answers_in(new: Template, old: Template, measure: Measure) -> tuple[str, ...]:
    """A measure's answers at the places that its principles have in the new template."""
    given = answers_of(measure, len(old.principles))
    by_key = {p.key: said for p, said in zip(old.principles, given, strict=True)}
    moved = tuple(by_key.get(p.key, "") for p in new.principles)
    return moved if any(moved) else ()


def _boards(material: Material, new: Template) -> Iterator[Loss]:
    fields = {(b.key, f.key) for b in new.boards for f in b.fields}
    titles = {(b.key, f.key): f"{b.title}, {f.title}" for b in material.template.boards
              for f in b.fields}  # fmt: skip
    kinds: tuple[type[Note | NoteGroup], ...] = (Note, NoteGroup)
    for kind in kinds:
        gone = Counter(
            (thing.board, thing.field)
            for thing in material.of(kind)
            if thing.field and (thing.board, thing.field) not in fields
        )
        for place, number in gone.items():
            yield Loss(f"Tavlen {titles.get(place, place[0])}", counted(kind, number))


def _statements(material: Material, new: Template) -> Iterator[Loss]:
    keys = {plan.key for plan in new.statements}
    titles = {plan.key: plan.title for plan in material.template.statements}
    sections = {section.key for section in new.document.sections}
    for text in material.of(Statement):
        start, _, section = text.key.partition(":")
        if not text.text.strip():
            continue
        if start == SUMMARY and section and section not in sections:
            yield Loss(f"Afsnittet {_section(material, section)}", "sammenfatningen")
        elif not section and text.key not in keys:
            yield Loss(titles.get(text.key, text.key), counted(Statement, 1))


def _answers(material: Material, new: Template) -> Iterator[Loss]:
    old = material.template
    answers = [a.question for a in material.of(Answer) if a.text.strip()]
    yield from _keyed("Åbningsspørgsmål", Answer, answers, old.opening_questions,
                      new.opening_questions)  # fmt: skip
    foci = [i.focus for i in material.of(Interview) if i.focus]
    yield from _keyed("Fokus i interview", Interview, foci, old.interview_foci, new.interview_foci)
    there = {principle.key for principle in new.principles}
    for place, principle in enumerate(old.principles):
        given = sum(
            bool(answers_of(m, len(old.principles))[place]) for m in material.of(Measure)
        )  # fmt: skip
        if given and principle.key not in there:
            yield Loss(f"Holdepunktet {principle.title}", f"svar på {counted(Measure, given)}")


def _instruments(material: Material, new: Template) -> Iterator[Loss]:
    """Whatever kind of thing names its instrument."""
    there = {plan.key for plan in new.instruments}
    titles = {plan.key: plan.title for plan in material.template.instruments}
    for kind, things in material.things.items():
        named = (getattr(thing, "instrument", "") for thing in things)
        for key, number in Counter(key for key in named if key and key not in there).items():
            words = WORDS.get(kind, (one_of(None), "punkter"))
            said = f"{number} {words[0] if number == 1 else words[1]}"
            yield Loss(f"Redskabet {titles.get(key, key)}", said)


def _sections(material: Material, new: Template) -> Iterator[Loss]:
    there = {section.key for section in new.document.sections}
    gone = Counter(
        key for r in material.of(Rewrite) if (key := r.block.partition(":")[0]) not in there
    )
    for key, number in gone.items():
        yield Loss(f"Afsnittet {_section(material, key)}", counted(Rewrite, number))


def _plan(material: Material, new: Template) -> Iterator[Loss]:
    phases = {phase.key for phase in new.phases}
    titles = {phase.key: phase.title for phase in material.template.phases}
    gone = Counter(m.phase for m in material.of(Meeting) if m.phase and m.phase not in phases)
    for key, number in gone.items():
        yield Loss(f"Fasen {titles.get(key, key)}", counted(Meeting, number))
    boards = {board.key for board in new.boards} | {text.key for text in new.statements}
    steps = [s for s in material.of(Step) if _names_template(s) and s.subject not in boards]
    if steps:
        yield Loss("Trin om en tavle eller tekst, der ikke er der", counted(Step, len(steps)))
    shown = {*new.pages, *ALWAYS_SHOWN}
    for page in material.template.pages:
        if page not in shown:
            yield Loss(f"Siden {as_said('page', page)}", "siden vises ikke i menuen")


def _names_template(step: Step) -> bool:
    return step.subjects.value in ("tavle", "tekst") and bool(step.subject)


def _keyed(
    place: str, kind: type[Entry], used: Iterable[str], old: Sequence[object],
    new: Sequence[object],
) -> Iterator[Loss]:  # fmt: skip
    there = {getattr(each, "key", "") for each in new}
    texts: Mapping[str, str] = {getattr(e, "key", ""): getattr(e, "text", "") for e in old}
    for key, number in Counter(key for key in used if key not in there).items():
        yield Loss(f"{place}: {texts.get(key, key)}", counted(kind, number))


def _section(material: Material, key: str) -> str:
    sections = material.template.document.sections
    return next((section.title for section in sections if section.key == key), key)
