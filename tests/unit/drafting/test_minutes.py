"""The referat of an evening that was held on phones: who was there, votes, goals, minorities."""

from dataclasses import replace

import pytest

from strategykit.domain.boards import SWOT, Note
from strategykit.domain.entry import Entry
from strategykit.domain.material import Material
from strategykit.domain.meetings import Meeting
from strategykit.domain.outline import Table, text_of
from strategykit.domain.paper import Paper
from strategykit.domain.people import Person, Role
from strategykit.domain.rooms import Seat
from strategykit.domain.steps import Step
from strategykit.drafting.papers import Occasion, invitation, minutes, summary
from tests.support.full_material import P, full_material
from tests.support.full_votes import OF


@pytest.fixture(scope="module")
def whole() -> Material:
    return full_material()


def with_more(whole: Material, *things: Entry) -> Material:
    kinds = {type(thing) for thing in things}
    more = {k: (*whole.of(k), *(t for t in things if type(t) is k)) for k in kinds}
    return replace(whole, things={**whole.things, **more})


def occasion(whole: Material, meeting_id: str = "w1") -> Occasion:
    meeting = whole.find(Meeting, meeting_id)
    assert meeting is not None
    return Occasion(whole, meeting, "Prøve Kommune")


def section(paper: Paper, title: str) -> list[str]:
    """What stands under the heading."""
    found = next((s for s in paper.sections if s.title.endswith(title)), None)
    return [text_of(block) for block in found.blocks] if found else []


def there(whole: Material) -> dict[str, tuple[str, ...]]:
    """Who the referat says was there, by role."""
    (table,) = minutes(occasion(whole)).sections[0].blocks
    assert isinstance(table, Table)
    return {row[0]: row[1:] for row in table.rows}


def test_those_who_took_a_place_were_there_and_guests_are_named_with_their_role(
    whole: Material,
) -> None:
    found = there(whole)

    assert found["Formand"][0] == "Opdigtet Person f"
    assert found["Medlem"][:2] == ("Opdigtet Person m1", "Opdigtet Person m2")
    assert found["Gæst"][0] == "Opdigtet Gæst"


def test_who_neither_took_a_place_nor_sent_afbud_stands_by_themselves(whole: Material) -> None:
    assert there(whole)["Konsulent"] == ("ingen", "ingen", "Opdigtet Person k")


def test_one_who_sent_afbud_and_came_was_there(whole: Material) -> None:
    came = with_more(whole, Seat(**OF, id="s", person_id="m2"))

    assert there(came)["Medlem"][:2] == ("Opdigtet Person m1, Opdigtet Person m2", "ingen")


def test_many_guests_are_counted(whole: Material) -> None:
    guests = [Person(**P, id=f"g{n}", name=f"Gæst nr. {n}", role=Role.GUEST) for n in range(20)]
    seats = [Seat(**OF, id=f"sg{n}", person_id=f"g{n}") for n in range(20)]

    assert there(with_more(whole, *guests, *seats))["Gæst"][0] == "21 gæster"


def test_without_phones_all_without_afbud_were_there_and_no_guest_of_another_evening(
    whole: Material,
) -> None:
    on_paper = replace(whole, things={**whole.things, Seat: ()})
    (table,) = minutes(occasion(on_paper)).sections[0].blocks

    assert isinstance(table, Table)
    assert table.header == ("Rolle", "Til stede", "Afbud")
    assert ("Konsulent", "Opdigtet Person k", "ingen") in table.rows
    assert "Gæst" not in {row[0] for row in table.rows}


def test_a_vote_stands_with_its_numbers_under_its_item(whole: Material) -> None:
    assert section(minutes(occasion(whole)), "Det vigtigste") == [
        (
            "Prikker på områderne: ”Klart ansvar” fik 9 prikker og ”Vej ind” fik 3 prikker. "
            "6 har svaret."
        )
    ]


def test_what_belongs_to_no_item_stands_after_them(whole: Material) -> None:
    found = section(minutes(occasion(whole)), "Øvrige trin")

    assert found[0].startswith("Værdi og indsats: ”Klart ansvar” fik værdi 8,5")
    assert found[1] == (
        "Samtykke til visionen: Der er ikke samtykke. 2 har sagt nej. 3 sagde ja, 1 sagde ja med "
        "forbehold og 2 sagde nej."
    )
    assert "Nej, Opdigtet Person m1: Den er for lang" in found
    assert found[-2:] == [
        "Mål ved bordene: Der er skrevet ét mål.", "Klart ansvar: Højst 6 på listen.",
    ]  # fmt: skip


def test_a_minority_stands_where_it_belongs_with_its_names(whole: Material) -> None:
    paper = minutes(occasion(whole))

    to_step = "Mindretalsudtalelse fra Opdigtet Person m1 og Opdigtet Person m2: "
    assert [t for t in section(paper, "Øvrige trin") if t.startswith(to_step)]
    assert section(paper, "Øvrige beslutninger") == [
        "Beslutning: Udvalget hører foreningerne. Begrundelse: De møder mange.",
        "Mindretalsudtalelse fra Opdigtet Person m1: Foreningerne er hørt en gang.",
    ]


def test_notes_are_counted_without_those_that_are_hidden_and_without_a_name(
    whole: Material,
) -> None:
    notes = [
        Note(**P, id=f"n{n}", board=SWOT, text=f"Skrevet {n}", step_id="skriv", hidden=n == 0)
        for n in range(4)
    ]
    paper = minutes(occasion(with_more(whole, *notes)))
    text = "\n".join(text_of(b) for s in paper.sections for b in s.blocks)

    assert "Skriv sedler: Der blev skrevet tre sedler." in text
    assert "Skrevet" not in text


def test_another_meeting_has_nothing_of_it(whole: Material) -> None:
    paper = minutes(occasion(whole, "w2"))

    assert section(paper, "Øvrige trin") == section(paper, "Øvrige beslutninger") == []


def test_a_step_whose_item_was_taken_away_is_not_lost(whole: Material) -> None:
    steps = tuple(replace(s, item_id="væk") if s.id == "prikker" else s for s in whole.of(Step))
    changed = replace(whole, things={**whole.things, Step: steps})

    assert section(minutes(occasion(changed)), "Øvrige trin")[0].startswith("Prikker på områderne")


def test_the_next_meeting_is_not_one_without_a_date_from_before_in_the_plan(
    whole: Material,
) -> None:
    held = replace(occasion(whole).meeting, position=3)
    earlier, after = (
        replace(held, id=new, title=title, day=None, place="", position=place)
        for new, title, place in (("e1", "Temamøde", 1), ("e2", "Workshop 2", 4))
    )
    only = replace(whole, things={**whole.things, Meeting: (earlier, held, after)})
    (told,) = section(minutes(Occasion(only, held, "Prøve Kommune")), "Næste møde")

    assert told.startswith("Workshop 2: Datoen er ikke sat endnu")


def test_a_guest_is_not_invited_to_the_next_meeting(whole: Material) -> None:
    paper = invitation(occasion(whole, "w2"))

    assert "Opdigtet Gæst" not in "\n".join(text_of(b) for s in paper.sections for b in s.blocks)


def test_the_opsamling_counts_those_who_were_there(whole: Material) -> None:
    facts = dict(summary(occasion(whole)).facts)

    assert "2 af udvalgets 3 medlemmer og 1 anden" in facts.values()
