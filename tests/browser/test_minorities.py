"""A mindretalsudtalelse: asked for on the phone, on the facilitator's list at once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from strategykit.actions.registers import add_entry, entries
from strategykit.actions.results import close_step
from strategykit.actions.rooms import go_to_step, open_room_of
from strategykit.actions.steps import add_step, open_step, step_from
from strategykit.domain.meetings import Decision
from strategykit.domain.minorities import Minority
from strategykit.domain.steps import Step
from tests.support.accessibility import faults
from tests.support.nights import Night, a_night
from tests.support.server import Server
from tests.support.tables import Hall

ASK = "Jeg ønsker en mindretalsudtalelse"


@pytest.fixture
def night(chromium: Browser, own_server: Server) -> Iterator[Night]:
    with a_night(chromium, own_server) as night:
        yield night


def an_open_vote(hall: Hall) -> Step:
    """A consent that the room is at."""
    made = step_from(
        "samtykke", process_id=hall.process.id, meeting_id=hall.meeting.id, title="Samtykke",
        ask="Kan I stå bag visionen?",
    )  # fmt: skip
    step = open_step(hall.db, hall.who, add_step(hall.db, hall.who, made)).after[0]
    room = open_room_of(hall.db, hall.process.id, hall.meeting.id)
    assert isinstance(step, Step)
    assert room is not None
    go_to_step(hall.db, hall.who, room, step)
    return step


@pytest.mark.parametrize("scripts", ["with", "without"])
def test_a_member_asks_for_one_when_the_vote_is_closed_and_not_before(
    night: Night, scripts: str
) -> None:
    hall, member = night.hall, night.hall.people[2]
    step = an_open_vote(hall)
    phone = night.phone(member.id, scripts=scripts == "with")
    helm = night.helm("mindretal")
    expect(phone.get_by_role("heading", name="Samtykke")).to_be_visible()
    expect(phone.get_by_role("link", name=ASK)).to_have_count(0)
    close_step(hall.db, hall.who, step)
    if scripts == "without":
        phone.reload()

    phone.get_by_role("link", name=ASK).click()
    phone.get_by_label("Det vil jeg have skrevet ned").fill("Ring til 010190-1234")
    phone.get_by_role("button", name="Send til proceslederen").click()
    expect(phone.get_by_role("alert")).to_contain_text("CPR-nummer")
    assert scripts == "without" or faults(phone) == []
    phone.get_by_label("Det vil jeg have skrevet ned").fill("Vi ville hellere vente.")
    phone.get_by_role("button", name="Send til proceslederen").click()

    expect(phone.get_by_text("Din udtalelse er gemt. Proceslederen kan se den.")).to_be_visible()
    expect(helm.get_by_text("Vi ville hellere vente.")).to_be_visible()
    expect(helm.get_by_text(f"{member.name}, til: Samtykke")).to_be_visible()
    expect(helm.get_by_role("link", name="Mindretal (1)")).to_be_visible()
    assert faults(helm) == []


def test_a_guest_is_not_offered_one_and_gets_none_by_the_address(night: Night) -> None:
    hall, guest = night.hall, night.hall.people[-1]
    close_step(hall.db, hall.who, step := an_open_vote(hall))
    phone = night.phone(guest.id)

    expect(phone.get_by_role("heading", name="Samtykke")).to_be_visible()
    expect(phone.get_by_role("link", name=ASK)).to_have_count(0)
    answer = phone.goto(f"/deltag/mindretal?trin={step.id}")
    assert answer is not None
    assert answer.status == 400
    assert entries(hall.db, hall.process.id, Minority) == ()


def test_the_facilitator_enters_changes_and_removes_one_to_a_decision(night: Night) -> None:
    hall = night.hall
    decision = Decision(
        id="d" * 32, process_id=hall.process.id, meeting_id=hall.meeting.id, text="Visionen står."
    )
    add_entry(hall.db, hall.who, decision)
    helm = night.helm("mindretal")
    helm.get_by_label("Til", exact=True).select_option(label="Beslutning: Visionen står.")
    helm.get_by_label("Udtalelse", exact=True).fill("Den er for lang.")
    helm.get_by_role("button", name="Skriv udtalelsen ind").click()
    expect(helm.get_by_text("Feltet 'Fra' er tomt.")).to_be_visible()
    expect(helm.get_by_label("Udtalelse", exact=True)).to_have_value("Den er for lang.")

    helm.get_by_label(hall.people[1].name).check()
    helm.get_by_label(hall.people[2].name).check()
    helm.get_by_role("button", name="Skriv udtalelsen ind").click()
    expect(helm.get_by_text("Opdigtet 2 og Opdigtet 3, til: Visionen står.")).to_be_visible()

    helm.get_by_role("link", name="Ret udtalelsen").click()
    helm.get_by_label("Udtalelse", exact=True).fill("Den er for uklar.")
    helm.get_by_role("button", name="Gem udtalelsen").click()
    expect(helm.locator("article").get_by_text("Den er for uklar.")).to_be_visible()
    helm.get_by_role("button", name="Fjern").click()
    expect(helm.get_by_text("Der er ingen mindretalsudtalelser endnu.")).to_be_visible()
    helm.get_by_role("button", name="Fortryd").click()
    expect(helm.locator("article").get_by_text("Den er for uklar.")).to_be_visible()
