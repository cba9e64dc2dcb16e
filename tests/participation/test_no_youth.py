"""Every step of a handicappolitik on phone, projector and steering, and its papers to fill in."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import pytest

from strategykit.actions.access import open_door
from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.hearings import draft_in_hearing, open_hearing
from strategykit.actions.materials import process_of
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.results import close_step
from strategykit.actions.rooms import end_room, go_to_step, open_room, open_room_of
from strategykit.actions.sending_out import send_out, sent_version
from strategykit.actions.steps import open_step, steps_of
from strategykit.domain.access import Door
from strategykit.domain.hearings import Hearing, HearingParty, chapters_of
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.process import Process
from strategykit.domain.reviews import SendOut
from strategykit.domain.steps import Step
from strategykit.participation.steering_helm import PARTS
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.handicap import a_handicappolitik, borrowed_in
from tests.support.server import Server
from tests.support.signing import an_account

LEADER = Who(Access.FACILITATOR)


@dataclass(frozen=True)
class Town:
    """The process on a running server."""

    db: Database
    server: Server
    process: Process

    def page(self, path: str, door: Door, **of: str) -> str:
        """What somebody who came in by the door is shown."""
        of = {"process_id": self.process.id, **of}
        token = open_door(self.db, door, hours=1, **of)
        answer, body = self.server.ask("GET", path, {"Cookie": f"{door.cookie}={token}"})
        assert answer.status == HTTPStatus.OK, (path, answer.status, answer.headers["Location"])
        return body.decode()

    def person(self) -> Person:
        return entries(self.db, self.process.id, Person)[0]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    home: Path = tmp_path_factory.mktemp("hjem")
    db = Database(f"sqlite:///{home / 'strategi.db'}")
    migrate(db)
    process = process_of(db, a_handicappolitik(db, LEADER).id)
    server = Server.start(home)
    yield Town(db, server, process)
    server.stop()
    db.close()


def test_no_evening_speaks_of_the_young(town: Town) -> None:
    shown = 0
    for meeting in entries(town.db, town.process.id, Meeting):
        open_room(town.db, LEADER, meeting)
        for step in steps_of(town.db, town.process.id, meeting.id):
            opened = _stand_at(town, meeting, step)
            pages = _in_the_room(town, meeting)
            assert step.title in pages["/deltag"]
            assert _young(pages) == {}
            close_step(town.db, LEADER, opened)
            assert _young(_in_the_room(town, meeting)) == {}
            shown += 1
        room = open_room_of(town.db, town.process.id, meeting.id)
        assert room is not None
        end_room(town.db, LEADER, room)
    assert shown > 10


def _young(pages: dict[str, str]) -> dict[str, list[str]]:
    return {path: borrowed_in(page) for path, page in pages.items() if borrowed_in(page)}


def _stand_at(town: Town, meeting: Meeting, step: Step) -> Step:
    """The step, open, with the room at it."""
    opened = open_step(town.db, LEADER, step).after[0]
    assert isinstance(opened, Step)
    room = open_room_of(town.db, town.process.id, meeting.id)
    assert room is not None
    go_to_step(town.db, LEADER, room, opened)
    return opened


def _in_the_room(town: Town, meeting: Meeting) -> dict[str, str]:
    """What phone, projector and facilitator have in front of them."""
    here = {"meeting_id": meeting.id}
    account = an_account(town.db).id
    found = {
        "/deltag": town.page("/deltag", Door.DEVICE, person_id=town.person().id, **here),
        "/deltag/tilbage": town.page(
            "/deltag/tilbage", Door.DEVICE, person_id=town.person().id, **here
        ),
        "/projektor": town.page("/projektor", Door.PROJECTOR, **here),
    }
    for part in ("", *PARTS):
        path = f"/styring?moede={meeting.id}&del={part}"
        found[path] = town.page(path, Door.STEERING, account_id=account, **here)
    return found


def test_no_page_of_a_review_or_a_hearing_speaks_of_the_young(town: Town) -> None:
    version = keep_version(town.db, LEADER, town.process.id, new_id())
    reader = town.person()
    sent = send_out(
        town.db, LEADER,
        SendOut(id=new_id(), process_id=town.process.id, version_id=version.id,
                person_ids=(reader.id,)),
    )  # fmt: skip
    to = {"person_id": reader.id, "subject_id": sent.id}
    draft = sent_version(town.db, sent).draft
    paths = ["", *(f"/{quote(chapter[0].key)}" for chapter in draft.chapters())]
    for path in paths:
        assert borrowed_in(town.page(f"/gennemsyn{path}", Door.REVIEWER, **to)) == [], path

    hearing = open_hearing(
        town.db, LEADER, Hearing(id=new_id(), process_id=town.process.id, version_id=version.id)
    )
    party = HearingParty(
        id=new_id(), process_id=town.process.id, hearing_id=hearing.id, name="Handicaprådet"
    )
    add_entry(town.db, LEADER, party)
    chapters = chapters_of(draft_in_hearing(town.db, hearing))
    for path in ["", *(f"/{quote(key)}" for key, _ in chapters)]:
        page = town.page(f"/hoeringssvar{path}", Door.PARTY, subject_id=party.id)
        assert borrowed_in(page) == [], path
