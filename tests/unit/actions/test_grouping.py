"""Grouping from phones, and "jeg er klar"."""

import pytest

from strategykit.actions.grouping import group_notes
from strategykit.actions.readiness import say_ready
from strategykit.domain.boards import Note
from strategykit.domain.steps import Circle, Step
from strategykit.errors import MixedFields, NotYourTurn, StepNotOpen, TooFewToGroup
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.halls import BOARD, Hall, a_hall


@pytest.fixture
def hall(db: Database) -> Hall:
    return a_hall(db, members=3)


def written(hall: Hall) -> list[Note]:
    step = hall.step("skriv-uden-navn", **BOARD)
    fields = ("styrker", "styrker", "svagheder")
    return [hall.write(step, n, f"Seddel {n}", field) for n, field in enumerate(fields)]


def grouping(hall: Hall, **rules: object) -> Step:
    return hall.step("saml", **BOARD, **{"groupers": Circle.EVERYBODY, **rules})


def groups(hall: Hall) -> dict[str, list[str]]:
    content = hall.view.contents["swot"]
    return {
        group.title: [n.text for n in content.notes if n.group_id == group.id]
        for group in content.groups
    }


def test_a_phone_groups_notes_and_a_double_tap_groups_once(hall: Hall) -> None:
    first, second, _ = written(hall)
    step = grouping(hall)
    for _ in range(2):
        group_notes(hall.db, hall.phone(0), step.id, [first.id, second.id], "Fælles", "gruppe")

    assert {title: sorted(texts) for title, texts in groups(hall).items()} == {
        "Fælles": ["Seddel 0", "Seddel 1"]
    }


def test_notes_that_somebody_has_grouped_meanwhile_stay_where_they_are(hall: Hall) -> None:
    first, second, _ = written(hall)
    step = grouping(hall)
    group_notes(hall.db, hall.phone(0), step.id, [first.id, second.id], "Fælles", "den ene")

    with pytest.raises(TooFewToGroup):
        group_notes(hall.db, hall.phone(1), step.id, [first.id, second.id], "Andet", "den anden")
    assert list(groups(hall)) == ["Fælles"]


def test_notes_of_two_fields_do_not_become_one_group(hall: Hall) -> None:
    first, _, third = written(hall)
    step = grouping(hall)

    with pytest.raises(MixedFields):
        group_notes(hall.db, hall.phone(0), step.id, [first.id, third.id], "Fælles", "gruppe")


def test_where_the_facilitator_groups_a_phone_does_not(hall: Hall) -> None:
    first, second, _ = written(hall)
    step = grouping(hall, groupers=Circle.FACILITATOR)

    with pytest.raises(NotYourTurn):
        group_notes(hall.db, hall.phone(0), step.id, [first.id, second.id], "Fælles", "gruppe")


def test_members_group_and_a_guest_does_not_where_it_is_left_to_those_who_vote(hall: Hall) -> None:
    first, second, _ = written(hall)
    step = grouping(hall, groupers=Circle.MEMBERS)

    with pytest.raises(NotYourTurn):
        group_notes(hall.db, hall.phone(3), step.id, [first.id, second.id], "Fælles", "gruppe")
    group_notes(hall.db, hall.phone(0), step.id, [first.id, second.id], "Fælles", "gruppe")


def test_ready_is_counted_once_and_can_be_taken_back(hall: Hall) -> None:
    step = hall.step("skriv-med-navn", **BOARD)
    for _ in range(2):
        say_ready(hall.db, hall.phone(0), step.id, ready=True)
    say_ready(hall.db, hall.phone(1), step.id, ready=True)
    say_ready(hall.db, hall.phone(1), step.id, ready=False)

    assert hall.view.ready == 1


def test_ready_in_a_step_without_names_names_nobody_in_the_log(hall: Hall) -> None:
    step = hall.step("skriv-uden-navn", **BOARD)
    say_ready(hall.db, hall.phone(0), step.id, ready=True)
    with hall.db.reading() as store:
        line = changes.lines(store, hall.process.id)[-1]

    assert (line.act, line.person_id, line.at) == ("ready", "", step.opened_at)


def test_nobody_is_ready_in_a_step_that_is_closed(hall: Hall) -> None:
    step = hall.close(hall.step("skriv-med-navn", **BOARD))

    with pytest.raises(StepNotOpen):
        say_ready(hall.db, hall.phone(0), step.id, ready=True)
