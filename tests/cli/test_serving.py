"""The words of `serve`: what it refuses, and what a terminal shows."""

import os
import pty
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from strategykit.reach import own_numbers
from tests.support.certificates import a_certificate
from tests.support.server import ROOT, free_port
from tests.support.terminal import Terminal

COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate, another's key, a locked key, and a file that is none."""
    folder = tmp_path_factory.mktemp("papirer")
    a_certificate(folder, "navn.example")
    a_certificate(folder, "andet.example")
    a_certificate(folder, "last.example", password="hemmelig")
    (folder / "tekst.pem").write_text("ikke et certifikat")
    return folder


@pytest.mark.parametrize(
    ("cert", "key", "said"),
    [
        ("navn.example.pem", "", "skal stå sammen"),
        ("", "navn.example.key", "skal stå sammen"),
        ("intet.pem", "navn.example.key", "'intet.pem' kan ikke læses"),
        ("navn.example.pem", "intet.key", "'intet.key' kan ikke læses"),
        ("tekst.pem", "navn.example.key", "kan ikke bruges"),
        ("navn.example.pem", "tekst.pem", "kan ikke bruges"),
        ("last.example.pem", "last.example.key", "låst med en adgangskode"),
        ("navn.example.pem", "andet.example.key", "'andet.example.key' hører ikke til"),
    ],
)
def test_a_certificate_that_does_not_do(
    terminal: Terminal, papers: Path, cert: str, key: str, said: str
) -> None:
    given = [
        part
        for name, file in (("--cert", cert), ("--key", key))
        if file
        for part in (name, str(papers / file))
    ]

    assert said in terminal.refuses("serve", *given)


@pytest.mark.parametrize(
    "name", ["https://strategi.kommune.dk", "a/b", "-x.dk", "navn:port", "ø.dk"]
)
def test_a_name_that_is_none(terminal: Terminal, name: str) -> None:
    assert "er ikke et navn" in terminal.refuses("serve", "--lan", f"--name={name}")
    assert "er ikke et navn" in terminal.refuses("serve", "--lan", STRATEGYKIT_NAVN=name)


def test_a_name_that_leads_nowhere(terminal: Terminal) -> None:
    said = terminal.refuses("serve", "--name", "strategi.kommune.dk")

    assert "--lan" in said
    assert "STRATEGYKIT_PROXY" in said


@pytest.mark.parametrize("proxy", ["nginx", "10.0.0.0/99", "http://127.0.0.1"])
def test_a_proxy_that_is_no_address(terminal: Terminal, proxy: str) -> None:
    assert "er ikke en adresse" in terminal.refuses("serve", STRATEGYKIT_PROXY=proxy)


def test_a_port_that_is_taken_on_the_network(terminal: Terminal) -> None:
    with socket.socket() as other:
        other.bind((own_numbers()[0], 0))
        other.listen()
        port = other.getsockname()[1]

        assert f"Port {port} er optaget" in terminal.refuses("serve", "--lan", "--port", str(port))


def shown(folder: Path, *arguments: str, **environment: str) -> str:
    """What a terminal shows until the server is ready; the server is stopped again."""
    ours, its = pty.openpty()
    own = {"STRATEGYKIT_HOME": str(folder), "PYTHONPATH": str(ROOT), **environment}
    server = subprocess.Popen(
        [sys.executable, "-m", "strategykit", "serve", *arguments],
        env={**os.environ, **own}, cwd=folder, stdin=its, stdout=its, stderr=its,
    )  # fmt: skip
    os.close(its)
    seen = b""
    try:
        while b"/forbindelse" not in seen:
            seen += os.read(ours, 4096)
    finally:
        server.terminate()
        server.wait(20)
        os.close(ours)
    return seen.decode(errors="replace").replace("\r\n", "\n")


def read_by_a_phone(lines: list[str]) -> str:
    """The address in a code that is drawn with half letters."""
    halves = {"█": (1, 1), "▀": (1, 0), "▄": (0, 1), " ": (0, 0)}
    rows = [[halves[letter][half] for letter in line] for line in lines for half in (0, 1)]
    picture = Image.new("L", (len(rows[0]), len(rows)))
    picture.putdata([255 * light for row in rows for light in row])
    (found,) = zxingcpp.read_barcodes(picture.resize((picture.width * 8, picture.height * 8)))
    return str(found.text)


def test_a_phone_reads_the_address_from_the_terminal(tmp_path: Path) -> None:
    port = free_port()

    seen = shown(tmp_path, "--lan", "--port", str(port), PYTHONIOENCODING="utf-8")

    code = [COLOURS.sub("", line) for line in seen.splitlines() if line.startswith("\x1b")]
    address = f"http://{own_numbers()[0]}:{port}/deltag"
    assert read_by_a_phone(code) == address
    assert f"Telefonernes adresse: {address}\n" in seen


def test_a_terminal_without_the_letters_shows_the_address_alone(tmp_path: Path) -> None:
    port = free_port()

    seen = shown(tmp_path, "--lan", "--port", str(port), PYTHONIOENCODING="latin-1:replace")

    assert f"Telefonernes adresse: http://{own_numbers()[0]}:{port}/deltag\n" in seen
    assert "\x1b" not in seen
    assert "???" not in seen
