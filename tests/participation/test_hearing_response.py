"""A hearing party answers from any device, by its own link and without a script."""

from collections.abc import Iterator
from datetime import date

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.example import load_case
from strategykit.actions.hearing_answers import answers_of
from strategykit.actions.hearing_links import give_party_link, take_party_link
from strategykit.actions.hearings import close_hearing, open_hearing
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.hearings import WHOLE, Hearing, HearingParty
from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.phones import Phone
from tests.support.server import Server

LEADER = Who(Access.FACILITATOR)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server.start(tmp_path_factory.mktemp("home"))
    yield server
    server.stop()


@pytest.fixture
def db(server: Server) -> Iterator[Database]:
    database = Database(f"sqlite:///{server.home / 'strategi.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def party(db: Database) -> HearingParty:
    process = load_case(db, LEADER, "broendby")
    version = keep_version(db, LEADER, process.id, new_id())
    hearing = open_hearing(
        db, LEADER,
        Hearing(id=new_id(), process_id=process.id, version_id=version.id, ends=date(2099, 9, 1)),
    )  # fmt: skip
    made = HearingParty(
        id=new_id(), process_id=process.id, hearing_id=hearing.id, name="Eksempelrådet"
    )
    add_entry(db, LEADER, made)
    return made


def came_in(server: Server, db: Database, party: HearingParty) -> Phone:
    token = give_party_link(db, LEADER, party)
    phone = Phone(server.port)
    page = phone.get(f"/hoeringssvar?n={token}")
    answer = phone.post("/hoeringssvar", script=False, n=token, billet=page.hidden("billet"))
    assert answer.location == "/hoeringssvar", answer.text
    return phone


def said(db: Database, party: HearingParty) -> str:
    found = answers_of(db, party)[WHOLE]
    return found.text if found.version else ""


def test_an_answer_is_saved_changed_and_sent(
    server: Server, db: Database, party: HearingParty
) -> None:
    phone = came_in(server, db, party)
    assert "Eksempelrådet" in phone.get("/hoeringssvar").text

    for text in ("Husk bussen.", "Husk bussen og toget."):
        page = phone.get(f"/hoeringssvar/{WHOLE}")
        answer = phone.post("/hoeringssvar/svar/gem", script=False, afsnit=WHOLE, svar=text,
                            udgave=page.hidden("udgave"))  # fmt: skip
        assert answer.status == 303
    phone.post("/hoeringssvar/svar/send", script=False)

    assert said(db, party) == "Husk bussen og toget."
    (kept,) = [p for p in entries(db, party.process_id, HearingParty) if p.id == party.id]
    assert kept.answered_at is not None


def test_what_another_window_saved_is_shown_beside_what_was_typed(
    server: Server, db: Database, party: HearingParty
) -> None:
    phone = came_in(server, db, party)
    fields = {"afsnit": WHOLE, "udgave": "0"}
    phone.post("/hoeringssvar/svar/gem", script=False, svar="Det første", **fields)

    answer = phone.post("/hoeringssvar/svar/gem", script=False, svar="Det andet", **fields)

    assert answer.status == 409
    assert "Det første" in answer.text
    assert "Det andet" in answer.text
    assert said(db, party) == "Det første"


def test_a_refused_answer_stays_in_the_field(
    server: Server, db: Database, party: HearingParty
) -> None:
    phone = came_in(server, db, party)

    answer = phone.post("/hoeringssvar/svar/gem", script=False, afsnit=WHOLE, udgave="0",
                        svar="Ring til 010101-1234 <b>nu</b>")  # fmt: skip

    assert answer.status == 400
    assert "Ring til 010101-1234 &lt;b&gt;nu&lt;/b&gt;" in answer.text
    assert said(db, party) == ""


def test_a_link_that_was_taken_back_lets_nobody_in_or_stay(
    server: Server, db: Database, party: HearingParty
) -> None:
    phone = came_in(server, db, party)
    token = give_party_link(db, LEADER, party)

    take_party_link(db, LEADER, party)

    assert phone.get(f"/hoeringssvar/{WHOLE}").status == 403
    assert Phone(server.port).get(f"/hoeringssvar?n={token}").status == 404
    assert Phone(server.port).get("/hoeringssvar?n=gaettet").status == 404


def test_a_partys_link_opens_no_review_and_no_room(
    server: Server, db: Database, party: HearingParty
) -> None:
    token = give_party_link(db, LEADER, party)

    for path in ("/gennemsyn", "/mit"):
        assert Phone(server.port).get(f"{path}?n={token}").status == 404


def test_after_the_end_the_answer_can_be_read_but_not_changed(
    server: Server, db: Database, party: HearingParty
) -> None:
    phone = came_in(server, db, party)
    phone.post("/hoeringssvar/svar/gem", script=False, afsnit=WHOLE, udgave="0", svar="I tide")
    (hearing,) = [h for h in entries(db, party.process_id, Hearing) if h.id == party.hearing_id]

    close_hearing(db, LEADER, hearing)

    late = phone.post("/hoeringssvar/svar/gem", script=False, afsnit=WHOLE, udgave="1", svar="Sent")
    assert late.status == 400
    assert "I tide" in phone.get(f"/hoeringssvar/{WHOLE}").text
    assert said(db, party) == "I tide"


def test_the_form_for_word_can_be_taken(server: Server, db: Database, party: HearingParty) -> None:
    phone = came_in(server, db, party)
    cookies = "; ".join(f"{k}={v}" for k, v in phone.cookies.items())

    response, data = server.ask("GET", "/hoeringssvar/fil/hent", {"Cookie": cookies})

    assert (response.status, data[:2]) == (200, b"PK")
