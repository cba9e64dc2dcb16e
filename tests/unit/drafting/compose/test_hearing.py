"""The annexes of the hearing: nothing without one, else every answer with what became of it."""

from dataclasses import replace
from datetime import date

import pytest

from strategykit.domain.entry import Entry
from strategykit.domain.hearings import WHOLE, Hearing, HearingParty, HearingResponse
from strategykit.domain.material import Material
from strategykit.domain.outline import Table
from strategykit.drafting.compose import compose
from tests.support.drafts import all_text, text_in
from tests.support.full_material import NOON, SETTING, full_material

ANNEX, HEARD = "bilag-hoering", "bilag-de-unges-svar"
OF = {"process_id": "p", "hearing_id": "h"}
COUNCIL = HearingParty(id="raad", name="Eksempelrådet", young=True, **OF)
SCHOOL = HearingParty(id="skole", name="Eksempelskolen", **OF)
BUS = HearingResponse(
    id="bus", party_id="raad", section="vision", text="Skriv om bussen.",
    assessment="Det er rigtigt.", change="Bussen er nævnt.", **OF,
)  # fmt: skip
THANKS = HearingResponse(id="tak", party_id="skole", section=WHOLE, text="Et godt udkast.", **OF)


@pytest.fixture(scope="module")
def whole() -> Material:
    return full_material()


def heard(whole: Material, *things: Entry) -> Material:
    hearing = Hearing(
        id="h", process_id="p", version_id="v", number=2, starts=date(2026, 8, 1),
        ends=date(2026, 9, 15), closed_at=NOON,
    )  # fmt: skip
    kinds: dict[type[Entry], tuple[Entry, ...]] = {Hearing: (hearing,)}
    for thing in things:
        kinds[type(thing)] = (*kinds.get(type(thing), ()), thing)
    return replace(whole, things={**whole.things, **kinds})


def tables(material: Material, chapter: str) -> list[Table]:
    draft = compose(material, SETTING)
    blocks = [b for s in draft.sections if s.key.startswith(chapter) for b in s.blocks]
    return [b for b in blocks if isinstance(b, Table)]


def test_without_a_hearing_nothing_is_said(whole: Material) -> None:
    draft = compose(whole, SETTING)

    assert not [s for s in draft.sections if s.key.startswith((ANNEX, HEARD))]
    assert "høring" not in " ".join(m.text for m in draft.missing)


def test_every_answer_stands_with_what_became_of_it(whole: Material) -> None:
    material = heard(whole, COUNCIL, SCHOOL, BUS, THANKS)
    draft = compose(material, SETTING)
    text = text_in(draft, ANNEX)

    assert "i høring fra 1. august 2026 til 15. september 2026" in text
    assert "Der er kommet svar fra Eksempelrådet og Eksempelskolen." in text
    vision, all_of_it = tables(material, ANNEX)
    assert vision.rows == (
        ("Eksempelrådet", "Skriv om bussen.", "Det er rigtigt.", "Bussen er nævnt."),
    )
    assert all_of_it.rows == (
        ("Eksempelskolen", "Et godt udkast.", "Ikke vurderet endnu", "Ikke afgjort endnu"),
    )
    assert ("Ét høringssvar er ikke vurderet.", "hoering") in [
        (m.text, m.page) for m in draft.missing
    ]


def test_each_table_says_which_answers_it_rests_on(whole: Material) -> None:
    vision, _ = tables(heard(whole, COUNCIL, SCHOOL, BUS, THANKS), ANNEX)

    (ref,) = vision.rests_on
    assert (ref.kind, ref.id) == ("HearingResponse", "bus")
    assert "Eksempelrådet: Skriv om bussen" in ref.label


def test_the_young_see_their_own_answers_by_themselves(whole: Material) -> None:
    material = heard(whole, COUNCIL, SCHOOL, BUS, THANKS)
    draft = compose(material, SETTING)
    chapter = next(s for s in draft.sections if s.key == HEARD)

    assert chapter.title == "Det sagde de unge, og det gjorde vi"
    assert [t.rows for t in tables(material, HEARD)] == [
        (("Eksempelrådet", "Skriv om bussen.", "Det er rigtigt.", "Bussen er nævnt."),)
    ]


def test_what_was_taken_back_is_not_told(whole: Material) -> None:
    gone = replace(BUS, text="")
    draft = compose(heard(whole, COUNCIL, SCHOOL, gone, THANKS), SETTING)

    assert "Det er rigtigt." not in all_text(draft)
    assert not [s for s in draft.sections if s.key.startswith(HEARD)]
