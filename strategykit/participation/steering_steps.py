"""The helm's part on the plan of steps: presets first, every other rule under "Flere valg"."""

from dataclasses import replace
from typing import Any

from starlette.requests import Request

from strategykit.actions.room_views import RoomView
from strategykit.actions.step_plans import change_step, move_step, plan_step, remove_step
from strategykit.actions.steps import step_from
from strategykit.domain.boards import Done
from strategykit.domain.presets import PRESETS
from strategykit.domain.steps import Circle, Step, StepKind, StepState, Subjects
from strategykit.domain.template import BoardPlan, Terms
from strategykit.domain.wording import capital
from strategykit.errors import Empty
from strategykit.participation.csrf import Form
from strategykit.participation.plain import PlainRoute
from strategykit.participation.steering_helm import DOORS, PATH, Helm, Steer, number, steers
from strategykit.participation.steering_now import lines

_RULES = (
    ("uden_navn", "anonymous"),
    ("blind", "blind"),
    ("holdt", "held"),
    ("paa_telefonen", "on_phones"),
    ("egne", "own_allowed"),
    ("bliver_aabent", "stays_open"),
)
_CIRCLES = (("skriver", "writers"), ("stemmer", "voters"), ("samler", "groupers"))
CHOOSE = "vaelg"


def fill(helm: Helm, request: Request) -> dict[str, Any]:
    """The plan, or the form of one step: a new one of a preset, or one to change."""
    asked, view = request.query_params, helm.view
    step = view.find(asked.get("ret", ""))
    preset, is_new = asked.get("ny", ""), False
    if step is None and preset in PRESETS:
        step, is_new = _blank(view, preset, asked.get("punkt", "")), True
    return {
        "linjer": lines(view), "former": PRESETS, "ret": step, "er_ny": is_new,
        "vaelger": preset == CHOOSE, "punkt": asked.get("punkt", ""),
        "uden_punkt": [s for s in view.steps if s.item_id not in {i.id for i in view.items}],
        "venter_endnu": step is not None and step.state is StepState.WAITING,
        "om": about(view, step) if step else (), "kredse": tuple(Circle),
        "kilder": [s for s in view.steps if step and s.id != step.id],
        "tavler": _boards(view, step) if step else (),
    }  # fmt: skip


def about(view: RoomView, step: Step) -> tuple[tuple[str, str], ...]:
    """What the step may be about, as the values and words of a list."""
    allowed = PRESETS[step.preset].about if step.preset in PRESETS else tuple(Subjects)
    return tuple(choice for subjects in allowed for choice in _choices(view, step, subjects))


def _choices(view: RoomView, step: Step, subjects: Subjects) -> list[tuple[str, str]]:
    if subjects is Subjects.BOARD:
        return [(f"{subjects}|{b.key}", f"Tavlen: {b.title}") for b in view.template.boards]
    if subjects is Subjects.STATEMENT:
        return [(f"{subjects}|{s.key}", f"Teksten: {s.title}") for s in view.template.statements]
    if step.kind is StepKind.CONSENT and subjects is not Subjects.NOTHING:
        return [(f"{subjects}|{t.id}", t.title) for t in view.things.get(subjects, ())]
    if step.kind is StepKind.REVIEW:
        return [(f"{subjects}|", "Det seneste gennemsyn")]
    return [(f"{subjects}|", _whole(view.template.terms, subjects))]


def _whole(terms: Terms, subjects: Subjects) -> str:
    words = {
        Subjects.NOTHING: "Spørgsmålet alene",
        Subjects.AREAS: terms.omraaderne,
        Subjects.GROUPS: terms.grupperne,
        Subjects.GOALS: "Målene",
    }
    return capital(words[subjects])


def add(helm: Helm, form: Form) -> Done:
    """A new step of a preset; the id comes with the form, so that a double tap is one step."""
    blank = _blank(helm.view, form.get("oevelse", ""), "")
    step = _read(helm.view, replace(blank, id=form.get("ny", "") or blank.id), form)
    return plan_step(helm.db, helm.who, step)


def change(helm: Helm, form: Form) -> Done:
    """The step with other words or rules."""
    seen = helm.seen_step(form)
    waits = seen.state is StepState.WAITING
    changed = _read(helm.view, seen, form) if waits else _with_words(seen, form)
    return change_step(helm.db, helm.who, seen, changed)


def remove(helm: Helm, form: Form) -> Done:
    """The waiting step is gone."""
    return remove_step(helm.db, helm.who, helm.seen_step(form))


def move(helm: Helm, form: Form) -> Done:
    """The waiting step earlier or later in its item."""
    by = -1 if "tidligere" in form else 1
    return move_step(helm.db, helm.who, helm.seen_step(form), by)


def _blank(view: RoomView, preset: str, item_id: str) -> Step:
    known = preset if preset in PRESETS else next(iter(PRESETS))
    return step_from(
        known, process_id=view.process.id, meeting_id=view.meeting.id,
        title=PRESETS[known].title, item_id=item_id,
    )  # fmt: skip


def _boards(view: RoomView, step: Step) -> tuple[BoardPlan, ...]:
    """Those of which a step may have some fields only."""
    if step.preset in PRESETS and Subjects.BOARD not in PRESETS[step.preset].about:
        return ()
    return tuple(board for board in view.template.boards if len(board.fields) > 1)


def _with_words(step: Step, form: Form) -> Step:
    return replace(
        step, title=form.get("titel", step.title), ask=form.get("spoergsmaal", step.ask),
        notes_to_self=form.get("talenoter", step.notes_to_self),
        minutes=number(form, "minutter", step.minutes),
    )  # fmt: skip


def _read(view: RoomView, step: Step, form: Form) -> Step:
    """The step as the form has it; what the form does not say stays.

    Raises Empty for something that the exercise is not about.
    """
    chosen = form.get("om", f"{step.subjects}|{step.subject}")
    if chosen not in {value for value, _ in about(view, step)}:
        raise Empty("Handler om")
    subjects, _, subject = chosen.partition("|")
    board = subject if subjects == Subjects.BOARD else ""
    fields = [f.partition(".")[2] for f in form.getlist("felt") if f.partition(".")[0] == board]
    rules: dict[str, Any] = {name: box in form for box, name in _RULES if "regler" in form}
    rules |= {name: _circle(form.get(box, ""), getattr(step, name)) for box, name in _CIRCLES}
    return replace(
        _with_words(step, form), subjects=Subjects(subjects), subject=subject,
        fields=tuple(fields) if board else (), item_id=_known(view.items, form.get("punkt", "")),
        source_id=_known(view.steps, form.get("kilde", "")),
        budget=number(form, "prikker", step.budget), cap=number(form, "loft", step.cap), **rules,
    )  # fmt: skip


def _circle(value: str, otherwise: Circle) -> Circle:
    return Circle(value) if value in tuple(Circle) else otherwise


def _known(things: tuple[Any, ...], wanted: str) -> str:
    return wanted if wanted in {thing.id for thing in things} else ""


ACTS: tuple[tuple[str, Steer], ...] = (
    ("trin", add),
    ("trin/ret", change),
    ("trin/slet", remove),
    ("trin/flyt", move),
)
ROUTES = tuple(PlainRoute(f"{PATH}/{name}", DOORS, act=steers(call)) for name, call in ACTS)
