"""The helm's acts on the room and on the step at hand."""

from strategykit.actions import steps
from strategykit.actions.choosing_text import use_chosen
from strategykit.actions.deciding import apply_ratings, decide_outcome
from strategykit.actions.results import new_round
from strategykit.actions.rooms import open_room
from strategykit.actions.steering import close, go_back, go_on, go_to
from strategykit.actions.undoing import UNDOING
from strategykit.domain.boards import Done
from strategykit.domain.course import Stop
from strategykit.errors import NotFound
from strategykit.participation.csrf import Form
from strategykit.participation.plain import PlainRoute
from strategykit.participation.steering_helm import DOORS, PATH, Helm, Steer, number, steers

MOST_MINUTES = 240


def begin(helm: Helm, _form: Form) -> Done:
    """The meeting begins, or goes on after it was ended."""
    room = open_room(helm.db, helm.who, helm.view.meeting)
    return Done("Mødet er åbent. Koden står på projektoren.", (), (room,))


def forward(helm: Helm, form: Form) -> Done:
    """On to the next place."""
    return go_on(helm.db, helm.who, helm.view, helm.seen_room(form))


def backward(helm: Helm, form: Form) -> Done:
    """Back to the place before."""
    return go_back(helm.db, helm.who, helm.view, helm.seen_room(form))


def go(helm: Helm, form: Form) -> Done:
    """To a place of the agenda."""
    step = helm.view.find(form.get("trin", ""))
    item = next((i for i in helm.view.items if i.id == form.get("punkt", "")), None)
    if step is None and item is None:
        raise NotFound("Stedet")
    return go_to(helm.db, helm.who, helm.view, helm.seen_room(form), Stop(item, step))


def open_step(helm: Helm, form: Form) -> Done:
    """The step takes answers."""
    return steps.open_step(helm.db, helm.who, helm.seen_step(form))


def close_step(helm: Helm, form: Form) -> Done:
    """The step takes no more answers; without names that is for good."""
    step = helm.seen_step(form)
    done = close(helm.db, helm.who, step)
    if step.anonymous:
        UNDOING.close_off(helm.process_id, helm.meeting_id, step.id)
    return done


def repeat(helm: Helm, form: Form) -> Done:
    """The same once more."""
    return new_round(helm.db, helm.who, helm.seen_step(form))


def rate(helm: Helm, form: Form) -> Done:
    """The areas have the numbers of the rating."""
    return apply_ratings(helm.db, helm.who, helm.seen_step(form))


def decide(helm: Helm, form: Form) -> Done:
    """The outcome as a decision."""
    text, reason = form.get("beslutning", ""), form.get("begrundelse", "")
    return decide_outcome(helm.db, helm.who, helm.seen_step(form), text, reason)


def use_as_text(helm: Helm, form: Form) -> Done:
    """What the vote put first is the committee's text."""
    return use_chosen(helm.db, helm.who, helm.seen_step(form), form.get("emne", ""))


def reveal(helm: Helm, form: Form) -> Done:
    """What was hidden is seen."""
    return steps.reveal(helm.db, helm.who, helm.seen_step(form))


def set_time(helm: Helm, form: Form) -> Done:
    """More time, other time or none."""
    step, more = helm.seen_step(form), number(form, "mere")
    if more:
        return steps.add_minutes(helm.db, helm.who, step, min(more, MOST_MINUTES))
    minutes = 0 if "fjern" in form else min(number(form, "minutter"), MOST_MINUTES)
    return steps.set_minutes_left(helm.db, helm.who, step, minutes)


def take_back(helm: Helm, form: Form) -> str:
    """The newest act is undone."""
    told = UNDOING.take_back(
        helm.db, helm.who, helm.process_id, helm.meeting_id, form.get("gjort", "")
    )
    return f"Fortrudt: {told}"


ACTS: tuple[tuple[str, Steer], ...] = (
    ("begynd", begin),
    ("frem", forward),
    ("tilbage", backward),
    ("gaa", go),
    ("aabn", open_step),
    ("luk", close_step),
    ("runde", repeat),
    ("vaerdier", rate),
    ("beslut", decide),
    ("tekst", use_as_text),
    ("afsloer", reveal),
    ("tid", set_time),
    ("fortryd", take_back),
)
ROUTES = tuple(PlainRoute(f"{PATH}/{name}", DOORS, act=steers(call)) for name, call in ACTS)
