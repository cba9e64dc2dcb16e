"""A network that loses answers, drops phones and refuses websockets."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlencode

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidMessage

from strategykit.actions.results import close_step
from strategykit.domain.access import Door
from strategykit.rehearsal.device import Device
from strategykit.rehearsal.forms import Filled
from strategykit.rehearsal.helm import Helm
from strategykit.rehearsal.phones import Phone
from tests.support.evenings import LEADER, Evening, joined, note_fields, sent
from tests.support.loops import run
from tests.support.server import Server
from tests.support.signing import signed_in

LATE = "Trinnet er lukket"


def send_and_hang_up(phone: Phone, fields: Filled) -> None:
    """The form goes out, and the phone loses the network before any answer."""
    body = urlencode(fields).encode()
    own = f"localhost:{phone.device.port}"
    cookies = "; ".join(f"{name}={value}" for name, value in phone.device.cookies.items())
    head = (
        f"POST /deltag/seddel HTTP/1.1\r\nHost: {own}\r\nOrigin: http://{own}\r\n"
        f"Cookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", phone.device.port)) as line:
        line.sendall(head.encode() + body)


def test_a_note_whose_answer_was_lost_is_sent_again_and_stands_once(
    server: Server, evening: Evening
) -> None:
    step = evening.step("skriv-uden-navn")

    async def lose_and_try_again() -> None:
        phone = await joined(server.port, evening, 0)
        fields = note_fields(phone, "Sendt i en tunnel")
        for _ in range(5):
            send_and_hang_up(phone, fields)
        assert await sent(phone, "seddel", fields)

    run(lose_and_try_again())

    assert [note.text for note in evening.notes(step)] == ["Sendt i en tunnel"]


def test_a_phone_that_was_away_finds_the_room_and_sends_what_it_kept(
    server: Server, evening: Evening
) -> None:
    """Away while the room went on to the next step and back again; its stream was cut."""
    step = evening.step("skriv-uden-navn", "Første")
    other = evening.step("skriv-uden-navn", "Andet")
    evening.go_to(step)

    async def go_away_and_come_back() -> str:
        phone = await joined(server.port, evening, 1)
        fields = note_fields(phone, "Skrevet uden forbindelse")
        stream = phone.changes()
        await anext(stream)
        await stream.aclose()
        evening.go_to(other)
        meanwhile = await phone.look()
        evening.go_to(step)
        assert await sent(phone, "seddel", fields)
        return meanwhile

    meanwhile = run(go_away_and_come_back())

    assert "<h1>Andet</h1>" in meanwhile
    assert [note.text for note in evening.notes(step)] == ["Skrevet uden forbindelse"]


def test_after_the_step_was_closed_a_kept_note_is_refused_in_words_unless_it_had_come_through(
    server: Server, evening: Evening
) -> None:
    step = evening.step("skriv-uden-navn")

    async def come_back_late() -> tuple[bool, str]:
        phone = await joined(server.port, evening, 2)
        through, kept = note_fields(phone, "Kom igennem"), note_fields(phone, "Kom for sent")
        kept["nonce"] = "0" * 32
        assert await sent(phone, "seddel", through)
        close_step(evening.db, LEADER, step)
        again = await sent(phone, "seddel", through)
        late = await phone.device.post("/deltag/seddel", kept, Accept="application/json")
        return again, str(late.said["fejl"])

    again, late = run(come_back_late())

    assert again
    assert LATE in late
    assert [note.text for note in evening.notes(step)] == ["Kom igennem"]


@asynccontextmanager
async def network_without_websockets(port: int) -> AsyncIterator[int]:
    """The port of a firewall that lets plain http through and drops what asks for more."""

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        if b"upgrade:" in head.lower():
            writer.transport.abort()
            return
        inner, outer = await asyncio.open_connection("127.0.0.1", port)
        outer.write(head)
        try:
            await asyncio.gather(pump(reader, outer), pump(inner, writer))
        finally:
            outer.close()
            writer.close()

    firewall = await asyncio.start_server(carry, "127.0.0.1", 0)
    async with firewall:
        yield int(firewall.sockets[0].getsockname()[1])
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others)


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Everything that comes, until one side is through."""
    try:
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
    except OSError:
        pass
    writer.close()


def test_where_websockets_are_refused_phones_join_write_and_hear(
    server: Server, evening: Evening
) -> None:
    step = evening.step("skriv-uden-navn")

    async def evening_behind_a_firewall() -> str:
        async with network_without_websockets(server.port) as firewall:
            phone = Phone(Device(server.port, through=firewall))
            await phone.join(evening.room.code, evening.people[3])
            await phone.look()
            assert await sent(phone, "seddel", note_fields(phone, "Igennem muren"))
            stream = phone.changes()
            await anext(stream)
            cookies = {Door.FACILITATOR.cookie: signed_in(evening.db)}
            helm = Helm(Device(server.port, cookies), evening.meeting.id)
            await refused(firewall)
            await helm.press("luk", trin=step.id)
            async for event in stream:
                if event == "skift" and "Trinnet er lukket" in await phone.swap():
                    break
            await stream.aclose()
            return phone.html

    assert "Trinnet er lukket" in run(evening_behind_a_firewall())
    assert [note.text for note in evening.notes(step)] == ["Igennem muren"]


async def refused(firewall: int) -> None:
    """Streamlit's own line does not come through there."""
    with pytest.raises((OSError, EOFError, InvalidMessage)):
        await connect(f"ws://127.0.0.1:{firewall}/_stcore/stream")


def test_ten_taps_at_once_are_one_note_also_as_the_phones_first(
    server: Server, evening: Evening
) -> None:
    step = evening.step("skriv-uden-navn")

    async def tap() -> list[bool]:
        phone = await joined(server.port, evening, 4)
        fields = note_fields(phone, "Et tryk for meget")
        return await asyncio.gather(*(sent(phone, "seddel", fields) for _ in range(10)))

    assert all(run(tap()))
    assert [note.text for note in evening.notes(step)] == ["Et tryk for meget"]


def test_who_leaves_in_one_tab_is_out_in_the_other_too(server: Server, evening: Evening) -> None:
    """The other tab still has its page, its cookie and its stream."""
    evening.step("skriv-uden-navn")

    async def leave_and_go_on() -> tuple[int, int]:
        phone = await joined(server.port, evening, 5)
        fields, stream = note_fields(phone, "Fra den anden fane"), phone.changes()
        await anext(stream)
        other = Phone(Device(server.port, dict(phone.device.cookies)))
        other.html = (await other.device.get("/deltag/mig")).text
        assert (await other.send("mig/forlad")).went_well
        async for _ in stream:
            pass
        written = await phone.device.post("/deltag/seddel", fields, Accept="application/json")
        return written.status, (await phone.device.get("/deltag/strom")).status

    assert run(leave_and_go_on()) == (403, 403)
