"""/styring/papir: a scribe types in sheets of paper for the step at hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.balloting import REASON_LENGTH, SCALE, Rating
from strategykit.actions.collecting import fields_of
from strategykit.actions.paper import (
    Sheet,
    enter_paper_consent,
    enter_paper_dots,
    enter_paper_notes,
    enter_paper_ranking,
    enter_paper_ratings,
)
from strategykit.actions.room_views import RoomView
from strategykit.actions.steering import silent
from strategykit.actions.undoing import UNDOING
from strategykit.domain.ballots import Stance
from strategykit.domain.boards import Done, marks, note_lines
from strategykit.domain.people import COMMITTEE, Person, called, in_role_order
from strategykit.domain.steps import VOTING, Circle, Step, StepKind, Subjects
from strategykit.domain.subjects import Subject
from strategykit.errors import BadNumber, Empty, NotFound, StrategyError
from strategykit.participation.csrf import Form
from strategykit.participation.phone_votes import STANCES
from strategykit.participation.plain import PlainRoute
from strategykit.participation.rendering import go_to, page
from strategykit.participation.steering_helm import DOORS, PATH, TOLD, Helm, helm_of

PAPER = f"{PATH}/papir"
_LONGEST = 9


@dataclass(frozen=True)
class Name:
    """One on the list; `answered` is known in steps with names alone."""

    person: Person
    name: str
    answered: bool


@dataclass(frozen=True)
class Line:
    """One thing that is voted on, by the number or letter that it has on the wall."""

    mark: str
    subject: Subject


def show(request: Request) -> Response:
    """The sheet of the step at hand, empty."""
    helm = helm_of(request, request.query_params.get("moede", ""))
    kind, sentence = TOLD.take(helm.sign_in)
    step = _step(helm, request.query_params.get("trin", ""))
    return _shown(request, helm, step, sagt_slags=kind, sagt=sentence)


def save(request: Request, form: Form) -> Response:
    """One sheet; what it refuses stands in the fields still."""
    helm = helm_of(request, form.get("moede", ""))
    step = _step(helm, form.get("trin", ""))
    if step is None:
        raise NotFound(Step.noun)
    try:
        done = _ENTER[step.kind](helm, step, form)
    except StrategyError as error:
        return _shown(request, helm, step, 400, fejl=str(error), skrevet=dict(form.items()))
    UNDOING.keep(helm.process_id, helm.meeting_id, done)
    TOLD.say(helm.sign_in, "told", done.told or "Arket er allerede skrevet ind.")
    return go_to(_way(helm, step))


def take_back(request: Request, form: Form) -> Response:
    """The newest act of the meeting is undone, as the helm's own button does it."""
    helm = helm_of(request, form.get("moede", ""))
    gone = UNDOING.take_back(
        helm.db, helm.who, helm.process_id, helm.meeting_id, form.get("gjort", "")
    )
    TOLD.say(helm.sign_in, "told", f"Fortrudt: {gone}")
    return go_to(_way(helm, _step(helm, form.get("trin", ""))))


def _shown(
    request: Request, helm: Helm, step: Step | None, status: int = 200, **more: Any
) -> Response:
    view = helm.view
    about: dict[str, Any] = {
        "sagt": "", "sagt_slags": "", "fejl": "", "skrevet": {}, "view": view, "trin": step,
        "aabne": _open_steps(view), "fortryd": UNDOING.newest(helm.process_id, helm.meeting_id),
        "ny": new_id(), "navne": _names(helm, step) if step else (),
        "uden_person": step is not None and _nobody_may(step),
    }  # fmt: skip
    if step is not None:
        about |= {
            "linjer": _lines(view, step), "felter": _fields(helm, step), "skala": SCALE,
            "svar": STANCES, "mest": REASON_LENGTH, "stemmes": step.kind in VOTING,
        }  # fmt: skip
    return page(request, "styring_papir.html", status, **{**about, **more})


def _step(helm: Helm, wanted: str) -> Step | None:
    """The open step that was asked for, else the room's, else the first one."""
    steps = _open_steps(helm.view)
    here = helm.view.room.step_id if helm.view.room else ""
    found = [s for key in (wanted, here) for s in steps if s.id == key]
    return next(iter((*found, *steps)), None)


def _open_steps(view: RoomView) -> tuple[Step, ...]:
    return tuple(step for step in view.steps if step.is_open and step.kind in _ENTER)


def _names(helm: Helm, step: Step) -> tuple[Name, ...]:
    """The committee, and whoever else has a seat."""
    view = helm.view
    seated = {seat.person_id for seat in view.present}
    missing = silent(helm.db, view) if view.step == step else None
    quiet = {person.id for person in missing} if missing is not None else seated
    people = [p for p in view.people.values() if p.role in COMMITTEE or p.id in seated]
    return tuple(
        Name(p, called(p), p.id in seated and p.id not in quiet)
        for p in in_role_order(people)
        if not p.erased
    )


def _nobody_may(step: Step) -> bool:
    """Whether a sheet may be nobody's: where all write or vote, and no names are kept."""
    return step.kind is StepKind.COLLECT or (step.anonymous and step.voters is Circle.EVERYBODY)


def _lines(view: RoomView, step: Step) -> tuple[Line, ...]:
    if step.kind not in VOTING:
        return ()
    subjects = view.subjects(step)
    if step.subjects is Subjects.BOARD:
        called_aloud = marks(view.contents[step.subject])
        return tuple(Line(called_aloud[subject.id], subject) for subject in subjects)
    return tuple(Line(str(number), subject) for number, subject in enumerate(subjects, start=1))


def _fields(helm: Helm, step: Step) -> tuple[tuple[str, str], ...]:
    if step.kind is not StepKind.COLLECT:
        return ()
    with helm.db.reading() as store:
        return tuple((key, title) for key, title, _ in fields_of(store, step)) or (("", "Sedler"),)


def _dots(helm: Helm, step: Step, form: Form) -> Done:
    dots = {i: _whole(form, f"antal_{i}", "Prikker") or 0 for i in _named(form, "antal_")}
    return enter_paper_dots(helm.db, helm.who, _sheet(step, form), dots)


def _ratings(helm: Helm, step: Step, form: Form) -> Done:
    ratings = {
        i: Rating(_whole(form, f"vaerdi_{i}", "Værdi"), _whole(form, f"indsats_{i}", "Indsats"))
        for i in _named(form, "vaerdi_")
    }
    return enter_paper_ratings(helm.db, helm.who, _sheet(step, form), ratings)


def _ranking(helm: Helm, step: Step, form: Form) -> Done:
    given = {i: _whole(form, f"plads_{i}", "Plads") for i in _named(form, "plads_")}
    places = {subject_id: place for subject_id, place in given.items() if place is not None}
    return enter_paper_ranking(helm.db, helm.who, _sheet(step, form), places)


def _consent(helm: Helm, step: Step, form: Form) -> Done:
    said = {stance.name.lower(): stance for stance in Stance}.get(form.get("svar", ""))
    if said is None:
        raise Empty("Svar")
    reason = form.get("begrundelse", "")
    return enter_paper_consent(helm.db, helm.who, _sheet(step, form), said, reason)


def _notes(helm: Helm, step: Step, form: Form) -> Done:
    notes = [
        (key, line)
        for key in _named(form, "sedler_")
        for line in note_lines(form.get(f"sedler_{key}", ""))
    ]
    nonce = form.get("ny", "") or new_id()
    return enter_paper_notes(helm.db, helm.who, _sheet(step, form), notes, nonce)


def _sheet(step: Step, form: Form) -> Sheet:
    return Sheet(step, form.get("person", ""), replaces=form.get("erstat") == "ja")


def _named(form: Form, head: str) -> list[str]:
    return [name.removeprefix(head) for name in form if name.startswith(head)]


def _whole(form: Form, name: str, label: str) -> int | None:
    text = form.get(name, "").strip()
    if text and not (text.isascii() and text.isdigit() and len(text) < _LONGEST):
        raise BadNumber(label, text)
    return int(text) if text else None


def _way(helm: Helm, step: Step | None) -> str:
    return f"{PAPER}?moede={helm.meeting_id}" + (f"&trin={step.id}" if step else "")


_ENTER: Mapping[StepKind, Callable[[Helm, Step, Form], Done]] = {
    StepKind.DOTS: _dots,
    StepKind.RATE: _ratings,
    StepKind.RANK: _ranking,
    StepKind.CONSENT: _consent,
    StepKind.COLLECT: _notes,
}
ROUTES = (
    PlainRoute(PAPER, DOORS, show=show, act=save),
    PlainRoute(f"{PAPER}/fortryd", DOORS, act=take_back),
)
