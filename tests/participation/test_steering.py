"""The helm over http: every door, two facilitators at once, a paired phone, and no JavaScript."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest

from strategykit.actions.access import open_door
from strategykit.actions.registers import entries
from strategykit.actions.statements import statement_of
from strategykit.domain.access import Door
from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.meetings import Agreement, Decision, Meeting, Parked
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Subjects
from strategykit.participation import steering
from strategykit.participation.plain import PlainRoute
from tests.support.evenings import Evening
from tests.support.phones import Phone
from tests.support.server import Server
from tests.support.steering import Browser, Helmsman, at_helm

POSTS = [row for row in steering.ROUTES if row.act is not None]
GETS = [row for row in steering.ROUTES if row.show or row.stream]
OPEN_TO_ALL = {"/styring", "/styring/kobl"}
MEMBER = "Medlem 3"
OVERTAKEN = "En anden har lige styret mødet"


@pytest.fixture
def helm(server: Server, evening: Evening) -> Helmsman:
    return at_helm(server.port, evening)


def holder(server: Server, evening: Evening, door: Door | None, **where: str) -> Browser:
    """A browser with the cookie of a door, or of none."""
    line = Browser(server.port)
    if door is not None:
        of = {"process_id": evening.process.id, "meeting_id": evening.meeting.id, **where}
        line.cookies[door.cookie] = open_door(evening.db, door, hours=1, **of)
    line.get(f"/styring?moede={evening.meeting.id}&del=skaerm")  # brings the form's mark
    return line


def path(row: PlainRoute) -> str:
    return row.path


# The doors


@pytest.mark.parametrize("door", [None, Door.PROJECTOR, Door.DEVICE])
@pytest.mark.parametrize("row", [row for row in POSTS if row.path not in OPEN_TO_ALL], ids=path)
def test_no_act_is_open_to_others(
    server: Server, evening: Evening, row: PlainRoute, door: Door | None
) -> None:
    line = holder(server, evening, door, person_id=evening.people[0])
    fields = {"moede": evening.meeting.id, "rum": str(evening.room_now.version)}

    answer = line.post(row.path, script=False, **fields)

    assert answer.status == 403
    assert "Ingen adgang" in answer.text


@pytest.mark.parametrize("door", [None, Door.PROJECTOR, Door.DEVICE])
@pytest.mark.parametrize("row", GETS, ids=path)
def test_no_page_tells_others_of_the_meeting(
    server: Server, evening: Evening, row: PlainRoute, door: Door | None
) -> None:
    line = holder(server, evening, door, person_id=evening.people[0])

    answer = line.get(f"{row.path}?moede={evening.meeting.id}")

    assert answer.status in (200, 303, 403)
    assert evening.meeting.title not in answer.text
    if answer.status == 303:
        assert answer.location.startswith("/logind")


@pytest.mark.parametrize("row", [row for row in POSTS if row.path not in OPEN_TO_ALL], ids=path)
def test_a_form_without_its_mark_does_nothing(
    helm: Helmsman, evening: Evening, row: PlainRoute
) -> None:
    before = evening.room_now
    fields = [("moede", evening.meeting.id), ("rum", str(before.version))]

    answer = helm.line.send_form(row.path, fields)

    assert answer.status == 403
    assert evening.room_now == before


@pytest.mark.parametrize("row", [row for row in POSTS if Door.STEERING in row.doors], ids=path)
def test_a_paired_phone_steers_no_other_meeting(
    server: Server, evening: Evening, row: PlainRoute
) -> None:
    others = [m for m in entries(evening.db, evening.process.id, Meeting)
              if m.id != evening.meeting.id]  # fmt: skip
    phone = holder(server, evening, Door.STEERING)

    answer = phone.post(row.path, script=False, moede=others[0].id, rum="1")

    assert answer.status == 404


def test_a_paired_phone_cannot_let_another_one_in(server: Server, evening: Evening) -> None:
    phone = holder(server, evening, Door.STEERING)

    answer = phone.post("/styring/par", script=False, moede=evening.meeting.id)

    assert answer.status == 403


def test_a_facilitator_chooses_among_the_meetings(helm: Helmsman, evening: Evening) -> None:
    page = helm.line.get("/styring").text

    assert f"/styring?moede={evening.meeting.id}" in page
    assert "Mødet er i gang" in page
    assert evening.process.title in page


def test_an_address_that_only_takes_forms_leads_back(helm: Helmsman) -> None:
    answer = helm.line.get("/styring/frem")

    assert (answer.status, answer.location) == (303, "/styring")


# Pairing


def a_code(laptop: Helmsman) -> str:
    """The code that stands on the laptop when the facilitator has asked for one."""
    laptop.page = laptop.line.get(f"/styring/par?moede={laptop.meeting_id}").text
    laptop.press("Lav en")
    found = re.search(r'sv-stor-kode">([^<]+)<', laptop.page)
    assert found, laptop.text
    return found[1]


def paired(laptop: Helmsman, server: Server) -> Helmsman:
    """A phone that has typed the laptop's code."""
    phone = Helmsman(Browser(server.port), laptop.meeting_id)
    phone.page = phone.line.get("/styring").text
    phone.press("Styr mødet", kode=a_code(laptop).lower())
    return phone


def test_a_phone_is_paired_by_the_code_and_steers(
    helm: Helmsman, server: Server, evening: Evening
) -> None:
    phone = paired(helm, server)
    assert evening.meeting.title in phone.page

    phone.open("skaerm")
    phone.press("Gør projektoren mørk")
    assert evening.room_now.blanked

    helm.open()
    helm.press("Fortryd")
    assert not evening.room_now.blanked


def test_looking_at_the_pairing_page_makes_no_code(helm: Helmsman, evening: Evening) -> None:
    other = at_helm(helm.line.port, evening, "Anden Procesleder")

    page = other.line.get(f"/styring/par?moede={evening.meeting.id}").text

    assert "sv-stor-kode" not in page


def test_a_wrong_code_pairs_nobody(server: Server, evening: Evening) -> None:
    phone = Helmsman(Browser(server.port), evening.meeting.id)
    phone.page = phone.line.get("/styring").text

    answer = phone.send("Styr mødet", kode="AAAAAA")

    assert answer.status == 403
    assert "Koden passer ikke" in answer.text
    assert Door.STEERING.cookie not in phone.line.cookies


def test_the_laptop_closes_its_phones_out_at_once(helm: Helmsman, server: Server) -> None:
    phone = paired(helm, server)
    helm.page = helm.line.get(f"/styring/par?moede={helm.meeting_id}").text
    helm.press("Luk telefonerne ude (kan ikke fortrydes)")

    phone.page = phone.line.get("/styring").text

    assert "På proceslederens bærbare står en kode" in phone.page
    assert phone.line.get(f"/styring/skaerm?moede={helm.meeting_id}").status == 303


def test_the_stream_of_a_phone_ends_with_its_sign_in(helm: Helmsman, server: Server) -> None:
    phone = paired(helm, server)
    held = phone.line.cookies[Door.STEERING.cookie]
    stream = HTTPConnection("127.0.0.1", server.port, timeout=20)
    stream.request(
        "GET", f"/styring/strom?moede={helm.meeting_id}",
        headers={"Host": f"localhost:{server.port}", "Cookie": f"{Door.STEERING.cookie}={held}"},
    )  # fmt: skip
    response = stream.getresponse()
    assert response.status == 200
    assert response.readline().startswith(b":")

    helm.page = helm.line.get(f"/styring/par?moede={helm.meeting_id}").text
    helm.press("Luk telefonerne ude (kan ikke fortrydes)")

    assert b"event: skift" in response.read()  # to its end, or the test runs out of time
    stream.close()


# Two at once


def test_two_facilitators_who_press_at_once_move_one_place(
    server: Server, evening: Evening
) -> None:
    evening.step("skriv-med-navn", "Første")
    second = evening.step("droeft", "Andet", subject="")
    evening.step("droeft", "Tredje", subject="")
    evening.go_to(second)
    pair = [at_helm(server.port, evening, name) for name in ("Prøve Et", "Prøve To")]
    for one in pair:
        one.open()
    before = evening.room_now.version

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda one: one.press("Gå til næste"), pair))

    assert evening.room_now.version == before + 1
    assert all("Mødet er ved: Tredje" in one.text or OVERTAKEN in one.text for one in pair)


def test_whoever_presses_on_an_old_page_is_told_where_the_room_is(
    server: Server, evening: Evening
) -> None:
    first = evening.step("droeft", "Et sted", subject="")
    evening.step("droeft", "Næste sted", subject="")
    evening.step("droeft", "Et sted til", subject="")
    evening.go_to(first)
    pair = [at_helm(server.port, evening, name) for name in ("Prøve Et", "Prøve To")]
    for one in pair:
        one.open()

    for one in pair:
        one.press("Gå til næste: Næste sted")

    assert "Mødet er ved: Næste sted" in pair[0].text
    assert f"{OVERTAKEN}, så intet er sket to gange. Rummet er nu ved: Næste sted." in pair[1].text


def test_a_remote_is_answered_as_a_script_expects(helm: Helmsman, evening: Evening) -> None:
    evening.step("droeft", "Fjernbetjent", subject="")
    fields = {"moede": evening.meeting.id, "rum": str(evening.room_now.version)}
    helm.line.get(f"/styring?moede={evening.meeting.id}")

    first = helm.line.post("/styring/moerk", **fields)
    again = helm.line.post("/styring/moerk", **fields)

    assert (first.status, first.said["ok"]) == (200, True)
    assert (again.status, again.said["ok"]) == (409, False)
    assert OVERTAKEN in str(again.said["fejl"])
    assert evening.room_now.blanked


def test_each_is_told_of_the_own_act_alone(server: Server, evening: Evening) -> None:
    one, other = (at_helm(server.port, evening, name) for name in ("Prøve Et", "Prøve To"))
    one.open("deltagere")
    one.press("Lås døren")

    assert "Døren er låst" in one.text
    other.open("deltagere")
    status = re.search(r'id="sagt"[^>]*>(.*?)</div>', other.page, re.DOTALL)
    assert status
    assert status[1].strip() == ""
    one.press("Åbn døren")


# Without names


def test_an_anonymous_step_shows_no_name_of_whoever_writes(
    server: Server, helm: Helmsman, evening: Evening
) -> None:
    evening.step("skriv-uden-navn", "Uden navne")
    phone = Phone(server.port)
    assert phone.join(evening.room.code, MEMBER).status == 200
    phone.write("Skrevet uden navn", field="styrker")

    for part in ("", "sedler", "trin", "referat", "skaerm"):
        helm.open(part)
        assert MEMBER not in helm.page, part
    assert "Skrevet uden navn" in helm.open("sedler")
    assert "1 seddel fra 1" in helm.open()
    assert "Trinnet er uden navne, så det kan ikke ses, hvem der mangler." in helm.text


def test_a_named_step_says_who_has_not_written(
    server: Server, helm: Helmsman, evening: Evening
) -> None:
    evening.step("skriv-med-navn", "Med navne")
    quick, slow = Phone(server.port), Phone(server.port)
    for phone, name in ((quick, "Medlem 21"), (slow, "Medlem 22")):
        assert phone.join(evening.room.code, name).status == 200

    quick.write("Skrevet med navn", field="styrker")

    missing = re.search(r"har ikke svaret endnu: ([^<]*)", helm.open())
    assert missing
    assert "Medlem 22" in missing[1]
    assert "Medlem 21" not in missing[1]
    assert "Medlem 21" in helm.open("sedler")


# What the room leaves, and what a vote gave


def test_a_step_that_the_room_leaves_is_closed_or_stands_there_to_be_closed(
    helm: Helmsman, evening: Evening
) -> None:
    named = evening.step("skriv-med-navn", "Forladt med navn")
    evening.step("skriv-uden-navn", "Forladt uden navn")
    evening.step("droeft", "Bagefter", subject="")
    evening.go_to(named)
    helm.open()
    helm.press("Gå hertil Forladt uden navn")
    assert "Forladt med navn er lukket. Mødet er ved: Forladt uden navn" in helm.text
    helm.press("Gå hertil Bagefter")
    assert "Mødet er ved: Bagefter" in helm.text
    assert "Forladt uden navn er stadig åbent, men ingen kan svare" in helm.text
    helm.open("sedler")

    helm.press("Luk for sedler (kan ikke fortrydes) Forladt uden navn")

    assert "Forladt uden navn er stadig åbent, men" not in helm.text
    assert "Forladt uden navn er lukket." in helm.text


def test_the_vote_on_proposals_becomes_the_vision_in_one_press(
    server: Server, helm: Helmsman, evening: Evening
) -> None:
    about = {"subjects": Subjects.BOARD, "subject": "forslag", "fields": ("vision",)}
    written = evening.step("skriv-uden-navn", "Skriv forslag", **about)
    phone = Phone(server.port)
    assert phone.join(evening.room.code, "Medlem 7").status == 200
    phone.write("Alle unge er på vej.", field="vision")
    helm.open()
    helm.press("Luk for sedler")
    (note,) = evening.notes(written)
    vote = evening.step("prikker-med-navn", "Prikker på forslagene", source_id=written.id, **about)
    dots = {"trin": vote.id, "emne": note.id, "antal": "1"}
    assert phone.post("/deltag/prik", **dots).status == 200
    helm.open()
    helm.press("Luk for prikker")

    helm.press("Brug som vision : Alle unge er på vej.")

    assert "Forslaget står nu som vision." in helm.text
    assert "Forslaget står som vision." in helm.text
    assert statement_of(evening.db, evening.process.id, "vision").text == "Alle unge er på vej."
    helm.press("Fortryd")
    assert statement_of(evening.db, evening.process.id, "vision").text == ""
    assert "Brug som vision" in helm.text


# What is typed


def test_what_cannot_be_kept_is_given_back(helm: Helmsman, evening: Evening) -> None:
    helm.open("referat")

    answer = helm.send("Skriv beslutningen", beslutning="Sagen om 010203-1234 tages op")

    assert answer.status == 400
    assert "Sagen om 010203-1234 tages op" in answer.text
    assert "Tilbage til styringen" in answer.text
    assert not [d for d in entries(evening.db, evening.process.id, Decision) if "0102" in d.text]


def test_minutes_of_two_who_write_at_once_are_both_seen(
    server: Server, helm: Helmsman, evening: Evening
) -> None:
    other = at_helm(server.port, evening, "Prøve To")
    workshop = a_workshop(evening, "Workshop 2")
    for one in (helm, other):
        one.meeting_id = workshop.id
        one.open("referat")
    helm.press("Gem referatet", noteret="Det, den første skrev")

    answer = other.send("Gem referatet", noteret="Det, den anden skrev")

    assert answer.status == 400
    assert "Det, den anden skrev" in answer.text
    assert "Det, den første skrev" in other.open("referat")


HARM = '<script>alert(1)</script><img src=x onerror="alert(2)">{{ 7*7 }}'


@pytest.mark.parametrize("part", ["", "sedler", "deltagere", "trin", "referat"])
def test_typed_text_is_shown_as_text(
    server: Server, helm: Helmsman, evening: Evening, part: str
) -> None:
    evening.step("skriv-med-navn", f"Ondt {HARM}", ask=HARM, notes_to_self=HARM)
    phone = Phone(server.port)
    phone.join_as_guest(evening.room.code, f"Gæst {part} {HARM}"[:80])
    phone.write(HARM, field="styrker")

    helm.open(part)

    assert "<script>alert" not in helm.page
    assert "<img src=x" not in helm.page
    assert "{{ 7*7 }}" in helm.page or part == "deltagere"


def test_three_hundred_notes_are_one_form(helm: Helmsman, evening: Evening) -> None:
    step = evening.step("skriv-uden-navn", "Mange sedler")
    with evening.db.writing() as store:
        store.add_all([
            Note(id=f"{n:032}", process_id=evening.process.id, board=step.subject,
                 field="styrker", text=f"Tanke nummer {n} om noget andet", step_id=step.id,
                 position=n + 1000)
            for n in range(300)
        ])  # fmt: skip
    evening.go_to(step)

    helm.open("sedler")

    form, _ = helm.form("Saml i ny gruppe")
    assert helm.page.count('<input type="checkbox" name="seddel"') >= 300
    assert "seddel" not in dict(form.fields)
    assert helm.page.count("<form") < 30


# A whole evening without JavaScript


def a_workshop(evening: Evening, name: str) -> Meeting:
    """A meeting of the template's."""
    meetings = entries(evening.db, evening.process.id, Meeting)
    return next(meeting for meeting in meetings if name in meeting.title)


def the_room(evening: Evening, meeting: Meeting) -> Room:
    rooms = entries(evening.db, evening.process.id, Room)
    return [room for room in rooms if room.meeting_id == meeting.id][-1]


@pytest.fixture
def workshop(helm: Helmsman, evening: Evening) -> Iterator[Meeting]:
    """Workshop 1, open."""
    found = a_workshop(evening, "Workshop 1")
    helm.meeting_id = found.id
    helm.open()
    helm.press("Åbn mødet")
    yield found
    helm.page = helm.line.get(f"/styring/afslut?moede={found.id}").text
    if "Afslut mødet" in helm.page:
        helm.press("Afslut mødet")


def test_an_evening_is_steered_from_plain_pages(
    server: Server, helm: Helmsman, evening: Evening, workshop: Meeting
) -> None:
    phones = [Phone(server.port) for _ in range(3)]
    for number, phone in enumerate(phones):
        assert phone.join(the_room(evening, workshop).code, f"Medlem {number}").status == 200

    helm.press("Begynd: Velkomst")
    while "Åbn for sedler" not in helm.page:
        helm.press("Gå til næste")
    helm.press("Åbn for sedler")
    texts = ("Der mangler praktikpladser", "Flere praktikpladser, tak", "Skærmtid")
    for phone, text in zip(phones, texts, strict=True):
        assert phone.write(text, field="svagheder").status == 200
    assert "3 sedler fra 3" in helm.open()

    helm.press("Luk for sedler (kan ikke fortrydes)")
    assert "Lukket" in helm.text
    helm.press("Gå til næste")
    helm.open("sedler")
    boxes = [helm.box(text) for text in texts[:2]]
    helm.press("Saml i ny gruppe", *boxes, overskrift="Praktik")
    groups = entries(evening.db, evening.process.id, NoteGroup)
    assert [group.title for group in groups] == ["Praktik"]


def test_what_is_said_is_written_down(helm: Helmsman, evening: Evening, workshop: Meeting) -> None:
    helm.open("referat")
    helm.press("Gem referatet", noteret="Udvalget samlede sedlerne")
    helm.press("Skriv beslutningen", beslutning="Praktik er vigtigst", begrundelse="Flest prikker")
    helm.press("Skriv aftalen", aftale="Ring til skolen", hvem="Formanden", hvornaar="2026-12-01")
    helm.press("Sæt emnet", emne="Busser", hvor="Næste gang")
    kept = [
        [getattr(e, e.needs[0]) for e in entries(evening.db, evening.process.id, kind)
         if e.meeting_id == workshop.id]
        for kind in (Decision, Agreement, Parked)
    ]  # fmt: skip
    assert kept == [["Praktik er vigtigst"], ["Ring til skolen"], ["Busser"]]
    assert "1. december 2026" in helm.text


@pytest.mark.usefixtures("workshop")
def test_a_screen_that_cannot_get_through_has_a_way_to_the_check(helm: Helmsman) -> None:
    helm.open("skaerm")
    assert '<a href="/forbindelse">Forbindelsestjek</a>' in helm.page


def test_the_meeting_is_ended_on_a_page_of_its_own(
    helm: Helmsman, evening: Evening, workshop: Meeting
) -> None:
    helm.page = helm.line.get(f"/styring/afslut?moede={workshop.id}").text
    assert "Når I afslutter mødet, sker der dette:" in helm.text
    helm.press("Afslut mødet")
    assert "Mødet er slut" in helm.text
    assert not the_room(evening, workshop).is_open


@pytest.mark.usefixtures("workshop")
def test_a_step_is_planned_from_a_preset_and_its_other_rules(
    helm: Helmsman,
) -> None:
    helm.open("trin", ny="vaelg")
    assert "Prikker uden navn" in helm.page
    helm.open("trin", ny="prikker-uden-navn")
    helm.press("Tilføj trinnet", titel="Ekstra prikker", om="tavle|swot", prikker="7", loft="3")

    step_id = re.search(r"ret=(\w{32})[^>]*>Ekstra prikker", helm.page)
    assert step_id
    helm.open("trin", ret=step_id[1])
    form, _ = helm.form("Gem trinnet")
    given = dict(form.fields)
    assert (given["prikker"], given["loft"], given["uden_navn"]) == ("7", "3", "on")
    helm.press("Gem trinnet", titel="Sidste prikker")
    assert "Sidste prikker" in helm.page

    helm.open("trin", ret=step_id[1])
    helm.press("Slet trinnet")
    helm.press("Fortryd")
    assert f"ret={step_id[1]}" in helm.open("trin")
