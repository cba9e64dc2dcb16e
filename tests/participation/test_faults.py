"""The plug is pulled and the network fails while a room writes: nothing is lost, nothing twice."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from strategykit.actions.keeping import check_log
from strategykit.rehearsal.device import NoAnswer
from strategykit.rehearsal.phones import Phone
from tests.support.evenings import Evening, an_evening, joined, note_fields, sent, start_again
from tests.support.loops import run
from tests.support.server import Server

WRITERS, NOTES = 60, 5
KILLED_AT = 100


class Confirmed:
    """What the phones were told is kept, and a bell at the note that the plug is pulled at."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.enough = asyncio.Event()

    def note(self, text: str) -> None:
        self.texts.append(text)
        if len(self.texts) == KILLED_AT:
            self.enough.set()


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Evening]:
    made = an_evening(tmp_path / "hjem", members=WRITERS)
    yield made
    made.db.close()


async def write_all(phone: Phone, who: int, confirmed: Confirmed) -> None:
    """As the page's script does: the same form again until there is an answer."""
    for number in range(NOTES):
        fields = note_fields(phone, f"Seddel {who}-{number}")
        await until_answered(lambda fields=fields: sent(phone, "seddel", fields))
        confirmed.note(str(fields["tekst"]))
        await until_answered(phone.look)


async def until_answered(ask: Callable[[], Awaitable[object]]) -> None:
    while True:
        try:
            if await ask():
                return
        except NoAnswer:
            pass
        await asyncio.sleep(0.2)


async def hears(phone: Phone, back: asyncio.Event) -> None:
    """The stream, opened again each time it breaks; rings when it is back after a break."""
    broke = False
    while True:
        try:
            async for _ in phone.changes():
                if broke:
                    back.set()
        except NoAnswer:
            broke = True
        await asyncio.sleep(0.1)


async def killed_under_writers(server: Server, evening: Evening) -> Confirmed:
    phones = [await joined(server.port, evening, who) for who in range(WRITERS)]
    confirmed, back = Confirmed(), [asyncio.Event() for _ in phones]
    ears = [asyncio.create_task(hears(p, b)) for p, b in zip(phones, back, strict=True)]
    writers = [
        asyncio.create_task(write_all(phone, who, confirmed)) for who, phone in enumerate(phones)
    ]
    await confirmed.enough.wait()
    server.process.kill()
    server.process.wait()
    await asyncio.to_thread(start_again, server)
    await asyncio.gather(*writers, *(each.wait() for each in back))
    for ear in ears:
        ear.cancel()
    return confirmed


def test_killed_under_60_writers_every_phone_comes_back_and_no_note_is_lost_or_doubled(
    crowded: Evening,
) -> None:
    step = crowded.step("skriv-uden-navn")
    assert crowded.db.file is not None
    server = Server.start(crowded.db.file.parent)
    try:
        confirmed = run(killed_under_writers(server, crowded))
        kept = Counter(note.text for note in crowded.notes(step))

        assert kept == Counter(f"Seddel {w}-{n}" for w in range(WRITERS) for n in range(NOTES))
        assert set(confirmed.texts) == set(kept)
        assert check_log(crowded.db, crowded.process) > 0
    finally:
        server.process.kill()
        server.process.wait()
