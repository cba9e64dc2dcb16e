"""Served with a certificate of one's own."""

from collections.abc import Iterator

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from strategykit.actions.accounts import code_from_terminal
from strategykit.storage.database import Database
from tests.serving.conftest import LAN
from tests.support.certificates import Made
from tests.support.server import LOCAL, Server
from tests.support.visiting import Visitor

NAME, WORDS = "Opdigtet Procesleder", "en lang adgangssætning"


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory, certificate: Made) -> Iterator[Server]:
    command = (*LAN, "--cert", str(certificate.cert), "--key", str(certificate.key))
    server = Server.start(tmp_path_factory.mktemp("tls"), command, certificate.cert)
    yield server
    server.stop()


def test_it_answers_by_https_and_says_so(secure: Server, number: str) -> None:
    said = secure.output.read_text("utf-8")

    assert secure.ask("GET", "/forbindelse/telefon")[0].status == 200
    assert f"klar på https://localhost:{secure.port}\n" in said
    assert f"https://{number}:{secure.port}/deltag\n" in said


def test_a_facilitator_signs_in_and_every_cookie_is_for_https_only(secure: Server) -> None:
    code = code_from_terminal(Database(f"sqlite:///{secure.home / 'strategi.db'}"))
    visitor = Visitor(secure)

    first, _ = visitor.get("/logind/ny")
    response, said = visitor.post(
        "/logind/ny", engangskode=code, navn=NAME, adgangskode=WORDS, adgangskode_igen=WORDS
    )

    given = [*first.headers.get_all("Set-Cookie", []), *response.headers.get_all("Set-Cookie", [])]
    assert response.status == 303, said
    assert {cookie.partition("=")[0] for cookie in given} == {"sv_formular", "sv_logind"}
    assert all("; secure" in cookie.lower() and "; httponly" in cookie.lower() for cookie in given)


def test_pages_line_opens_by_its_secure_address_only(secure: Server) -> None:
    trust = secure.line(LOCAL)._context  # type: ignore[attr-defined]  # noqa: SLF001
    address = f"wss://localhost:{secure.port}/_stcore/stream"

    with pytest.raises(InvalidStatus) as foreign:
        connect(address, ssl=trust, origin=f"http://localhost:{secure.port}")  # type: ignore[arg-type]
    with pytest.raises(InvalidStatus) as stranger:
        connect(address, ssl=trust, origin=secure.address)  # type: ignore[arg-type]

    assert foreign.value.response.status_code == 403
    assert stranger.value.response.status_code == 401  # of our own page, but not signed in
