"""The part of the page where decided points become the next version."""

import io
from typing import Any

import pytest
from docx import Document
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import version_of, versions_of
from strategykit.actions.next_version import redline_word
from strategykit.actions.points import decide, wishes_of
from strategykit.actions.taking_in import Reviewer, take_mark
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Paragraph
from strategykit.domain.people import Who
from strategykit.domain.reviews import ReviewMark, SendOut, Verdict
from strategykit.drafting.read_back import read_back
from strategykit.storage.database import Database
from tests.support.pages import Opened, choose, field, press, said, shown
from tests.support.reviews import Review, a_review

BO = Reviewer("", "Bo Eksempel")


@pytest.fixture
def review(app_db: Database) -> Review:
    return a_review(app_db)


def next_version(opened: Opened, review: Review) -> AppTest:
    return choose(opened("hoering", review.process), "Del af siden", "Næste version")


def decided(db: Database, who: Who, sent: SendOut, verdict: Verdict, **more: str) -> None:
    for wish in wishes_of(db, sent.process_id, sent.id):
        if wish.point.is_open:
            decide(db, who, wish, verdict, **more)


def test_what_was_decided_is_shown_and_made_a_version(
    opened: Opened, app_db: Database, who: Who, review: Review
) -> None:
    review.say(review.anne, "Helt nye ord i stedet for de gamle.")
    decided(app_db, who, review.sent, Verdict.ACCEPTED, reason="Det er klarere.")
    window = next_version(opened, review)
    assert "Punkter, der føres ind i version 2: 1." in shown(window)
    assert "Videre til godkendelsen" not in [link.proto.label for link in window.get("page_link")]
    assert "Helt nye ord i stedet for de gamle." in shown(window)

    field(window, "Hvad er nyt i den næste version").set_value("Efter workshop 4")
    window = press(window, "Lav version 2")

    assert "Version 2 er lavet. Hent rettelsesfilen herunder." in said(window)
    assert "Videre til godkendelsen" in [link.proto.label for link in window.get("page_link")]
    newest, oldest = versions_of(app_db, review.process.id)
    assert newest.note == "Efter workshop 4"
    draft = version_of(app_db, review.process.id, newest.id).draft
    texts = [b.text for _, b in draft.blocks() if isinstance(b, Paragraph)]
    assert "Helt nye ord i stedet for de gamle." in texts
    marks = read_back(redline_word(app_db, review.process.id, oldest.id, newest.id)).marks
    (note,) = [m for m in marks if m.author == "Anne Eksempel" and m.text]
    assert "Tilføjet: Helt nye ord" in note.text
    assert "Besluttet: godtaget: Det er klarere." in note.text
    window = press(window, "Skriv rettelsesfilen")
    assert [b.label for b in window.get("download_button")] == ["Hent rettelsesfilen"]


def test_wishes_that_collide_stop_the_version_and_are_named(
    opened: Opened, app_db: Database, who: Who, review: Review
) -> None:
    review.say(review.anne, "Helt nye ord.")
    review.say(review.bo, "Nogle ganske andre.")
    decided(app_db, who, review.sent, Verdict.ACCEPTED)
    window = next_version(opened, review)
    assert "Kan ikke stå sammen: 1" in [s.value for s in window.subheader]

    window = press(window, "Lav version 2")

    assert "Der er godtaget ændringer, som ikke kan stå sammen" in said(window)[0]
    assert len(versions_of(app_db, review.process.id)) == 1


def test_what_only_a_person_can_write_stays_until_it_is_written(
    opened: Opened, app_db: Database, who: Who, review: Review
) -> None:
    lost = ReviewMark(
        id=new_id(), process_id=review.process.id, send_out_id=review.sent.id, section="vision",
        kind=MarkKind.COMMENT, text="Skriv det kortere",
    )  # fmt: skip
    take_mark(app_db, BO, review.sent, lost)
    decided(app_db, who, review.sent, Verdict.ACCEPTED)
    window = press(next_version(opened, review), "Lav version 2")
    assert "Skal rettes i hånden: 1" in [s.value for s in window.subheader]
    assert "ingen har skrevet, hvad der så skal stå" in shown(window)

    window = press(window, "Det er rettet i hånden")

    assert "Punktet regnes for ført ind i version 3." in said(window)
    assert not [s for s in window.subheader if "i hånden" in s.value]
    (wish,) = wishes_of(app_db, review.process.id, review.sent.id)
    assert wish.point.done_in == 3


def test_the_decision_log_says_who_wished_what_and_why(
    opened: Opened, app_db: Database, who: Who, review: Review
) -> None:
    review.say(review.anne, "Helt nye ord.")
    decided(app_db, who, review.sent, Verdict.REJECTED, reason="Det står der allerede.")
    window = press(next_version(opened, review), "Skriv beslutningsloggen")

    assert [b.label for b in window.get("download_button")] == ["Hent beslutningsloggen"]
    _, data = window.session_state["next:files:beslutningsloggen"]
    told = cells(data)
    assert ("Punkt 1", "Afvist") in told
    assert ("Begrundelse", "Det står der allerede.") in told
    assert ("Efter ønske fra", "Anne Eksempel") in told
    assert ("Endelig tekst", "Teksten er uændret.") in told


def cells(data: bytes) -> list[tuple[Any, ...]]:
    return [
        tuple(cell.text for cell in row.cells)
        for table in Document(io.BytesIO(data)).tables
        for row in table.rows
    ]
