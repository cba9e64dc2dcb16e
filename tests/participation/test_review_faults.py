"""What a reviewer's page refuses: hostile files, and links that are dead or to something else."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from strategykit.actions.access import make_link
from strategykit.actions.acting import new_id
from strategykit.actions.hearing_links import give_party_link
from strategykit.actions.reviewing import give_review_link
from strategykit.actions.sending_out import send_out
from strategykit.actions.taking_in import marks_of
from strategykit.domain.reviews import SendOut
from strategykit.storage import access, changes
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.canaries import a_canary
from tests.support.hearings import a_hearing
from tests.support.hostile_word import CALLED, refused_files, that_calls
from tests.support.reviews import LEADER, Review, a_review
from tests.support.server import Server
from tests.support.visiting import Visitor
from tests.support.word_marks import replaced

PATH = "/gennemsyn"
HAND_IN = f"{PATH}/fil/aflever"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
MUCH = 300_000_000


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    db = Database(f"sqlite:///{tmp_path_factory.mktemp('hjem') / 'strategi.db'}")
    migrate(db)
    yield a_review(db)
    db.close()


@pytest.fixture(scope="module")
def server(review: Review) -> Iterator[Server]:
    assert review.db.file is not None
    started = Server.start(review.db.file.parent)
    yield started
    started.stop()


class Device(Visitor):
    """A reviewer's device without a browser."""

    def come_in(self, token: str) -> None:
        _, page = self.get(f"{PATH}?n={token}")
        ticket = re.search(r'name="billet" value="([^"]+)"', page)
        assert ticket, page
        answer, said = self.post(f"{PATH}?n={token}", n=token, billet=ticket[1])
        assert answer.headers["Location"] == PATH, said


@pytest.fixture
def anne(server: Server, review: Review) -> Device:
    device = Device(server)
    device.come_in(give_review_link(review.db, LEADER, review.sent, review.people[0]))
    return device


def most_memory(server: Server) -> int:
    """The most bytes that the server ever held at once."""
    with open(f"/proc/{server.process.pid}/status", encoding="utf-8") as status:  # noqa: PTH123
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def refusals(review: Review) -> list[str]:
    """Of which process a link was that was refused, each time that one was."""
    with review.db.reading() as store:
        lines = [*changes.lines(store, review.process.id), *changes.lines(store, "")]
    return [line.process_id for line in lines if line.act == "refused"]


def test_a_hostile_file_is_refused_in_a_sentence_and_in_little_memory(
    anne: Device, server: Server, review: Review
) -> None:
    before = marks_of(review.db, review.sent)
    held = most_memory(server)
    for name, data in refused_files().items():
        status, _, page = anne.hand_in(PATH, HAND_IN, data)
        said = re.search(r'role="alert"[^>]*>(.*?)</', page, re.DOTALL)
        assert status == 400, name
        assert said, (name, page[:800])
        assert "Intet" in said[1] or "Vælg" in said[1], (name, said[1])

    assert most_memory(server) - held < MUCH
    assert marks_of(review.db, review.sent) == before
    logs = b"".join(f.read_bytes() for f in (server.home / "log").iterdir())
    assert b"hemmelig-navn" not in logs
    assert b"Traceback" not in logs


def test_what_a_file_would_fetch_is_named_and_nobody_is_called(
    anne: Device, review: Review
) -> None:
    with a_canary() as canary:
        data = that_calls(review.file("nu"), canary.address)
        status, way, _ = anne.hand_in(PATH, HAND_IN, data)
        _, page = anne.get(way)

        assert status == 303
        assert [name for name in CALLED if name not in page] == []
        assert canary.calls == []


@pytest.mark.parametrize("place", ["comment", "properties"])
def test_a_cpr_number_in_a_file_is_shown_masked_and_nothing_is_kept(
    anne: Device, server: Server, review: Review, place: str
) -> None:
    before = marks_of(review.db, review.sent)
    if place == "comment":
        data = review.commented("Hun er 010190-1234")
    else:
        data = replaced(review.file("nu", "igen"), rb"(<dc:title[^>]*>)[^<]*",
                        rb"\g<1>010190-1234", "docProps/core.xml")  # fmt: skip
    status, _, page = anne.hand_in(PATH, HAND_IN, data)

    assert (status, "0101••-••••" in page) == (400, True)
    assert "010190-1234" not in page
    assert marks_of(review.db, review.sent) == before
    kept = [f for f in server.home.rglob("*") if f.is_file() and b"010190-1234" in f.read_bytes()]
    assert kept == []


def test_a_link_opens_its_own_draft_alone(server: Server, review: Review) -> None:
    wanted = SendOut(id=new_id(), process_id=review.process.id, version_id=review.sent.version_id,
                     person_ids=(review.people[1].id,))  # fmt: skip
    other = send_out(review.db, LEADER, wanted)
    bo = Device(server)
    bo.come_in(give_review_link(review.db, LEADER, other, review.people[1]))
    status, way, page = bo.hand_in(PATH, HAND_IN, review.file("kun her"))
    assert status == 303, page
    bo_at_first = Device(server)
    bo_at_first.come_in(give_review_link(review.db, LEADER, review.sent, review.people[1]))

    assert [mark.added.strip() for mark in marks_of(review.db, other)] == ["kun her"]
    assert "kun her" not in {m.added.strip() for m in marks_of(review.db, review.sent)}
    assert "kun her" not in bo_at_first.get(PATH)[1]
    assert bo_at_first.get(way)[0].status == 404


def test_a_link_whose_time_is_out_is_refused_and_logged_and_puts_out_whoever_came_by_it(
    server: Server, review: Review
) -> None:
    token = give_review_link(review.db, LEADER, review.sent, review.people[1])
    bo = Device(server)
    bo.come_in(token)
    before = refusals(review)
    with review.db.writing() as store:
        access.move_ends(store, LONG_AGO, subject_id=review.sent.id)

    assert bo.get(PATH)[0].status == 403
    assert bo.get(f"{PATH}/vision")[0].status == 403
    answer, page = Visitor(server).get(f"{PATH}?n={token}")
    assert (answer.status, "Linket virker ikke" in page) == (404, True)
    assert refusals(review) == [review.process.id, *before]


def test_a_link_to_something_else_is_refused_and_logged(server: Server, review: Review) -> None:
    hearing = a_hearing(review.db, review.process)
    own = make_link(review.db, review.process.id, review.people[0].id, hours=1)
    party = give_party_link(review.db, LEADER, hearing.council)
    for token in (own, party):
        before = len(refusals(review))
        answer, page = Visitor(server).get(f"{PATH}?n={token}")
        assert (answer.status, "Linket virker ikke" in page) == (404, True)
        assert len(refusals(review)) == before + 1
