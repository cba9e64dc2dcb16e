"""Somebody in the room who sends what no page of ours would send."""

import asyncio
import re

import pytest

from strategykit.actions.registers import entries
from strategykit.domain.access import Door
from strategykit.domain.people import Person
from strategykit.rehearsal.device import Answer, Device
from strategykit.rehearsal.forms import Filled
from strategykit.rehearsal.phones import Phone
from tests.support.evenings import Evening, an_evening, joined, note_fields
from tests.support.hostile import HARM
from tests.support.loops import run
from tests.support.server import Server
from tests.support.signing import signed_in

CPR = "010190-1234"
MASKED = "0101"
JSON = "application/json"


async def send(phone: Phone, act: str, fields: Filled) -> Answer:
    return await phone.device.post(f"/deltag/{act}", fields, Accept=JSON)


async def a_guest(server: Server, evening: Evening, name: str = "Gæst") -> Phone:
    phone = Phone(Device(server.port))
    await phone.join_as_guest(evening.room.code, name)
    await phone.look()
    return phone


def refused(answer: Answer) -> bool:
    """In Danish words for a person, not as a fault of the program's."""
    told = str(answer.said.get("fejl", ""))
    return answer.status in (400, 403, 404) and answer.said["ok"] is False and told.endswith(".")


def test_the_number_of_another_step_s_note_brings_neither_that_note_nor_a_fault(
    server: Server, evening: Evening
) -> None:
    first = evening.step("skriv-med-navn", "Første")

    async def steal() -> Answer:
        writer = await joined(server.port, evening, 0)
        assert (await send(writer, "seddel", note_fields(writer, "Hemmelig"))).went_well
        second = evening.step("skriv-med-navn", "Andet")
        thief = await joined(server.port, evening, 1)
        (note,) = evening.notes(first)
        answer = await send(thief, "seddel", note_fields(thief, "Tyvens", nonce=note.id))
        assert evening.notes(second) == ()
        return answer

    answer = run(steal())

    assert refused(answer), answer
    assert "Hemmelig" not in answer.text
    assert [note.text for note in evening.notes(first)] == ["Hemmelig"]


def test_the_number_of_another_process_s_note_brings_nothing(
    server: Server, evening: Evening
) -> None:
    assert evening.db.file is not None
    other = an_evening(evening.db.file.parent, members=1, name="nabo")
    foreign = other.step("skriv-med-navn")
    evening.step("skriv-med-navn")

    async def steal() -> Answer:
        neighbour = await joined(server.port, other, 0)
        assert (await send(neighbour, "seddel", note_fields(neighbour, "Naboens"))).went_well
        (note,) = other.notes(foreign)
        thief = await joined(server.port, evening, 2)
        return await send(thief, "seddel", note_fields(thief, "Tyvens", nonce=note.id))

    assert refused(run(steal()))
    assert [note.text for note in other.notes(foreign)] == ["Naboens"]


@pytest.mark.parametrize(
    "nonce", ["x" * 5000, "../../etc", "<b>", "a b", "Å" * 32, "1", "\x00", " " * 32]
)
def test_a_number_that_the_server_never_made_is_not_kept_as_a_note_s(
    server: Server, evening: Evening, nonce: str
) -> None:
    step = evening.step("skriv-uden-navn")

    async def make_up() -> Answer:
        phone = await a_guest(server, evening)
        return await send(phone, "seddel", note_fields(phone, "Egen", nonce=nonce))

    answer = run(make_up())

    assert answer.went_well or refused(answer), answer
    assert all(re.fullmatch("[0-9a-f]{32}", note.id) for note in evening.notes(step))


@pytest.mark.parametrize(
    "fields",
    [
        {"trin": "findes-ikke"},
        {"trin": ""},
        {"felt": "findes-ikke"},
        {"felt": "../swot"},
        {"tekst": ""},
        {"tekst": " \n\t "},
        {"tekst": "x" * 501},
        {"tekst": "\u200b\u200b"},
        {"som": "findes-ikke"},
    ],
)
def test_a_form_that_does_not_fit_is_refused_in_words(
    server: Server, evening: Evening, fields: dict[str, str]
) -> None:
    step = evening.step("skriv-uden-navn")

    async def misfit() -> Answer:
        phone = await a_guest(server, evening)
        return await send(phone, "seddel", {**note_fields(phone, "Passer"), **fields})

    assert refused(run(misfit()))
    assert evening.notes(step) == ()


@pytest.mark.parametrize("version", ["", "-1", "1e9", "999999999999999999999999", "²"])
def test_a_version_that_is_no_number_changes_nothing(
    server: Server, evening: Evening, version: str
) -> None:
    step = evening.step("skriv-uden-navn")

    async def change() -> Answer:
        phone = await a_guest(server, evening)
        assert (await send(phone, "seddel", note_fields(phone, "Som den var"))).went_well
        (note,) = evening.notes(step)
        given = note_fields(phone, "Ændret", seddel=note.id, version=version)
        return await send(phone, "seddel/ret", given)

    answer = run(change())

    assert answer.status in (400, 409), answer
    assert [note.text for note in evening.notes(step)] == ["Som den var"]


# CPR numbers


def test_a_guest_s_name_with_a_cpr_number_is_not_kept(server: Server, evening: Evening) -> None:
    async def come() -> Answer:
        phone = Phone(Device(server.port))
        phone.html = (await phone.device.get(f"/deltag?kode={evening.room.code}")).text
        form = phone.form("ind")
        assert form is not None
        return await phone.device.post("/deltag/ind", form.filled(navn=f"Ida {CPR}"))

    answer = run(come())

    assert "ligner et CPR-nummer" in answer.text
    assert not [p for p in entries(evening.db, evening.process.id, Person) if MASKED in p.name]


@pytest.mark.parametrize("script", [True, False])
def test_a_note_with_a_cpr_number_is_not_kept_and_its_place_is_told_masked(
    server: Server, evening: Evening, *, script: bool
) -> None:
    step = evening.step("skriv-uden-navn")

    async def write() -> Answer:
        phone = await a_guest(server, evening)
        accept = {"Accept": JSON} if script else {}
        fields = note_fields(phone, f"Sag om {CPR} og flere")
        return await phone.device.post("/deltag/seddel", fields, **accept)

    answer = run(write())

    assert "ligner et CPR-nummer: 0101" in answer.text
    assert "••" in answer.text
    if script:
        assert CPR not in answer.text
    assert evening.notes(step) == ()


def test_a_reason_with_a_cpr_number_is_not_kept(server: Server, evening: Evening) -> None:
    evening.step("samtykke", subject="")

    async def say() -> Answer:
        phone = await joined(server.port, evening, 3)
        form = phone.form("svar")
        assert form is not None, phone.html
        fields = form.filled(svar="no", begrundelse=f"På grund af {CPR}")
        return await phone.device.post("/deltag/svar", fields, Accept=JSON)

    answer = run(say())

    assert refused(answer)
    assert CPR not in answer.text


# Harm


def test_harm_in_a_note_is_text_on_phone_wall_and_helm(server: Server, evening: Evening) -> None:
    evening.step("skriv-uden-navn")
    raw = re.compile(r"<(script|img|b|i|/td)\b(?! class)[^>]*(alert|canary|onerror|>b<)")

    async def pages() -> list[str]:
        phone = await a_guest(server, evening, "<img src=x onerror=alert(1)>")
        text = HARM.encode("utf-8", "replace").decode()
        assert (await send(phone, "seddel", note_fields(phone, text))).went_well
        wall = Device(server.port, evening.cookie(Door.PROJECTOR))
        helm = Device(server.port, {Door.FACILITATOR.cookie: signed_in(evening.db)})
        at = f"/styring?moede={evening.meeting.id}"
        asked = (
            phone.device.get("/deltag"), phone.device.get("/deltag/skaerm"),
            phone.device.get("/deltag/mig"), wall.get("/projektor"),
            wall.get("/projektor/skaerm"), helm.get(at), helm.get(f"{at}&del=sedler"),
            helm.get(f"{at}&del=deltagere"),
        )  # fmt: skip
        return [answer.text for answer in await asyncio.gather(*asked)]

    for page in run(pages()):
        assert "onerror=alert" not in page.replace("&lt;img src=x onerror=alert", "")
        assert "<script>alert" not in page
        assert not raw.search(page)
        assert "javascript:alert" not in re.findall(r'(?:href|src|action)="([^"]*)"', page)


def test_nobody_s_text_names_where_the_browser_is_led(server: Server, evening: Evening) -> None:
    evening.step("skriv-uden-navn")

    async def led() -> str:
        phone = await a_guest(server, evening)
        fields = note_fields(phone, "Væk", hjemme="ja", trin="//evil.example/\r\nSet-Cookie: x=1")
        answer = await phone.device.post("/deltag/seddel", fields)
        return answer.headers.get("location", "") + answer.headers.get("set-cookie", "")

    assert "evil" not in run(led()).replace("%2F%2Fevil", "")
