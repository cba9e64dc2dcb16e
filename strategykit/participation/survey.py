"""A survey as people answer it: one plain page, no name, no sign-in and nothing that ties.

No door's cookie is read here, and what a browser sends to guard its form is kept with no answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.survey import (
    Asking,
    asked_by_code,
    asked_by_link,
    hand_in,
    unfit,
)
from strategykit.actions.wording import worded
from strategykit.domain.instruments import ItemOfInstrument, QuestionForm
from strategykit.domain.process import Process
from strategykit.domain.survey import CHOICES, TEXT_LENGTH, sections_of
from strategykit.errors import RoundClosed, StrategyError, SurveyCodeUnknown, SurveyLinkDead
from strategykit.participation.csrf import Form, kept_of
from strategykit.participation.doors import database
from strategykit.participation.late import after_wrong_code
from strategykit.participation.plain import ANYONE, PlainRoute
from strategykit.participation.rendering import go_to, page, told

PATH, LINK, CODE = "/spoergeskema", "n", "kode"
KEY = "linkkode"  # fields with `kode` in their name are not shown to anybody again
STEP, TEXT = "trin_", "svar_"


@dataclass(frozen=True)
class Typed:
    """A form as it was filled in, and why it was not taken."""

    answers: Mapping[str, str] = field(default_factory=dict)
    group: str = ""
    nonce: str = field(default_factory=new_id)
    problem: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """A question in the words of the process, with what was answered."""

    item: ItemOfInstrument
    title: str
    hint: str
    answer: str
    problem: str

    @property
    def free(self) -> bool:
        """Whether it is answered in one's own words."""
        return self.item.form is QuestionForm.TEXT


def show(request: Request) -> Response:
    """The questions behind a link or a code, or the field that asks for the code."""
    token, code = request.query_params.get(LINK, ""), request.query_params.get(CODE, "")
    if token:
        return _show_link(request, token)
    if code:
        return _show_code(request, code)
    return page(request, "spoergeskema_kode.html", code="", error="")


def _show_link(request: Request, token: str) -> Response:
    try:
        asking = asked_by_link(database(), token)
    except (SurveyLinkDead, SurveyCodeUnknown) as error:
        shown = told(request, "Linket virker ikke", str(error), status=404, kind="alarm")
        return after_wrong_code(request, shown)
    return _form(request, asking, token, Typed())


def _show_code(request: Request, code: str) -> Response:
    try:
        asking = asked_by_code(database(), code)
    except SurveyCodeUnknown as error:
        shown = page(request, "spoergeskema_kode.html", 404, code=code, error=str(error))
        return after_wrong_code(request, shown)
    return _form(request, asking, code, Typed())


def answer(request: Request, form: Form) -> Response:
    """The answers are kept, or stand in the form still with what is to be changed."""
    key, typed = form.get(KEY, ""), _typed(form)
    try:
        new = hand_in(database(), key, typed.answers, typed.group, typed.nonce)
    except (SurveyLinkDead, SurveyCodeUnknown) as error:
        return after_wrong_code(request, _gone(request, form, str(error), 404))
    except RoundClosed as error:
        return _gone(request, form, str(error), 409)
    except StrategyError as error:
        return _again(request, key, typed, error)
    return go_to(f"{PATH}/tak" if new else f"{PATH}/tak?igen=ja")


def thank(request: Request) -> Response:
    """The same for everybody: the address tells nothing of what was asked."""
    again = bool(request.query_params.get("igen"))
    return page(request, "spoergeskema_tak.html", again=again)


def _gone(request: Request, form: Form, sentence: str, status: int) -> Response:
    """What was written can be copied from the page."""
    texts = [text for text in kept_of(form) if text != form.get("gruppe")]
    return told(request, "Svaret er ikke sendt", sentence, status=status, kind="alarm", kept=texts)


def _again(request: Request, key: str, typed: Typed, error: StrategyError) -> Response:
    asking = asked_by_link(database(), key)
    wrong = unfit(asking.plan, typed.answers)
    told_of = {item: str(why) for item, why in wrong.items()}
    return _form(
        request, asking, key, Typed(typed.answers, typed.group, typed.nonce, str(error), told_of),
        400,
    )  # fmt: skip


def _typed(form: Form) -> Typed:
    """Steps come as numbers, so that a page with many questions stays small."""
    words = {str(number): word for number, word in enumerate(CHOICES, start=1)}
    steps = {n.removeprefix(STEP): words.get(v, v) for n, v in form.items() if n.startswith(STEP)}
    texts = {n.removeprefix(TEXT): v for n, v in form.items() if n.startswith(TEXT)}
    return Typed(steps | texts, form.get("gruppe", ""), form.get("nonce", ""))


def _form(request: Request, asking: Asking, key: str, typed: Typed, status: int = 200) -> Response:
    if not asking.is_open:
        closed = str(RoundClosed())
        return told(request, "Spørgeskemaet er lukket", closed, status=status, kind="care")
    process, plan = asking.process, asking.plan
    sections = [
        (worded(process, heading), [_question(process, item, typed) for item in items])
        for heading, items in sections_of(plan)
    ]
    shown = page(
        request, "spoergeskema.html", status, title=worded(process, plan.title),
        ask=worded(process, plan.ask), sections=sections, typed=typed, key=key,
        groups=[(group, worded(process, group)) for group in plan.groups], choices=CHOICES,
        most=TEXT_LENGTH,
    )  # fmt: skip
    shown.headers["Referrer-Policy"] = "strict-origin"  # the link stays out of what is sent on
    return shown


def _question(process: Process, item: ItemOfInstrument, typed: Typed) -> Question:
    return Question(
        item, worded(process, item.title), worded(process, item.hint),
        typed.answers.get(item.key, ""), typed.problems.get(item.key, ""),
    )  # fmt: skip


ROUTES = (
    PlainRoute(PATH, ANYONE, show=show, act=answer, crowd=True),
    PlainRoute(f"{PATH}/tak", ANYONE, show=thank),
)
