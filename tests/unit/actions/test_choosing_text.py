"""From a vote on proposals to the committee's text: in one press, with undo and a trace."""

from dataclasses import replace
from datetime import date

import pytest

from strategykit.actions.boards import hide_note, undo
from strategykit.actions.choosing_text import Chosen, chosen_in, use_chosen
from strategykit.actions.deciding import decide_outcome
from strategykit.actions.drafts import compose_now
from strategykit.actions.statements import agree, editions_of, save_statement, statement_of
from strategykit.actions.voting import save_consent
from strategykit.domain.ballots import Stance
from strategykit.domain.boards import Note
from strategykit.domain.people import Access, Who
from strategykit.domain.statements import Statement
from strategykit.domain.steps import Step, Subjects
from strategykit.errors import CannotUndo, NotAllowed, NotFound
from strategykit.storage.database import Database
from tests.support.chosen import OTHER, VISION, chosen
from tests.support.drafts import paragraph
from tests.support.halls import LEADER, Hall, a_hall


@pytest.fixture
def hall(both: Database) -> Hall:
    return a_hall(both)


def offered(hall: Hall, step: Step) -> tuple[Chosen, ...]:
    with hall.db.reading() as store:
        return chosen_in(store, step)


def vision(hall: Hall) -> Statement:
    return statement_of(hall.db, hall.process.id, "vision")


def test_what_the_vote_put_first_becomes_the_vision_and_is_taken_back(hall: Hall) -> None:
    vote, note = chosen(hall)
    (one,) = offered(hall, vote)
    assert (one.text, one.name, one.stands, one.replaces) == (VISION, "vision", False, False)

    done = use_chosen(hall.db, LEADER, vote, note.id)

    assert done.told == "Forslaget står nu som vision."
    assert (vision(hall).text, vision(hall).agreed_at) == (VISION, None)
    assert [c.stands for c in offered(hall, vote)] == [True]
    undo(hall.db, LEADER, hall.process.id, done)
    assert vision(hall).text == ""
    assert [c.stands for c in offered(hall, vote)] == [False]


def test_an_adopted_text_gives_way_as_an_edition_and_comes_back_whole(hall: Hall) -> None:
    text = replace(vision(hall), text="Den gamle vision.")
    save_statement(hall.db, LEADER, vision(hall), text)
    agree(hall.db, LEADER, vision(hall), date(2026, 6, 3))
    before = vision(hall)
    vote, note = chosen(hall)
    assert [(c.replaces, c.agreed) for c in offered(hall, vote)] == [(True, True)]

    done = use_chosen(hall.db, LEADER, vote, note.id)

    found = editions_of(hall.db, hall.process.id, "vision")
    assert [(e.text, e.agreed_at is not None) for e in found] == [
        ("Den gamle vision.", True), (VISION, False),
    ]  # fmt: skip
    undo(hall.db, LEADER, hall.process.id, done)
    assert replace(vision(hall), version=before.version) == before
    assert len(editions_of(hall.db, hall.process.id, "vision")) == 1


def test_words_written_since_are_not_undone(hall: Hall) -> None:
    vote, note = chosen(hall)
    done = use_chosen(hall.db, LEADER, vote, note.id)
    save_statement(hall.db, LEADER, vision(hall), replace(vision(hall), text="Pudset af."))

    with pytest.raises(CannotUndo):
        undo(hall.db, LEADER, hall.process.id, done)
    assert vision(hall).text == "Pudset af."


def test_level_proposals_are_both_offered_and_a_loser_is_not(hall: Hall) -> None:
    vote, _ = chosen(hall, 2, 2)
    assert {c.text for c in offered(hall, vote)} == {VISION, OTHER}

    later = a_hall(hall.db)
    vote, _ = chosen(later)
    loser = next(n for n in later.view.contents["forslag"].notes if n.text == OTHER)
    with pytest.raises(NotFound):
        use_chosen(hall.db, LEADER, vote, loser.id)
    assert vision(later).text == ""


def test_nothing_is_offered_of_an_open_vote_of_what_is_hidden_or_without_votes(
    hall: Hall,
) -> None:
    vote, note = chosen(hall, 0, 0)
    assert offered(hall, vote) == ()

    other = a_hall(hall.db)
    vote, note = chosen(other)
    with hall.db.reading() as store:
        seen = store.get(Note, note.id)
    assert offered(other, replace(vote, state=other.step("droeft").state)) == ()
    hide_note(hall.db, LEADER, seen, "Navngiver en person")
    assert offered(other, vote) == ()


def test_a_vote_on_another_board_leads_to_no_text(hall: Hall) -> None:
    step = hall.step("skriv-uden-navn", subjects=Subjects.BOARD, subject="swot")
    note = hall.write(step, 0, "En styrke")
    vote = hall.step("prikker-uden-navn", subjects=Subjects.BOARD, subject="swot")
    assert note.field == "styrker"

    assert offered(hall, hall.close(vote)) == ()


def test_a_consent_to_the_proposal_offers_it_and_the_decision_then_adopts_it(hall: Hall) -> None:
    vote, note = chosen(hall)
    consent = hall.step(
        "samtykke", subjects=Subjects.STATEMENT, subject="vision", source_id=vote.id,
        ask="Kan I arbejde videre?",
    )  # fmt: skip
    save_consent(hall.db, hall.phone(0), consent.id, Stance.YES, "")
    closed = hall.close(consent)
    assert [c.text for c in offered(hall, closed)] == [VISION]

    use_chosen(hall.db, LEADER, closed, note.id)
    decide_outcome(hall.db, LEADER, closed, "Vi går videre med visionen", "")

    assert vision(hall).text == VISION
    assert vision(hall).agreed_at is not None


def test_a_consent_that_was_refused_or_asked_the_question_alone_offers_nothing(
    hall: Hall,
) -> None:
    vote, _ = chosen(hall)
    about = {"subjects": Subjects.STATEMENT, "subject": "vision", "ask": "Kan I stå bag?"}
    refused = hall.step("samtykke", source_id=vote.id, **about)
    save_consent(hall.db, hall.phone(0), refused.id, Stance.NO, "For vagt")
    assert offered(hall, hall.close(refused)) == ()

    alone = hall.step("samtykke", **about)
    save_consent(hall.db, hall.phone(0), alone.id, Stance.YES, "")
    assert offered(hall, hall.close(alone)) == ()


def test_strangers_use_nothing(hall: Hall) -> None:
    vote, note = chosen(hall)

    with pytest.raises(NotAllowed):
        use_chosen(hall.db, Who(Access.STRANGER), vote, note.id)
    assert vision(hall).text == ""


def test_the_draft_says_which_vote_the_text_came_out_of_also_when_it_is_written_on(
    hall: Hall,
) -> None:
    vote, note = chosen(hall)
    use_chosen(hall.db, LEADER, vote, note.id)
    draft = compose_now(hall.db, hall.process)
    told = paragraph(draft, "vision:valgt")
    assert told.text.startswith(
        "Teksten er det forslag, der fik flest prikker (3 prikker), da fire stemte om forslagene "
        "den "
    )
    rests = {(r.kind, r.id) for r in paragraph(draft, "vision:tekst").rests_on}
    result = hall.result(vote)
    assert {("Step", vote.id), ("StepResult", result.id), ("Note", note.id)} <= rests

    save_statement(hall.db, LEADER, vision(hall), replace(vision(hall), text="Pudset af."))

    again = paragraph(compose_now(hall.db, hall.process), "vision:valgt")
    assert again.text.startswith("Teksten bygger på det forslag, der fik flest prikker")
    assert ("Note", note.id) in {(r.kind, r.id) for r in again.rests_on}


def test_a_text_of_somebody_s_own_says_nothing_of_the_vote(hall: Hall) -> None:
    chosen(hall)
    save_statement(hall.db, LEADER, vision(hall), replace(vision(hall), text="Noget helt tredje."))

    draft = compose_now(hall.db, hall.process)

    assert "vision:valgt" not in {block.key for _, block in draft.blocks()}
