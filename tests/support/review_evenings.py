"""Workshop 4 of the example: two members' marks, and a room that is at the review."""

from dataclasses import dataclass

from strategykit.actions.acting import new_id
from strategykit.actions.going_through import ReviewAt, take_up
from strategykit.actions.registers import entries
from strategykit.actions.room_views import RoomView, view_of
from strategykit.actions.rooms import go_to_step, open_room
from strategykit.actions.steps import open_step
from strategykit.actions.taking_in import Reviewer, take_mark
from strategykit.domain.going_through import next_id
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Person
from strategykit.domain.points import Wish
from strategykit.domain.proposals import Written, mark_of
from strategykit.domain.reviews import Point, ReviewMark
from strategykit.domain.rooms import Attendee, Seat
from strategykit.domain.steps import Step, StepKind
from strategykit.storage.database import Database
from tests.support.reviews import LEADER, Review, a_review

ADDED = "Udvalget følger op hvert år i marts, og de unge er med, når der gøres status på målene."
COMMENT = "Kan det siges kortere?"


@dataclass(frozen=True)
class ReviewEvening:
    """The room is open and at the step; a guest sits there beside Anne and Bo."""

    review: Review
    meeting: Meeting
    step: Step
    guest: Person

    @property
    def db(self) -> Database:
        return self.review.db

    @property
    def view(self) -> RoomView:
        """The meeting as it is now."""
        return view_of(self.db, self.review.process.id, self.meeting.id)

    @property
    def at(self) -> ReviewAt:
        """The review as it is now."""
        found = self.view.review
        assert found is not None
        return found

    def phone(self, number: int) -> Attendee:
        """Anne's, Bo's or the guest's."""
        person = (*self.review.people, self.guest)[number]
        return Attendee(self.review.process.id, self.meeting.id, person.id, f"telefon {number}")

    def go_on(self) -> ReviewAt:
        """The room at what comes next."""
        wanted = next_id(self.at.found, self.at.turn)
        assert wanted is not None
        return self.go_to(wanted)

    def go_to(self, point_id: str) -> ReviewAt:
        """The room at the point."""
        take_up(self.db, LEADER, self.step, self.at, point_id)
        return self.at

    def wish(self, words: str) -> Wish:
        """The point that asks for those words, or comments with them."""
        return next(
            w for w in self.at.found if words in w.first.added or words in w.first.text
        )  # fmt: skip

    def point(self, point_id: str) -> Point:
        """The point as it is kept."""
        with self.db.reading() as store:
            return store.get(Point, point_id)


def put(
    review: Review, who: Reviewer, number: int, wording: str = "", comment: str = ""
) -> ReviewMark:
    """A mark at the paragraph with that number."""
    section, block = review.paragraphs[number]
    written = Written(section, block.key, "", wording or block.text, comment)
    mark = mark_of(review.sent, review.draft, written, new_id())
    return take_mark(review.db, who, review.sent, mark)


def small_change(review: Review, number: int, word: str) -> str:
    """The paragraph with one word more, which is editorial."""
    text = review.paragraphs[number][1].text
    first, rest = text.split(" ", 1)
    return f"{first} {word} {rest}"


def a_review_evening(db: Database) -> ReviewEvening:
    """Two editorial changes by Anne, an addition by Bo, and a comment by Anne."""
    review = a_review(db)
    put(review, review.anne, 0, small_change(review, 0, "straks"))
    put(review, review.anne, 1, small_change(review, 1, "gerne"))
    put(review, review.bo, 2, f"{review.paragraphs[2][1].text} {ADDED}")
    put(review, review.anne, 3, comment=COMMENT)
    return the_evening_of(review)


def the_evening_of(review: Review) -> ReviewEvening:
    """The room at the review, whatever has come home of it."""
    db = review.db
    step = next(s for s in entries(db, review.process.id, Step) if s.kind is StepKind.REVIEW)
    meetings = entries(db, review.process.id, Meeting)
    meeting = next(m for m in meetings if m.id == step.meeting_id)
    guest = Person(id=new_id(), process_id=review.process.id, name="Gerda Gæst")
    of = {"process_id": review.process.id, "meeting_id": meeting.id}
    with db.writing() as store:
        store.add(guest)
        for person in (*review.people, guest):
            votes = person is not guest
            store.add(Seat(id=new_id(), person_id=person.id, votes=votes, **of))
    room = open_room(db, LEADER, meeting)
    go_to_step(db, LEADER, room, step)
    opened = open_step(db, LEADER, step).after[0]
    assert isinstance(opened, Step)
    return ReviewEvening(review, meeting, opened, guest)
