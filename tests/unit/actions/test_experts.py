"""An expert writes and comments; votes, wording and approval are left to the others."""

from dataclasses import replace

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.attendance import let_vote
from strategykit.actions.own_marks import approvals_of, change_mark, own_marks
from strategykit.actions.paper import Sheet, enter_paper_dots
from strategykit.actions.registers import add_entry, change_entry
from strategykit.actions.reviewing import give_review_link, invitation_of_link
from strategykit.actions.sending_out import add_reviewer
from strategykit.actions.steering import silent
from strategykit.actions.taking_in import Reviewer, approve_section, take_file, take_mark
from strategykit.actions.voting import save_consent, set_dots
from strategykit.domain.ballots import Stance
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.people import Person, Role
from strategykit.domain.proposals import Written, mark_of
from strategykit.domain.reviews import ReviewMark
from strategykit.domain.steps import Circle
from strategykit.errors import ExpertComments, ExpertVotes
from strategykit.storage.database import Database
from tests.support.halls import LEADER, Hall, a_hall
from tests.support.reviews import Review, a_review

GUEST = -1


@pytest.fixture
def hall(db: Database) -> Hall:
    """A meeting in which the one who is no member is an expert."""
    hall = a_hall(db)
    guest = hall.people[GUEST]
    change_entry(db, LEADER, guest, replace(guest, role=Role.EXPERT))
    return hall


@pytest.fixture
def review(db: Database) -> Review:
    return a_review(db)


@pytest.fixture
def expert(review: Review) -> Reviewer:
    person = Person(id=new_id(), process_id=review.process.id, name="Eva Ekspert", role=Role.EXPERT)
    add_entry(review.db, LEADER, person)
    add_reviewer(review.db, LEADER, review.sent, person.id)
    return Reviewer(person.id, person.name)


def test_an_expert_writes_notes_and_never_votes_even_where_everybody_may(hall: Hall) -> None:
    (area,) = hall.areas("Overgange")
    phone = hall.phone(GUEST)
    hall.write(hall.step("skriv-med-navn", subject="swot"), GUEST, "Det siger forskningen")

    dots = hall.on_areas("prikker-med-navn", voters=Circle.EVERYBODY)
    with pytest.raises(ExpertVotes, match="skriver og kommenterer, men stemmer ikke"):
        set_dots(hall.db, phone, dots.id, area.id, 1)
    set_dots(hall.db, hall.phone(0), dots.id, area.id, 1)
    with pytest.raises(ExpertVotes):
        enter_paper_dots(hall.db, LEADER, Sheet(dots, hall.people[GUEST].id), {area.id: 1})
    assert [dot.voter for dot in hall.dots(dots)] == [hall.people[0].id]

    consent = hall.step("samtykke", voters=Circle.EVERYBODY)
    with pytest.raises(ExpertVotes):
        save_consent(hall.db, phone, consent.id, Stance.YES, "")


def test_nobody_waits_for_an_expert_and_the_vote_cannot_be_given(hall: Hall) -> None:
    hall.areas("Overgange")
    dots = hall.on_areas("prikker-med-navn", voters=Circle.EVERYBODY)
    waiting = silent(hall.db, hall.view)
    seat = next(s for s in hall.view.seats if s.person_id == hall.people[GUEST].id)
    with pytest.raises(ExpertVotes, match="ret den under Deltagere"):
        let_vote(hall.db, LEADER, seat, votes=True)

    assert waiting is not None
    assert [person.name for person in waiting] == [f"Medlem {n}" for n in range(6)]
    assert hall.view.present_voices == len(hall.view.present) - 1
    assert not hall.view.is_heard(seat)
    assert dots.is_open


def test_an_expert_has_a_link_and_comments(review: Review, expert: Reviewer) -> None:
    with review.db.reading() as store:
        person = store.get(Person, expert.person_id)
    token = give_review_link(review.db, LEADER, review.sent, person)
    assert invitation_of_link(review.db, token).person.only_comments

    review.say(expert, comment="Tallet er fra 2021.")

    (mark,) = own_marks(review.db, expert, review.sent)
    assert (mark.kind, mark.text) == (MarkKind.COMMENT, "Tallet er fra 2021.")


def test_an_expert_neither_suggests_wording_nor_approves(review: Review, expert: Reviewer) -> None:
    kept = review.say(expert, comment="Tallet er fra 2021.")
    with pytest.raises(ExpertComments, match="Skriv det som en bemærkning"):
        review.say(expert, wording="Noget helt andet")
    with pytest.raises(ExpertComments):
        approve_section(review.db, expert, review.sent, "indsatsomraader")
    with pytest.raises(ExpertComments):
        change_mark(review.db, expert, review.sent, kept, _reworded(review, kept))
    with pytest.raises(ExpertComments, match="Word-fil"):
        take_file(review.db, expert, review.sent, review.file("tilføjet"))

    assert [m.text for m in own_marks(review.db, expert, review.sent)] == ["Tallet er fra 2021."]
    assert approvals_of(review.db, review.sent) == ()


def test_what_an_expert_may_not_others_may(review: Review) -> None:
    review.say(review.anne, wording="Noget helt andet")
    approve_section(review.db, review.anne, review.sent, "indsatsomraader")
    received, new = take_file(review.db, review.bo, review.sent, review.file("tilføjet"))

    assert (new, received.marks) == (True, 1)
    assert len(approvals_of(review.db, review.sent)) == 1


def _reworded(review: Review, kept: ReviewMark) -> ReviewMark:
    written = Written(kept.section, kept.block, "", "Noget helt andet", "")
    return mark_of(review.sent, review.draft, written, kept.id)


def test_a_mark_that_is_sent_by_somebody_unknown_is_taken_as_before(review: Review) -> None:
    section, block = review.paragraphs[0]
    written = Written(section, block.key, "", "Andre ord", "")
    mark = mark_of(review.sent, review.draft, written, new_id())

    assert take_mark(review.db, Reviewer(name="Papir"), review.sent, mark).after == "Andre ord"
