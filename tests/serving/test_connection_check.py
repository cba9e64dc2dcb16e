"""Forbindelsestjek: green only when a real phone has answered."""

import re
from collections.abc import Iterator

import pytest

from tests.serving.conftest import LAN
from tests.support.server import Server
from tests.support.visiting import Visitor

PATH, PHONE = "/forbindelse", "/forbindelse/telefon"
WAITING, ANSWERED = "Venter på en telefon", "En telefon har svaret"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server behind a proxy on this machine, which tells from where its visitors come."""
    own = {"STRATEGYKIT_PROXY": "127.0.0.1", "STRATEGYKIT_NAVN": "strategi.example"}
    server = Server.start(tmp_path_factory.mktemp("tjek"), LAN, **own)
    yield server
    server.stop()


def a_laptop(server: Server, name: str = "Opdigtet Procesleder") -> Visitor:
    """A facilitator who has signed in, with a check of their own."""
    laptop = Visitor(server)
    laptop.cookies["sv_logind"] = server.sign_in(name)
    laptop.post(PATH)
    return laptop


def a_phone(server: Server, host: str = "") -> Visitor:
    return Visitor(server, host, {"X-Forwarded-For": "198.51.100.7"})


def code_of(laptop: Visitor) -> str:
    found = re.search(r'koden <span class="sv-adresse">(\w{4})<', laptop.get(PATH)[1])
    assert found
    return found[1]


def test_it_turns_green_when_a_phone_has_answered_and_not_before(served: Server) -> None:
    laptop = a_laptop(served)
    before = laptop.get(PATH)[1]
    phone = a_phone(served)
    seen, page = phone.get(f"{PHONE}?kode={code_of(laptop)}")
    still = laptop.get(PATH)[1]

    response, _ = phone.post(f"{PHONE}?kode={code_of(laptop)}", kode=code_of(laptop))

    after = laptop.get(PATH)[1]
    assert WAITING in before
    assert (seen.status, "Svar</button>" in page) == (200, True)
    assert WAITING in still  # opening the page is not enough
    assert (response.status, response.headers["Location"]) == (303, f"{PHONE}/svaret")
    assert "Forbindelsen virker" in phone.get(f"{PHONE}/svaret")[1]
    assert ANSWERED in after
    assert WAITING not in after


@pytest.mark.parametrize(("measured", "said"), [
    ("ja", "kommer af sig selv på telefonen"),
    ("nej", "kommer ikke af sig selv på dette netværk"),
    ("", "ikke målt"),
])  # fmt: skip
def test_it_says_whether_updates_come_through(served: Server, measured: str, said: str) -> None:
    laptop = a_laptop(served)
    code = code_of(laptop)

    a_phone(served).post(f"{PHONE}?kode={code}", kode=code, opdateringer=measured)

    assert said in laptop.get(f"{PATH}/svar")[1]


def test_this_machine_itself_does_not_count(served: Server, number: str) -> None:
    laptop = a_laptop(served)
    code = code_of(laptop)

    for headers in ({}, {"X-Forwarded-For": number}, {"X-Forwarded-For": "127.0.0.1"}):
        response, said = Visitor(served, headers=headers).post(f"{PHONE}?kode={code}", kode=code)
        assert response.status == 409
        assert "Åbn adressen på en telefon" in said.replace("\n", " ")

    assert WAITING in laptop.get(PATH)[1]


def test_the_facilitators_own_browser_does_not_count(served: Server) -> None:
    laptop = a_laptop(served)
    code = code_of(laptop)
    laptop.headers = {"X-Forwarded-For": "198.51.100.9"}

    response, _ = laptop.post(f"{PHONE}?kode={code}", kode=code)

    assert response.status == 409
    assert WAITING in laptop.get(PATH)[1]


def test_a_phone_answers_one_screen_and_no_other(served: Server) -> None:
    first, other = a_laptop(served), a_laptop(served, "En Anden Opdigtet")
    code = code_of(first)

    a_phone(served).post(f"{PHONE}?kode={code}", kode=code.lower())

    assert ANSWERED in first.get(PATH)[1]
    assert WAITING in other.get(PATH)[1]


def test_beginning_anew_is_grey_again_and_the_old_code_is_void(served: Server) -> None:
    laptop = a_laptop(served)
    old = code_of(laptop)
    phone = a_phone(served)
    phone.post(f"{PHONE}?kode={old}", kode=old)

    response, _ = laptop.post(PATH)

    _, page = phone.get(f"{PHONE}?kode={old}")
    assert response.status == 303
    assert WAITING in laptop.get(PATH)[1]
    assert "står ikke på nogen skærm" in page
    assert 'name="kode"' in page


def test_nobody_but_a_facilitator_sees_the_check(served: Server) -> None:
    stranger = a_phone(served)

    for path in (PATH, f"{PATH}/svar"):
        response, said = stranger.get(path)
        assert (response.status, response.headers["Location"][:7]) == (303, "/logind")
        assert WAITING not in said


def test_the_phone_hears_an_event_before_the_stream_ends(served: Server) -> None:
    line = served.line()
    line.request("GET", f"{PHONE}/opdateringer", headers={"Host": f"localhost:{served.port}"})
    response = line.getresponse()

    heard = [response.readline() for _ in range(3)]

    assert response.headers["Content-Type"].startswith("text/event-stream")
    assert heard[2].startswith(b"data:")
    line.close()


def test_the_address_is_the_one_that_phones_can_reach(served: Server) -> None:
    page = a_laptop(served).get(PATH)[1]

    assert f"https://strategi.example{PHONE}" in page
    assert f"localhost:{served.port}{PHONE}" not in page


def test_on_this_machine_alone_it_says_how_to_open_up(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    server = Server.start(tmp_path_factory.mktemp("lokal"))
    page = a_laptop_here(server).get(PATH)[1]
    server.stop()

    assert "Ingen telefon kan nå programmet" in page
    assert f"python -m strategykit serve --lan --port {server.port}" in page
    assert WAITING not in page


def a_laptop_here(server: Server) -> Visitor:
    laptop = Visitor(server)
    laptop.cookies["sv_logind"] = server.sign_in()
    return laptop
