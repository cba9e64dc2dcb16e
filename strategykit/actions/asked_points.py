"""What the room was asked while it went through the points, and what it answered."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from strategykit.actions.acting import now
from strategykit.domain.ballots import Ballot
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.people import Person, called
from strategykit.domain.point_places import point_names
from strategykit.domain.points import wishes
from strategykit.domain.reviews import Point, ReviewMark, SendOut
from strategykit.domain.steps import Step
from strategykit.domain.tallying import asked_result
from strategykit.domain.turns import Asked, PointTurn
from strategykit.storage.store import Store


def asked_in(store: Store, process_id: str) -> tuple[Asked, ...]:
    """Every text that the room was asked about, once nobody can answer any more."""
    every = store.all(PointTurn, process_id)
    if not any(turn.asked for turn in every):
        return ()
    steps = {step.id: step for step in store.all(Step, process_id)}
    newest = {(turn.step_id, turn.send_out_id): turn for turn in every if turn.step_id in steps}
    at_hand = [t for t in newest.values() if t.asks and steps[t.step_id].is_open]
    turns = [turn for turn in every if turn.asked and turn not in at_hand]
    names = {person.id: called(person) for person in store.all(Person, process_id)}
    given: dict[str, list[Ballot]] = defaultdict(list)
    for ballot in store.all(Ballot, process_id):
        given[ballot.subject_id].append(ballot)
    return tuple(
        Asked(turn, asked_result(steps[turn.step_id], turn, given[turn.id], names))
        for turn in turns
        if turn.step_id in steps
    )


def close_questions(
    store: Store, process_id: str, step_id: str
) -> tuple[tuple[PointTurn, ...], tuple[PointTurn, ...]]:
    """The room has left the step or the point: what it was still asked, before and after."""
    turns = store.all(PointTurn, process_id, step_id=step_id) if step_id else ()
    asking = tuple(turn for turn in turns if turn.asks)
    return asking, tuple(store.save(t, replace(t, closed_at=now())) for t in asking)


def named_points(store: Store, process_id: str) -> Mapping[str, str]:
    """Every point of every review as its beslutningslog names it."""
    points, marks = store.all(Point, process_id), store.all(ReviewMark, process_id)
    found: dict[str, str] = {}
    for sent in store.all(SendOut, process_id):
        mine = [point for point in points if point.send_out_id == sent.id]
        if mine:
            draft = store.get(DraftVersion, sent.version_id, process_id).draft
            about = wishes(mine, [mark for mark in marks if mark.send_out_id == sent.id])
            found |= point_names(draft, about)
    return found
