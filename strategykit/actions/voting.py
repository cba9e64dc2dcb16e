"""Votes from phones: given, changed and taken back while the step is open."""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from strategykit.actions.balloting import Rating, rank, rate, say
from strategykit.actions.casting import Voter, dots_on, is_own, own_notes, set_number
from strategykit.actions.participating import VOTES, participating
from strategykit.actions.subjects import subjects_in
from strategykit.domain.ballots import Ballot, Stance
from strategykit.domain.rooms import Attendee
from strategykit.domain.steps import Step, StepKind
from strategykit.domain.subjects import Subject
from strategykit.errors import StepNotOpen
from strategykit.storage import step_keys
from strategykit.storage.database import Database


@dataclass(frozen=True)
class Question:
    """What is asked, in the order of this phone, and who answers."""

    voter: Voter
    subjects: tuple[Subject, ...]
    own: frozenset[str]


@dataclass(frozen=True)
class Answers:
    """What one has answered so far; `own` are the ids of what one may not give dots.

    `elsewhere`: the person takes part from another device or on paper.
    """

    subjects: tuple[Subject, ...]
    dots: Mapping[str, int]
    ballots: Mapping[str, Ballot]
    own: frozenset[str]
    elsewhere: bool

    @property
    def given(self) -> int:
        """How many dots in all."""
        return sum(self.dots.values())


def set_dots(db: Database, attendee: Attendee, step_id: str, subject_id: str, number: int) -> None:
    """So many dots on one thing, whatever was there before: a double tap gives no more.

    Raises NotYourTurn, BudgetSpent, CapReached, OwnNote, OutOfRange, NotFound, and what
    participating raises.
    """
    with _asked(db, attendee, step_id, StepKind.DOTS, subject_id) as asked:
        set_number(asked.voter, asked.subjects, subject_id, number, asked.own)


def save_ratings(
    db: Database, attendee: Attendee, step_id: str, ratings: Mapping[str, Rating]
) -> None:
    """Value and effort of some subjects; raises NotYourTurn, OutOfRange or NotFound."""
    with _asked(db, attendee, step_id, StepKind.RATE) as asked:
        rate(asked.voter, asked.subjects, ratings)


def save_ranking(db: Database, attendee: Attendee, step_id: str, places: Mapping[str, int]) -> None:
    """The whole order, 1 the top; raises NotYourTurn, PlacesWrong or NotFound."""
    with _asked(db, attendee, step_id, StepKind.RANK) as asked:
        rank(asked.voter, asked.subjects, places)


def save_consent(
    db: Database, attendee: Attendee, step_id: str, stance: Stance, reason: str
) -> None:
    """Ja, ja med forbehold or nej; raises NotYourTurn, ReasonMissing, TooLong or HoldsCpr."""
    with _asked(db, attendee, step_id, StepKind.CONSENT) as asked:
        say(asked.voter, asked.subjects, stance, reason)


def answers_of(db: Database, attendee: Attendee, step: Step) -> Answers:
    """What the attendee has answered in the step's round, and what is asked."""
    with db.reading() as store:
        key = step_keys.key_hash(store, step, attendee.token) if step.anonymous else ""
        here = bool(key) and step_keys.counts(store, step, key)
        voter = Voter(store, step, "" if step.anonymous else attendee.person_id, key)
        subjects = subjects_in(store, step)
        dots = voter.dots() if step.kind is StepKind.DOTS else ()
        own = own_notes(store, step, subjects, attendee.person_id, attendee.token)
        return Answers(
            subjects=in_own_order(subjects, attendee, step),
            dots={s.id: n for s in subjects if (n := dots_on(s, dots))},
            ballots={ballot.subject_id: ballot for ballot in voter.ballots()},
            own=frozenset(subject.id for subject in subjects if is_own(subject, own)),
            elsewhere=step.anonymous and not here
            and step_keys.has_key(store, step, attendee.person_id),
        )  # fmt: skip


def in_own_order(
    subjects: tuple[Subject, ...], attendee: Attendee, step: Step
) -> tuple[Subject, ...]:
    """Another order for each phone, so that no note is first for all; the same at every look."""
    seed = sha256(f"{attendee.token} {step.id} {step.round}".encode()).digest()
    mixed = list(subjects)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - it must be the same again, not a secret
    return tuple(mixed)


@contextmanager
def _asked(
    db: Database, attendee: Attendee, step_id: str, kind: StepKind, subject_id: str = ""
) -> Iterator[Question]:
    act, noun = ("dots", "Dot") if kind is StepKind.DOTS else ("vote", "Ballot")
    with participating(db, attendee, step_id, act, noun, subject_id) as turn:
        if turn.step.kind is not kind:
            raise StepNotOpen
        turn.require(turn.step.voters, VOTES)
        subjects = subjects_in(turn.store, turn.step)
        person_id, token = attendee.person_id, attendee.token
        own = own_notes(turn.store, turn.step, subjects, person_id, token)
        yield Question(Voter(turn.store, turn.step, turn.author_id, turn.key), subjects, own)
