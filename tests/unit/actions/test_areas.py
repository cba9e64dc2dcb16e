"""Deciding with a reason, and writing numbers on the groups."""

from dataclasses import replace

import pytest

from strategykit.actions.areas import decide, set_numbers
from strategykit.actions.context import add_policies
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.areas import Area, Choice, TargetGroup
from strategykit.domain.context import OtherPolicy
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.errors import EditConflict, NoReasonForChoice, NotAllowed
from strategykit.storage.database import Database

AREA = Area(id="o", process_id="p", name="Ansvar")


@pytest.fixture(autouse=True)
def process(db: Database, who: Who) -> Process:
    with db.writing() as store:
        made = store.add(
            Process(
                id="p", process_id="p", name="prøve", title="Prøve", municipality="787",
                committee="Udvalg",
            )
        )  # fmt: skip
    add_entry(db, who, AREA)
    return made


def area(db: Database) -> Area:
    return entries(db, "p", Area)[0]


@pytest.mark.parametrize("choice", [Choice.PURSUED, Choice.SET_BACK])
def test_no_reason_no_decision(db: Database, who: Who, choice: Choice) -> None:
    with pytest.raises(NoReasonForChoice):
        decide(db, who, area(db), replace(area(db), choice=choice, reason=" \n"))

    assert area(db).choice is Choice.OPEN


def test_a_decision_can_be_opened_again_without_a_reason(db: Database, who: Who) -> None:
    chosen = decide(db, who, area(db), replace(area(db), choice=Choice.PURSUED, reason="Vigtigst"))

    opened = decide(db, who, chosen, replace(chosen, choice=Choice.OPEN, reason=""))

    assert not opened.decided


def test_two_decisions_at_once_lose_neither(db: Database, who: Who) -> None:
    seen = area(db)
    decide(db, who, seen, replace(seen, choice=Choice.PURSUED, reason="Vigtigst"))

    with pytest.raises(EditConflict):
        decide(db, who, seen, replace(seen, choice=Choice.SET_BACK, reason="For dyrt"))


def test_numbers_are_written_on_the_groups_that_have_one(db: Database, who: Who) -> None:
    for name in ("a", "b"):
        add_entry(db, who, TargetGroup(id=name, process_id="p", name=name))

    assert set_numbers(db, who, "p", {"b": 12, "gone": 3}) == 1
    assert [g.number for g in entries(db, "p", TargetGroup)] == [None, 12]
    with pytest.raises(NotAllowed):
        set_numbers(db, Who(Access.STRANGER), "p", {"b": 13})


def test_suggested_policies_come_on_the_list_once(db: Database, who: Who) -> None:
    add_entry(db, who, OtherPolicy(id="x", process_id="p", name="sundhedspolitikken"))

    assert add_policies(db, who, "p", ("Sundhedspolitikken", "Handicappolitikken")) == 1
    assert add_policies(db, who, "p", ("Sundhedspolitikken", "Handicappolitikken")) == 0
    assert [p.name for p in entries(db, "p", OtherPolicy)] == [
        "sundhedspolitikken",
        "Handicappolitikken",
    ]
