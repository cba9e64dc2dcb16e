"""Tokens, codes and links: they work as long as they should, and the database cannot tell them."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from strategykit.actions.access import (
    close_door,
    close_doors,
    drop_codes,
    link_of,
    make_code,
    make_link,
    open_door,
    sign_in_of,
    still_in,
    use_code,
    withdraw_links,
)
from strategykit.actions.erasing import erase_person, erase_process
from strategykit.actions.registers import add_entry
from strategykit.domain.access import CODE_LETTERS, Door, Purpose, spaced_code
from strategykit.domain.people import Person, Who
from strategykit.storage.database import Database
from tests.support.makers import a_process


def projector(db: Database, **more: str) -> str:
    return open_door(db, Door.PROJECTOR, hours=1, **more)  # type: ignore[arg-type]


def test_a_token_opens_its_own_door_and_no_other(both: Database) -> None:
    token = projector(both, process_id="p", meeting_id="m")

    found = sign_in_of(both, token, Door.PROJECTOR)

    assert found is not None
    assert (found.process_id, found.meeting_id) == ("p", "m")
    others = set(Door) - {Door.PROJECTOR}
    assert {sign_in_of(both, token, door) for door in others} == {None}


@pytest.mark.parametrize("token", ["", "x", "' OR 1=1 --", "\ud800".encode("utf-8", "replace")])
def test_anything_else_opens_nothing(db: Database, token: str | bytes) -> None:
    projector(db)

    assert sign_in_of(db, str(token), Door.PROJECTOR) is None


def test_a_door_is_closed_for_all_who_hold_its_token(both: Database) -> None:
    token = projector(both)
    before = sign_in_of(both, token, Door.PROJECTOR)
    assert before is not None

    close_door(both, token)

    assert sign_in_of(both, token, Door.PROJECTOR) is None
    assert not still_in(both, before)


def test_a_door_closes_by_the_clock(db: Database) -> None:
    token = open_door(db, Door.DEVICE, hours=0)

    assert sign_in_of(db, token, Door.DEVICE) is None


def test_the_end_of_a_meeting_closes_its_doors_alone(both: Database) -> None:
    ends, stays = projector(both, meeting_id="slut"), projector(both, meeting_id="i gang")

    assert close_doors(both, meeting_id="slut", door=Door.PROJECTOR) == 1

    assert sign_in_of(both, ends, Door.PROJECTOR) is None
    assert sign_in_of(both, stays, Door.PROJECTOR) is not None


def test_nobody_closes_the_doors_of_everybody_by_mistake(db: Database) -> None:
    with pytest.raises(ValueError, match="everybody"):
        close_doors(db, door=Door.DEVICE)


def test_a_token_has_enough_chance_in_it_and_is_fit_for_a_cookie_of_several(db: Database) -> None:
    tokens = {projector(db) for _ in range(50)}

    assert len(tokens) == 50
    assert all(re.fullmatch(r"[\w-]{32}", token) for token in tokens)  # 192 bits


def test_a_code_works_once_however_it_is_typed(both: Database) -> None:
    code = make_code(both, Purpose.PROJECTOR, minutes=5, sign_in_id="s")
    typed = f" {spaced_code(code).lower()}-"

    first = use_code(both, Purpose.PROJECTOR, typed)

    assert first is not None
    assert first.sign_in_id == "s"
    assert use_code(both, Purpose.PROJECTOR, code) is None


def test_a_code_is_good_for_its_own_purpose_and_place_alone(db: Database) -> None:
    code = make_code(db, Purpose.STEERING, minutes=5, meeting_id="m")

    assert use_code(db, Purpose.PROJECTOR, code) is None
    assert use_code(db, Purpose.STEERING, code, meeting_id="et andet") is None
    assert use_code(db, Purpose.STEERING, code, meeting_id="m") is not None


def test_a_code_gets_old(db: Database) -> None:
    assert use_code(db, Purpose.MEMBER, make_code(db, Purpose.MEMBER, minutes=0)) is None


def test_a_code_taken_back_works_no_more(db: Database) -> None:
    code = make_code(db, Purpose.MEMBER, minutes=5, person_id="p")

    drop_codes(db, Purpose.MEMBER, person_id="p")

    assert use_code(db, Purpose.MEMBER, code) is None


def test_of_many_at_once_one_gets_in(both: Database) -> None:
    code = make_code(both, Purpose.STEERING, minutes=5)

    with ThreadPoolExecutor(16) as crowd:
        found = list(crowd.map(lambda _: use_code(both, Purpose.STEERING, code), range(40)))

    assert len([one for one in found if one is not None]) == 1


def test_guessing_ends_the_code_of_a_named_place_and_never_one_that_is_not(db: Database) -> None:
    named = make_code(db, Purpose.MEMBER, minutes=5, person_id="p")
    code = make_code(db, Purpose.STEERING, minutes=5)

    for _ in range(10):
        use_code(db, Purpose.MEMBER, "FORKERT", most_tries=10, person_id="p")
        use_code(db, Purpose.STEERING, "FORKERT")

    assert use_code(db, Purpose.MEMBER, named, most_tries=10, person_id="p") is None
    assert use_code(db, Purpose.STEERING, code) is not None


def test_a_code_has_no_letters_that_look_alike(db: Database) -> None:
    codes = {make_code(db, Purpose.MEMBER, minutes=1) for _ in range(30)}

    assert len(codes) == 30
    assert all(len(code) == 6 for code in codes)
    for alike in ("0OD", "1IL", "S5", "Z2", "B8", "UV"):
        assert len(set(alike) & set(CODE_LETTERS)) <= 1


def test_a_personal_link_works_until_it_is_withdrawn_or_replaced(both: Database) -> None:
    first = make_link(both, "p", "anna", hours=1)
    second = make_link(both, "p", "anna", hours=1)
    other = make_link(both, "p", "bo", hours=1)

    found = link_of(both, second)

    assert found is not None
    assert (found.process_id, found.person_id) == ("p", "anna")
    assert link_of(both, first) is None
    assert withdraw_links(both, "p", "anna") == 1
    assert link_of(both, second) is None
    assert link_of(both, other) is not None


def test_the_database_holds_no_token_code_or_link(db: Database) -> None:
    secrets = [
        projector(db),
        make_code(db, Purpose.STEERING, minutes=5, letters=8),
        make_link(db, "p", "anna", hours=1),
    ]

    assert db.file is not None
    files = db.file.parent.glob(f"{db.file.name}*")
    held = b"".join(Path(file).read_bytes() for file in files)

    assert [secret for secret in secrets if secret.encode() in held] == []


def test_a_deleted_process_leaves_no_way_in(both: Database, who: Who) -> None:
    gone, stays = a_process(both, who, title="Går"), a_process(both, who, title="Bliver")
    doors = {p.id: projector(both, process_id=p.id) for p in (gone, stays)}
    code = make_code(both, Purpose.STEERING, minutes=5, process_id=gone.id)
    link = make_link(both, gone.id, "anna", hours=1)

    erase_process(both, who, gone, gone.title)

    assert sign_in_of(both, doors[gone.id], Door.PROJECTOR) is None
    assert use_code(both, Purpose.STEERING, code) is None
    assert link_of(both, link) is None
    assert sign_in_of(both, doors[stays.id], Door.PROJECTOR) is not None


def test_an_erased_person_has_no_way_in(both: Database, who: Who) -> None:
    process = a_process(both, who)
    person = Person(id="anna", process_id=process.id, name="Anna Opdigtet")
    add_entry(both, who, person)
    device = open_door(both, Door.DEVICE, process_id=process.id, person_id="anna", hours=1)
    link = make_link(both, process.id, "anna", hours=1)

    erase_person(both, who, person)

    assert sign_in_of(both, device, Door.DEVICE) is None
    assert link_of(both, link) is None
