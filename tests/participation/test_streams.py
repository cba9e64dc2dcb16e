"""What a phone is told while its page is open, and when its stream ends."""

import pytest

from strategykit.actions.access import close_doors
from strategykit.actions.rooms import end_room
from strategykit.domain.access import Door
from strategykit.participation.streams import MOST_STREAMS
from tests.support.evenings import LEADER, Evening, an_evening
from tests.support.phones import Phone
from tests.support.server import Server
from tests.support.steering import Helmsman, at_helm


@pytest.fixture
def helm(server: Server, evening: Evening) -> Helmsman:
    return at_helm(server.port, evening)


def joined(server: Server, evening: Evening, number: int) -> Phone:
    phone = Phone(server.port)
    assert phone.join(evening.room.code, f"Medlem {number}").status == 200
    return phone


def mark(phone: Phone) -> str:
    found = phone.get("/deltag/skaerm").text.partition('data-maerke="')[2]
    return found.partition('"')[0]


def refused(phone: Phone) -> bool:
    line = phone.listen()
    line.close()
    return line.status == 403


def test_a_phone_is_told_at_once_how_the_page_is_and_then_of_each_change(
    server: Server, evening: Evening
) -> None:
    evening.step("skriv-uden-navn")
    reader, writer = joined(server, evening, 0), joined(server, evening, 1)
    line = reader.listen()
    assert line.next_mark()  # the room has changed since by those who came in, or is as it was
    before = mark(reader)
    writer.write("Det kan alle se", "styrker")
    told = {line.next_mark()}
    while mark(reader) not in told:
        told.add(line.next_mark())

    assert before != mark(reader)
    assert "Det kan alle se" in reader.get("/deltag/skaerm").text
    line.close()


def test_in_a_blind_step_the_notes_of_others_wake_nobody(server: Server, evening: Evening) -> None:
    evening.step("skriv-i-stilhed")
    reader, writer = joined(server, evening, 2), joined(server, evening, 3)
    before = mark(reader)
    writer.write("Det kan ingen se endnu", "styrker")

    assert mark(reader) == before
    assert "Det kan ingen se endnu" not in reader.get().text


def test_a_stream_ends_with_its_sign_in(server: Server, evening: Evening) -> None:
    phone = joined(server, evening, 4)
    line = phone.listen()
    close_doors(evening.db, person_id=evening.people[4], door=Door.DEVICE)

    assert line.end()
    assert refused(phone)


def test_a_phone_has_six_streams_and_the_oldest_makes_room(
    server: Server, evening: Evening
) -> None:
    phone = joined(server, evening, 5)
    lines = [phone.listen() for _ in range(MOST_STREAMS + 1)]

    assert lines[0].end()
    assert lines[-1].next_mark()
    for line in lines:
        line.close()


def test_the_meetings_end_is_told_and_ends_the_stream(server: Server, evening: Evening) -> None:
    assert evening.db.file is not None
    short = an_evening(evening.db.file.parent, members=2, name="kort")
    phone = joined(server, short, 0)
    line = phone.listen()
    line.next_mark()
    end_room(short.db, LEADER, short.room_now)

    assert line.end()
    assert "Mødet er slut" in phone.get().text
    short.db.close()


def test_strangers_and_other_meetings_hear_nothing(server: Server, evening: Evening) -> None:
    assert evening.db.file is not None
    other = an_evening(evening.db.file.parent, members=1, name="en anden")
    phone = joined(server, other, 0)
    line = phone.listen(f"/deltag/strom?moede={evening.meeting.id}")
    first = line.next_mark()

    assert first == mark(phone)
    assert refused(Phone(server.port))
    line.close()
    other.db.close()
