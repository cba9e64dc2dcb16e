"""One voter's answers in a step, by whatever way they come: what may be given, and keeping it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from strategykit.actions.acting import anywhere, new_id
from strategykit.domain.ballots import Ballot
from strategykit.domain.boards import Dot, Note
from strategykit.domain.steps import Step
from strategykit.domain.subjects import Subject
from strategykit.domain.text import checked
from strategykit.errors import BudgetSpent, CapReached, NotFound, OutOfRange, OwnNote
from strategykit.storage import boards, step_keys
from strategykit.storage.store import Store

Kind = TypeVar("Kind", Dot, Ballot)


@dataclass(frozen=True)
class Voter:
    """One who answers in a step: by a person's id, in anonymous steps by a key alone."""

    store: Store
    step: Step
    person_id: str = ""
    key: str = ""

    def dots(self) -> tuple[Dot, ...]:
        """The dots that this one has given in the step."""
        return self._given(Dot)

    def ballots(self) -> tuple[Ballot, ...]:
        """The ballots that this one has given in the round."""
        return tuple(b for b in self._given(Ballot) if b.round == self.step.round)

    def give(self, votes: Sequence[Kind]) -> None:
        """They are kept, in an anonymous step in an order that tells nothing."""
        self.store.add_all(list(votes))
        for vote in votes if self.step.anonymous else ():
            step_keys.own(self.store, self.step, self.key, vote.id)

    def take(self, votes: Sequence[Dot | Ballot]) -> None:
        """They are gone."""
        for kind in (Dot, Ballot):
            ids = [vote.id for vote in votes if type(vote) is kind]
            boards.remove_many(self.store, kind, ids)
            step_keys.disown(self.store, ids)

    def dot(self, subject: Subject) -> Dot:
        """One dot, not kept yet."""
        step = self.step
        return Dot(
            id=new_id(), process_id=step.process_id, position=anywhere(), step_id=step.id,
            subject_id=subject.id, voter=self.person_id,
        )  # fmt: skip

    def ballot(self, subject_id: str, **answer: object) -> Ballot:
        """One ballot, checked and not kept yet."""
        step = self.step
        made = Ballot(
            id=new_id(), process_id=step.process_id, position=anywhere(), step_id=step.id,
            round=step.round, subject_id=subject_id, voter=self.person_id, **answer,  # type: ignore[arg-type]
        )  # fmt: skip
        return checked(made)

    def _given(self, kind: type[Kind]) -> tuple[Kind, ...]:
        store, step = self.store, self.step
        if step.anonymous:
            ids = sorted(step_keys.owned_by(store, step, self.key))
            return boards.by_ids(store, kind, step.process_id, ids)
        return store.all(kind, step.process_id, step_id=step.id, voter=self.person_id)


def found(subjects: Sequence[Subject], subject_id: str) -> Subject:
    """The subject with that id; raises NotFound for what the step does not ask about."""
    there = next((subject for subject in subjects if subject.id == subject_id), None)
    if there is None:
        raise NotFound("Det, du svarede på,")
    return there


def places_of(subject: Subject) -> frozenset[str]:
    """Where a dot counts for the subject: on itself, or on a note that was put in the group."""
    return frozenset((subject.id, *subject.note_ids))


def dots_on(subject: Subject, dots: Iterable[Dot]) -> int:
    """How many of the dots count for the subject."""
    return sum(dot.subject_id in places_of(subject) for dot in dots)


def set_number(
    voter: Voter, subjects: Sequence[Subject], subject_id: str, number: int, own: Collection[str]
) -> None:
    """The voter's dots on the subject are so many; `own` are the voter's own notes.

    A dot on something that has been taken off the wall since is free again.
    Raises OutOfRange, BudgetSpent, CapReached, OwnNote or NotFound.
    """
    subject, mine = found(subjects, subject_id), voter.dots()
    on_it = [d for d in mine if d.subject_id in places_of(subject)]
    standing = frozenset[str]().union(*(places_of(each) for each in subjects))
    stray = [d for d in mine if d.subject_id not in standing]
    if number < 0:
        raise OutOfRange("Prikker", 0, voter.step.budget)
    if number > len(on_it):
        require_room(voter.step, len(mine) - len(on_it) - len(stray), number)
        _require_of_others(subject, own)
    voter.take([*stray, *on_it[number:]])
    voter.give([voter.dot(subject) for _ in range(number - len(on_it))])


def require_room(step: Step, elsewhere: int, number: int) -> None:
    """Raises CapReached or BudgetSpent for more dots on one thing than there is room for."""
    if step.cap and number > step.cap:
        raise CapReached(step.cap)
    if elsewhere + number > step.budget:
        raise BudgetSpent(step.budget)


def own_notes(
    store: Store, step: Step, subjects: Sequence[Subject], person_id: str, token: str
) -> frozenset[str]:
    """The voter's own of the notes that are asked about, as far as anybody can still tell.

    A note without a name is known by its phone's key alone, which is gone once its step is closed.
    """
    ids = [note_id for subject in subjects for note_id in subject.note_ids]
    if step.own_allowed or not ids:
        return frozenset()
    notes = boards.by_ids(store, Note, step.process_id, ids)
    mine = {note.id for note in notes if person_id and note.author_id == person_id}
    for step_id in {note.step_id for note in notes if note.step_id and not note.author_id}:
        written = store.find(Step, step_id)
        if written is not None:
            mine |= step_keys.owned_by(store, written, step_keys.key_hash(store, written, token))
    return frozenset(mine)


def is_own(subject: Subject, own: Collection[str]) -> bool:
    """Whether it is the voter's own note, or a group of nothing but the voter's own."""
    return bool(subject.note_ids) and all(note_id in own for note_id in subject.note_ids)


def _require_of_others(subject: Subject, own: Collection[str]) -> None:
    if is_own(subject, own):
        raise OwnNote
