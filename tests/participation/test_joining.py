"""Coming in from a phone over http: codes, names, one more device, a shared phone, links."""

import asyncio
import re

import pytest

from strategykit.actions.access import close_doors
from strategykit.actions.links import give_link, take_link
from strategykit.actions.registers import entries
from strategykit.actions.results import close_step
from strategykit.actions.rooms import end_room
from strategykit.domain.access import CODE_LETTERS, Door
from strategykit.domain.boards import Note
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.rooms import Seat
from strategykit.domain.steps import Step
from strategykit.rehearsal.device import Device
from tests.support.evenings import LEADER, Evening, an_evening
from tests.support.loops import run
from tests.support.phones import Answer, Phone
from tests.support.server import Server
from tests.support.steering import Helmsman, at_helm

HELD = "er allerede med på en anden telefon"


@pytest.fixture
def phone(server: Server) -> Phone:
    return Phone(server.port)


@pytest.fixture
def helm(server: Server, evening: Evening) -> Helmsman:
    return at_helm(server.port, evening)


def seated(evening: Evening) -> set[str]:
    names = {p.id: p.name for p in entries(evening.db, evening.process.id, Person)}
    return {names[s.person_id] for s in entries(evening.db, evening.process.id, Seat)}


def heading(answer: Answer) -> str:
    found = re.search(r"<h1>(.*?)</h1>", answer.text, re.DOTALL)
    assert found, answer.text
    return found[1]


def test_looking_at_the_door_changes_nothing(phone: Phone, evening: Evening) -> None:
    before = seated(evening)
    for _ in range(2):
        door = phone.get(f"/deltag?kode={evening.room.code.lower()}")

    assert heading(door) == "Hvem er du?"
    assert "sv_deltager" not in phone.cookies
    assert seated(evening) == before


def test_a_member_taps_the_name_and_is_in_without_a_script(phone: Phone, evening: Evening) -> None:
    answer = phone.join(evening.room.code, "Medlem 1", script=False)

    assert (answer.status, answer.location) == (303, "/deltag")
    assert "Medlem 1" in phone.get().text


def test_a_phone_that_is_out_is_shown_the_way_in(phone: Phone) -> None:
    lost = phone.get("/deltag/mig")

    assert lost.status == 403
    assert 'href="/deltag">Skriv mødekoden' in lost.text


def test_another_phone_does_not_get_a_name_that_is_held(server: Server, evening: Evening) -> None:
    first, second = Phone(server.port), Phone(server.port)
    first.join(evening.room.code, "Medlem 2")
    door = second.get(f"/deltag?kode={evening.room.code}")
    answer = second.post(
        "/deltag/ind", script=False, kode=evening.room.code, person_id=evening.people[2],
        billet=door.hidden("billet"),
    )  # fmt: skip

    assert "er med på en anden telefon" in door.text
    assert (answer.status, HELD in answer.text) == (400, True)
    assert heading(second.get()) == "Deltag i mødet"


def test_a_double_tap_on_a_name_is_no_second_phone(phone: Phone, evening: Evening) -> None:
    """Browsers give up the first answer, and its cookie, when the form is sent again."""
    door = phone.get(f"/deltag?kode={evening.room.code}")
    fields = {
        "kode": evening.room.code, "person_id": evening.people[3], "billet": door.hidden("billet"),
    }  # fmt: skip
    phone.post("/deltag/ind", **fields)
    del phone.cookies["sv_deltager"]

    assert phone.post("/deltag/ind", **fields).status == 200
    assert "Medlem 3" in phone.get().text


def test_two_guests_of_one_name_are_both_in_and_told_apart(
    server: Server, evening: Evening
) -> None:
    pages = []
    for _ in range(2):
        guest = Phone(server.port)
        assert guest.join_as_guest(evening.room.code, "Petra Prøve", script=False).status == 303
        pages.append(guest.get().text)

    assert "Petra Prøve (2)" not in pages[0]
    assert "Petra Prøve (2)" in pages[1]


def test_a_guest_who_types_a_number_is_told_and_finds_the_name_still_there(
    phone: Phone, evening: Evening
) -> None:
    answer = phone.join_as_guest(evening.room.code, "Petra 010190-1234", script=False)

    assert answer.status == 400
    assert "CPR" in answer.text
    assert 'value="Petra 010190-1234"' in answer.text


def test_the_personal_code_brings_a_name_to_another_phone(server: Server, evening: Evening) -> None:
    first, second = Phone(server.port), Phone(server.port)
    first.join(evening.room.code, "Medlem 4")
    shown = first.post("/deltag/mig/kode", script=False, som=evening.people[4])
    found = re.search(r'class="code">([A-Z0-9 ]+)<', shown.text)
    assert found, shown.text
    page = second.get(f"/deltag?kode={evening.room.code}&navn={evening.people[4]}")
    given = {"kode": evening.room.code, "person_id": evening.people[4]}

    wrong = second.post(
        "/deltag/ind", script=False, personlig_kode="AAAAAA", billet=page.hidden("billet"), **given
    )
    right = second.post(
        "/deltag/ind", script=False, personlig_kode=found[1], billet=wrong.hidden("billet"), **given
    )

    assert (wrong.status, right.status) == (400, 303)
    assert "Medlem 4" in second.get().text
    assert "Medlem 4" in first.get().text


def test_the_facilitators_nod_brings_the_name_and_ends_the_first_phones_stream(
    server: Server, evening: Evening, helm: Helmsman
) -> None:
    first, second = Phone(server.port), Phone(server.port)
    first.join(evening.room.code, "Medlem 5")
    line = first.listen()
    page = second.get(f"/deltag?kode={evening.room.code}&navn={evening.people[5]}")
    second.post(
        "/deltag/ind", script=False, kode=evening.room.code, person_id=evening.people[5], bank="ja",
        billet=page.hidden("billet"),
    )  # fmt: skip
    assert heading(second.get()) == "Vent på proceslederen"
    assert second.get("/deltag/skaerm").status == 403
    helm.open("deltagere")
    helm.press("Luk ind")

    assert line.end()
    assert "Medlem 5" in second.get().text
    assert heading(first.get()) == "Deltag i mødet"


def test_who_waits_can_stop_waiting(phone: Phone, evening: Evening, helm: Helmsman) -> None:
    page = phone.get(f"/deltag?kode={evening.room.code}")
    phone.post(
        "/deltag/ind", script=False, kode=evening.room.code, person_id=evening.people[6], bank="ja",
        billet=page.hidden("billet"),
    )  # fmt: skip
    assert "Medlem 6" in helm.open("deltagere")
    phone.post("/deltag/vent", script=False)

    assert heading(phone.get()) == "Deltag i mødet"
    assert "vil ind" not in helm.open("deltagere")


def test_one_phone_at_a_table_writes_for_two(phone: Phone, evening: Evening) -> None:
    step = evening.step("skriv-med-navn")
    phone.join(evening.room.code, "Medlem 7")
    before = phone.get()
    page = phone.get(f"/deltag?kode={evening.room.code}&mere=1")
    phone.post(
        "/deltag/ind", kode=evening.room.code, person_id=evening.people[8],
        billet=page.hidden("billet"),
    )  # fmt: skip
    assert "Skift til Medlem 7" in phone.get().text
    phone.write("Fra den ottende", "styrker")
    phone.write("Fra en side, der var åben, før der blev skiftet", "styrker", page=before)
    phone.post("/deltag/mig/skift", script=False, som=evening.people[7])
    phone.write("Fra den syvende", "styrker")

    written = {note.text: note.author_id for note in evening.notes(step)}
    assert written == {
        "Fra den ottende": evening.people[8],
        "Fra en side, der var åben, før der blev skiftet": evening.people[7],
        "Fra den syvende": evening.people[7],
    }


def test_leaving_gives_the_name_free(server: Server, evening: Evening) -> None:
    first, second = Phone(server.port), Phone(server.port)
    first.join(evening.room.code, "Medlem 9")
    first.post("/deltag/mig/forlad", script=False, som=evening.people[9])

    assert heading(first.get()) == "Deltag i mødet"
    assert second.join(evening.room.code, "Medlem 9").status == 200


def test_a_locked_door_is_told_and_only_a_nod_opens_it(
    server: Server, evening: Evening, helm: Helmsman
) -> None:
    inside, late = Phone(server.port), Phone(server.port)
    inside.join(evening.room.code, "Medlem 10")
    helm.open("deltagere")
    helm.press("Lås døren")
    door = late.get(f"/deltag?kode={evening.room.code}")
    guest = late.join_as_guest(evening.room.code, "Petra Sent", script=False)
    helm.open("deltagere")
    helm.press("Åbn døren")

    assert "Døren til mødet er låst" in door.text
    assert guest.status == 400
    assert "Medlem 10" in inside.get().text


def test_a_member_who_was_taken_out_is_told_and_keeps_what_was_sent(
    server: Server, evening: Evening, helm: Helmsman
) -> None:
    step = evening.step("skriv-med-navn")
    out = Phone(server.port)
    out.join(evening.room.code, "Medlem 11")
    out.write("Før jeg gik", "styrker")
    line = out.listen()
    helm.open("deltagere")
    helm.press("Tag ud", helm.box("Medlem 11"))

    assert line.end()
    assert "ikke længere med i et møde" in out.get().text
    assert out.write("Efter", "styrker").status == 403
    assert "taget dig ud" in out.join(evening.room.code, "Medlem 11", script=False).text
    assert [note.text for note in evening.notes(step)] == ["Før jeg gik"]


# Personal links


@pytest.fixture
def member(evening: Evening) -> Person:
    everybody = entries(evening.db, evening.process.id, Person)
    return next(person for person in everybody if person.id == evening.people[20])


def test_opening_a_link_lets_nobody_in_but_the_button_does(
    phone: Phone, evening: Evening, member: Person
) -> None:
    """Mail scanners follow links, as often as they like."""
    token = give_link(evening.db, LEADER, member)
    for _ in range(3):
        page = phone.get(f"/mit?n={token}")
    assert heading(page) == f"Er du {member.name}?"
    assert "sv_deltager" not in phone.cookies
    answer = phone.post("/mit", script=False, n=token, billet=page.hidden("billet"))

    assert (answer.status, answer.location) == (303, "/deltag")
    assert member.name in phone.get().text


def test_with_a_link_one_enters_the_meeting_that_goes_on_and_writes(
    phone: Phone, evening: Evening, member: Person
) -> None:
    step = evening.step("skriv-med-navn")
    page = phone.get(f"/mit?n={give_link(evening.db, LEADER, member)}")
    phone.post("/mit", script=False, n=page.hidden("n"), billet=page.hidden("billet"))
    door = phone.get()
    phone.post("/deltag/ind", script=False, som=member.id, moede=door.hidden("moede"))
    phone.write("Med link", "styrker")

    assert heading(door) == "Mødet er i gang"
    assert [(n.text, n.author_id) for n in evening.notes(step)] == [("Med link", member.id)]


def test_a_link_that_was_taken_back_opens_nothing_and_ends_what_it_had_opened(
    phone: Phone, evening: Evening, member: Person
) -> None:
    token = give_link(evening.db, LEADER, member)
    page = phone.get(f"/mit?n={token}")
    phone.post("/mit", script=False, n=token, billet=page.hidden("billet"))
    take_link(evening.db, LEADER, member)

    assert Phone(phone.port).get(f"/mit?n={token}").status == 404
    assert heading(phone.get()) == "Deltag i mødet"


def test_before_and_after_the_evening_a_link_leads_to_what_stays_open_and_to_what_was(
    server: Server, evening: Evening
) -> None:
    """Its own process, in which no meeting goes on."""
    assert evening.db.file is not None
    other = an_evening(evening.db.file.parent, members=1, name="senere")
    person = entries(other.db, other.process.id, Person)[0]
    step = other.step("skriv-med-navn", title="Forberedelse", stays_open=True)
    before = other.step("skriv-med-navn", title="Det første")
    close_step(other.db, LEADER, fresh(other, before))
    phone = Phone(server.port)
    page = phone.get(f"/mit?n={give_link(other.db, LEADER, person)}")
    phone.post("/mit", script=False, n=page.hidden("n"), billet=page.hidden("billet"))
    end_meeting(other)
    home = phone.get()
    phone.write("Hjemmefra", "styrker", page=home)

    assert heading(home) == "Forberedelse"
    assert [note.text for note in other.notes(step)] == ["Hjemmefra"]
    assert "Det første" in phone.get("/deltag/tilbage").text
    other.db.close()


def fresh(evening: Evening, step: Step) -> Step:
    with evening.db.reading() as store:
        return store.get(Step, step.id)


def end_meeting(evening: Evening) -> None:
    end_room(evening.db, Who(Access.FACILITATOR), evening.room_now)


# Guessing


def test_500_wrong_codes_keep_nobody_on_the_same_address_out(
    server: Server, evening: Evening
) -> None:
    """While guesses still wait for their answer, 25 who have the right code are in."""
    pending = run(_guess_and_join(server.port, evening))

    assert pending > 0
    assert {f"Guest {n}" for n in range(25)} <= seated(evening)


async def _guess_and_join(port: int, evening: Evening) -> int:
    guesses = [asyncio.create_task(_guess(port, number)) for number in range(500)]
    await asyncio.sleep(0)
    await asyncio.gather(*(_come_in(port, evening, number) for number in range(25)))
    pending = sum(not guess.done() for guess in guesses)
    answers = await asyncio.gather(*guesses)
    assert set(answers) == {404}
    return pending


async def _guess(port: int, number: int) -> int:
    letters = "".join(CODE_LETTERS[(number // 23**place) % 23] for place in range(6))
    return (await Device(port).get(f"/deltag?kode={letters}")).status


async def _come_in(port: int, evening: Evening, number: int) -> None:
    device = Device(port)
    door = await device.get(f"/deltag?kode={evening.room.code}")
    hidden = dict(re.findall(r'name="(_csrf|billet)" value="([^"]*)"', door.text))
    answer = await device.post(
        "/deltag/ind", {**hidden, "kode": evening.room.code, "navn": f"Guest {number}"}
    )
    assert answer.status == 303, answer.text


# What is not one's own


def test_with_the_code_one_does_not_touch_what_others_wrote_or_what_is_elsewhere(
    server: Server, evening: Evening
) -> None:
    step = evening.step("skriv-med-navn")
    writer, other = Phone(server.port), Phone(server.port)
    writer.join(evening.room.code, "Medlem 21")
    other.join(evening.room.code, "Medlem 22")
    writer.write("Min egen", "styrker")
    (note,) = evening.notes(step)
    page = other.get()
    own = {"trin": step.id, "som": page.hidden("som")}
    changed = other.post(
        "/deltag/seddel/ret", seddel=note.id, version=str(note.version), felt="styrker",
        tekst="Overskrevet", **own,
    )  # fmt: skip
    gone = other.post("/deltag/seddel/traek", seddel=note.id, **own)
    posed = other.post(
        "/deltag/seddel", trin=step.id, som=evening.people[21], felt="styrker", tekst="I dit navn",
        nonce="x" * 32,
    )  # fmt: skip

    assert (changed.status, gone.status, posed.status) == (400, 400, 400)
    assert [n.text for n in evening.notes(step)] == ["Min egen"]


def test_a_step_of_another_process_takes_nothing_from_here(
    server: Server, evening: Evening
) -> None:
    assert evening.db.file is not None
    other = an_evening(evening.db.file.parent, members=1, name="fremmed")
    step = other.step("skriv-med-navn")
    phone = Phone(server.port)
    phone.join(evening.room.code, "Medlem 23")
    answer = phone.post(
        "/deltag/seddel", trin=step.id, som=evening.people[23], felt="styrker", tekst="Fremmed",
        nonce="y" * 32,
    )  # fmt: skip

    assert answer.status in (400, 404)
    assert entries(other.db, other.process.id, Note) == ()
    other.db.close()


def test_a_form_without_its_mark_is_refused_with_the_text_kept(
    phone: Phone, evening: Evening
) -> None:
    step = evening.step("skriv-med-navn")
    phone.join(evening.room.code, "Medlem 24")
    page = phone.get()
    phone.csrf = "forkert"
    answer = phone.post(
        "/deltag/seddel", script=False, trin=step.id, som=page.hidden("som"), felt="styrker",
        tekst="Noget langt, som jeg har skrevet", nonce=page.hidden("nonce"),
    )  # fmt: skip

    assert answer.status == 403
    assert "Noget langt, som jeg har skrevet" in answer.text
    assert evening.notes(step) == ()


def test_who_is_out_meanwhile_finds_what_was_written_without_a_script(
    phone: Phone, evening: Evening
) -> None:
    step = evening.step("skriv-med-navn")
    phone.join(evening.room.code, "Medlem 25")
    page = phone.get()
    close_doors(evening.db, person_id=evening.people[25], door=Door.DEVICE)
    answer = phone.post(
        "/deltag/seddel", script=False, trin=step.id, som=page.hidden("som"), felt="styrker",
        tekst="Noget langt, som jeg har skrevet", nonce=page.hidden("nonce"),
    )  # fmt: skip

    assert answer.status == 403
    assert ">Noget langt, som jeg har skrevet<" in answer.text
    assert page.hidden("som") not in answer.text
