"""What members do from their phones in workshop 4: words, points, pulling one out, and consent."""

from dataclasses import dataclass, replace

from strategykit.actions.acting import now
from strategykit.actions.balloting import REASON_LENGTH
from strategykit.actions.casting import Voter
from strategykit.actions.going_through import ReviewAt, review_at
from strategykit.actions.participating import VOTES, WRITES, Turn, participating
from strategykit.actions.taking_in import keep_marks
from strategykit.domain.ballots import Ballot, Stance
from strategykit.domain.people import Person
from strategykit.domain.proposals import Written, mark_of
from strategykit.domain.reviews import Point, ReviewMark, Sort
from strategykit.domain.rooms import Attendee
from strategykit.domain.text import checked, checked_text
from strategykit.domain.turns import PointWording
from strategykit.errors import (
    ExpertComments,
    NotAsked,
    NotFound,
    NotInTheBloc,
    ReasonMissing,
    StepNotOpen,
)
from strategykit.storage.database import Database
from strategykit.storage.store import Store


@dataclass(frozen=True)
class Answer:
    """What one says to the text that is asked about; `turn_id` is where it was seen."""

    turn_id: str
    stance: Stance
    reason: str = ""


def propose_wording(
    db: Database, attendee: Attendee, step_id: str, point_id: str, text: str, nonce: str
) -> None:
    """Other words for the point; the same nonce twice is a double tap.

    Raises NotYourTurn, ExpertComments, NotFound, Empty, TooLong, HoldsCpr, and what participating
    raises.
    """
    with participating(db, attendee, step_id, "add", "PointWording", nonce) as turn:
        review = _review(turn)
        if turn.expert:
            raise ExpertComments
        if all(w.point.id != point_id for w in review.found):
            raise NotFound(Point.noun)
        made = PointWording(
            id=nonce, process_id=turn.step.process_id, send_out_id=review.sent.id,
            point_id=point_id, person_id=attendee.person_id, text=text, at=now(),
        )  # fmt: skip
        turn.store.add_once(checked(made))


def add_point(db: Database, attendee: Attendee, step_id: str, written: Written, nonce: str) -> None:
    """One more point, also when the review is closed for all others.

    Raises NotYourTurn, NothingSaid, NotFound, TooLong, HoldsCpr, and what participating raises.
    """
    with participating(db, attendee, step_id, "add", "ReviewMark", nonce) as turn:
        review = _review(turn)
        if turn.store.find(ReviewMark, nonce) is not None:
            return
        name = turn.store.get(Person, attendee.person_id, attendee.process_id).name
        mark = mark_of(review.sent, review.draft, written, nonce)
        kept = replace(mark, at=now(), person_id=attendee.person_id, author=name)
        keep_marks(turn.store, review.sent, [checked(kept)])
        _require_one_by_one(turn.store, nonce)


def pull_from_bloc(db: Database, attendee: Attendee, step_id: str, point_id: str) -> None:
    """One of the editorial points is taken by itself; raises NotInTheBloc when it is too late."""
    with participating(db, attendee, step_id, "change", "Point", point_id) as turn:
        review = _review(turn)
        point = turn.store.get(Point, point_id, turn.step.process_id)
        if point.pulled and point.send_out_id == review.sent.id:
            return
        if all(w.point.id != point_id for w in review.bloc):
            raise NotInTheBloc
        turn.store.save(point, replace(point, pulled=True))


def answer_point(db: Database, attendee: Attendee, step_id: str, answer: Answer) -> None:
    """Ja, ja med forbehold or nej, one from each.

    Raises NotAsked, ReasonMissing, TooLong, HoldsCpr, NotYourTurn for one without a vote, and what
    participating raises.
    """
    fit = checked_text("Begrundelse", answer.reason, REASON_LENGTH)
    with participating(db, attendee, step_id, "vote", "Ballot", answer.turn_id) as turn:
        turn.require(turn.step.voters, VOTES)
        here = _review(turn, writes=False).turn
        if here is None or here.id != answer.turn_id or not here.asks:
            raise NotAsked
        if answer.stance is not Stance.YES and not fit:
            raise ReasonMissing(answer.stance.value)
        voter = Voter(turn.store, turn.step, attendee.person_id)
        voter.take(own_answers(turn.store, attendee, step_id, here.id))
        voter.give([voter.ballot(here.id, stance=answer.stance, reason=fit)])


def own_answers(store: Store, attendee: Attendee, step_id: str, turn_id: str) -> tuple[Ballot, ...]:
    """What the attendee has answered there; none or one."""
    about = {"step_id": step_id, "subject_id": turn_id, "voter": attendee.person_id}
    return store.all(Ballot, attendee.process_id, **about)


def _review(turn: Turn, *, writes: bool = True) -> ReviewAt:
    if writes:
        turn.require(turn.step.writers, WRITES)
    review = review_at(turn.store, turn.step)
    if review is None:
        raise StepNotOpen
    return review


def _require_one_by_one(store: Store, mark_id: str) -> None:
    """What is said in the room is taken in the room, however few words it changes."""
    mark = store.get(ReviewMark, mark_id)
    point = store.get(Point, mark.point_id)
    if point.sort is Sort.EDITORIAL and not point.pulled:
        store.save(point, replace(point, pulled=True))
