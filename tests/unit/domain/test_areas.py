"""Groups in numbers, what an area lacks, and what it grew out of."""

from dataclasses import replace
from decimal import Decimal

import pytest

from strategykit.domain.area_charts import area_points
from strategykit.domain.areas import (
    Area,
    Choice,
    Measure,
    Root,
    TargetGroup,
    answers_of,
    area_lacks,
    numbers_of,
    roots_of,
    shares_in_all,
)
from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.chart_data import Emphasis
from strategykit.errors import OutOfRange

BARE = Area(id="o", process_id="p", name="Ansvar")
WHOLE = replace(
    BARE, why="Nogen skal have det", group_ids=("g",), vision_link="Ingen bliver glemt",
    no_evidence="Der er ingen forskning om det", cost=Decimal(0), responsible="Chefen",
)  # fmt: skip
DONE = Measure(id="m", process_id="p", area_id="o", text="Kontaktperson", answers=("ja", "nej"))


def a_group(name: str, share: str | None) -> TargetGroup:
    return TargetGroup(
        id=name, process_id="p", name=name, share=None if share is None else Decimal(share)
    )


def a_note(note_id: str, group_id: str = "", **values: object) -> Note:
    given = {"id": note_id, "process_id": "p", "board": "swot", "text": f"Seddel {note_id}"}
    return Note(**(given | {"group_id": group_id} | values))  # type: ignore[arg-type]


def test_a_share_of_the_population_is_rounded_as_in_school() -> None:
    groups = [a_group("de fleste", "80"), a_group("nogle", "12.5"), a_group("ukendt", None)]

    assert numbers_of(groups, 3964) == {"de fleste": 3171, "nogle": 496}
    assert shares_in_all(groups) == Decimal("92.5")
    assert shares_in_all([a_group("ukendt", None)]) is None


def test_value_and_effort_run_from_one_to_ten() -> None:
    with pytest.raises(OutOfRange, match="Værdi"):
        replace(BARE, value=11)


def test_an_area_says_everything_that_it_lacks() -> None:
    assert area_lacks(BARE, [], 2) == (
        "hvorfor dette område",
        "hvem det er for",
        "hvordan det bringer jer nærmere visionen",
        "mindst én indsats",
        "en henvisning til viden, eller hvorfor der ingen er",
        "udgift, besparelse eller økonomi i ord",
        "ansvarlig",
    )


def test_an_unfolded_area_lacks_nothing() -> None:
    assert area_lacks(WHOLE, [DONE], 2) == ()


def test_blanks_fill_nothing() -> None:
    assert area_lacks(replace(WHOLE, responsible="  "), [DONE], 2) == ("ansvarlig",)


def test_unanswered_principles_are_counted() -> None:
    half = replace(DONE, id="n", answers=("ja",))
    elsewhere = replace(DONE, id="x", area_id="en anden", answers=())

    assert area_lacks(WHOLE, [DONE, half, elsewhere], 2) == (
        "svar på holdepunkterne (1 af 2 indsatser)",
    )
    assert answers_of(half, 2) == ("ja", "")
    assert answers_of(DONE, 1) == ("ja",)


def test_a_whole_group_is_one_root_and_a_part_of_one_is_its_notes() -> None:
    group = NoteGroup(id="g", process_id="p", board="swot", title="Ansvaret er uklart")
    notes = (a_note("1", "g"), a_note("2", "g"), a_note("3"))

    assert roots_of(replace(BARE, note_ids=("3", "1", "2")), notes, (group,)) == (
        Root("Seddel 3", "swot", ("3",)),
        Root("Ansvaret er uklart", "swot", ("1", "2")),
    )
    assert roots_of(replace(BARE, note_ids=("2", "gone")), notes, (group,)) == (
        Root("Seddel 2", "swot", ("2",)),
    )


def test_a_hidden_root_is_known_to_be_hidden() -> None:
    notes = (a_note("1", hidden=True),)

    assert roots_of(replace(BARE, note_ids=("1",)), notes, ())[0].hidden


def test_the_chart_shows_what_is_judged_and_what_steps_back() -> None:
    judged = replace(BARE, value=9, effort=6, choice=Choice.SET_BACK)

    points = area_points([judged, replace(BARE, value=3)])

    assert [(p.label, p.x, p.y, p.emphasis) for p in points] == [("Ansvar", 6, 9, Emphasis.QUIET)]
