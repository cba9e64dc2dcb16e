"""Baseline, SWOT, obstacles, statements and groups."""

from dataclasses import replace
from decimal import Decimal

import pytest

from strategykit.domain.areas import TargetGroup
from strategykit.domain.baseline import Baseline, FrozenFigure, OwnFigure
from strategykit.domain.boards import OBSTACLES, SWOT, Note
from strategykit.domain.entry import Entry
from strategykit.domain.outline import Bars, Curve, Draft, Figure, Tone
from strategykit.domain.statements import Statement
from strategykit.drafting.compose import compose
from tests.support.drafts import figure, paragraph, table, text_in
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


def test_a_figure_is_told_beside_the_others(draft: Draft) -> None:
    assert paragraph(draft, "nulpunkt:sammenlignet:neet_16_24_pct:stand").text == (
        "Tallet for Prøve Kommune er 8,1 pct. i 2022. Det er 0,7 procentpoint over kommunegruppen "
        "Hovedstadskommuner (7,4 pct.) og 0,2 procentpoint over hele landet (7,9 pct.)."
    )
    drawn = figure(draft, "nulpunkt:sammenlignet:neet_16_24_pct:sammenligning").drawing
    assert isinstance(drawn, Bars)
    assert drawn.groups[0].bars[0].label == "Prøve Kommune"


def test_a_figure_that_only_others_have_is_told_and_not_drawn() -> None:
    found = of(a_baseline(a_figure("Hele landet", "8.1")))
    assert "Der er intet tal for Prøve Kommune. Tallet for hele landet er 8,1 pct. i 2022." in (
        text_in(found, "nulpunkt")
    )
    assert not [block for _, block in found.blocks() if isinstance(block, Figure)]


def test_the_table_has_the_municipality_first_and_the_time_once() -> None:
    country = a_figure("Hele landet", "7.9")
    alone = replace(country, indicator="andet", name="Andet")
    found = of(a_baseline(alone, country, a_figure("Prøve Kommune", "8.1", period="2021")))
    seen = table(found, "nulpunkt:tal")
    assert seen.header == ("Tal", "Kommunen", "Landet", "Kilde")
    assert seen.rows == (
        ("Andet (2022)", "–", "7,9 pct.", "[1]"),
        ("NEET", "8,1 pct. (2021)", "7,9 pct. (2022)", "[1]"),
    )


def test_peers_are_named_with_the_reason_and_have_a_table_of_their_own() -> None:
    near = a_figure("Nær Kommune", "9.1", note="jævnbyrdig: 41.541 indbyggere, Nordjylland")
    far = a_figure(
        "Fjern Kommune", "7.5", note="jævnbyrdig: 44.104 indbyggere, Vestjylland; udledt"
    )
    own, country = a_figure("Prøve Kommune", "8.1"), a_figure("Hele landet", "7.9")
    found = of(a_baseline(own, near, far, country))

    assert paragraph(found, "nulpunkt:lignende").text == (
        "De jævnbyrdige kommuner er Nær Kommune (41.541 indbyggere, Nordjylland) og Fjern Kommune "
        "(44.104 indbyggere, Vestjylland)."
    )
    assert paragraph(found, "nulpunkt:sammenlignet:neet_16_24_pct:stand").text.endswith(
        "Af 2 jævnbyrdige kommuner har 1 et højere tal og 1 et lavere."
    )
    assert table(found, "nulpunkt:tal").header == ("Tal", "Kommunen", "Landet", "Kilde")
    drawn = figure(found, "nulpunkt:sammenlignet:neet_16_24_pct:sammenligning").drawing
    assert isinstance(drawn, Bars)
    assert [bar.label for bar in drawn.groups[0].bars] == ["Prøve Kommune", "Hele landet"]
    seen = table(found, "nulpunkt:sammenlignet:neet_16_24_pct:lignende")
    assert seen.caption == "Jævnbyrdige kommuner: NEET (2022)"
    assert seen.rows == (
        ("Nær Kommune", "9,1 pct."),
        ("Prøve Kommune (kommunen selv)", "8,1 pct."),
        ("Fjern Kommune", "7,5 pct."),
    )


def test_a_figure_that_only_peers_have_is_no_half_sentence() -> None:
    near = a_figure("Nær Kommune", "9.1", note="jævnbyrdig: 41.541 indbyggere, Nordjylland")
    found = of(a_baseline(near))
    assert paragraph(found, "nulpunkt:sammenlignet:neet_16_24_pct:stand").text == (
        "Der er intet tal for Prøve Kommune."
    )


def test_a_caution_is_told_the_first_time() -> None:
    keys = ("status_completed_18_25_pct", "status_ongoing_18_25_pct")
    figures = [
        replace(a_figure(place, "8.1"), indicator=key, name=key)
        for key in keys
        for place in ("Prøve Kommune", "Hele landet")
    ]
    told = text_in(of(a_baseline(*figures)), "nulpunkt")
    assert told.count("Tallet følger grundskolens beliggenhed") == 1
    assert told.count("Forbeholdene ovenfor gælder også her.") == 1


def test_figures_that_are_equal_lie_level() -> None:
    found = of(a_baseline(a_figure("Prøve Kommune", "8.1"), a_figure("Hele landet", "8.1")))
    assert "på niveau med hele landet (8,1 pct.)" in text_in(found, "nulpunkt")


def test_an_uncertain_year_and_an_invented_figure_are_marked() -> None:
    found = of(
        a_baseline(
            a_figure("Prøve Kommune", "8.1", certain=False, invented=True),
            a_figure("Hele landet", "7.9", note="uvægtet gennemsnit af 98 kommuner"),
        )
    )
    told = text_in(found, "nulpunkt")
    assert "8,1 pct. (2022, opdigtet eksempel, år usikkert)" in told
    assert "hele landet (7,9 pct., 2022, uvægtet)" in told
    assert "Tal, der er mærket ”opdigtet eksempel”, er ikke rigtige tal." in told
    assert "kan kilden ikke sige, hvilket år tallet er fra" in told


def test_without_a_series_the_draft_says_that_no_development_can_be_shown(draft: Draft) -> None:
    assert paragraph(draft, "nulpunkt:udvikling").text == (
        "”16-24-årige uden for job og uddannelse (NEET)” er kun fra ét tidspunkt, så udviklingen "
        "kan ikke vises."
    )
    assert "Det er den rigtige vej." in paragraph(draft, "nulpunkt:egne:Egen liste").text


def test_figures_that_are_not_locked_are_not_for_the_draft() -> None:
    found = of(OwnFigure(**P, id="t", indicator="Egen liste", value=Decimal(18)))
    assert "18" not in text_in(found, "nulpunkt")
    assert len(lacks(found, "nulpunkt")) == 1


def test_the_newest_baseline_counts() -> None:
    old = Baseline(**P, id="g", number=1, frozen_at=NOON, figures=(a_figure("Prøve Kommune", "1"),))
    found = of(old, a_baseline(a_figure("Prøve Kommune", "8.1")))
    assert "1,0 pct." not in text_in(found, "nulpunkt")


def test_a_long_goal_is_told_and_drawn_from_the_own_figure() -> None:
    stil = FrozenFigure(
        STIL, "Uden tilknytning", "Prøve Kommune", Decimal("6.0"), "pct", "2020", "STIL"
    )
    found = of(a_baseline(stil))
    key = "nulpunkt:egne:vej:halving_2030"
    assert "fra 6,0 pct. i 2020 til 3,0 pct. i 2030" in paragraph(found, key).text
    drawn = figure(found, f"{key}:kurve").drawing
    assert isinstance(drawn, Curve)
    assert (drawn.series.path[0].value, drawn.series.path[-1].value) == (Decimal(6), Decimal(3))


def test_the_fields_are_told_by_dots_and_drawn_together(draft: Draft) -> None:
    assert paragraph(draft, "swot:styrker:flest").text == (
        "Udvalget gav flest prikker til ”Seddel et om styrker” (9 prikker). "
        "Derefter kom ”Samlet om styrker” (4)."
    )
    drawn = figure(draft, "swot:prikker").drawing
    assert isinstance(drawn, Bars)
    assert [group.title for group in drawn.groups][:2] == ["Styrker", "Svagheder"]


def test_fields_that_share_the_first_place_are_named_together() -> None:
    notes = [Note(**P, id=str(n), board=SWOT, field="styrker", text=f"Nr. {n}") for n in range(3)]
    found = of(*notes, dots={"0": 2, "1": 2, "2": 1})
    assert paragraph(found, "swot:styrker:flest").text == (
        "Udvalget gav flest prikker til ”Nr. 0” og ”Nr. 1” (2 prikker hver). "
        "Derefter kom ”Nr. 2” (1)."
    )


def test_a_field_without_notes_and_one_without_dots_are_missing() -> None:
    found = of(Note(**P, id="a", board=SWOT, field="styrker", text="Noget"))
    assert lacks(found, "swot")[:2] == [
        "Der er ingen sedler under ”Svagheder”, ”Muligheder” og ”Trusler”.",
        "Sedlerne under ”Styrker” er ikke prioriteret med prikker.",
    ]
    assert "Noget" not in text_in(found, "swot")


def test_obstacles_are_counted_by_kind(draft: Draft) -> None:
    assert paragraph(draft, "forhindringer:slags").text == (
        "Udvalget ser to forhindringer: én økonomisk og én kulturel."
    )
    loose = of(Note(**P, id="h", board=OBSTACLES, field="forhindring", text="En vane"))
    assert "én forhindring: én uden slags" in text_in(loose, "forhindringer")


def test_a_text_that_is_not_adopted_says_so() -> None:
    found = of(Statement(**P, id="t", key="vision", text="Alle er med."))
    assert paragraph(found, "vision:tekst").tone is Tone.STATEMENT
    assert "Visionen er ikke vedtaget i udvalget." in lacks(found, "vision")


def test_groups_are_named_and_who_has_no_offer(draft: Draft) -> None:
    assert paragraph(draft, "grupper:navne").text == (
        "Ungestrategien arbejder med to ungegrupper: De nye og De andre."
    )
    assert paragraph(draft, "grupper:huller").text == "Der er i dag intet tilbud til De andre."
    assert table(draft, "grupper:tabel").rows[0] == (
        "De nye", "De er lige kommet til", "–", "20 (opdigtet eksempel)",
    )  # fmt: skip


def test_columns_that_nobody_has_filled_are_left_out() -> None:
    found = of(TargetGroup(**P, id="g", name="De nye", number=0))
    assert table(found, "grupper:tabel").header == ("Ungegruppe", "Antal")
    assert table(found, "grupper:tabel").rows == (("De nye", "0"),)
