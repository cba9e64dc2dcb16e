"""After everything has gone wrong, no log, terminal or temporary file tells what was typed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from strategykit.domain.access import Door
from strategykit.rehearsal.device import Device
from strategykit.rehearsal.forms import form_to
from strategykit.rehearsal.helm import Helm
from strategykit.rehearsal.phones import Phone
from tests.support.evenings import Evening, an_evening, note_fields
from tests.support.loops import run
from tests.support.server import Server
from tests.support.signing import NAME, PASSWORD, signed_in
from tests.support.traces import files_that_tell

CANARY = "Kanariefugl"
CPR = "010190-1234"
BOARD, PEOPLE, DECISIONS = "notes", "people", "decisions"


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    folder = tmp_path / "midlertidigt"
    folder.mkdir()
    return folder


@contextmanager
def refusing(evening: Evening, table: str) -> Iterator[None]:
    """The database will not take a new row, so that its error holds what was to be kept."""
    assert evening.db.file is not None
    with closing(sqlite3.connect(evening.db.file, timeout=30)) as database:
        database.execute(
            f"CREATE TRIGGER stuck BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        database.commit()
        yield
        database.execute("DROP TRIGGER stuck")
        database.commit()


async def type_everywhere(port: int, evening: Evening, cookies: dict[str, str]) -> list[int]:
    """Names, notes, reasons, codes and passwords, well and badly; gives the faults' statuses."""
    phone, helm = Phone(Device(port)), Helm(Device(port, cookies), evening.meeting.id)
    await phone.join_as_guest(evening.room.code, f"{CANARY} Navn")
    await phone.look()
    write = note_fields(phone, f"{CANARY} på en seddel")
    await phone.device.post("/deltag/seddel", write)
    await phone.device.post("/deltag/seddel", {**write, "tekst": f"{CANARY} {CPR}"})
    await phone.device.post("/deltag/seddel", {**write, "_csrf": "x", "tekst": f"{CANARY} uden"})
    await phone.device.post("/deltag/seddel", {**write, "tekst": CANARY * 100})
    await phone.device.get(f"/deltag?kode={CANARY}")
    await phone.device.get(f"/{CANARY}?{CANARY}={CANARY}")
    await helm.look(CANARY)
    return await break_and_type(port, evening, phone, helm)


async def break_and_type(port: int, evening: Evening, phone: Phone, helm: Helm) -> list[int]:
    statuses = []
    fields = note_fields(phone, f"{CANARY} mens det er i stykker", nonce="c" * 32)
    with refusing(evening, BOARD):
        statuses.append((await phone.device.post("/deltag/seddel", fields)).status)
    with refusing(evening, PEOPLE):
        guest = {**fields, "kode": evening.room.code, "navn": f"{CANARY} Gæst", "billet": "d" * 32}
        statuses.append((await phone.device.post("/deltag/ind", guest)).status)
    written = form_to(await helm.look("referat"), "/styring/referat/beslutning")
    assert written is not None
    with refusing(evening, DECISIONS):
        decided = written.filled(beslutning=f"{CANARY} vedtaget", begrundelse=CANARY)
        statuses.append((await helm.device.post(written.action, decided)).status)
    await guess_a_password(port)
    return statuses


async def guess_a_password(port: int) -> None:
    device = Device(port)
    form = form_to((await device.get("/logind")).text, "/logind")
    assert form is not None
    wrong = form.filled(navn=NAME, adgangskode=f"{PASSWORD}{CANARY}")
    assert (await device.post("/logind", wrong)).status == 403


def test_nothing_that_was_typed_is_in_a_log_on_the_terminal_or_in_a_temporary_file(
    tmp_path: Path, temporary: Path
) -> None:
    evening = an_evening(tmp_path / "hjem")
    evening.step("skriv-uden-navn")
    token = signed_in(evening.db)
    assert evening.db.file is not None
    server = Server.start(evening.db.file.parent, TMPDIR=str(temporary))
    try:
        cookies = {Door.FACILITATOR.cookie: token}
        statuses = run(type_everywhere(server.port, evening, cookies))
    finally:
        server.stop()
        evening.db.close()
    logs = "".join(p.read_text("utf-8") for p in sorted((server.home / "log").iterdir()))
    secrets = (CANARY, CPR, "0101901234", token, evening.room.code, PASSWORD, NAME, "på en seddel")

    assert statuses == [500] * len(statuses)
    assert logs.count("ERROR") >= len(statuses)  # the faults were told of, else there is no test
    assert files_that_tell((server.home, temporary), secrets) == []
