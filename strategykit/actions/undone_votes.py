"""What undoing an act must see to where votes are concerned."""

from strategykit.domain.ballots import Ballot
from strategykit.domain.boards import Done, Dot
from strategykit.domain.steps import Step
from strategykit.errors import CannotUndo, KeysGone
from strategykit.storage import step_keys
from strategykit.storage.store import Store


def closed_without_names(done: Done) -> bool:
    """Whether the act closed a step of which nobody can tell any more who gave what."""
    open_before = {t.id for t in done.before if isinstance(t, Step) and t.anonymous and t.is_open}
    return any(isinstance(t, Step) and not t.is_open and t.id in open_before for t in done.after)


def require_open_votes(store: Store, done: Done) -> None:
    """Votes of a step that has been counted stay as they were counted."""
    for step in _steps_voted_in(store, done):
        if step is None or not step.is_open:
            raise KeysGone if done.took_part else CannotUndo


def let_go(store: Store, done: Done) -> None:
    """Whoever's sheet was typed in may answer in another way now."""
    for step in _steps_voted_in(store, done):
        if step is not None and done.took_part:
            step_keys.take_back_key(store, step, done.took_part)
            step_keys.disown(store, [thing.id for thing in done.after])


def _steps_voted_in(store: Store, done: Done) -> list[Step | None]:
    """The steps in which the act gave votes; one that only changed some gave none."""
    known = {thing.id for thing in done.before}
    votes = (thing for thing in done.after if isinstance(thing, Dot | Ballot))
    steps = {vote.step_id for vote in votes if vote.step_id and vote.id not in known}
    return [store.find(Step, step_id) for step_id in steps]
