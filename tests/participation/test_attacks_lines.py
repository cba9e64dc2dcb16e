"""Lines that no browser makes: endless, slow, broken and far too many. The room works on."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlencode

import pytest

from strategykit.rehearsal.device import Device
from strategykit.rehearsal.phones import Phone
from tests.support.evenings import Evening, joined, note_fields, sent
from tests.support.loops import run
from tests.support.server import Server

SLOW, STREAMS, MOST_STREAMS = 300, 150, 6
SECONDS = 20


def line_to(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=SECONDS)


def head(server: Server, path: str, *lines: str, method: str = "POST") -> bytes:
    own = f"localhost:{server.port}"
    given = (f"{method} {path} HTTP/1.1", f"Host: {own}", f"Origin: http://{own}", *lines, "", "")
    return "\r\n".join(given).encode()


def first_line(line: socket.socket) -> bytes:
    """The status line; empty when the line was closed without a word."""
    try:
        return line.recv(4096).partition(b"\r\n")[0]
    except ConnectionError:
        return b""


async def room_works(server: Server, evening: Evening, text: str) -> None:
    """Somebody comes in, writes and reads, while whatever it is goes on."""
    phone = Phone(Device(server.port))
    await phone.join_as_guest(evening.room.code, "Gæst")
    await phone.look()
    assert await sent(phone, "seddel", note_fields(phone, text))
    assert text in await phone.look()


@contextmanager
def lines_open(server: Server, count: int, start: bytes) -> Iterator[list[socket.socket]]:
    """So many lines that have said their beginning and never go on."""
    with ExitStack() as open_yet:
        lines = [open_yet.enter_context(line_to(server)) for _ in range(count)]
        for line in lines:
            line.sendall(start)
        yield lines


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(b"POST /deltag/seddel HTTP/1.1\r\nHost: loc", id="half a head"),
        pytest.param(b"", id="nothing at all"),
    ],
)
def test_three_hundred_lines_that_say_half_a_word_stop_nobody(
    server: Server, evening: Evening, start: bytes
) -> None:
    evening.step("skriv-uden-navn")
    with lines_open(server, SLOW, start):
        run(room_works(server, evening, f"Trods {len(start)} tegn"))


def test_three_hundred_forms_that_never_end_stop_nobody(server: Server, evening: Evening) -> None:
    """Each holds its line open in the middle of what it says it sends."""
    evening.step("skriv-uden-navn")
    start = head(server, "/deltag/seddel", "Content-Length: 5000") + b"_csrf=x&tekst="
    with lines_open(server, SLOW, start) as lines:
        run(room_works(server, evening, "Mens de venter"))
        for line in lines:
            line.sendall(b"a")
        run(room_works(server, evening, "Mens de drypper"))


@pytest.mark.parametrize("path", ["/deltag/ind", "/logind", "/forbindelse/telefon"])
def test_a_form_larger_than_anybody_writes_is_refused_before_it_is_read(
    server: Server, path: str
) -> None:
    said = head(server, path, "Content-Length: 900000000")
    with line_to(server) as line:
        line.sendall(said)
        try:
            for _ in range(100):
                line.sendall(b"tekst=" + b"a" * 65_536)
        except OSError:
            pass  # it has closed the line already
        answer = first_line(line)

    assert answer in (
        b"",
        b"HTTP/1.1 413 Content Too Large",
        b"HTTP/1.1 413 Request Entity Too Large",
    )


def test_an_endless_form_in_pieces_is_refused(server: Server) -> None:
    said = head(server, "/deltag/ind", "Transfer-Encoding: chunked")
    piece = b"10000\r\n" + b"a" * 65_536 + b"\r\n"
    with line_to(server) as line:
        line.sendall(said)
        try:
            for _ in range(100):
                line.sendall(piece)
        except OSError:
            pass
        answer = first_line(line)

    assert answer == b"" or b" 413 " in answer


def test_thousands_of_fields_are_refused(server: Server, evening: Evening) -> None:
    async def send() -> int:
        phone = await joined(server.port, evening, 12)
        many = {f"f{number}": "x" for number in range(5000)}
        return (await phone.device.post("/deltag/seddel", many)).status

    assert run(send()) == 413


@pytest.mark.parametrize("lines", [2_000, 200_000])
def test_a_flood_of_headers_stops_nobody(server: Server, evening: Evening, lines: int) -> None:
    evening.step("skriv-uden-navn")
    with line_to(server) as line:
        line.sendall(f"GET /deltag HTTP/1.1\r\nHost: localhost:{server.port}\r\n".encode())
        try:
            for number in range(0, lines, 1000):
                some = (f"X-{n}: {'y' * 60}\r\n" for n in range(number, number + 1000))
                line.sendall("".join(some).encode())
            line.sendall(b"\r\n")
        except OSError:
            pass
        answer = first_line(line)

    assert answer == b"" or b" 431 " in answer
    run(room_works(server, evening, f"Efter {lines} linjer"))


def test_words_that_are_no_http_are_answered_or_cut_and_stop_nobody(
    server: Server, evening: Evening
) -> None:
    evening.step("skriv-uden-navn")
    for said in (b"\x16\x03\x01\x02\x00\x01\x00", b"GET \xff\xfe HTTP/9\r\n\r\n", b"\r\n" * 500):
        with line_to(server) as line:
            line.sendall(said)
            line.shutdown(socket.SHUT_WR)
            assert first_line(line)[:12] in (b"", b"HTTP/1.1 400", b"HTTP/1.1 505")

    run(room_works(server, evening, "Efter volapyk"))


def test_one_device_holds_no_more_streams_than_a_few_tabs_need(
    server: Server, evening: Evening
) -> None:
    evening.step("skriv-uden-navn")

    async def open_many() -> int:
        phone = await joined(server.port, evening, 15)
        ears = [asyncio.create_task(listen(phone)) for _ in range(STREAMS)]
        living = set(ears)
        while len(living) > MOST_STREAMS:
            _, living = await asyncio.wait(living, return_when=asyncio.FIRST_COMPLETED)
        await room_works(server, evening, "Trods de mange")
        for ear in living:
            ear.cancel()
        await asyncio.gather(*living, return_exceptions=True)
        return len(living)

    assert 0 < run(open_many()) <= MOST_STREAMS


async def listen(phone: Phone) -> None:
    async for _ in phone.changes():
        pass


def test_bytes_that_are_no_letters_are_kept_as_the_sign_for_that(
    server: Server, evening: Evening
) -> None:
    step = evening.step("skriv-uden-navn")

    async def send() -> int:
        phone = await joined(server.port, evening, 17)
        body = urlencode(note_fields(phone, "MARK"), doseq=True)
        return await raw(phone.device, body.replace("MARK", "a%FF%FEb%00c%ED%A0%80d%1B").encode())

    assert run(send()) == 200
    (note,) = evening.notes(step)
    assert note.text.startswith("a��b")
    assert note.text.isprintable()


async def raw(device: Device, body: bytes) -> int:
    """The status of a body that is sent as it is."""
    reader, writer = await asyncio.open_connection("127.0.0.1", device.port)
    own = f"localhost:{device.port}"
    cookies = "; ".join(f"{name}={value}" for name, value in device.cookies.items())
    said = (
        f"POST /deltag/seddel HTTP/1.1\r\nHost: {own}\r\nOrigin: http://{own}\r\n"
        f"Cookie: {cookies}\r\nAccept: application/json\r\nConnection: close\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    writer.write(said.encode() + body)
    answer = await reader.read(-1)
    writer.close()
    await writer.wait_closed()
    return int(answer.split()[1])
