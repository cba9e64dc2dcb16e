"""A survey is answered without a name: over plain HTTP, without a script, and nothing stays."""

import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from strategykit.actions.processes import archive
from strategykit.actions.registers import entries
from strategykit.actions.survey import close_round, code_of, renew_link
from strategykit.domain.survey import SurveyAnswer
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.hostile import HARM
from tests.support.phones import Answer, Phone
from tests.support.server import Server
from tests.support.surveys import LEADER, SURVEYS, Asked, a_survey
from tests.support.traces import files_that_tell

PAGE = "/spoergeskema"
MOST_BYTES = 20_000
CPR = "010101-1234"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server.start(tmp_path_factory.mktemp("home"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def db(server: Server) -> Iterator[Database]:
    database = Database(f"sqlite:///{server.home / 'strategi.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def asked(db: Database) -> Asked:
    return a_survey(db)


def opened(server: Server, asked: Asked, query: str = "") -> tuple[Phone, Answer]:
    phone = Phone(server.port)
    page = phone.get(f"{PAGE}?{query or f'n={asked.token}'}")
    assert page.status == 200, page.text
    return phone, page


def send(phone: Phone, page: Answer, **fields: str) -> Answer:
    hidden = {name: page.hidden(name) for name in ("linkkode", "nonce")}
    return phone.post(PAGE, script=False, **{**hidden, **fields})


def kept(db: Database, asked: Asked) -> list[SurveyAnswer]:
    return list(entries(db, asked.process.id, SurveyAnswer))


def test_it_is_answered_by_link_and_by_code(server: Server, db: Database, asked: Asked) -> None:
    code = code_of(asked.round)
    for query in ("", f"kode={code[:4].lower()}%20{code[4:]}"):
        phone, page = opened(server, asked, query)
        thanked = send(phone, page, **{f"trin_{asked.question}": "4", "gruppe": "Ledelse",
                                       f"svar_{asked.own_words}": "Tid til at mødes"})  # fmt: skip
        assert (thanked.status, thanked.location) == (303, f"{PAGE}/tak")
        assert "Svaret er gemt uden navn" in phone.get(thanked.location).text

    assert [(one.group, dict(one.values)) for one in kept(db, asked)] == [
        ("Ledelse", {asked.question: "enig", asked.own_words: "Tid til at mødes"})
    ] * 2


def test_a_form_sent_twice_counts_once_and_says_so(
    server: Server, db: Database, asked: Asked
) -> None:
    phone, page = opened(server, asked)
    for text in ("Det første", "Det andet"):
        last = send(phone, page, **{f"svar_{asked.own_words}": text})

    assert "tæller én gang" in phone.get(last.location).text
    assert [one.value(asked.own_words) for one in kept(db, asked)] == ["Det første"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"svar_": f"Ring {CPR} <b>nu</b>"}, "ligner et CPR-nummer"),
        ({"svar_": "a" * 2001}, "Der er plads til 2000"),
        ({"trin_": "9"}, "kan ikke vælges"),
        ({"trin_": "4", "gruppe": "Direktøren"}, "kan ikke vælges"),
        ({"svar_": "  "}, "Der er ikke svaret på noget"),
    ],
)
def test_what_cannot_be_kept_stands_in_the_form_still(
    server: Server, db: Database, asked: Asked, fields: dict[str, str], said: str
) -> None:
    phone, page = opened(server, asked)
    keys = {"svar_": asked.own_words, "trin_": asked.question}
    again = send(phone, page, **{n + keys.get(n, ""): v for n, v in fields.items()})

    assert again.status == 400
    assert said in again.text
    if "<b>" in fields.get("svar_", ""):
        assert f"Ring {CPR} &lt;b&gt;nu&lt;/b&gt;" in again.text
        assert again.text.count('aria-invalid="true"') == 1
    assert kept(db, asked) == []
    mended = send(phone, again, **{f"trin_{asked.question}": "1"})
    assert (mended.status, len(kept(db, asked))) == (303, 1)


def test_hostile_text_is_only_text(server: Server, db: Database, asked: Asked) -> None:
    phone, page = opened(server, asked)
    again = send(phone, page, **{f"svar_{asked.own_words}": HARM.replace("\ud800", "") + CPR})

    assert "<script>alert" not in again.text
    assert "&lt;script&gt;alert(2)" in again.text
    assert kept(db, asked) == []


def test_a_closed_round_says_so_and_gives_the_words_back(
    server: Server, db: Database, asked: Asked
) -> None:
    phone, page = opened(server, asked)
    code = code_of(asked.round)
    close_round(db, LEADER, asked.round)
    late = send(phone, page, **{f"svar_{asked.own_words}": "Det nåede jeg ikke"})

    assert late.status == 409
    assert "Spørgeskemaet er lukket" in late.text
    assert "Det nåede jeg ikke</textarea>" in late.text
    assert asked.token not in late.text
    assert "Spørgeskemaet er lukket" in phone.get(f"{PAGE}?n={asked.token}").text
    assert "Er skemaet lukket" in phone.get(f"{PAGE}?kode={code}").text
    assert kept(db, asked) == []


def test_a_process_that_was_put_away_takes_no_answers(
    server: Server, db: Database, asked: Asked
) -> None:
    phone, page = opened(server, asked)
    archive(db, LEADER, asked.process)

    assert send(phone, page, **{f"trin_{asked.question}": "4"}).status == 409
    assert "Spørgeskemaet er lukket" in phone.get(f"{PAGE}?n={asked.token}").text


def test_an_old_link_and_its_code_ask_nothing(server: Server, db: Database, asked: Asked) -> None:
    phone, page = opened(server, asked)
    code = code_of(asked.round)
    renew_link(db, LEADER, asked.round)

    assert phone.get(f"{PAGE}?n={asked.token}").status == 404
    assert phone.get(f"{PAGE}?kode={code}").status == 404
    assert send(phone, page, **{f"svar_{asked.own_words}": "Mine ord"}).status == 404
    assert kept(db, asked) == []


def test_guesses_wait_and_whoever_has_the_link_does_not(server: Server, asked: Asked) -> None:
    with ThreadPoolExecutor(12) as guessing:
        guesses = [
            guessing.submit(Phone(server.port).get, f"{PAGE}?kode=ACDEFG{number}")
            for number in range(10, 22)
        ]
        _, page = opened(server, asked)
        pending = sum(not guess.done() for guess in guesses)

    assert page.status == 200
    assert pending
    assert {guess.result().status for guess in guesses} == {404}


def test_a_whole_staff_meeting_answers_at_once_and_each_form_counts_once(
    server: Server, db: Database, asked: Asked
) -> None:
    def answer(number: int) -> set[int]:
        phone, page = opened(server, asked)
        fields = {f"svar_{asked.own_words}": f"Fra telefon {number}"}
        return {send(phone, page, **fields).status for _ in range(2)}

    with ThreadPoolExecutor(20) as staff:
        statuses = set().union(*staff.map(answer, range(60)))

    assert statuses == {303}
    assert sorted(one.value(asked.own_words) for one in kept(db, asked)) == sorted(
        f"Fra telefon {number}" for number in range(60)
    )


@pytest.mark.parametrize("template", SURVEYS)
def test_the_page_is_small_and_needs_no_script(server: Server, db: Database, template: str) -> None:
    asked = a_survey(db, template)
    _, page = opened(server, asked)

    assert len(page.text.encode()) < MOST_BYTES
    assert "<script" not in page.text
    for item in asked.plan.items:
        assert f'id="s-{item.key}"' in page.text
    assert not re.search(r"\{\w+\}", page.text)


def test_nothing_tells_who_answered_when_or_in_which_order(
    server: Server, db: Database, asked: Asked
) -> None:
    phone, first = opened(server, asked)
    send(phone, first, **{f"svar_{asked.own_words}": "Kanariefugl i et svar"})
    for number in range(6):
        other, page = opened(server, asked)
        send(other, page, **{f"svar_{asked.own_words}": f"Kanariefugl nummer {number}"})
    assert db.file is not None
    with closing(sqlite3.connect(db.file)) as raw:
        lines = raw.execute("SELECT act, subject FROM changes WHERE process_id = ?",
                            (asked.process.id,)).fetchall()  # fmt: skip
        whole = "\n".join(raw.iterdump())

    assert ("hand_in", "SurveyAnswer") not in lines
    assert [line for line in lines if line[1] == "SurveyAnswer"] == []
    for secret in (first.hidden("nonce"), *phone.cookies.values(), asked.token):
        assert secret not in whole
    assert (
        files_that_tell((server.home,), ("Kanariefugl", asked.token, first.hidden("nonce"))) == []
    )
    assert set(phone.cookies) == {"sv_formular"}
