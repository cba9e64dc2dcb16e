"""Behind nginx with TLS, as docs/drift.md has it: our nginx file and the real program."""

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from pathlib import Path

import pytest
from websockets.sync.client import connect

from strategykit.actions.accounts import code_from_terminal
from strategykit.storage.database import Database
from tests.support.certificates import Made, a_certificate
from tests.support.nginx import NAME, nginx
from tests.support.server import SERVE, Server, free_port
from tests.support.visiting import Visitor

PHONE = "/forbindelse/telefon"
WORDS = "en lang adgangssætning"


@dataclass(frozen=True)
class Site:
    """`server` is asked through nginx; `host` is the name and port in a browser's address."""

    server: Server
    host: str
    plain: int
    folder: Path
    certificate: Made

    @property
    def port(self) -> int:
        return self.server.port


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    certificate = a_certificate(folder, NAME)
    own = {"STRATEGYKIT_PROXY": "127.0.0.1", "STRATEGYKIT_NAVN": f"{NAME}:{port}"}
    server = Server.start(tmp_path_factory.mktemp("hjem"), SERVE, **own)
    with nginx(folder, server.port, port, certificate) as plain:
        behind = replace(server, port=port, cert=certificate.cert)
        yield Site(behind, f"{NAME}:{port}", plain, folder, certificate)
    server.stop()


def test_a_facilitator_signs_in_and_works(site: Site) -> None:
    code = code_from_terminal(Database(f"sqlite:///{site.server.home / 'strategi.db'}"))
    visitor = Visitor(site.server, site.host)

    response, said = visitor.post(
        "/logind/ny", engangskode=code, navn="Opdigtet Leder", adgangskode=WORDS,
        adgangskode_igen=WORDS,
    )  # fmt: skip
    page, shell = visitor.get("/")

    assert response.status == 303, said
    assert all("; secure" in c.lower() for c in response.headers.get_all("Set-Cookie"))
    assert page.status == 200
    assert '<html lang="da">' in shell


def test_the_facilitators_line_opens(site: Site) -> None:
    trust = ssl.create_default_context(cafile=str(site.certificate.cert))
    with connect(
        f"wss://{site.host}/_stcore/stream",
        sock=socket.create_connection(("127.0.0.1", site.port)),
        ssl=trust,
        origin=f"https://{site.host}",  # type: ignore[arg-type]
        additional_headers={"Cookie": f"sv_logind={site.server.sign_in()}"},
    ) as line:
        assert line.ping().wait(10)


def test_an_event_comes_through_while_the_stream_is_open(site: Site) -> None:
    line = site.server.line()
    line.request("GET", f"{PHONE}/opdateringer", headers={"Host": site.host})
    response = line.getresponse()

    heard = [response.readline() for _ in range(4)]

    assert heard[2].startswith(b"data:")
    line.sock.settimeout(1)  # nothing more for some seconds: it was not kept until the end
    with pytest.raises(TimeoutError):
        response.readline()
    line.close()


def test_what_a_visitor_says_of_itself_is_not_passed_on(site: Site) -> None:
    laptop = Visitor(site.server, site.host)
    laptop.cookies["sv_logind"] = site.server.sign_in()
    code = laptop.get("/forbindelse")[1].split('Skriv så koden <span class="sv-adresse">')[1][:4]
    claims = {"X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "http", "Forwarded": "for=x"}

    response, _ = Visitor(site.server, site.host, claims).post(f"{PHONE}?kode={code}", kode=code)

    assert response.status == 409  # this very machine, whatever it says
    assert "Venter på en telefon" in laptop.get("/forbindelse")[1]


def test_another_name_is_refused_by_the_program(site: Site) -> None:
    assert Visitor(site.server, "evil.example").get(PHONE)[0].status == 400


def test_plain_http_leads_to_https(site: Site) -> None:
    line = HTTPConnection("127.0.0.1", site.plain, timeout=20)
    line.request("GET", "/deltag?kode=1", headers={"Host": NAME})
    response = line.getresponse()

    assert response.status == 301
    assert response.headers["Location"] == f"https://{NAME}/deltag?kode=1"
    line.close()


def test_nginx_keeps_no_list_of_who_fetched_what(site: Site) -> None:
    Visitor(site.server, site.host).get(PHONE)

    listed = site.folder / "access.log"
    assert not listed.exists() or listed.read_text() == ""
