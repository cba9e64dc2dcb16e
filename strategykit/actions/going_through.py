"""Workshop 4 as the room sees it: what it is at, going on, asking, deciding and taking up again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.asked_points import close_questions
from strategykit.actions.points import decide, pull, read_wishes
from strategykit.domain.ballots import Ballot, StepResult
from strategykit.domain.boards import Done
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.going_through import (
    BLOC,
    Progress,
    Sides,
    final_of,
    in_draft_order,
    minutes_for,
    progress,
    queue,
    sides,
)
from strategykit.domain.outline import Draft
from strategykit.domain.people import Person, Who, called
from strategykit.domain.points import Wish, bloc, collisions
from strategykit.domain.reviews import Point, SendOut, Verdict
from strategykit.domain.steps import Step, StepKind
from strategykit.domain.tallying import asked_result
from strategykit.domain.text import checked
from strategykit.domain.turns import PointTurn, PointWording
from strategykit.errors import AlreadyDecided, Empty, NotFound, WrittenIn
from strategykit.storage.database import Database
from strategykit.storage.store import Store

_KEPT_DRAFTS: dict[str, Draft] = {}
_MOST_DRAFTS = 4


@dataclass(frozen=True)
class ReviewAt:
    """A review while a room goes through it; `found` stands in the order of the draft.

    `turn` is what the room is at, `ballots` the answers to what it asks, `wordings` what members
    propose for the point.
    """

    sent: SendOut
    draft: Draft
    step: Step
    found: tuple[Wish, ...]
    turn: PointTurn | None
    ballots: tuple[Ballot, ...]
    wordings: tuple[PointWording, ...]

    @cached_property
    def wish(self) -> Wish | None:
        """The point at hand."""
        wanted = self.turn.point_id if self.turn else BLOC
        return next((w for w in self.found if wanted and w.point.id == wanted), None)

    @cached_property
    def sides(self) -> Sides | None:
        """What the point at hand asks."""
        return sides(self.draft, self.wish) if self.wish else None

    @cached_property
    def final(self) -> str | None:
        """What stands at the point's place after all decisions; None when two of them collide."""
        return final_of(self.draft, self.found, self.wish) if self.wish else ""

    @cached_property
    def bloc(self) -> tuple[Wish, ...]:
        """What is taken as one."""
        return bloc(self.found)

    @cached_property
    def queue(self) -> tuple[Wish, ...]:
        """What is taken one at a time."""
        return queue(self.found)

    @cached_property
    def progress(self) -> Progress:
        """How far the committee has come."""
        return progress(self.found)

    @cached_property
    def others(self) -> tuple[Wish, ...]:
        """The points that cannot be had together with the one at hand."""
        if self.wish is None:
            return ()
        point = self.wish.point
        here = [w for w in self.found if w.point.section == point.section]
        ids = collisions(here).get(point.id, ())
        return tuple(w for w in here if w.point.id in ids)

    @property
    def at_bloc(self) -> bool:
        """Whether the room is at the bloc."""
        return self.turn is not None and self.turn.point_id == BLOC

    @property
    def mark(self) -> object:
        """Another one whenever phones must see something else."""
        turn, wish = self.turn, self.wish
        return (
            (turn.id, turn.version) if turn else "",
            (wish.point.id, wish.point.version) if wish else "",
            tuple(w.point.id for w in self.bloc) if self.at_bloc else (),
            self.progress,
        )


def review_at(store: Store, step: Step | None) -> ReviewAt | None:
    """The review that the step goes through; None for another step, and before one is sent."""
    if step is None or step.kind is not StepKind.REVIEW:
        return None
    sent = _sent(store, step)
    if sent is None:
        return None
    draft = _draft(store, sent)
    found = in_draft_order(draft, read_wishes(store, sent.process_id, sent.id))
    turns = store.all(PointTurn, step.process_id, step_id=step.id, send_out_id=sent.id)
    turn = turns[-1] if turns else None
    about = {"step_id": step.id, "subject_id": turn.id if turn else ""}
    ballots = store.all(Ballot, step.process_id, **about) if turn and turn.asked else ()
    point_id = turn.point_id if turn else BLOC
    words = store.all(PointWording, step.process_id, point_id=point_id) if point_id else ()
    return ReviewAt(sent, draft, step, found, turn, ballots, words)


def take_up(db: Database, who: Who, step: Step, review: ReviewAt, point_id: str) -> Done:
    """The room is at the point, or at the bloc; raises NotFound."""
    if point_id != BLOC and all(w.point.id != point_id for w in review.found):
        raise NotFound(Point.noun)
    at = now()
    minutes = minutes_for(review.found, point_id, step.left(at), step.minutes)
    turn = _turn(step, review, point_id, minutes=min(minutes, 240))
    told = "Rettelserne, der tages samlet, er på skærmen." if point_id == BLOC else ""
    return _begin(db, who, turn, told or "Punktet er på skærmen.")


def ask_all(db: Database, who: Who, step: Step, review: ReviewAt, text: str) -> Done:
    """Everybody is asked whether they stand behind the text; raises Empty, TooLong or HoldsCpr."""
    if review.turn is None or review.wish is None:
        raise NotFound(Point.noun)
    if not text.strip():
        raise Empty("Den tekst, der spørges om")
    here = review.turn
    turn = _turn(
        step, review, here.point_id, minutes=here.minutes, asked=text, began_at=here.began_at
    )
    return _begin(db, who, turn, "Medlemmerne kan svare fra telefonen.")


def close_answers(db: Database, who: Who, seen: PointTurn) -> Done:
    """Nobody answers any more, and everybody sees what came of it."""
    if not seen.asks:
        return Done("Der er ikke åbent for svar.")
    with acting(db, who, seen.process_id, "close", "PointTurn", seen.id) as store:
        saved = store.save(seen, replace(seen, closed_at=now()))
    return Done("Der er lukket for svar.", (seen,), (saved,))


def answers_to(review: ReviewAt, people: Mapping[str, Person]) -> StepResult | None:
    """What has been answered to what is asked; None when nothing is."""
    if review.turn is None or not review.turn.asked:
        return None
    names = {person.id: called(person) for person in people.values()}
    return asked_result(review.step, review.turn, review.ballots, names)


def decide_point(
    db: Database, who: Who, wish: Wish, verdict: Verdict, *, seen: int, final: str = "",
    reason: str = "", wished_by: str = "",
) -> Done:  # fmt: skip
    """The stand of somebody who saw the point in version `seen`.

    Raises AlreadyDecided when another has decided it since, also by putting it off, and what
    decide raises. That it was sorted otherwise or pulled stands in nobody's way.
    """
    if wish.point.version != seen and wish.point.verdict is not Verdict.OPEN:
        raise AlreadyDecided(wish.point.verdict, wish.point.reason)
    return decide(
        db, who, wish, verdict, final=final, reason=reason, wished_by=wished_by
    )  # fmt: skip


def pull_out(db: Database, who: Who, wish: Wish) -> Done:
    """One of the bloc is taken by itself; one that is pulled already stays so."""
    if wish.point.pulled:
        return Done("Punktet er allerede trukket ud.")
    if not wish.point.is_open:
        raise AlreadyDecided(wish.point.verdict, wish.point.reason)
    return pull(db, who, wish.point)


def reopen(db: Database, who: Who, seen: Point) -> Done:
    """The decision is taken back; raises WrittenIn when a version carries it already."""
    if seen.done_in:
        raise WrittenIn(seen.done_in)
    fresh = replace(
        seen, verdict=Verdict.OPEN, final="", reason="", wish="", decided_at=None, decided_by=""
    )
    with acting(db, who, seen.process_id, "open", "Point", seen.id) as store:
        saved = store.save(seen, fresh)
    return Done("Punktet er åbnet igen.", (seen,), (saved,))


def _turn(step: Step, review: ReviewAt, point_id: str, **more: object) -> PointTurn:
    given = {"began_at": now(), **more}
    return PointTurn(
        id=new_id(), process_id=step.process_id, step_id=step.id, send_out_id=review.sent.id,
        point_id=point_id, **given,  # type: ignore[arg-type]
    )  # fmt: skip


def _begin(db: Database, who: Who, turn: PointTurn, told: str) -> Done:
    fit = checked(turn)
    with acting(db, who, turn.process_id, "move", "PointTurn", turn.point_id) as store:
        store.lock(turn.process_id)
        asked, closed = close_questions(store, turn.process_id, turn.step_id)
        kept = store.add(fit)
    also = "Der er lukket for svar. " if closed else ""
    return Done(f"{also}{told}", asked, (*closed, kept))


def _sent(store: Store, step: Step) -> SendOut | None:
    """The one that the step names, else the newest."""
    known = store.all(SendOut, step.process_id)
    named = [sent for sent in known if sent.id == step.subject]
    return next(iter(named or known[-1:]), None)


def _draft(store: Store, sent: SendOut) -> Draft:
    """A kept version never changes, so it is read once."""
    found = _KEPT_DRAFTS.get(sent.version_id)
    if found is None:
        found = store.get(DraftVersion, sent.version_id, sent.process_id).draft
        while len(_KEPT_DRAFTS) >= _MOST_DRAFTS:
            _KEPT_DRAFTS.pop(next(iter(_KEPT_DRAFTS)), None)
        _KEPT_DRAFTS[sent.version_id] = found
    return found
