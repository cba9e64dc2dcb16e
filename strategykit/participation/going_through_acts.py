"""What is done at /gennemgang: going on, the bloc, deciding, asking everybody, and undoing."""

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions import going_through as review_acts
from strategykit.actions.acting import new_id
from strategykit.actions.minorities import enter_minority
from strategykit.actions.points import decide_bloc
from strategykit.actions.undoing import UNDOING
from strategykit.domain.boards import Done
from strategykit.domain.minorities import Minority
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point, Verdict
from strategykit.errors import EditConflict, MovedOn, NotFound, NothingDecided, StrategyError
from strategykit.participation.csrf import Form
from strategykit.participation.going_through import (
    MEETING,
    PATH,
    Desk,
    desk_of,
    show,
    show_screen,
    stream,
    way_to,
    whole_page,
)
from strategykit.participation.going_through_moves import (
    backward,
    begin,
    forward,
    go,
    here_at,
    require_seen,
    show_side,
)
from strategykit.participation.going_through_view import shown
from strategykit.participation.plain import Act, PlainRoute
from strategykit.participation.rendering import go_to
from strategykit.participation.steering_helm import DOORS, TOLD, number

Walk = Callable[[Desk, Form], Done | str]
VERDICTS = {
    "godtag": Verdict.ACCEPTED, "ord": Verdict.REWORDED, "afvis": Verdict.REJECTED,
    "udsaet": Verdict.PUT_OFF,
}  # fmt: skip


def walks(call: Walk) -> Act:
    """An act as a route takes it: what it does is kept for undoing, what it refuses is kept."""

    def act(request: Request, form: Form) -> Response:
        desk = desk_of(request, form.get(MEETING, ""))
        try:
            done = call(desk, form)
        except StrategyError as error:
            return _refused(request, form, error)
        helm = desk.helm
        if isinstance(done, Done):
            UNDOING.keep(helm.process_id, helm.meeting_id, done)
        TOLD.say(helm.sign_in, "told", done.told if isinstance(done, Done) else done)
        return go_to(way_to(helm.meeting_id))

    return act


def _refused(request: Request, form: Form, error: StrategyError) -> Response:
    """The page as it is now, with the sentence and all that was written."""
    desk = desk_of(request, form.get(MEETING, ""))
    if isinstance(error, EditConflict):
        error = MovedOn(here_at(desk))
    typed = {name: text for name, text in form.items() if not name.startswith("_")}
    status = 404 if isinstance(error, NotFound) else 409
    return whole_page(request, desk, status, error=str(error), typed=typed)


def take_bloc(desk: Desk, form: Form) -> Done | str:
    """All that stood on the page, and nothing else; raises MovedOn when the list is another now."""
    _, review = desk.require()
    seen = set(form.getlist("punkt"))
    if seen != {f"{w.point.id}.{w.point.version}" for w in review.bloc}:
        raise MovedOn("rettelserne, der tages samlet. Listen er ændret, så se den igen")
    if not review.bloc:
        return "Der er ingen rettelser at tage samlet."
    return decide_bloc(desk.helm.db, desk.helm.who, review.bloc, form.get("grund", ""))


def pull_out(desk: Desk, form: Form) -> Done:
    """One of the bloc is taken by itself."""
    return review_acts.pull_out(desk.helm.db, desk.helm.who, _wish(desk, form))


def decide(desk: Desk, form: Form) -> Done:
    """The committee's stand; accepted in other words when the words are other words."""
    wish, verdict = _wish(desk, form), VERDICTS.get(form.get("afgoerelse", ""))
    if verdict is None:
        raise NotFound("Afgørelsen")
    final = form.get("ordlyd", "") if verdict in (Verdict.ACCEPTED, Verdict.REWORDED) else ""
    asked = shown(desk.require()[1].draft, wish)
    proposed = asked.before if asked.after is None else asked.after or asked.before
    if final and _plain(final) == _plain(proposed) and asked.after is not None:
        verdict, final = Verdict.ACCEPTED, ""
    elif verdict is Verdict.ACCEPTED and _plain(final) != _plain(proposed):
        verdict = Verdict.REWORDED
    elif verdict is Verdict.ACCEPTED:
        final = ""
    done = review_acts.decide_point(
        desk.helm.db, desk.helm.who, wish, verdict, seen=number(form, "version"), final=final,
        reason=form.get("grund", ""), wished_by=form.get("oenske", ""),
    )  # fmt: skip
    return replace(done, told=f"{asked.place}: {verdict}.")


def reopen(desk: Desk, form: Form) -> Done:
    """The point is open again."""
    point = _wish(desk, form).point
    seen = replace(point, version=number(form, "version", point.version))
    return review_acts.reopen(desk.helm.db, desk.helm.who, seen)


def ask(desk: Desk, form: Form) -> Done:
    """Everybody may say whether they stand behind the text in the field."""
    step, review = desk.require()
    require_seen(desk, form)
    text = form.get("ordlyd", "")
    return review_acts.ask_all(desk.helm.db, desk.helm.who, step, review, text)


def close_answers(desk: Desk, form: Form) -> Done:
    """Nobody answers any more."""
    _, review = desk.require()
    require_seen(desk, form)
    if review.turn is None:
        raise NotFound(Point.noun)
    return review_acts.close_answers(desk.helm.db, desk.helm.who, review.turn)


def minority(desk: Desk, form: Form) -> Done:
    """What those who disagree with the decision want written down."""
    step, wish, helm = desk.require()[0], _wish(desk, form), desk.helm
    if wish.point.verdict is Verdict.OPEN:
        raise NothingDecided
    made = Minority(
        id=form.get("ny", "") or new_id(), process_id=helm.process_id, meeting_id=helm.meeting_id,
        step_id=step.id, point_id=wish.point.id, text=form.get("udtalelse", ""),
        person_ids=tuple(form.getlist("fra")),
    )  # fmt: skip
    return enter_minority(helm.db, helm.who, made)


def take_back(desk: Desk, form: Form) -> str:
    """The newest act is undone."""
    helm = desk.helm
    told = UNDOING.take_back(
        helm.db, helm.who, helm.process_id, helm.meeting_id, form.get("gjort", "")
    )
    return f"Fortrudt: {told}"


def _wish(desk: Desk, form: Form) -> Wish:
    wanted = form.get("punkt", "")
    found = next((w for w in desk.require()[1].found if w.point.id == wanted), None)
    if found is None:
        raise NotFound(Point.noun)
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())


ACTS: tuple[tuple[str, Walk], ...] = (
    ("begynd", begin),
    ("naeste", forward),
    ("forrige", backward),
    ("vis", go),
    ("blok", take_bloc),
    ("traek", pull_out),
    ("afgoer", decide),
    ("genaabn", reopen),
    ("side", show_side),
    ("spoerg", ask),
    ("luk-svar", close_answers),
    ("mindretal", minority),
    ("fortryd", take_back),
)
ROUTES = (
    PlainRoute(PATH, DOORS, show=show),
    PlainRoute(f"{PATH}/skaerm", DOORS, show=show_screen),
    PlainRoute(f"{PATH}/strom", DOORS, stream=stream),
    *(PlainRoute(f"{PATH}/{name}", DOORS, act=walks(call)) for name, call in ACTS),
)
