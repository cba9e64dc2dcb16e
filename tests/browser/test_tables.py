"""Goals at tables: dealt by the facilitator, written on one phone, read by the others at once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.registers import change_entry, entries
from strategykit.actions.results import close_step
from strategykit.domain.goals import Criterion, Goal, SubGoal
from strategykit.domain.steps import Step
from tests.support.accessibility import faults, lost_words
from tests.support.nights import Night, a_night
from tests.support.server import Server


@pytest.fixture
def night(chromium: Browser, own_server: Server) -> Iterator[Night]:
    with a_night(chromium, own_server) as night:
        yield night


def fill(phone: Page, **typed: str) -> None:
    """Fields by their labels, and the form sent."""
    for label, text in typed.items():
        phone.get_by_label(label.replace("_", " "), exact=True).fill(text)
    phone.get_by_role("button", name="Gem målet").click()


def test_a_goal_goes_from_the_writer_s_phone_to_the_others_at_the_table(night: Night) -> None:
    helm = night.helm("borde")
    helm.get_by_role("button", name="Del ud på borde").click()
    expect(helm.locator("#sagt")).to_contain_text("7 deltagere er delt ud på 3 borde.")
    table = night.hall.tables()[0]
    other = next(one for one in table.person_ids if one != table.writer_id)
    writes, reads = night.phone(table.writer_id), night.phone(other)

    expect(reads.get_by_role("button", name="Gem målet")).to_have_count(0)
    fill(writes, **{
        "Målet i én sætning": "Flere unge i gang", "Måles på": "Unge uden job", "Fra": "1.250",
        "Til": "900,5", "Årstal": "2028", "Delmål": "Alle er ringet op",
        "Frist for det": "1. marts 2027", "Kriterium": "Der ringes inden 14 dage",
    })  # fmt: skip

    expect(reads.get_by_role("heading", name="Flere unge i gang")).to_be_visible()
    expect(reads.get_by_text("Måles på Unge uden job, fra 1.250 til 900,5 i 2028.")).to_be_visible()
    expect(reads.get_by_text("Alle er ringet op (1. marts 2027)")).to_be_visible()
    expect(reads.get_by_text("Målet mangler: ansvarlig, hvordan I måler.")).to_be_visible()
    writes.get_by_role("button", name="Bordet er færdigt").click()
    expect(helm.get_by_text("Færdigt.")).to_be_visible()
    expect(helm.get_by_text("Mangler: ansvarlig, hvordan I måler.")).to_be_visible()


@pytest.mark.parametrize("scripts", ["with", "without"])
def test_what_cannot_be_read_stands_where_it_was_typed_and_nothing_is_lost(
    night: Night, scripts: str
) -> None:
    table = night.hall.deal()[0]
    phone = night.phone(table.writer_id, scripts=scripts == "with")

    fill(phone, **{
        "Målet i én sætning": "Flere i gang", "Fra": "tolv", "Delmål": "Først",
        "Frist for det": "31. februar 2027",
    })  # fmt: skip

    from_field = phone.get_by_label("Fra", exact=True)
    expect(from_field).to_have_attribute("aria-invalid", "true")
    expect(from_field).to_have_accessible_description("'tolv' i feltet 'Fra' kan ikke læses som "
        "et tal. Skriv for eksempel 12,5 eller 1.250. Intet er gemt.")  # fmt: skip
    expect(phone.get_by_label("Målet i én sætning")).to_have_value("Flere i gang")
    expect(phone.get_by_label("Frist for det")).to_have_value("31. februar 2027")
    assert entries(night.hall.db, night.hall.process.id, Goal) == ()

    fill(phone, Fra="20", Frist_for_det="1.2.2027")

    expect(phone.get_by_role("heading", name="Flere i gang")).to_be_visible()
    assert len(entries(night.hall.db, night.hall.process.id, Goal)) == 1
    assert len(entries(night.hall.db, night.hall.process.id, SubGoal)) == 1


def test_words_saved_elsewhere_are_shown_and_not_overwritten_unseen(night: Night) -> None:
    table = night.hall.deal()[0]
    phone = night.phone(table.writer_id)
    fill(phone, **{"Målet i én sætning": "Flere i gang", "Kriterium": "Hver uge"})
    expect(phone.get_by_role("heading", name="Flere i gang")).to_be_visible()
    field = phone.get_by_label("Målet i én sætning")
    field.fill("Mine egne ord")
    (seen,) = entries(night.hall.db, night.hall.process.id, Goal)
    change_entry(night.hall.db, night.hall.who, seen, replace(seen, owner="Centerchefen"))

    phone.get_by_role("button", name="Gem målet").click()

    expect(phone.get_by_role("alert")).to_contain_text("ændret af en anden")
    expect(phone.get_by_role("alert")).to_contain_text("Centerchefen")
    expect(field).to_have_value("Mine egne ord")
    assert entries(night.hall.db, night.hall.process.id, Goal)[0].text == "Flere i gang"

    phone.get_by_role("button", name="Gem målet").click()
    expect(phone.get_by_role("heading", name="Mine egne ord")).to_be_visible()
    assert len(entries(night.hall.db, night.hall.process.id, Criterion)) == 1


def test_when_the_tables_are_called_together_everybody_reads_all_goals_and_later_too(
    night: Night,
) -> None:
    hall = night.hall
    table = hall.deal()[0]
    phone = night.phone(table.writer_id)
    fill(phone, **{"Målet i én sætning": "Flere i gang"})
    expect(phone.get_by_role("heading", name="Flere i gang")).to_be_visible()
    elsewhere = night.phone(hall.tables()[1].writer_id)
    expect(elsewhere.get_by_role("heading", name="Flere i gang")).to_have_count(0)

    (step,) = [s for s in entries(hall.db, hall.process.id, Step) if s.id == hall.step.id]
    close_step(hall.db, hall.who, step)

    expect(elsewhere.get_by_role("heading", name="Flere i gang")).to_be_visible()
    expect(phone.get_by_role("button", name="Gem målet")).to_have_count(0)
    elsewhere.goto("/deltag/tilbage")
    expect(elsewhere.get_by_role("heading", name="Bord 1: Område 1")).to_be_visible()
    expect(elsewhere.get_by_text("Flere i gang")).to_be_visible()


def test_phone_and_helm_can_be_read_and_reached_by_all(night: Night) -> None:
    helm = night.helm("borde")
    assert faults(helm) == []
    table = night.hall.deal()[0]
    expect(helm.get_by_role("heading", name="Bord 1: Område 1")).to_be_visible()
    helm.get_by_text("Ret bord 1").click()
    phone = night.phone(table.writer_id)
    assert faults(helm) == faults(phone) == []

    fill(phone, **{"Målet i én sætning": "Flere i gang", "Fra": "tolv"})
    expect(phone.get_by_label("Fra", exact=True)).to_have_attribute("aria-invalid", "true")
    phone.set_viewport_size({"width": 320, "height": 640})
    assert faults(phone) == []
    assert lost_words(phone) == []


def test_somebody_without_a_table_is_told_what_to_do_until_moved_to_one(night: Night) -> None:
    night.hall.deal()
    late = night.hall.people[-1]
    helm = night.helm("borde")
    helm.get_by_text("Del ud igen", exact=True).first.click()
    helm.get_by_label("Del også dem ud, der ikke stemmer").uncheck()
    helm.get_by_role("button", name="Del ud igen").click()
    expect(helm.get_by_text(f"Uden bord: {late.name}.")).to_be_visible()
    phone = night.phone(late.id)
    expect(phone.get_by_text("Du er ikke delt ud til et bord.")).to_be_visible()

    helm.get_by_label("Flyt", exact=True).select_option(label=late.name)
    helm.get_by_label("til", exact=True).select_option(label="Bord 2: Område 2")
    helm.get_by_role("button", name="Flyt", exact=True).click()

    expect(phone.get_by_role("heading", name="Bord 2: Område 2")).to_be_visible()
    helm.get_by_role("button", name="Fortryd").click()
    expect(phone.get_by_text("Du er ikke delt ud til et bord.")).to_be_visible()
