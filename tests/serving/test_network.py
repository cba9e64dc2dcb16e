"""Served to a room: which addresses are answered, and whose word about them is believed."""

import socket
from collections.abc import Callable

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.serving.conftest import LAN
from tests.support.server import SERVE, Server
from tests.support.visiting import Visitor

PHONE = "/forbindelse/telefon"


def test_the_network_address_is_answered(lan: Server, number: str) -> None:
    response, _ = lan.ask("GET", PHONE, {"Host": f"{number}:{lan.port}"}, by=number)

    assert response.status == 200


def test_the_machines_own_name_is_answered(lan: Server, number: str) -> None:
    host = f"{socket.gethostname()}:{lan.port}"

    assert lan.ask("GET", PHONE, {"Host": host}, by=number)[0].status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "203.0.113.9", "127.0.0.1.nip.io", "localhost.dk"]
)
def test_a_foreign_host_is_refused_by_the_network_address_too(
    lan: Server, number: str, host: str
) -> None:
    response, said = lan.ask("GET", PHONE, {"Host": f"{host}:{lan.port}"}, by=number)

    assert response.status == 400
    assert "svarer ikke på denne adresse" in said.decode()


@pytest.mark.parametrize("scheme", ["https", "ws"])
def test_a_form_from_the_same_name_by_another_scheme_is_foreign(
    lan: Server, number: str, scheme: str
) -> None:
    host = f"{number}:{lan.port}"
    own = {"Host": host, "Origin": f"http://{host}"}

    foreign, said = lan.ask("POST", PHONE, {**own, "Origin": f"{scheme}://{host}"}, "", by=number)
    _, otherwise = lan.ask("POST", PHONE, own, "", by=number)

    assert foreign.status == 403
    assert "kom ikke fra en af" in said.decode()
    assert "kom ikke fra en af" not in otherwise.decode()  # the form's own mark is asked for next


def test_the_terminal_says_the_phones_address(lan: Server, number: str) -> None:
    said = lan.output.read_text("utf-8")

    assert f"Strategiværksted er klar på http://localhost:{lan.port}\n" in said
    assert f"Telefonernes adresse: http://{number}:{lan.port}/deltag\n" in said
    assert "█" not in said  # a file is no terminal


def test_without_the_word_only_this_machine_is_answered(
    start_server: Callable[..., Server], number: str
) -> None:
    server = start_server()

    with pytest.raises(ConnectionRefusedError):
        server.ask("GET", PHONE, by=number)
    assert "--lan" in server.output.read_text("utf-8")


@pytest.mark.parametrize("path", ["/_stcore/host-config", "/media/x", "/_stcore/metrics", "/swot"])
def test_streamlit_is_closed_to_the_room(lan: Server, number: str, path: str) -> None:
    response, _ = lan.ask("GET", path, {"Host": f"{number}:{lan.port}", "Cookie": ""}, by=number)

    assert response.status == 401


def test_streamlits_line_is_closed_to_the_room(lan: Server, number: str) -> None:
    host = f"{number}:{lan.port}"

    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://{host}/_stcore/stream", origin=f"http://{host}")  # type: ignore[arg-type]

    assert refused.value.response.status_code == 401


def test_nobodys_word_is_taken_for_a_proxys(lan: Server) -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}

    response, _ = Visitor(lan, headers=headers).get(PHONE)

    assert "secure" not in response.headers["Set-Cookie"].lower()


def test_the_named_proxys_word_is_taken(start_server: Callable[..., Server]) -> None:
    own = {"STRATEGYKIT_PROXY": "127.0.0.1", "STRATEGYKIT_NAVN": "strategi.example, b.example:8443"}
    server = start_server(SERVE, **own)
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}

    known, _ = Visitor(server, "strategi.example", headers).get(PHONE)
    other, _ = Visitor(server, "b.example:8443", headers).get(PHONE)
    foreign, _ = Visitor(server, "c.example", headers).get(PHONE)

    assert "; secure" in known.headers["Set-Cookie"].lower()
    assert (other.status, foreign.status) == (200, 400)
    said = server.output.read_text("utf-8")
    assert "Telefonernes adresse: https://strategi.example/deltag\n" in said
    assert "https://b.example:8443/deltag" in said


def test_a_proxy_elsewhere_is_not_this_machine(start_server: Callable[..., Server]) -> None:
    server = start_server(LAN, STRATEGYKIT_PROXY="203.0.113.1")

    response, _ = Visitor(server, headers={"X-Forwarded-Proto": "https"}).get(PHONE)

    assert "secure" not in response.headers["Set-Cookie"].lower()
