"""The rules of the way through the bodies: who is next, who may adopt, what must be in order."""

from collections.abc import Sequence
from dataclasses import replace

from strategykit.domain.approvals import ADOPTS, ENDS, GOES_ON, Body, Outcome, Stage
from strategykit.errors import Empty, OnlyTheCouncil, OutOfRange

#: The chain that a municipality begins from and may change.
USUAL = (
    (Body.COMMITTEE, "Udvalget"),
    (Body.STANDING, "Fagudvalget"),
    (Body.HEARING, "Høring"),
    (Body.FINANCE, "Økonomiudvalget"),
    (Body.COUNCIL, "Kommunalbestyrelsen"),
)

#: What each kind of body may do; only the council adopts (kommunestyrelsesloven § 2, stk. 1).
MAY: dict[Body, tuple[Outcome, ...]] = {
    Body.HEARING: (Outcome.WAITING, Outcome.HEARD, Outcome.POSTPONED),
    Body.COUNCIL: (
        Outcome.WAITING, Outcome.ADOPTED, Outcome.ADOPTED_CHANGED, Outcome.POSTPONED,
        Outcome.SENT_BACK, Outcome.REJECTED,
    ),
}  # fmt: skip
_OTHERS = (
    Outcome.WAITING, Outcome.RECOMMENDED, Outcome.RECOMMENDED_CHANGED, Outcome.POSTPONED,
    Outcome.SENT_BACK,
)  # fmt: skip


def outcomes_of(stage: Stage) -> tuple[Outcome, ...]:
    """What may be chosen for the stage."""
    return MAY.get(stage.body, _OTHERS)


def require_allowed(stage: Stage) -> None:
    """Raises OnlyTheCouncil, Empty or OutOfRange for a decision that the body cannot have made."""
    if stage.outcome in ADOPTS and stage.body is not Body.COUNCIL:
        raise OnlyTheCouncil(stage.name)
    if stage.outcome is not Outcome.WAITING and stage.day is None:
        raise Empty("Mødedato")
    if stage.outcome not in outcomes_of(stage):
        raise OutOfRange("Udfald", "", "")


def current(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """The stages of the way that is walked now: the newest round."""
    newest = max((stage.round for stage in stages), default=1)
    return tuple(stage for stage in stages if stage.round == newest)


def at_hand(stages: Sequence[Stage]) -> Stage | None:
    """The first stage of the newest round that nobody has decided on; None once it has ended."""
    if ended_by(stages) is not None:
        return None
    return next((s for s in current(stages) if s.outcome is Outcome.WAITING), None)


def ended_by(stages: Sequence[Stage]) -> Stage | None:
    """The stage of the newest round that adopted or rejected the strategy."""
    return next((s for s in current(stages) if s.outcome in ENDS), None)


def recommending(stages: Sequence[Stage]) -> Stage | None:
    """The committee's own newest stage, once its indstilling is written."""
    own = [s for s in current(stages) if s.body is Body.COMMITTEE and s.recommendation.strip()]
    return own[-1] if own else None


def is_given(stage: Stage | None) -> bool:
    """Whether the committee has given its indstilling."""
    return stage is not None and stage.outcome in (Outcome.RECOMMENDED, Outcome.RECOMMENDED_CHANGED)


def destination(stages: Sequence[Stage]) -> str:
    """Whom the indstilling is to: the one that may adopt."""
    own = [stage.name for stage in current(stages) if stage.body is Body.COUNCIL]
    return own[-1] if own else dict(USUAL)[Body.COUNCIL]


def chain_of(stages: Sequence[Stage]) -> tuple[tuple[Body, str], ...]:
    """The bodies of the newest round in their order, each once however often it had the case."""
    return tuple(dict.fromkeys((stage.body, stage.name) for stage in current(stages)))


def follow_ups(decided: Stage, stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """The stages that a decision adds: the same body again, or the way from the beginning.

    Their ids and places are empty; what is already waiting after the stage stays as it is.
    """
    if decided.outcome is Outcome.POSTPONED:
        return (_again(decided),)
    if decided.outcome is Outcome.SENT_BACK:
        mine = [s for s in stages if s.round == decided.round]
        before = [s for s in mine if s.position <= decided.position]
        once = {(s.body, s.name): s for s in before}
        return tuple(_again(stage) for stage in once.values())
    return ()


def goes_on(stage: Stage) -> bool:
    """Whether the case is sent to the next body."""
    return stage.outcome in GOES_ON


def is_changed(stage: Stage) -> bool:
    """Whether the body wants other words, which are then marks in the text."""
    return stage.outcome in (Outcome.ADOPTED_CHANGED, Outcome.RECOMMENDED_CHANGED)


def votes_text(stage: Stage) -> str:
    """ "5 stemte for, 2 imod og 1 hverken for eller imod"; empty when nobody counted."""
    counted = (
        (stage.votes_for, "stemte for"),
        (stage.votes_against, "imod"),
        (stage.abstained, "hverken for eller imod"),
    )
    said = [f"{count} {word}" for count, word in counted if count is not None]
    if not said:
        return ""
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} og {said[-1]}"


def _again(stage: Stage) -> Stage:
    return replace(
        stage, id="", version=1, position=0, day=None, version_id="", outcome=Outcome.WAITING,
        decision="", votes_for=None, votes_against=None, abstained=None, minority="", overruled="",
        decided_at=None,
    )  # fmt: skip
