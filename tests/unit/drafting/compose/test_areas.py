"""The areas: why, what, how far, at what cost, and what steps back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strategykit.domain.areas import Area, Choice, Measure
from strategykit.domain.baseline import Baseline, FrozenFigure, OwnFigure
from strategykit.domain.boards import DREAMS, Note
from strategykit.domain.entry import Entry
from strategykit.domain.goals import Goal, GoalKind, Measurement, Performance
from strategykit.domain.outline import Curve, Draft, Paragraph, Placed, Tone
from strategykit.drafting.compose import compose
from tests.support.drafts import figure, paragraph, section, table, text_in
from tests.support.full_material import NOON, SETTING, P, a_process, full_material, material

STIL = "youth_outside_15_24_pct"


@pytest.fixture(scope="module")
def draft() -> Draft:
    return compose(full_material(), SETTING)


def of(*things: Entry, dots: dict[str, int] | None = None, **values: object) -> Draft:
    return compose(material(a_process("ungestrategi", **values), *things, dots=dots), SETTING)


def lacks(draft: Draft, page: str) -> list[str]:
    return [missing.text for missing in draft.missing if missing.page == page]


def a_baseline(*figures: FrozenFigure) -> Baseline:
    return Baseline(**P, id="n", number=2, frozen_at=NOON, figures=figures)


def a_figure(place: str, value: str, **values: object) -> FrozenFigure:
    given = {"period": "2022", "source": "Kilden"} | values
    return FrozenFigure("neet_16_24_pct", "NEET", place, Decimal(value), "pct", **given)  # type: ignore[arg-type]


def test_the_choice_is_told_with_what_it_was_made_among(draft: Draft) -> None:
    assert paragraph(draft, "indsatsomraader:valgt").text == (
        "Udvalget har valgt to indsatsområder blandt tre forslag: Klart ansvar og Vej ind."
    )
    drawn = figure(draft, "indsatsomraader:vaerdi").drawing
    assert isinstance(drawn, Placed)
    assert len(drawn.points) == 3


def test_areas_stand_with_most_dots_first() -> None:
    areas = [Area(**P, id=n, name=n, choice=Choice.PURSUED, position=i) for i, n in enumerate("ab")]
    found = of(*areas, dots={"b": 3})
    titles = [
        s.title for s in found.sections if s.key.startswith("indsatsomraader:") and s.level == 2
    ]
    assert titles == ["b", "a"]


def test_an_area_is_told_from_its_entry(draft: Draft) -> None:
    told = text_in(draft, "indsatsomraader:o1")
    assert (
        "Udvalget gav indsatsområdet 19 prikker. Begrundelsen for valget er: Flest prikker." in told
    )
    assert "Indsatsområdet voksede ud af det, udvalget skrev: ”Alle kommer med”." in told
    assert "Indsatsområdet er for: De nye." in told
    assert "Sådan bringer det kommunen nærmere visionen: Flere kommer på vej." in told
    assert "Indsatsområdet ventes at koste 500.000 kr. om året." in told
    assert "Ansvarlig for indsatsområdet er Centerchefen." in told


def test_evidence_is_cited_or_its_absence_explained(draft: Draft) -> None:
    assert paragraph(draft, "indsatsomraader:o1:viden:v3").cites
    assert paragraph(draft, "indsatsomraader:o2:viden").text == (
        "Udvalget henviser ikke til viden her. Det skyldes: Ingen har målt det endnu."
    )


def test_measures_are_held_up_against_the_templates_principles(draft: Draft) -> None:
    found = table(draft, "indsatsomraader:o1:indsatser:holdepunkter")
    assert found.header[1:3] == ("Erhvervsskoler og virksomheder løfter", "Mindste indgreb")
    assert found.rows[0][:3] == ("Giv hver en kontaktperson", "Ja", "Nej")


def test_a_measure_without_answers_is_missing_them() -> None:
    area = Area(**P, id="o", name="Vejen", choice=Choice.PURSUED)
    measure = Measure(**P, id="m", area_id="o", text="Ring til alle", answers=("ja",))
    assert "”Ring til alle” i ”Vejen” er ikke holdt op imod alle holdepunkter." in lacks(
        of(area, measure), "indsatsomraader"
    )


def test_a_bare_area_is_told_to_lack_everything_in_one_sentence() -> None:
    found = of(Area(**P, id="o", name="Vejen", choice=Choice.PURSUED))
    assert lacks(found, "indsatsomraader")[-1] == (
        "”Vejen” er ikke foldet ud. Det fremgår ikke, hvorfor det er valgt, hvordan det bringer "
        "kommunen nærmere visionen, hvilken viden det bygger på, hvad der skal gøres, hvad det "
        "koster eller sparer og hvem der er ansvarlig."
    )
    assert "Der er ingen mål for ”Vejen”." in lacks(found, "maal")


def test_goals_stand_in_a_table_with_their_start(draft: Draft) -> None:
    assert table(draft, "indsatsomraader:o1:maal:tabel").rows == (
        ("Højst 6 på listen", "Egen liste", "18 personer (opdigtet eksempel)", "6 personer", "2027",
         "Jobcenterchefen"),
    )  # fmt: skip
    assert table(draft, "indsatsomraader:o2:maal:tabel").rows[0][2] == "Ikke målt endnu"
    assert "måles første gang den 15. januar 2027" in text_in(draft, "indsatsomraader:o2")


def test_what_was_measured_is_told(draft: Draft) -> None:
    assert paragraph(draft, "indsatsomraader:o1:maal:maaling:maal1").text == (
        "”Højst 6 på listen” måles sådan: Vi tæller hver måned. Den seneste måling er 15 personer "
        "den 1. august 2026. Afstanden til målet er 9 personer."
    )


def test_two_measurements_are_drawn_with_the_goal() -> None:
    whole = full_material()
    later = Measurement(**P, id="to", goal_id="maal1", day=date(2026, 9, 1), value=Decimal(12))
    more = {**whole.things, Measurement: (*whole.of(Measurement), later)}
    drawn = figure(
        compose(replace(whole, things=more), SETTING), "indsatsomraader:o1:maal:kurve:maal1"
    ).drawing
    assert isinstance(drawn, Curve)
    shown = [point.shown for point in drawn.series.points]
    assert shown == ["18 personer", "15 personer", "12 personer", "6 personer"]


def test_a_goal_on_a_long_goals_figure_shows_the_way_to_it() -> None:
    area = Area(**P, id="o", name="Vejen", choice=Choice.PURSUED)
    name = SETTING.indicators[STIL].name
    goal = Goal(**P, id="m", area_id="o", text="Halvt så mange", indicator=name)
    figure_ = OwnFigure(**P, id="t", indicator=name, period="2020", value=Decimal(6), unit="pct")
    found = of(area, goal, figure_)
    told = paragraph(found, "indsatsomraader:o:maal:vej:halving_2030:m")
    assert "fra 6,0 pct. i 2020 til 3,0 pct. i 2030" in told.text
    assert told.cites
    invented = of(area, goal, replace(figure_, invented=True))
    assert "halving_2030" not in "".join(block.key for _, block in invented.blocks())


def test_sub_goals_and_criteria_have_their_tables(draft: Draft) -> None:
    assert table(draft, "indsatsomraader:o1:maal:delmaal").rows == (
        ("Listen er gennemgået", "31. december 2026"),
    )
    assert table(draft, "indsatsomraader:o1:maal:kriterier").rows == (
        ("Hver har én kontaktperson", "Effekt"),
    )


def test_a_goal_that_is_not_ready_says_what_it_lacks() -> None:
    area = Area(**P, id="o", name="Vejen", choice=Choice.PURSUED)
    goal = Goal(**P, id="m", area_id="o", text="Alle trives", kind=GoalKind.QUALITATIVE, year=2027)
    assert "Målet ”Alle trives” mangler ansvarlig, hvordan I måler og kvalitetskriterium." in lacks(
        of(area, goal), "maal"
    )


def test_how_an_area_stands_is_told_with_the_locked_figures() -> None:
    area = Area(**P, id="o", name="Vejen", choice=Choice.PURSUED)
    judged = Performance(**P, id="p1", area_id="o", indicators=("neet_16_24_pct",),
                         text="Det går langsomt", assessed_by="styregruppen")  # fmt: skip
    found = of(area, judged, a_baseline(a_figure("Prøve Kommune", "8.1")))
    assert paragraph(found, "indsatsomraader:o:maal:i dag:p1").text == (
        "Sådan går det i dag: Det går langsomt. Det er vurderet af styregruppen."
    )
    assert "NEET: Tallet for Prøve Kommune er 8,1 pct. i 2022." in text_in(found, "indsatsomraader")


def test_what_steps_back_is_told_with_its_reason(draft: Draft) -> None:
    assert paragraph(draft, "baggrunden:forslag:o3").text == (
        "”Fælles kultur” fik 6 prikker og træder i baggrunden. Begrundelsen er: Følger med."
    )
    found = of(Area(**P, id="o", name="Vejen"))
    assert "Forslaget ”Vejen” er ikke afgjort." in lacks(found, "indsatsomraader")


def test_nothing_set_back_is_no_lack() -> None:
    found = of(Area(**P, id="o", name="Vejen", choice=Choice.PURSUED, reason="Det virker"))
    (block,) = section(found, "baggrunden").blocks
    assert isinstance(block, Paragraph)
    assert block.tone is Tone.BODY
    assert block.text not in {missing.text for missing in found.missing}


def test_dreams_are_told_where_a_template_asks_for_them() -> None:
    text = a_process("ungestrategi").template.replace("fill: obstacles", "fill: dreams")
    notes = [Note(**P, id=str(n), board=DREAMS, field="droem", text=f"Drøm {n}") for n in (1, 2)]
    found = of(*notes, dots={"2": 5}, template=text)
    assert paragraph(found, "forhindringer:flest").text == (
        "Udvalget gav flest prikker til ”Drøm 2” (5 prikker)."
    )
    assert "Drøm 1" not in text_in(found, "forhindringer")


def test_a_note_linked_to_an_area_but_hidden_is_not_quoted() -> None:
    whole = full_material()
    hidden = tuple(replace(n, hidden=True) if n.id == "d1" else n for n in whole.of(Note))
    found = compose(replace(whole, things={**whole.things, Note: hidden}), SETTING)
    assert "Alle kommer med" not in text_in(found, "indsatsomraader")
    assert date(2026, 9, 1) == found.cover.day
