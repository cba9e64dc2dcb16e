"""Votes on the phone: dots, value and effort, an order, consent, and what came of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.balloting import REASON_LENGTH, SCALE, Rating
from strategykit.actions.collecting import fields_of
from strategykit.actions.results import givers_of, outcome_of
from strategykit.actions.voting import (
    Answers,
    answers_of,
    save_consent,
    save_ranking,
    save_ratings,
    set_dots,
)
from strategykit.domain.ballots import Ballot, Stance
from strategykit.domain.boards import counted
from strategykit.domain.steps import Circle, Step, Subjects
from strategykit.domain.subjects import Subject
from strategykit.errors import Empty
from strategykit.participation.answers import fine
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.parts import Part, Stand
from strategykit.participation.phone_doors import attendee_of, way_on

_ANCHOR = 8
STANCES = tuple((stance.name.lower(), stance.capitalize()) for stance in Stance)


@dataclass(frozen=True)
class Row:
    """One thing that is voted on; `own` may be given no dot, `notes` are what a group holds."""

    subject: Subject
    field: str
    notes: tuple[str, ...]
    dots: int
    own: bool
    ballot: Ballot | None

    @property
    def anchor(self) -> str:
        """Where the page is scrolled to after a dot."""
        return anchor(self.subject.id)


def anchor(subject_id: str) -> str:
    """The place of a subject on the page."""
    return f"e-{subject_id[:_ANCHOR]}"


def dot(request: Request, form: Form) -> Response:
    """So many dots; a button sends both in one field, "<emne> <antal>"."""
    subject_id, _, number = form.get("valg", "").partition(" ")
    subject_id, number = form.get("emne", subject_id), form.get("antal", number)
    count = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else -1  # noqa: PLR2004
    who = attendee_of(request, form)
    set_dots(database(), who, form.get("trin", ""), subject_id, count)
    return fine(request, f"{way_on(form)}#{anchor(subject_id)}", sagt=_left(request, form))


def ratings(request: Request, form: Form) -> Response:
    """Value and effort of everything on the page; an empty choice is "ved ikke"."""
    given = {
        subject_id: Rating(
            _number(form, f"vaerdi_{subject_id}"), _number(form, f"indsats_{subject_id}")
        )
        for subject_id in _named(form, "vaerdi_", "indsats_")
    }
    save_ratings(database(), attendee_of(request, form), form.get("trin", ""), given)
    return fine(request, way_on(form), sagt="Dine svar er gemt.")


def ranking(request: Request, form: Form) -> Response:
    """A place for everything on the page."""
    chosen = {i: _number(form, f"plads_{i}") for i in _named(form, "plads_")}
    places = {subject_id: place for subject_id, place in chosen.items() if place is not None}
    save_ranking(database(), attendee_of(request, form), form.get("trin", ""), places)
    return fine(request, way_on(form), sagt="Din rækkefølge er gemt.")


def consent(request: Request, form: Form) -> Response:
    """Ja, ja med forbehold or nej."""
    said = {stance.name.lower(): stance for stance in Stance}.get(form.get("svar", ""))
    if said is None:
        raise Empty("Dit svar")
    reason = form.get("begrundelse", "")
    save_consent(database(), attendee_of(request, form), form.get("trin", ""), said, reason)
    return fine(request, way_on(form), sagt="Dit svar er gemt.")


def rest_told(step: Step, given: int) -> str:
    """The budget in words: "Du har 3 prikker, og 1 er tilbage."."""
    has = f"Du har {counted(step.budget, 'prik', 'prikker')}"
    left = max(step.budget - given, 0)
    if not given:
        return f"{has} at give."
    all_given = "den er givet" if step.budget == 1 else "alle er givet"
    return f"{has}, og {left} er tilbage." if left else f"{has}, og {all_given}."


def _dots(stand: Stand, answers: Answers) -> dict[str, Any]:
    step = stand.step
    limits = 0 < step.cap < step.budget
    cap = f"Højst {counted(step.cap, 'prik', 'prikker')} til det samme." if limits else ""
    return {"rest": rest_told(step, answers.given), "cap": cap, "left": step.budget - answers.given}


def _consent(stand: Stand, answers: Answers) -> dict[str, Any]:
    about = answers.subjects[0] if stand.step.subjects is not Subjects.NOTHING else None
    mine = next(iter(answers.ballots.values()), None)
    said = mine.stance.name.lower() if mine and mine.stance else ""
    return {
        "about": about, "mine": mine, "said": said, "stances": STANCES, "most": REASON_LENGTH,
    }  # fmt: skip


def _ranking(stand: Stand, answers: Answers) -> dict[str, Any]:  # noqa: ARG001
    """Once an order has been given, the page shows it."""
    rows = sorted(answers.subjects, key=lambda s: _first(answers.ballots.get(s.id)))
    return {"subjects": tuple(rows), "places": range(1, len(rows) + 1)}


def _scale(stand: Stand, answers: Answers) -> dict[str, Any]:  # noqa: ARG001
    return {"scale": range(1, SCALE + 1)}


def _filled(own: Callable[[Stand, Answers], dict[str, Any]]) -> Callable[[Stand], dict[str, Any]]:
    def fill(stand: Stand) -> dict[str, Any]:
        step = stand.step
        outcome = outcome_of(stand.view, step)
        givers = givers_of(stand.store, step) if outcome else {}
        base = {"outcome": outcome, "givers": givers, "why_not": "", "rows": ()}
        if not step.is_open:
            return base
        answers = answers_of(database(), stand.attendee, step)
        more = own(stand, answers)
        subjects = more.pop("subjects", answers.subjects)
        rows = tuple(_rows(stand, answers, subjects))
        return {
            **base, "why_not": _why_not(stand, answers), "rows": rows,
            "saved": bool(answers.ballots), **more,
        }  # fmt: skip

    return fill


def _rows(stand: Stand, answers: Answers, subjects: Sequence[Subject]) -> list[Row]:
    titles: Mapping[str, str] = {key: title for key, title, _ in fields_of(stand.store, stand.step)}
    texts = {note.id: note.text for note in stand.view.content(stand.step).notes}
    return [
        Row(
            subject, titles.get(subject.field, ""),
            tuple(texts.get(i, "") for i in subject.note_ids if subject.note_ids != (subject.id,)),
            answers.dots.get(subject.id, 0), subject.id in answers.own,
            answers.ballots.get(subject.id),
        )
        for subject in subjects
    ]  # fmt: skip


def _why_not(stand: Stand, answers: Answers) -> str:
    """Why there is nothing to answer here; empty when there is."""
    if not stand.view.is_heard(stand.seat):
        return "Du er med som ekspert: Du skriver med, men stemmer ikke. Følg med på skærmen."
    if not stand.may_vote:
        if stand.step.voters is Circle.FACILITATOR:
            return "I dette trin er det proceslederen, der svarer. Følg med på skærmen."
        return "Du stemmer ikke i dette trin. Følg med, og bed proceslederen, hvis du skal stemme."
    if answers.elsewhere:
        return (
            "Du er allerede med i dette trin på en anden telefon eller på papir. Hver tæller én "
            "gang, så her kan du følge med."
        )
    return ""


def _left(request: Request, form: Form) -> str:
    who = attendee_of(request, form)
    with database().reading() as store:
        step = store.get(Step, form.get("trin", ""), who.process_id)
    return rest_told(step, answers_of(database(), who, step).given)


def _named(form: Form, *heads: str) -> list[str]:
    """The subjects that the form has a field for, each once."""
    found = [name.removeprefix(h) for name in form for h in heads if name.startswith(h)]
    return list(dict.fromkeys(found))


def _number(form: Form, name: str) -> int | None:
    text = form.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None  # noqa: PLR2004


def _first(ballot: Ballot | None) -> int:
    return ballot.first or 0 if ballot else 0


DOTS = Part("deltag_prikker.html", _filled(_dots))
RATE = Part("deltag_vurder.html", _filled(_scale))
RANK = Part("deltag_raekke.html", _filled(_ranking))
CONSENT = Part("deltag_svar.html", _filled(_consent))

ACTS = (
    ("prik", dot),
    ("vurder", ratings),
    ("raekke", ranking),
    ("svar", consent),
)
