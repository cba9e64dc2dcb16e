"""What the helm calls things: the next sensible act, and the state of the room in words."""

from dataclasses import dataclass, field

from strategykit.actions.room_views import RoomView
from strategykit.actions.steering import course_of
from strategykit.domain.boards import counted
from strategykit.domain.course import next_stop, stop_before
from strategykit.domain.steps import VOTING, Step, StepKind, StepState

_OPENS = {
    StepKind.COLLECT: "Åbn for sedler",
    StepKind.GROUP: "Begynd at samle",
    StepKind.DOTS: "Åbn for prikker",
    StepKind.RATE: "Åbn for vurdering",
    StepKind.RANK: "Åbn for rækkefølge",
    StepKind.CONSENT: "Åbn for svar",
    StepKind.DISCUSSION: "Begynd at drøfte",
    StepKind.TABLES: "Send bordene i gang",
    StepKind.REVIEW: "Begynd gennemgangen",
}
_CLOSES = {
    StepKind.COLLECT: "Luk for sedler",
    StepKind.GROUP: "Luk for samlingen",
    StepKind.DOTS: "Luk for prikker",
    StepKind.RATE: "Luk for vurdering",
    StepKind.RANK: "Luk for rækkefølge",
    StepKind.CONSENT: "Luk for svar",
    StepKind.DISCUSSION: "Slut drøftelsen",
    StepKind.TABLES: "Kald bordene sammen",
    StepKind.REVIEW: "Slut gennemgangen",
}
_STATES = {
    StepState.WAITING: "Ikke begyndt",
    StepState.OPEN: "Åbent nu",
    StepState.CLOSED: "Lukket",
}
#: Kinds that hold nothing back when the room simply goes on.
_JUST_GO_ON = (StepKind.DISCUSSION, StepKind.GROUP)
FOR_GOOD = "kan ikke fortrydes"


@dataclass(frozen=True)
class Button:
    """`act` is the last part of the address that it posts to; `fields` are hidden."""

    label: str
    act: str
    fields: tuple[tuple[str, str], ...] = ()
    hint: str = field(default="")


def state_told(step: Step) -> str:
    """How far the step is."""
    told = _STATES[step.state]
    return f"{told}, runde {step.round}" if step.round > 1 else told


def open_label(step: Step) -> str:
    """What the button says that opens the step."""
    return _OPENS[step.kind]


def close_label(step: Step) -> str:
    """The same for closing; an anonymous step is closed for good and says so."""
    return f"{_CLOSES[step.kind]} ({FOR_GOOD})" if step.anonymous else _CLOSES[step.kind]


def of_step(step: Step) -> tuple[tuple[str, str], ...]:
    """The hidden fields of an act on a step."""
    return (("trin", step.id), ("version", str(step.version)))


def next_act(view: RoomView) -> Button | None:
    """The one big button; None where there is nothing but to end."""
    step = view.step
    if step is None or (step.is_open and step.kind in _JUST_GO_ON):
        return forward(view)
    if step.state is StepState.WAITING:
        return Button(open_label(step), "aabn", of_step(step))
    if step.is_open:
        return Button(close_label(step), "luk", of_step(step))
    if step.blind and not step.revealed and step.kind is StepKind.COLLECT:
        return Button("Vis sedlerne", "afsloer", of_step(step))
    return forward(view)


def forward(view: RoomView) -> Button | None:
    """On to the next place."""
    stop = next_stop(course_of(view), view.room) if view.room else None
    if stop is None or view.room is None:
        return None
    first = not view.room.item_id and not view.room.step_id
    return Button(f"{'Begynd' if first else 'Gå til næste'}: {stop.title}", "frem")


def backward(view: RoomView) -> Button | None:
    """Back to the place before."""
    stop = stop_before(course_of(view), view.room) if view.room else None
    return Button("Tilbage", "tilbage", hint=stop.title) if stop else None


def counts_told(view: RoomView) -> tuple[str, ...]:
    """How many are here, ready, and have taken part in the step."""
    told = [counted(len(view.present), "er med", "er med")]
    step = view.step
    if step and step.is_open:
        told.append(f"{view.ready} klar")
        if step.kind in VOTING:
            told.append(f"{view.answered} af {view.voters} har svaret")
        elif step.kind is StepKind.COLLECT:
            notes = [n for n in view.content(step).notes if n.step_id == step.id]
            written = counted(len(notes), "seddel", "sedler")
            told.append(f"{written} fra {view.answered}" if notes else written)
    return tuple(told)
