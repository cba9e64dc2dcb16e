"""What minutes and beslutningslog say of workshop 4, and of what the bodies changed afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.amending import Amended, amend
from strategykit.actions.approving import decide_stage
from strategykit.actions.asked_points import named_points
from strategykit.actions.decision_log import log_paper
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.drafts import compose_now
from strategykit.actions.going_through import ask_all, close_answers, decide_point
from strategykit.actions.meetings import PaperKind, paper_of
from strategykit.actions.minorities import enter_minority
from strategykit.actions.review_members import Answer, answer_point
from strategykit.actions.sending_out import send_out
from strategykit.actions.undoing import UNDOING
from strategykit.actions.way import begin_way, stages_of
from strategykit.domain.approvals import Body, Outcome
from strategykit.domain.ballots import Stance
from strategykit.domain.drafts import RewriteAct
from strategykit.domain.minorities import Minority
from strategykit.domain.outline import Paragraph, Table
from strategykit.domain.paper import Paper
from strategykit.domain.reviews import SendOut, Verdict
from strategykit.storage.database import Database
from tests.support.review_evenings import ADDED, COMMENT, ReviewEvening, a_review_evening
from tests.support.reviews import LEADER

TEXT = "Sådan skal der stå, når udvalget er færdigt med det her punkt."


@pytest.fixture
def evening(db: Database) -> Iterator[ReviewEvening]:
    held = a_review_evening(db)
    yield held
    UNDOING.forget(held.review.process.id)


def asked_and_decided(evening: ReviewEvening) -> str:
    """Two answered to a text before the point was decided; the point's id."""
    wish = evening.wish(ADDED)
    evening.go_to(wish.point.id)
    ask_all(evening.db, LEADER, evening.step, evening.at, TEXT)
    turn = evening.at.turn
    assert turn is not None
    answer_point(evening.db, evening.phone(0), evening.step.id, Answer(turn.id, Stance.YES))
    no = Answer(turn.id, Stance.NO, "Det er for vagt")
    answer_point(evening.db, evening.phone(1), evening.step.id, no)
    close_answers(evening.db, LEADER, turn)
    decide_point(evening.db, LEADER, wish, Verdict.REWORDED, seen=wish.point.version, final=TEXT)
    return wish.point.id


def against(evening: ReviewEvening, point_id: str) -> None:
    made = Minority(
        id=new_id(), process_id=evening.review.process.id, meeting_id=evening.meeting.id,
        step_id=evening.step.id, point_id=point_id, text="Vi ville have det kortere.",
        person_ids=(evening.review.people[0].id,),
    )  # fmt: skip
    enter_minority(evening.db, LEADER, made)


def lines(paper: Paper) -> list[str]:
    return [b.text for s in paper.sections for b in s.blocks if isinstance(b, Paragraph)]


def test_minutes_say_how_the_points_went_what_was_answered_and_what_a_minority_is_to(
    evening: ReviewEvening,
) -> None:
    against(evening, asked_and_decided(evening))
    process = evening.review.process.id

    said = lines(paper_of(evening.db, process, evening.meeting.id, PaperKind.MINUTES))

    section, block = evening.review.paragraphs[2]
    chapter = next(s for s in evening.review.draft.sections if s.key == section)
    place = f"{chapter.title}, stykke {[b.key for b in chapter.blocks].index(block.key) + 1}"
    title = evening.step.title
    assert (
        f"{title}: Udvalget tog stilling til ét punkt (godtaget med andre ord: 1). Hvert punkt "
        "står i beslutningsloggen."
    ) in said
    (asked,) = [line for line in said if TEXT in line]
    assert asked.startswith("Der blev spurgt, om udvalget kan stå bag denne tekst til punkt ")
    assert f"({place}): ”{TEXT}” " in asked
    assert asked.endswith("1 sagde ja og 1 sagde nej.")
    assert "Nej, Bo Eksempel: Det er for vagt" in said
    (minority,) = [line for line in said if "Vi ville have det kortere." in line]
    assert minority.startswith("Mindretalsudtalelse fra Anne Eksempel til punkt ")
    assert f"({place}): " in minority


def test_the_log_holds_the_answers_of_the_room_under_the_number_that_minutes_name(
    evening: ReviewEvening,
) -> None:
    point = asked_and_decided(evening)
    minutes = lines(
        paper_of(evening.db, evening.review.process.id, evening.meeting.id, PaperKind.MINUTES)
    )

    log = log_paper(evening.db, evening.review.sent)

    tables = [b for s in log.sections for b in s.blocks if isinstance(b, Table)]
    card = next(table for table in tables if table.key == f"log {point}")
    answered = dict(card.rows)["Samtykke"].split("\n")
    assert answered[0] == f"”{TEXT}”"
    assert answered[-1] == "Nej, Bo Eksempel: Det er for vagt"
    (asked,) = [line for line in minutes if TEXT in line]
    assert f"til {card.header[0].lower()} (" in asked
    other = next(table for table in tables if COMMENT in {v for _, v in table.rows})
    assert "Samtykke" not in dict(other.rows)


def test_what_a_body_changed_stands_in_the_log_of_the_review_that_came_before_it(
    evening: ReviewEvening,
) -> None:
    db, process = evening.db, evening.review.process
    begin_way(db, LEADER, process.id)
    council = next(s for s in stages_of(db, process.id) if s.body is Body.COUNCIL)
    decided = decide_stage(
        db, LEADER, council,
        replace(council, day=date(2026, 10, 7), outcome=Outcome.ADOPTED_CHANGED,
                version_id=evening.review.sent.version_id, overruled="Resten tages næste år."),
    )  # fmt: skip
    section, block = evening.review.paragraphs[0]
    typed = Amended(section, block.key, "", RewriteAct.REPLACE, "Rådets ord.", "Et flertal")
    amend(db, LEADER, decided, typed, new_id())
    version = keep_version(db, LEADER, process.id, new_id())
    later = send_out(db, LEADER, SendOut(id=new_id(), process_id=process.id, version_id=version.id))

    log = log_paper(db, evening.review.sent)

    assert ("Ændringer undervejs til vedtagelsen", "1") in log.facts
    told = log.sections[-1]
    assert told.title == f"Ændringer fra {council.name}"
    words, table = told.blocks
    assert isinstance(words, Paragraph)
    assert words.text == f"{council.name} den 7. oktober 2026: vedtaget med ændringer."
    assert isinstance(table, Table)
    ((place, before, after, by),) = table.rows
    assert "stykke" in place
    assert (before, after, by) == (block.text, "Rådets ord.", "Et flertal")
    assert later.number > evening.review.sent.number
    assert "Ændringer undervejs til vedtagelsen" not in dict(log_paper(db, later).facts)


def test_the_annex_of_votes_names_the_point_as_the_log_does(evening: ReviewEvening) -> None:
    point_id = asked_and_decided(evening)
    against(evening, point_id)
    with evening.db.reading() as store:
        name = named_points(store, evening.review.process.id)[point_id]

    draft = compose_now(evening.db, evening.review.process)

    said = [b.text for _, b in draft.blocks() if isinstance(b, Paragraph)]
    (annexed,) = [text for text in said if "Vi ville have det kortere." in text]
    assert f" til {name} i beslutningsloggen: Vi ville have det kortere." in annexed
