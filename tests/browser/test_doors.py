"""Who may reach the server at all, and what every answer bears."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import streamlit
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.support.server import ROOT, Server

HTML = {"Accept": "text/html"}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_the_own_addresses_are_answered(server: Server, host: str) -> None:
    response, _ = server.ask("GET", "/", {"Host": f"{host}:{server.port}", **HTML})

    assert response.status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "127.0.0.1.nip.io",
        "x@localhost",
    ],
)
def test_a_rebound_name_is_refused_in_danish(server: Server, host: str) -> None:
    response, body = server.ask("GET", "/", {"Host": host, **HTML})

    assert response.status == 400
    assert "svarer ikke på denne adresse" in body.decode()


def test_a_request_without_a_host_is_refused(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        line.sendall(b"GET / HTTP/1.0\r\n\r\n")

        assert b" 400 " in line.recv(200)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://localhost:1"])
def test_a_writing_request_needs_the_own_origin(
    server: Server, method: str, origin: str | None
) -> None:
    headers = {"Origin": origin} if origin else {}
    response, body = server.ask(method, "/_stcore/upload_file/a/b", headers, "x")

    assert response.status == 403
    assert "er afvist" in body.decode()


def test_a_writing_request_of_the_own_pages_comes_through(server: Server) -> None:
    _, body = server.ask("PUT", "/_stcore/upload_file/a/b", {"Origin": server.address}, "x")

    assert "er afvist" not in body.decode()  # Streamlit answers: it does not know the session


@pytest.mark.parametrize("origin", [None, "http://evil.example", "http://localhost:1"])
def test_a_websocket_from_elsewhere_is_refused(server: Server, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://localhost:{server.port}/_stcore/stream", origin=origin)  # type: ignore[arg-type]

    assert refused.value.response.status_code == 403


def test_a_websocket_of_the_own_pages_opens(server: Server) -> None:
    address = f"ws://localhost:{server.port}/_stcore/stream"
    own = {"origin": server.address, "additional_headers": {"Cookie": server.cookie}}
    with connect(address, **own) as line:  # type: ignore[arg-type]
        line.ping().wait(10)


@pytest.mark.parametrize(
    "path",
    ["/", "/swot", "/_stcore/health", "/media/nothing", "/static/nothing.js", "/favicon.png"],
)
def test_every_answer_is_safe_to_show(server: Server, path: str) -> None:
    response, _ = server.ask("GET", path, HTML)

    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


def test_a_refusal_is_safe_to_show_too(server: Server) -> None:
    response, _ = server.ask("GET", "/", {"Host": "evil.example"})

    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_is_danish_whatever_the_browser_already_has(server: Server) -> None:
    first, _ = server.ask("GET", "/", HTML)
    kept = {"If-None-Match": '"x"', "If-Modified-Since": "Tue, 01 Jan 2030 00:00:00 GMT"}
    again, body = server.ask("GET", "/", {**HTML, **kept, "Accept-Encoding": "gzip, br"})

    assert (again.status, again.headers.get("Content-Encoding")) == (200, None)
    assert first.headers.get("ETag") is None
    assert b'<html lang="da">' in body
    assert b"<title>Strategiv\xc3\xa6rksted</title>" in body
    assert b"Streamlit app" not in body


def test_only_this_machine_can_reach_it(server: Server) -> None:
    tables = [Path("/proc/net/tcp"), Path("/proc/net/tcp6")]
    rows = [line.split() for table in tables for line in table.read_text("ascii").splitlines()[1:]]
    port = f"{server.port:04X}"
    listening = {row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{port}")}

    assert listening == {f"0100007F:{port}"}


def test_it_stops_at_once_though_somebody_never_takes_the_answer(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    scripts = Path(streamlit.__path__[0], "static", "static", "js").iterdir()
    largest = max(scripts, key=lambda script: script.stat().st_size).name
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", server.port))
        request = f"GET /static/js/{largest} HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n"
        line.sendall(request.encode())
        time.sleep(0.5)  # until the answer fills the line

        server.stop()  # fails when it takes too long


def test_a_taken_port_is_told_in_one_danish_sentence(server: Server, tmp_path: Path) -> None:
    own = {"STRATEGYKIT_HOME": str(tmp_path), "PORT": str(server.port), "PYTHONPATH": str(ROOT)}
    second = subprocess.run(
        [sys.executable, "-m", "strategykit", "serve"],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )

    assert second.returncode == 2
    assert second.stderr.startswith(f"Port {server.port} er optaget af et andet program")
    assert len(second.stderr.splitlines()) == 1


def test_streamlits_own_command_starts_the_same_server(start_server: Callable[..., Server]) -> None:
    streamlit_run = ("-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", "{port}")
    server = start_server(streamlit_run)
    refused, _ = server.ask("GET", "/", {"Host": "evil.example"})
    with closing(sqlite3.connect(server.home / "strategi.db")) as database:
        processes = database.execute("SELECT count(*) FROM processes").fetchone()

    assert refused.status == 400
    assert processes == (1,)
    assert "Strategiværksted er klar på http://localhost" in server.output.read_text()
