"""Sheets of paper that a scribe types in: each member counts once, by phone or by sheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from strategykit.actions.acting import acting, anywhere
from strategykit.actions.balloting import Rating, rank, rate, say
from strategykit.actions.casting import Voter, own_notes, set_number
from strategykit.actions.collecting import field_in
from strategykit.actions.seating import take_seat
from strategykit.actions.subjects import subjects_in
from strategykit.domain.ballots import Ballot, Stance
from strategykit.domain.boards import Done, Dot, Note, counted
from strategykit.domain.people import Person, Who, called
from strategykit.domain.steps import Circle, Step, StepKind
from strategykit.domain.subjects import Subject
from strategykit.domain.text import checked
from strategykit.errors import (
    AnsweredAlready,
    Empty,
    ExpertVotes,
    KeyElsewhere,
    MayNotVote,
    OutOfRange,
    StepNotOpen,
    TakesPartAlready,
    WriterNeeded,
)
from strategykit.storage import boards, step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store

SOMEBODY = "En gæst"


@dataclass(frozen=True)
class Sheet:
    """Whose answers are typed in, in which step; `person_id` is empty of a guest without a name.

    With `replaces` they stand in the place of what the person has answered before.
    """

    step: Step
    person_id: str = ""
    replaces: bool = False


@dataclass(frozen=True)
class _Typing:
    voter: Voter
    subjects: tuple[Subject, ...]
    name: str
    before: tuple[Dot | Ballot, ...]


def enter_paper_dots(db: Database, who: Who, sheet: Sheet, dots: Mapping[str, int]) -> Done:
    """All dots of the sheet, under the same rules as on a phone; raises OutOfRange or OwnNote.

    Raises AnsweredAlready, TakesPartAlready, MayNotVote, WriterNeeded or Empty.
    """
    if not any(dots.values()):
        raise Empty("Prikker")
    step = sheet.step
    if sum(dots.values()) > step.budget:
        raise OutOfRange("Prikker på arket", 1, step.budget)
    if step.cap and max(dots.values()) > step.cap:
        raise OutOfRange("Prikker til det samme", 0, step.cap)

    def put(typing: _Typing) -> None:
        voter, subjects = typing.voter, typing.subjects
        own = own_notes(voter.store, voter.step, subjects, sheet.person_id, "")
        for subject_id, number in dots.items():
            set_number(voter, subjects, subject_id, number, own)

    return _typed_in(db, who, sheet, StepKind.DOTS, put)


def enter_paper_ratings(
    db: Database, who: Who, sheet: Sheet, ratings: Mapping[str, Rating]
) -> Done:
    """The same of value and effort."""
    if all(rating == Rating() for rating in ratings.values()):
        raise Empty("Værdi og indsats")
    return _typed_in(db, who, sheet, StepKind.RATE, lambda t: rate(t.voter, t.subjects, ratings))


def enter_paper_ranking(db: Database, who: Who, sheet: Sheet, places: Mapping[str, int]) -> Done:
    """The same of an order."""
    return _typed_in(db, who, sheet, StepKind.RANK, lambda t: rank(t.voter, t.subjects, places))


def enter_paper_consent(db: Database, who: Who, sheet: Sheet, stance: Stance, reason: str) -> Done:
    """The same of a stance."""
    return _typed_in(
        db, who, sheet, StepKind.CONSENT, lambda t: say(t.voter, t.subjects, stance, reason)
    )


def enter_paper_notes(
    db: Database, who: Who, sheet: Sheet, notes: Sequence[tuple[str, str]], nonce: str
) -> Done:
    """Notes as pairs of field and text; the same nonce again is a double tap.

    They bear the name of the sheet's person where the step keeps names, and are shown at once.
    """
    if not notes:
        raise Empty("Sedler")
    process_id = sheet.step.process_id
    with acting(db, who, process_id, "paper", "Note") as store:
        step = _open_step(store, sheet, StepKind.COLLECT)
        author_id = "" if step.anonymous or not sheet.person_id else _person(store, sheet).id
        made = [
            checked(_note(store, step, f"{nonce}:{number}", author_id, *each))
            for number, each in enumerate(notes)
        ]
        if store.find(Note, made[0].id) is not None:
            return Done("")
        store.add_all(made)
        kept = boards.by_ids(store, Note, process_id, [note.id for note in made])
    return Done(f"Skrevet ind: {counted(len(kept), 'seddel', 'sedler')}.", (), kept)


def _note(store: Store, step: Step, seed: str, author_id: str, place: str, text: str) -> Note:
    return Note(
        id=uuid5(NAMESPACE_OID, seed).hex, process_id=step.process_id, board=step.subject,
        field=field_in(store, step, place), text=text, step_id=step.id, author_id=author_id,
        position=anywhere() if step.anonymous else 0,
    )  # fmt: skip


def _typed_in(
    db: Database, who: Who, sheet: Sheet, kind: StepKind, put: Callable[[_Typing], None]
) -> Done:
    noun = "Dot" if kind is StepKind.DOTS else "Ballot"
    with acting(db, who, sheet.step.process_id, "paper", noun) as store:
        step = _open_step(store, sheet, kind)
        typing = _typing(store, step, sheet)
        typing.voter.take(typing.before)
        put(typing)
        after = (*typing.voter.dots(), *typing.voter.ballots())
    took_part = sheet.person_id if step.anonymous else ""
    return Done(f"{typing.name}: Arket er skrevet ind.", typing.before, after, took_part)


def _open_step(store: Store, sheet: Sheet, kind: StepKind) -> Step:
    store.lock(sheet.step.process_id)
    step = store.get(Step, sheet.step.id, sheet.step.process_id)
    if not step.is_open or step.kind is not kind:
        raise StepNotOpen
    return step


def _typing(store: Store, step: Step, sheet: Sheet) -> _Typing:
    subjects, name = subjects_in(store, step), _voting_name(store, step, sheet)
    if step.anonymous:
        voter = Voter(store, step, "", _key(store, step, sheet, name))
        return _Typing(voter, subjects, name, ())
    voter = Voter(store, step, sheet.person_id)
    before: tuple[Dot | Ballot, ...] = (*voter.dots(), *voter.ballots())
    if before and not sheet.replaces:
        raise AnsweredAlready(name)
    return _Typing(voter, subjects, name, before)


def _voting_name(store: Store, step: Step, sheet: Sheet) -> str:
    """Raises WriterNeeded, MayNotVote or ExpertVotes.

    A sheet of nobody's counts where all may vote unnamed.
    """
    if not sheet.person_id:
        if step.anonymous and step.voters is Circle.EVERYBODY:
            return SOMEBODY
        raise WriterNeeded
    person = _person(store, sheet)
    seat = take_seat(store, step.meeting_id, person)
    if person.only_comments:
        raise ExpertVotes(called(person))
    if step.voters is not Circle.EVERYBODY and not seat.votes:
        raise MayNotVote(called(person))
    return called(person)


def _key(store: Store, step: Step, sheet: Sheet, name: str) -> str:
    if sheet.person_id:
        try:
            step_keys.give_key(store, step, sheet.person_id)
        except KeyElsewhere as elsewhere:
            raise TakesPartAlready(name) from elsewhere
    return step_keys.sheet_key(store, step)


def _person(store: Store, sheet: Sheet) -> Person:
    return store.get(Person, sheet.person_id, sheet.step.process_id)
