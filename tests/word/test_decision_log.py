"""The beslutningslog: every point once, with what was decided and why, as a sound Word file."""

import io
from pathlib import Path

from docx import Document

from strategykit.actions.acting import new_id
from strategykit.actions.decision_log import log_word
from strategykit.actions.points import decide, decide_bloc, wishes_of
from strategykit.actions.registers import add_entry
from strategykit.domain.meetings import Meeting
from strategykit.domain.minorities import Minority
from strategykit.domain.reviews import Sort, Verdict
from strategykit.storage.database import Database
from tests.support.office import faults
from tests.support.reviews import LEADER, Review, a_review

FINAL = "Udvalget hjælper alle unge."


def decided(db: Database) -> Review:
    """One point in other words, one turned down against a minority, and one in the bloc."""
    review = a_review(db)
    text = review.paragraphs[0][1].text
    review.say(review.anne, "Helt andre ord.")
    review.say(review.bo, comment="Skriv det kortere")
    review.say(review.anne, f"{text} Nu.")
    own, short, small = wishes_of(db, review.process.id, review.sent.id)
    assert small.point.sort is Sort.EDITORIAL
    decide(db, LEADER, own, Verdict.REWORDED, final=FINAL, reason="Det er klarere.")
    decide(db, LEADER, short, Verdict.REJECTED, reason="Det er kort nok.")
    decide_bloc(db, LEADER, [small])
    against(db, review, short.point.id)
    return review


def against(db: Database, review: Review, point_id: str) -> None:
    meeting = Meeting(id=new_id(), process_id=review.process.id, title="Workshop 4")
    add_entry(db, LEADER, meeting)
    said = Minority(
        id=new_id(), process_id=review.process.id, meeting_id=meeting.id, point_id=point_id,
        person_ids=(review.people[1].id,), text="Det er for langt.",
    )  # fmt: skip
    add_entry(db, LEADER, said)


def test_every_point_stands_with_its_decision_reason_and_minority(
    db: Database, tmp_path: Path
) -> None:
    review = decided(db)
    data = log_word(db, review.sent)

    tables = [[[c.text for c in row.cells] for row in t.rows]
              for t in Document(io.BytesIO(data)).tables]  # fmt: skip
    own, short, bloc = tables
    text = review.paragraphs[0][1].text
    assert own[0] == ["Punkt 1", "Godtaget med andre ord"]
    assert ["Oprindelig tekst", text] in own
    assert ["Endelig tekst", FINAL] in own
    assert ["Begrundelse", "Det er klarere."] in own
    assert ["Efter ønske fra", "Anne Eksempel"] in own
    assert ["Endelig tekst", "Teksten er uændret."] in short
    assert ["Mindretalsudtalelse", "Bo Eksempel: Det er for langt."] in short
    assert bloc[1] == ["3", text, f"{text} Nu.", "Anne Eksempel"]
    assert faults(data, tmp_path) == []
