"""What phones, projector and steering show of a meeting: one reading of it for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock

from strategykit.actions.going_through import ReviewAt, review_at
from strategykit.actions.materials import template_of
from strategykit.actions.subjects import THINGS
from strategykit.domain.ballots import StepResult
from strategykit.domain.boards import BoardContent, Note, NoteGroup
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Person
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.steps import Step, StepKind, Subjects
from strategykit.domain.subjects import Source, Subject, of_fields, subjects_of
from strategykit.domain.template import Template
from strategykit.storage import ballots, boards, changes, step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store


@dataclass(frozen=True)
class RoomView:
    """A meeting that is or was held, at one moment; `revision` says when.

    `results` holds every closed round by its step, oldest first, `ready` and `answered` how many
    are ready and have taken part in the step at hand. `review` is what a step of that kind goes
    through.
    """

    revision: int
    process: Process
    template: Template
    meeting: Meeting
    room: Room | None
    items: tuple[AgendaItem, ...]
    steps: tuple[Step, ...]
    people: Mapping[str, Person]
    seats: tuple[Seat, ...]
    results: Mapping[str, tuple[StepResult, ...]]
    contents: Mapping[str, BoardContent]
    things: Mapping[Subjects, tuple[Subject, ...]]
    tables: tuple[GoalTable, ...]
    ready: int
    answered: int
    review: ReviewAt | None = None

    @property
    def step(self) -> Step | None:
        """The step that everybody is at."""
        return self.find(self.room.step_id) if self.room else None

    @cached_property
    def present(self) -> tuple[Seat, ...]:
        """The seats of those who have not been taken out."""
        return tuple(seat for seat in self.seats if not seat.removed)

    @property
    def voters(self) -> int:
        """How many in the room may vote."""
        return sum(seat.votes and self.is_heard(seat) for seat in self.present)

    @property
    def present_voices(self) -> int:
        """How many in the room may vote where everybody may: all but experts."""
        return sum(self.is_heard(seat) for seat in self.present)

    def is_heard(self, seat: Seat) -> bool:
        """Whether the seat's person may be let vote at all."""
        person = self.people.get(seat.person_id)
        return person is None or not person.only_comments

    def find(self, step_id: str) -> Step | None:
        """The meeting's step with that id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def content(self, step: Step) -> BoardContent:
        """What lies on the step's board, in its fields; empty for a step without a board."""
        if step.subjects is not Subjects.BOARD or step.subject not in self.contents:
            return BoardContent((), (), {})
        return of_fields(self.contents[step.subject], step.fields)

    def subjects(self, step: Step) -> tuple[Subject, ...]:
        """What the step asks about, in the order of the process."""
        return subjects_of(step, self.content(step), self.things, self._source(step))

    def _source(self, step: Step) -> Source | None:
        """What the step goes on with; gathering notes into groups leaves what it was given."""
        source, passed = self.find(step.source_id), {step.id}
        while source and source.kind is StepKind.GROUP and source.id not in passed:
            passed.add(source.id)
            source = self.find(source.source_id)
        results = self.results.get(source.id, ()) if source else ()
        return Source(source, results[-1] if results else None) if source else None


def view_of(db: Database, process_id: str, meeting_id: str) -> RoomView:
    """The meeting as it is now, read anew only when the process has changed; raises NotFound.

    Those who come while it is being read wait for the one reading.
    """
    place = (db, process_id, meeting_id)
    with _reading(place):
        with db.reading() as store:
            kept = _KEPT.get(place)
            if kept is None:
                kept = _KEPT[place] = read_view(store, process_id, meeting_id)
            elif acts := changes.acts_since(store, process_id, kept.revision):
                kept = _KEPT[place] = _read_again(store, kept, acts)
        return kept


#: While a room writes, this is all that happens, and of the view only the boards change.
_WRITING = frozenset({("add", "Note"), ("change", "Note"), ("remove", "Note")})


def _read_again(store: Store, kept: RoomView, acts: frozenset[tuple[str, str]]) -> RoomView:
    process_id, step = kept.process.id, kept.step
    if not acts <= _WRITING:
        return read_view(store, process_id, kept.meeting.id)
    return replace(
        kept, revision=changes.revision(store, process_id),
        contents=_contents(store, process_id, kept.steps),
        ready=step_keys.ready_count(store, step) if step else 0,
        answered=ballots.answered(store, step) if step else 0,
    )  # fmt: skip


_Place = tuple[Database, str, str]
_KEPT: dict[_Place, RoomView] = {}
_LOCKS: dict[_Place, Lock] = {}
_GUARD, _MOST_KEPT = Lock(), 16


def _reading(place: _Place) -> Lock:
    """One lock for each meeting; the reading of a meeting of long ago is let go."""
    with _GUARD:
        while len(_LOCKS) >= _MOST_KEPT and place not in _LOCKS:
            oldest = next(iter(_LOCKS))
            _KEPT.pop(oldest, None)
            del _LOCKS[oldest]
        return _LOCKS.setdefault(place, Lock())


def read_view(store: Store, process_id: str, meeting_id: str) -> RoomView:
    """The same, inside an open transaction."""
    process = store.get(Process, process_id)
    template = template_of(process)
    rooms = store.all(Room, process_id, meeting_id=meeting_id)
    room = rooms[-1] if rooms else None
    steps = store.all(Step, process_id, meeting_id=meeting_id)
    step = next((s for s in steps if room and s.id == room.step_id), None)
    ids = {step.id for step in steps}
    return RoomView(
        revision=changes.revision(store, process_id),
        process=process,
        template=template,
        meeting=store.get(Meeting, meeting_id, process_id),
        room=room,
        items=store.all(AgendaItem, process_id, meeting_id=meeting_id),
        steps=steps,
        people={person.id: person for person in store.all(Person, process_id)},
        seats=store.all(Seat, process_id, meeting_id=meeting_id),
        results=_results(store, process_id, ids),
        contents=_contents(store, process_id, steps),
        things={about: read(store, process_id) for about, read in THINGS.items()},
        tables=tuple(t for t in store.all(GoalTable, process_id) if t.step_id in ids),
        ready=step_keys.ready_count(store, step) if step else 0,
        answered=ballots.answered(store, step) if step else 0,
        review=review_at(store, step),
    )


def _results(store: Store, process_id: str, ids: set[str]) -> dict[str, tuple[StepResult, ...]]:
    found: dict[str, tuple[StepResult, ...]] = {}
    for result in store.all(StepResult, process_id):
        if result.step_id in ids:
            found[result.step_id] = (*found.get(result.step_id, ()), result)
    return found


def _contents(store: Store, process_id: str, steps: tuple[Step, ...]) -> dict[str, BoardContent]:
    keys = {step.subject for step in steps if step.subjects is Subjects.BOARD}
    dots = boards.dot_counts(store, process_id) if keys else {}
    return {
        key: BoardContent(
            store.all(Note, process_id, board=key),
            store.all(NoteGroup, process_id, board=key),
            dots,
        )
        for key in sorted(keys)
    }
