"""Marks by link, browser and file: whose they are, once each, all or nothing."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from strategykit.actions.access import make_link, sign_in_of
from strategykit.actions.acting import new_id, now
from strategykit.actions.keeping import check_log
from strategykit.actions.links import person_of_link
from strategykit.actions.own_marks import (
    approvals_of,
    change_mark,
    own_marks,
    place_mark,
    withdraw_mark,
)
from strategykit.actions.points import decide, wishes_of
from strategykit.actions.registers import entries
from strategykit.actions.reviewing import (
    give_review_link,
    invitation_of,
    invitation_of_link,
    link_ends,
    linked_reviewers,
    note_refusal,
    take_review_link,
    trade_review_link,
)
from strategykit.actions.sending_out import change_send_out, close_send_out, sent_file
from strategykit.actions.taking_in import (
    approve_section,
    marks_of,
    take_file,
    take_mark,
    withdraw_approval,
)
from strategykit.domain.access import Door
from strategykit.domain.found_marks import MarkKind, PlacedBy
from strategykit.domain.reviews import Point, ReceivedFile, ReviewMark, Verdict
from strategykit.errors import (
    HoldsCpr,
    LinkDead,
    MarkDecided,
    NotFound,
    NothingSaid,
    OlderVersion,
    OtherDocument,
    ReviewClosed,
)
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.reviews import LEADER, Review, a_review
from tests.support.sent_drafts import sent_file as another_draft
from tests.support.word_marks import packed, parts_of, replaced

ROOT = Path(__file__).parents[3]
TAKER = ROOT / "tests" / "support" / "take_until_killed.py"


@pytest.fixture
def review(both: Database) -> Review:
    return a_review(both)


@pytest.fixture
def here(db: Database) -> Review:
    """The same on SQLite alone."""
    return a_review(db)


def points(review: Review) -> tuple[Point, ...]:
    return entries(review.db, review.process.id, Point)


def acts(review: Review) -> list[tuple[str, str]]:
    with review.db.reading() as store:
        return [(line.act, line.subject) for line in changes.lines(store, review.process.id)]


def test_a_link_opens_the_one_review_and_nothing_else(review: Review) -> None:
    db, anne = review.db, review.people[0]
    token = give_review_link(db, LEADER, review.sent, anne)
    assert invitation_of_link(db, token).person.id == anne.id
    trade_review_link(db, token, "telefon")
    trade_review_link(db, token, "telefon")

    sign_in = sign_in_of(db, "telefon", Door.REVIEWER)
    assert sign_in is not None
    assert invitation_of(db, sign_in).sent.id == review.sent.id
    assert sign_in_of(db, "telefon", Door.DEVICE) is None
    with pytest.raises(LinkDead):
        person_of_link(db, token)
    with pytest.raises(LinkDead):
        invitation_of(db, replace(sign_in, subject_id="et andet"))


def test_a_withdrawn_link_puts_out_whoever_came_by_it_and_is_logged_when_tried(
    review: Review,
) -> None:
    db, anne = review.db, review.people[0]
    token = give_review_link(db, LEADER, review.sent, anne)
    trade_review_link(db, token, "telefon")
    take_review_link(db, LEADER, review.sent, anne.id)

    assert sign_in_of(db, "telefon", Door.REVIEWER) is None
    assert linked_reviewers(db, review.sent) == frozenset()
    for _ in range(3):
        with pytest.raises(LinkDead):
            invitation_of_link(db, token)
        note_refusal(db, token)
    assert acts(review).count(("refused", "Link")) == 1  # one line a minute
    with review.db.reading() as store:
        lines = changes.lines(store, review.process.id)
    assert not [line for line in lines if token in f"{line.subject_id}{line.person_id}"]
    assert check_log(db, review.process) == len(lines)


@pytest.mark.parametrize("subject", ["", "en høringspart"])
def test_a_link_to_something_else_opens_no_review(here: Review, subject: str) -> None:
    other = make_link(here.db, here.process.id, here.people[0].id, hours=1, subject_id=subject)
    with pytest.raises(LinkDead):
        invitation_of_link(here.db, other)
    with pytest.raises(LinkDead):
        trade_review_link(here.db, other, "telefon")
    note_refusal(here.db, other)
    note_refusal(here.db, "gættet")
    assert ("refused", "Link") in acts(here)


def test_a_link_ends_fourteen_days_after_the_deadline_also_when_that_is_moved(
    here: Review,
) -> None:
    db, day = here.db, now().date() + timedelta(days=10)
    sent = change_send_out(db, LEADER, here.sent, replace(here.sent, deadline=day))
    token = give_review_link(db, LEADER, sent, here.people[0])
    trade_review_link(db, token, "telefon")
    first = sign_in_of(db, "telefon", Door.REVIEWER)
    later = change_send_out(db, LEADER, sent, replace(sent, deadline=day + timedelta(days=5)))
    second = sign_in_of(db, "telefon", Door.REVIEWER)

    assert first is not None
    assert second is not None
    assert first.ends_at.date() == day + timedelta(days=14)
    assert second.ends_at - first.ends_at == timedelta(days=5)
    assert link_ends(later, now()) == second.ends_at


def test_the_same_wish_is_one_point_however_it_came(review: Review) -> None:
    first = review.paragraphs[0][1].text
    review.say(review.anne, f"{first} nu")
    take_file(review.db, review.bo, review.sent, review.file("nu"))

    (wish,) = wishes_of(review.db, review.process.id, review.sent.id)
    # The file's author stands in the file; the link says whose file it was.
    assert {mark.person_id for mark in wish.marks} == {p.id for p in review.people}


def test_ones_own_words_are_changed_and_taken_back(review: Review) -> None:
    text = review.paragraphs[0][1].text
    mark = review.say(review.anne, f"{text} Mere.", "Fordi.")
    other = review.say(review.bo, f"{text} Mere.")
    assert len(points(review)) == 1
    fit = replace(mark, text="Derfor.", added="", after="", removed="", kind=MarkKind.COMMENT)
    changed = change_mark(review.db, review.anne, review.sent, mark, fit)

    assert len(points(review)) == 2
    assert [m.text for m in own_marks(review.db, review.anne, review.sent)] == ["Derfor."]
    with pytest.raises(NotFound):
        withdraw_mark(review.db, review.anne, review.sent, other.id)
    withdraw_mark(review.db, review.anne, review.sent, changed.id)
    assert [point.id for point in points(review)] == [other.point_id]


def test_what_is_decided_stays_said(here: Review) -> None:
    mark = here.say(here.anne, comment="Skal ud.")
    (wish,) = wishes_of(here.db, here.process.id, here.sent.id)
    decide(here.db, LEADER, wish, Verdict.REJECTED, reason="Det bliver.")

    with pytest.raises(MarkDecided):
        withdraw_mark(here.db, here.anne, here.sent, mark.id)
    with pytest.raises(MarkDecided):
        change_mark(here.db, here.anne, here.sent, mark, replace(mark, text="Nej."))
    again = here.say(here.anne, comment="Skal ud.")
    assert again.point_id != mark.point_id  # asked anew, it is a new point


def test_nothing_is_taken_after_the_end(here: Review) -> None:
    here.say(here.anne, comment="Før.")
    close_send_out(here.db, LEADER, here.sent)

    with pytest.raises(ReviewClosed):
        here.say(here.anne, comment="Efter.")
    with pytest.raises(ReviewClosed):
        take_file(here.db, here.anne, here.sent, here.file("nu"))
    assert [m.text for m in own_marks(here.db, here.anne, here.sent)] == ["Før."]


def test_a_form_without_anything_new_is_no_mark(here: Review) -> None:
    with pytest.raises(NothingSaid):
        here.say(here.anne)


def test_a_chapter_without_additions_is_said_once_and_taken_back(review: Review) -> None:
    for _ in range(2):
        approve_section(review.db, review.anne, review.sent, "vision")
    approve_section(review.db, review.bo, review.sent, "vision")
    assert len(approvals_of(review.db, review.sent)) == 2
    withdraw_approval(review.db, review.anne, review.sent, "vision")
    assert [a.person_id for a in approvals_of(review.db, review.sent)] == [review.bo.person_id]


def test_a_mark_is_placed_by_hand_and_joins_the_point_there(here: Review) -> None:
    section, block = here.paragraphs[0]
    there = here.say(here.anne, comment="Hvem?")
    lost = replace(there, id=new_id(), section="", block="", before="")
    kept = take_mark(here.db, here.bo, here.sent, replace(lost, placed_by=PlacedBy.NOWHERE))
    assert len(points(here)) == 2
    placed = place_mark(here.db, LEADER, kept, section, block.key)

    assert (placed.placed_by, placed.point_id) == (PlacedBy.HAND, there.point_id)
    assert len(points(here)) == 1


def test_the_same_file_twice_at_once_is_counted_once(review: Review) -> None:
    data = review.file("nu", "her", "der")
    with ThreadPoolExecutor(4) as pool:
        taken = list(
            pool.map(lambda _: take_file(review.db, review.anne, review.sent, data), range(4))
        )

    assert sorted(new for _, new in taken) == [False, False, False, True]
    assert len({received.id for received, _ in taken}) == 1
    assert len(marks_of(review.db, review.sent)) == 3


def test_different_files_at_once_are_all_taken(review: Review) -> None:
    files = [review.file("nu", f"ord{n}") for n in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda d: take_file(review.db, review.anne, review.sent, d), files))

    assert len(marks_of(review.db, review.sent)) == 8
    assert len(points(review)) == 5
    assert check_log(review.db, review.process) > 0


CPR = "010190-1234"
PLACES = {
    "text": lambda data: replaced(data, rb"</w:body>", _line(CPR) + b"</w:body>"),
    "author": lambda data: replaced(data, rb'w:author="[^"]*"', f'w:author="{CPR}"'.encode()),
    "properties": lambda data: replaced(
        data, rb"(<dc:title[^>]*>)[^<]*", rb"\g<1>" + CPR.encode(), "docProps/core.xml"
    ),
    "split over runs": lambda data: replaced(
        data, rb"</w:body>", _line("010190", "-12", "34") + b"</w:body>"
    ),
}


def _line(*pieces: str) -> bytes:
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in pieces)
    return f"<w:p>{runs}</w:p>".encode()


@pytest.mark.parametrize("place", PLACES)
def test_a_cpr_number_anywhere_in_the_file_is_refused_masked(here: Review, place: str) -> None:
    data = PLACES[place](here.file("nu"))
    assert data != here.file("nu")

    with pytest.raises(HoldsCpr) as refused:
        take_file(here.db, here.anne, here.sent, data)

    assert "0101••-••••" in str(refused.value)
    assert CPR not in str(refused.value)
    assert marks_of(here.db, here.sent) == ()
    assert entries(here.db, here.process.id, ReceivedFile) == ()


def test_another_document_and_another_version_are_said_plainly_and_may_be_read(
    here: Review,
) -> None:
    with pytest.raises(OtherDocument):
        take_file(here.db, here.anne, here.sent, another_draft())
    older = replaced(here.file("nu"), rb'(name="Version".*?<vt:\w+>)1<', rb"\g<1>7<",
                     "docProps/custom.xml")  # fmt: skip
    with pytest.raises(OlderVersion, match="version 7"):
        take_file(here.db, here.anne, here.sent, older)
    assert marks_of(here.db, here.sent) == ()

    received, new = take_file(here.db, here.anne, here.sent, older, anyway=True)
    assert (new, received.older_version, received.marks) == (True, 7, 1)


def test_a_file_that_lost_its_properties_is_of_another_document(here: Review) -> None:
    parts = parts_of(here.file("nu"))
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"custom-properties", b"x")
    with pytest.raises(OtherDocument):
        take_file(here.db, here.anne, here.sent, packed(parts))


def test_a_power_cut_leaves_whole_files_or_nothing(here: Review, tmp_path: Path) -> None:
    file = tmp_path / "retur.docx"
    file.write_bytes(here.file(*(f"ord{n}" for n in range(12))))
    taker = subprocess.Popen(
        [sys.executable, TAKER, str(here.db.url), here.process.id, file],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert taker.stdout is not None
    confirmed = [taker.stdout.readline().strip() for _ in range(3)]
    taker.kill()
    confirmed += taker.communicate()[0].split()

    reopened = Database(str(here.db.url))
    files = {f.id: f for f in entries(reopened, here.process.id, ReceivedFile)}
    marks = entries(reopened, here.process.id, ReviewMark)
    assert set(confirmed) <= set(files)
    for received in files.values():
        assert sum(m.file_id == received.id for m in marks) == received.marks == 12
    assert {m.file_id for m in marks} == set(files)
    assert {m.point_id for m in marks} == {p.id for p in entries(reopened, here.process.id, Point)}
    check_log(reopened, here.process)
    reopened.close()


@pytest.mark.parametrize("called", ["Forfatter", "Author", "Unknown Author", ""])
def test_a_mark_that_bears_no_name_is_of_whoever_handed_the_file_in(
    here: Review, called: str
) -> None:
    data = replaced(here.file("nu"), rb'w:author="[^"]*"', f'w:author="{called}"'.encode())
    take_file(here.db, here.bo, here.sent, data)
    take_file(here.db, here.anne, here.sent, here.file("her"))

    assert [m.author for m in marks_of(here.db, here.sent)] == ["Bo Eksempel", "Anne Eksempel"]


def test_the_file_that_went_out_is_kept_as_it_was(here: Review) -> None:
    assert sent_file(here.db, here.sent) == sent_file(here.db, here.sent)
    assert take_file(here.db, here.anne, here.sent, sent_file(here.db, here.sent))[0].marks == 0
