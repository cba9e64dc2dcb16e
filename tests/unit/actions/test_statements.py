"""Vision and mission: every text is kept, and adoption holds for one text only."""

from dataclasses import replace
from datetime import date

import pytest

from strategykit.actions.statements import (
    agree,
    editions_of,
    restore,
    save_statement,
    statement_of,
    withdraw,
)
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.domain.statements import Statement, lost_agreement
from strategykit.errors import EditConflict, NothingToAgreeOn
from strategykit.storage.database import Database

PEN = Who(Access.FACILITATOR, "anna")
DAY = date(2026, 6, 3)


@pytest.fixture(autouse=True)
def process(both: Database) -> Process:
    with both.writing() as store:
        return store.add(
            Process(
                id="p", process_id="p", name="prøve", title="Prøve", municipality="787",
                committee="Udvalg",
            )
        )  # fmt: skip


def write(db: Database, text: str, seen: Statement | None = None) -> Statement:
    opened = seen or statement_of(db, "p", "vision")
    return save_statement(db, PEN, opened, replace(opened, text=text))


def test_every_replaced_text_is_kept_with_who_and_when(both: Database) -> None:
    write(both, "Alle er på vej")
    write(both, "Alle unge er på vej")

    first, second = editions_of(both, "p", "vision")

    assert (first.number, first.text, first.editor_id, first.current) == (
        1, "Alle er på vej", "anna", False,
    )  # fmt: skip
    assert (second.number, second.text, second.current) == (2, "Alle unge er på vej", True)
    assert first.saved_at is not None
    assert second.saved_at is not None
    assert first.saved_at < second.saved_at


def test_the_same_text_again_is_no_new_edition(both: Database) -> None:
    saved = write(both, "Alle er på vej")
    agreed = agree(both, PEN, saved, DAY)

    write(both, "Alle er på vej  ")

    assert statement_of(both, "p", "vision") == agreed
    assert len(editions_of(both, "p", "vision")) == 1


def test_two_windows_that_begin_the_same_text_lose_neither(both: Database) -> None:
    opened = statement_of(both, "p", "vision")
    write(both, "Den ene", opened)

    with pytest.raises(EditConflict) as conflict:
        write(both, "Den anden", opened)

    assert conflict.value.theirs.text == "Den ene"  # type: ignore[attr-defined]
    assert conflict.value.mine.text == "Den anden"  # type: ignore[attr-defined]
    assert statement_of(both, "p", "vision").text == "Den ene"


def test_a_choice_after_a_conflict_keeps_the_other_as_an_edition(both: Database) -> None:
    opened = statement_of(both, "p", "vision")
    theirs = write(both, "Den ene", opened)

    write(both, "Den anden", theirs)

    assert [e.text for e in editions_of(both, "p", "vision")] == ["Den ene", "Den anden"]


def test_a_change_takes_the_adoption_off_and_it_is_seen(both: Database) -> None:
    agreed = agree(both, PEN, write(both, "Alle er på vej"), DAY)
    assert agreed.agreed_at is not None
    assert agreed.agreed_at.date() == DAY

    write(both, "Alle unge er på vej")

    now_is = statement_of(both, "p", "vision")
    lost = lost_agreement(editions_of(both, "p", "vision"))
    assert now_is.agreed_at is None
    assert lost is not None
    assert (lost.text, lost.agreed_at) == ("Alle er på vej", agreed.agreed_at)


def test_nothing_is_lost_when_the_adopted_text_stands(both: Database) -> None:
    agreed = agree(both, PEN, write(both, "Alle er på vej"), DAY)

    assert lost_agreement(editions_of(both, "p", "vision")) is None
    assert withdraw(both, PEN, agreed).agreed_at is None


def test_an_earlier_text_is_restored_as_a_new_edition(both: Database) -> None:
    write(both, "Første")
    seen = write(both, "Anden")
    earlier = editions_of(both, "p", "vision")[0]

    restore(both, PEN, seen, earlier)

    assert [e.text for e in editions_of(both, "p", "vision")] == ["Første", "Anden", "Første"]


def test_the_text_that_was_seen_is_the_one_that_is_adopted(both: Database) -> None:
    seen = write(both, "Det, vi så")
    write(both, "Det, en anden skrev")

    with pytest.raises(EditConflict):
        agree(both, PEN, seen, DAY)
    with pytest.raises(NothingToAgreeOn):
        agree(both, PEN, statement_of(both, "p", "mission"), DAY)

    assert statement_of(both, "p", "vision").agreed_at is None
