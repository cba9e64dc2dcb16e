"""A reviewer's pages over http: the link, the marks, the file, and everything that is refused."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.own_marks import approvals_of, own_marks
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.reviewing import give_review_link, take_review_link
from strategykit.actions.sending_out import (
    add_reviewer,
    close_send_out,
    reopen_send_out,
    send_outs_of,
)
from strategykit.actions.taking_in import Reviewer, marks_of
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.people import Person, Role
from strategykit.domain.reviews import ReceivedFile
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.reviews import LEADER, Review, a_review
from tests.support.sent_drafts import sent_file as another_draft
from tests.support.server import Server
from tests.support.visiting import Visitor
from tests.support.word_marks import replaced, with_part

CHAPTER = "/gennemsyn/indsatsomraader"


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    db = Database(f"sqlite:///{tmp_path_factory.mktemp('hjem') / 'strategi.db'}")
    migrate(db)
    yield a_review(db, others_seen=True)
    db.close()


@pytest.fixture(scope="module")
def server(review: Review) -> Iterator[Server]:
    assert review.db.file is not None
    started = Server.start(review.db.file.parent)
    yield started
    started.stop()


class Reader(Visitor):
    """A reviewer without a browser; forms are found by the fields that they hold."""

    def come_in(self, token: str) -> None:
        _, page = self.get(f"/gennemsyn?n={token}")
        ticket = re.search(r'name="billet" value="([^"]+)"', page)
        assert ticket, page
        answer, _ = self.send("/gennemsyn", page, n=token, billet=ticket[1])
        assert answer.headers["Location"] == "/gennemsyn"

    def send(self, path: str, page: str, **fields: str) -> tuple[object, str]:
        mark = re.search(r'name="_csrf" value="([^"]+)"', page)
        assert mark, page
        return self._ask("POST", path, self._origin("application/x-www-form-urlencoded"),
                         urlencode({"_csrf": mark[1], **fields}))  # fmt: skip

    def hand_in_draft(
        self, data: bytes, csrf: str | None = None, **fields: str
    ) -> tuple[int, str, str]:
        """Status, where it leads, and the page."""
        return self.hand_in("/gennemsyn", "/gennemsyn/fil/aflever", data, csrf, **fields)

    def _origin(self, kind: str) -> dict[str, str]:
        return {"Origin": f"http://{self.host}", "Content-Type": kind}


def a_reader(server: Server, review: Review, number: int = 0) -> Reader:
    reader = Reader(server)
    reader.come_in(give_review_link(review.db, LEADER, review.sent, review.people[number]))
    return reader


def form_fields(review: Review) -> dict[str, str]:
    section, block = next(p for p in review.paragraphs if p[0] == "indsatsomraader")
    return {"afsnit": section, "stykke": block.key, "sted": "", "ordlyd": block.text}


def mine(review: Review, who: Reviewer) -> list[str]:
    return [mark.text for mark in own_marks(review.db, who, review.sent)]


def test_looking_at_a_link_lets_nobody_in(server: Server, review: Review) -> None:
    token = give_review_link(review.db, LEADER, review.sent, review.people[0])
    scanner = Visitor(server)
    answer, page = scanner.get(f"/gennemsyn?n={token}")

    assert "Er du Anne Eksempel?" in page
    assert answer.headers["Cache-Control"] == "no-store"
    assert "sv_gennemsyn" not in scanner.cookies
    assert Visitor(server).get("/gennemsyn")[0].status == 403
    assert Visitor(server).get(CHAPTER)[0].status == 403


def test_a_proposal_and_a_comment_are_sent_changed_and_withdrawn(
    server: Server, review: Review
) -> None:
    anne = a_reader(server, review)
    fields = form_fields(review)
    _, page = anne.get(CHAPTER)
    wording = fields["ordlyd"].replace("Indsatsområderne", "Områderne")
    sent = {**fields, "ordlyd": wording, "bemaerkning": "Kortere.", "id": "a" * 32}
    for _ in range(2):  # a double tap
        anne.send("/gennemsyn/maerke/skriv", page, **sent)

    (mark,) = own_marks(review.db, review.anne, review.sent)
    assert (mark.kind, mark.text, mark.after) == (MarkKind.CHANGE, "Kortere.", wording)
    assert mark.before == fields["ordlyd"]
    _, page = anne.get(f"{CHAPTER}?ret={mark.id}")
    assert "Ret det, du skrev" in page
    changed = {**sent, "ret": mark.id, "udgave": str(mark.version), "bemaerkning": "Klarere."}
    anne.send("/gennemsyn/maerke/skriv", page, **changed)
    assert mine(review, review.anne) == ["Klarere."]
    bo = a_reader(server, review, 1)
    _, seen = bo.get(CHAPTER)
    assert "fra Anne Eksempel" in seen
    _, said = bo.send("/gennemsyn/maerke/traek", seen, maerke=mark.id)
    assert "findes ikke" in said or "ikke her" in said, said
    anne.send("/gennemsyn/maerke/traek", page, maerke=mark.id)
    assert mine(review, review.anne) == []


def test_what_is_not_taken_stands_in_the_form_again(server: Server, review: Review) -> None:
    anne = a_reader(server, review)
    _, page = anne.get(CHAPTER)
    fields = {**form_fields(review), "bemaerkning": "Hun er 010190-1234 <b>", "id": "b" * 32}
    _, said = anne.send("/gennemsyn/maerke/skriv", page, **fields)

    assert "0101••-••••" in said
    assert "Hun er 010190-1234 &lt;b&gt;</textarea>" in said
    assert mine(review, review.anne) == []


def test_a_table_cell_and_a_heading_are_commented(server: Server, review: Review) -> None:
    bo = a_reader(server, review, 1)
    _, page = bo.get("/gennemsyn/resume")
    assert '<option value="række 2, kolonne 1">' in page
    bo.send("/gennemsyn/maerke/skriv", page, afsnit="resume", stykke="resume:maal",
            sted="række 2, kolonne 1", ordlyd="Et andet mål", id="c" * 32)  # fmt: skip
    bo.send("/gennemsyn/maerke/skriv", page, afsnit="resume", stykke="", sted="overskrift",
            ordlyd="Kort fortalt", id="d" * 32)  # fmt: skip

    marks = {m.part: m for m in own_marks(review.db, review.bo, review.sent)}
    assert marks["række 2, kolonne 1"].after == "Et andet mål"
    assert marks["række 2, kolonne 1"].before
    assert (marks["overskrift"].before, marks["overskrift"].after) == ("Resumé", "Kort fortalt")


def test_nothing_to_add_is_said_and_taken_back(server: Server, review: Review) -> None:
    anne = a_reader(server, review)
    _, page = anne.get("/gennemsyn/vision")
    anne.send("/gennemsyn/kapitel/intet", page, afsnit="vision")
    assert [a.section for a in approvals_of(review.db, review.sent)] == ["vision"]
    assert "Du har ikke noget at tilføje" in anne.get("/gennemsyn")[1]
    anne.send("/gennemsyn/kapitel/alligevel", page, afsnit="vision")
    assert approvals_of(review.db, review.sent) == ()


def test_a_marked_file_is_handed_in_and_told_of(server: Server, review: Review) -> None:
    anne = a_reader(server, review)
    data = with_part(
        review.file("nu", "her"), "x.png",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", "",
        outside="http://127.0.0.1:9/x.png",
    )  # fmt: skip
    status, way, _ = anne.hand_in_draft(data)
    assert (status, way.partition("?")[0]) == (303, "/gennemsyn/fil/modtaget")
    _, page = anne.get(way)
    assert "Læst: 0 kommentarer og 2 ændringer." in page
    assert "et billede, som filen henter" in page
    _, way, _ = anne.hand_in_draft(data)
    assert "afleveret før" in anne.get(way)[1]
    assert len(entries(review.db, review.process.id, ReceivedFile)) == 1
    other = a_reader(server, review, 1)
    assert other.get(way)[0].status == 404  # another's file is nobody else's


def test_a_file_of_another_version_gives_the_choice(server: Server, review: Review) -> None:
    anne = a_reader(server, review)
    status, _, page = anne.hand_in_draft(another_draft())
    assert (status, "hører til et andet forløb" in page) == (400, True)
    older = replaced(review.file("nu", "endnu et"), rb'(name="Version".*?<vt:\w+>)1<',
                     rb"\g<1>7<", "docProps/custom.xml")  # fmt: skip
    status, _, page = anne.hand_in_draft(older)
    assert (status, "Filen er version 7" in page) == (400, True)
    status, way, _ = anne.hand_in_draft(older, alligevel="ja")
    assert "Filen var version 7" in anne.get(way)[1]


def test_too_much_and_a_form_of_another_site_are_refused(server: Server, review: Review) -> None:
    anne = a_reader(server, review)
    before = len(marks_of(review.db, review.sent))
    status, _, page = anne.hand_in_draft(bytes(60_000_000))
    assert (status, "højst fylde 25 MB" in page) == (400, True), page[:500]
    assert anne.hand_in_draft(review.file("x"), csrf="forkert")[0] == 403
    assert anne.hand_in_draft(b"")[0] == 400
    assert len(marks_of(review.db, review.sent)) == before
    logs = b"".join(f.read_bytes() for f in (server.home / "log").iterdir())
    assert b"hemmelig-navn" not in logs


def test_after_the_end_ones_own_words_can_be_read(server: Server, review: Review) -> None:
    bo = a_reader(server, review, 1)
    _, open_page = bo.get(CHAPTER)
    closed = close_send_out(review.db, LEADER, send_outs_of(review.db, review.process.id)[0])
    try:
        _, page = bo.get("/gennemsyn")
        assert "Gennemsynet er lukket" in page
        assert "Kort fortalt" in page
        assert "<textarea" not in bo.get(CHAPTER)[1]
        fields = {**form_fields(review), "bemaerkning": "For sent.", "id": "e" * 32}
        _, said = bo.send("/gennemsyn/maerke/skriv", open_page, **fields)
        assert "Gennemsynet er lukket, så det blev ikke sendt." in said
        assert "For sent." not in mine(review, review.bo)
    finally:
        reopen_send_out(review.db, LEADER, closed)


def test_a_link_that_is_guessed_or_taken_back_is_refused_and_logged(
    server: Server, review: Review
) -> None:
    token = give_review_link(review.db, LEADER, review.sent, review.people[0])
    anne = Reader(server)
    anne.come_in(token)
    take_review_link(review.db, LEADER, review.sent, review.people[0].id)

    assert anne.get(CHAPTER)[0].status == 403
    answer, page = Visitor(server).get(f"/gennemsyn?n={token}")
    assert (answer.status, "Linket virker ikke" in page) == (404, True)
    assert Visitor(server).get("/gennemsyn?n=gaettet")[0].status == 404
    with review.db.reading() as store:
        lines = [*changes.lines(store, review.process.id), *changes.lines(store, "")]
    assert [line.process_id for line in lines if line.act == "refused"] == [review.process.id, ""]
    assert "gaettet" not in "".join(f"{line.subject_id}{line.person_id}" for line in lines)
    logs = b"".join(f.read_bytes() for f in (server.home / "log").iterdir())
    assert token.encode() not in logs


def test_an_expert_s_pages_offer_comments_and_nothing_else(server: Server, review: Review) -> None:
    eva = Person(id=new_id(), process_id=review.process.id, name="Eva Ekspert", role=Role.EXPERT)
    add_entry(review.db, LEADER, eva)
    add_reviewer(review.db, LEADER, review.sent, eva.id)
    reader = Reader(server)
    reader.come_in(give_review_link(review.db, LEADER, review.sent, eva))

    _, first = reader.get("/gennemsyn")
    assert "Du læser som ekspert" in first
    assert "foreslå en anden ordlyd" not in first
    _, page = reader.get(CHAPTER)
    assert 'name="bemaerkning"' in page
    assert 'name="ordlyd"' not in page
    assert "noget at tilføje til dette kapitel" not in page

    fields = form_fields(review)
    _, said = reader.send(
        "/gennemsyn/maerke/skriv", page, **{**fields, "ordlyd": "Andre ord", "id": "e" * 32}
    )
    assert "Skriv det som en bemærkning" in said
    fields = {**fields, "ordlyd": "", "bemaerkning": "Tallet er fra 2021.", "id": "f" * 32}
    reader.send("/gennemsyn/maerke/skriv", page, **fields)
    assert mine(review, Reviewer(eva.id, eva.name)) == ["Tallet er fra 2021."]
    reader.send("/gennemsyn/kapitel/intet", page, afsnit="indsatsomraader")
    assert [a for a in approvals_of(review.db, review.sent) if a.person_id == eva.id] == []
