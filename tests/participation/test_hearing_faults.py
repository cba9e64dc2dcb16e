"""What a hearing party's page refuses: links that are dead or another's, late words, bad files."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from strategykit.actions.hearing_answers import responses_of
from strategykit.actions.hearing_links import give_party_link, take_party_link
from strategykit.actions.hearings import close_hearing
from strategykit.domain.hearings import WHOLE, HearingParty
from strategykit.storage import access, changes
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.canaries import a_canary
from tests.support.hearings import LEADER, Held, a_hearing
from tests.support.hostile import HARM
from tests.support.hostile_word import refused_files, that_calls
from tests.support.server import Server
from tests.support.visiting import Visitor

PATH = "/hoeringssvar"
WHOLE_PAGE = f"{PATH}/{WHOLE}"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    db = Database(f"sqlite:///{tmp_path_factory.mktemp('hjem') / 'strategi.db'}")
    migrate(db)
    yield a_hearing(db)
    db.close()


@pytest.fixture(scope="module")
def server(held: Held) -> Iterator[Server]:
    assert held.db.file is not None
    started = Server.start(held.db.file.parent)
    yield started
    started.stop()


class Device(Visitor):
    """A party's device without a browser."""

    def come_in(self, token: str) -> None:
        _, page = self.get(f"{PATH}?n={token}")
        answer, said = self.post(f"{PATH}?n={token}", n=token, billet=value(page, "billet"))
        assert answer.headers["Location"] == PATH, said

    def save(self, text: str, page: str = "") -> tuple[int, str]:
        """An answer to the whole, on the page as it stands or as it was shown before."""
        page = page or self.get(WHOLE_PAGE)[1]
        answer, said = self.fill_in(page, f"{PATH}/svar/gem", udgave=value(page, "udgave"),
                                    afsnit=WHOLE, svar=text)  # fmt: skip
        return answer.status, said


def value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return found[1]


@pytest.fixture
def council(server: Server, held: Held) -> Device:
    return a_device(server, held, held.council)


def a_device(server: Server, held: Held, party: HearingParty) -> Device:
    device = Device(server)
    device.come_in(give_party_link(held.db, LEADER, party))
    return device


def test_dead_and_guessed_links_are_refused_and_logged(server: Server, held: Held) -> None:
    withdrawn = give_party_link(held.db, LEADER, held.school)
    take_party_link(held.db, LEADER, held.school)
    old = give_party_link(held.db, LEADER, held.school)
    with held.db.writing() as store:
        access.move_ends(store, LONG_AGO, subject_id=held.school.id)
    for token in (withdrawn, old, "gaettet"):
        answer, page = Visitor(server).get(f"{PATH}?n={token}")
        assert (answer.status, "Linket virker ikke" in page) == (404, True)

    with held.db.reading() as store:
        lines = [*changes.lines(store, held.process.id), *changes.lines(store, "")]
    refused = [line.process_id for line in lines if line.act == "refused"]
    assert refused == [held.process.id, held.process.id, ""]
    logs = b"".join(f.read_bytes() for f in (server.home / "log").iterdir())
    assert withdrawn.encode() not in logs


def test_a_link_whose_time_is_out_puts_out_whoever_came_by_it(server: Server, held: Held) -> None:
    device = a_device(server, held, held.school)
    assert device.get(PATH)[0].status == 200
    with held.db.writing() as store:
        access.move_ends(store, LONG_AGO, subject_id=held.school.id)

    assert device.get(PATH)[0].status == 403


def test_a_link_opens_its_own_hearing_alone(server: Server, held: Held) -> None:
    other = a_hearing(held.db, held.process)
    device = a_device(server, other, other.council)
    assert device.save("Til den anden høring")[0] == 303

    assert other.said(other.council) == {WHOLE: "Til den anden høring"}
    assert held.said(held.council).get(WHOLE) != "Til den anden høring"


def test_the_same_form_twice_is_one_answer(council: Device, held: Held) -> None:
    page = council.get(WHOLE_PAGE)[1]
    statuses = [council.save("Husk bussen.", page)[0] for _ in range(2)]

    assert statuses == [303, 303]
    assert held.said(held.council)[WHOLE] == "Husk bussen."


def test_hostile_words_come_back_as_words(council: Device, held: Held) -> None:
    harm = HARM.replace("\ud800", "")  # no form can send it
    assert council.save(harm)[0] == 303
    page = council.get(WHOLE_PAGE)[1]

    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\x00" not in held.said(held.council)[WHOLE]


def test_a_bad_file_is_refused_in_a_sentence(council: Device, held: Held) -> None:
    before = responses_of(held.db, held.hearing)
    for name, data in refused_files().items():
        status, _, page = hand_in(council, data)
        assert (status, "Intet" in page or "Vælg" in page) == (400, True), name
    status, _, page = hand_in(council, bytes(60_000_000))
    assert (status, "højst fylde 25 MB" in page) == (400, True)
    assert hand_in(council, held.form(held.council, {"vision": "x"}), csrf="forkert")[0] == 403
    assert hand_in(council, b"")[0] == 400
    cpr = held.form(held.council, {"vision": "Hun er 010190-1234"})
    status, _, page = hand_in(council, cpr)
    assert (status, "0101••-••••" in page) == (400, True)

    assert responses_of(held.db, held.hearing) == before
    logs = b"".join(f.read_bytes() for f in (council.server.home / "log").iterdir())
    assert b"hemmelig-navn" not in logs


def test_what_a_filled_form_would_fetch_is_fetched_by_nobody(council: Device, held: Held) -> None:
    with a_canary() as canary:
        form = that_calls(held.form(held.council, {"vision": "Med billede"}), canary.address)
        status, way, _ = hand_in(council, form)
        council.get(way)

        assert status == 303
        assert held.said(held.council)["vision"] == "Med billede"
        assert canary.calls == []


def test_a_filled_form_is_read_and_another_hearings_is_not(council: Device, held: Held) -> None:
    status, way, _ = hand_in(council, held.form(held.council, {"vision": "Fra Word"}))
    assert status == 303
    assert "Der blev læst 1 svar." in council.get(way)[1]
    assert held.said(held.council)["vision"] == "Fra Word"

    other = a_hearing(held.db, held.process)
    status, _, page = hand_in(council, other.form(other.council, {"vision": "Til en anden"}))
    assert (status, "svarskabelonen til en anden høring" in page) == (400, True)
    assert held.said(held.council)["vision"] == "Fra Word"


def hand_in(device: Device, data: bytes, csrf: str | None = None) -> tuple[int, str, str]:
    return device.hand_in(PATH, f"{PATH}/fil/aflever", data, csrf)


def test_after_the_end_neither_a_form_nor_a_file_is_taken(server: Server, held: Held) -> None:
    other = a_hearing(held.db, held.process)
    device = a_device(server, other, other.school)
    page, chapter = device.get(PATH)[1], device.get(WHOLE_PAGE)[1]
    close_hearing(held.db, LEADER, other.hearing)
    status, said = device.save("For sent", chapter)

    assert (status, "Høringen er slut, så svaret er ikke gemt." in said) == (400, True)
    assert "Det, I skrev nu, er ikke gemt" in said
    assert "For sent" in said
    assert 'type="file"' in page
    assert 'type="file"' not in device.get(PATH)[1]
    assert responses_of(held.db, other.hearing) == ()
