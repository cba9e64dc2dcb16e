"""/generalproeve: the button, how far it is, the answer, and stopping it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from strategykit.domain.access import Door
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.phones import Phone
from tests.support.rehearsals import a_short_process, left_in, programs_in
from tests.support.server import Server
from tests.support.signing import signed_in

PAGE, PART = "/generalproeve", "/generalproeve/svar"
LONGEST = 100


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("hjem")
    database = Database(f"sqlite:///{home / 'strategi.db'}")
    migrate(database)
    a_short_process(database)
    database.close()
    started = Server.start(home)
    yield started
    started.stop()


@pytest.fixture
def leader(server: Server) -> Phone:
    database = Database(f"sqlite:///{server.home / 'strategi.db'}")
    token = signed_in(database)
    database.close()
    return Phone(server.port, cookies={Door.FACILITATOR.cookie: token})


def wait_for(leader: Phone, word: str) -> str:
    """The changing part once it says so."""
    last = time.monotonic() + LONGEST
    while word not in (part := leader.get(PART).text):
        assert time.monotonic() < last, part
        time.sleep(0.2)
    return part


def begin(leader: Phone, members: str) -> None:
    leader.get(PAGE)
    answer = leader.post(PAGE, script=False, forloeb="kort", deltagere=members)
    assert (answer.status, answer.location) == (303, PAGE)


def test_a_rehearsal_is_held_from_the_page_and_its_answer_stays_there(leader: Phone) -> None:
    begin(leader, "2")
    while_it_runs = leader.get(PAGE).text
    wait_for(leader, "Trin 1 af 4")
    part = wait_for(leader, "data-slut")

    assert "Opdatér" in while_it_runs
    assert "Hold generalprøve</button>" not in while_it_runs
    assert "2 deltagere" in part
    assert "Prøven har ikke prøvet lokalets netværk." in part
    assert "Trin: samtykke" in part
    assert "data-slut" in leader.get(PAGE).text


def test_a_second_one_is_not_begun_beside_it_and_it_can_be_stopped(
    leader: Phone, server: Server
) -> None:
    begin(leader, "2")
    begin(leader, "3")
    wait_for(leader, "Trin 1 af 4")
    running = programs_in(server.home)
    told = leader.get(PART).text
    stopped = leader.post(f"{PAGE}/stop", script=False)

    assert "prøves med 2 deltagere" in told
    assert len(running) == 3  # the server itself, the rehearsal and its own server
    assert stopped.status == 303
    assert leader.get(PART).text.strip() == ""
    assert left_in(server.home) == []
    assert len(programs_in(server.home)) == 1


def test_a_number_that_no_room_has_is_told_on_the_page(leader: Phone) -> None:
    begin(leader, "500")

    assert "et helt tal fra 1 til 200" in wait_for(leader, "data-slut")


def test_a_process_that_is_gone_is_told(leader: Phone) -> None:
    leader.get(PAGE)

    assert leader.post(PAGE, script=False, forloeb="findes-ikke", deltagere="2").status == 404


def test_the_server_takes_a_running_rehearsal_with_it(tmp_path: Path) -> None:
    home = tmp_path / "hjem"
    home.mkdir()
    database = Database(f"sqlite:///{home / 'strategi.db'}")
    migrate(database)
    a_short_process(database)
    token = signed_in(database)
    database.close()
    server = Server.start(home)
    leader = Phone(server.port, cookies={Door.FACILITATOR.cookie: token})
    begin(leader, "2")
    wait_for(leader, "Trin 1 af 4")

    server.stop()

    assert programs_in(home) == []
    assert left_in(home) == []
