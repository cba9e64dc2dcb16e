from decimal import Decimal

from strategykit.domain.comparison import MIXED_YEARS, OWN_SUMS, UNSURE_YEAR, Place, compare
from strategykit.domain.comparison_text import development, listed, summary
from strategykit.domain.figures import COUNTRY, Figure, Method
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.municipalities import Municipality


def a_place(code: str, name: str, group: str = "1") -> Municipality:
    return Municipality(
        code, name, f"{name} Kommune", "080", "Region Vest", "01", "Vest", group, f"Gruppe {group}"
    )


BIG, SMALL, TINY = a_place("001", "Storby"), a_place("002", "Lilleby"), a_place("003", "Øby", "2")
ALL = (BIG, SMALL, TINY)
SHARE = Indicator(
    key="share",
    name="Andel",
    unit="pct",
    decimals=1,
    direction=Direction.DOWN,
    definition="En andel.",
    source="Kilden",
    counted_by="Bopæl",
    weight="people",
    weight_name="folketallet",
)
UNWEIGHTED = Indicator(**{**SHARE.__dict__, "weight": "", "weight_name": ""})


def a_figure(area: str, value: str, year: int = 2023, key: str = "share", **more: object) -> Figure:
    facts = {"unit": "pct", "year_certain": True, "source": "Kilden", **more}
    return Figure(area=area, indicator=key, value=Decimal(value), year=year, **facts)  # type: ignore[arg-type]


WEIGHTS = [
    a_figure(c, n, 2026, "people") for c, n in (("001", "900"), ("002", "100"), ("003", "500"))
]
SHARES = [a_figure("001", "4"), a_figure("002", "10"), a_figure("003", "6")]


def test_group_and_region_are_weighted_when_every_municipality_has_a_weight() -> None:
    found = compare(SHARE, SMALL, ALL, [*SHARES, *WEIGHTS, a_figure(COUNTRY, "5")])

    assert [(row.place, row.value) for row in found.rows] == [
        (Place.MUNICIPALITY, Decimal(10)),
        (Place.GROUP, Decimal("4.6")),
        (Place.REGION, Decimal(7600) / 1500),
        (Place.COUNTRY, Decimal(5)),
    ]
    assert found.rows[1].note == "2 kommuner vægtet med folketallet 2026"
    assert OWN_SUMS in found.cautions


def test_one_missing_weight_makes_the_mean_unweighted_and_called_so() -> None:
    found = compare(SHARE, SMALL, ALL, [*SHARES, *WEIGHTS[1:], a_figure(COUNTRY, "5")])

    assert found.rows[1].value == Decimal(7)
    assert found.rows[1].note == "uvægtet gennemsnit af 2 kommuner"
    assert "Gruppe 1 (7,0 pct., uvægtet)" in summary(found)


def test_an_indicator_without_weights_is_never_weighted() -> None:
    found = compare(UNWEIGHTED, SMALL, ALL, [*SHARES, *WEIGHTS])

    assert {row.note for row in found.others} == {
        "uvægtet gennemsnit af 2 kommuner",
        "uvægtet gennemsnit af 3 kommuner",
    }


def test_the_country_without_a_figure_of_its_own_is_the_mean_of_all() -> None:
    country = compare(SHARE, SMALL, ALL, [*SHARES, *WEIGHTS]).rows[-1]

    assert country.place is Place.COUNTRY
    assert country.note == "3 kommuner vægtet med folketallet 2026"


def test_a_country_figure_that_is_a_plain_mean_is_called_so() -> None:
    plain = a_figure(COUNTRY, "6.7", method=Method.PLAIN_MEAN)

    country = compare(SHARE, SMALL, ALL, [*SHARES, *WEIGHTS, plain]).rows[-1]

    assert country.note == "uvægtet gennemsnit af kommunerne"
    assert country.unweighted


def test_a_place_where_half_of_the_municipalities_lack_a_figure_is_left_out() -> None:
    found = compare(SHARE, SMALL, ALL, [a_figure("002", "10"), *WEIGHTS])

    assert [row.place for row in found.rows] == [Place.MUNICIPALITY]


def test_two_of_five_municipalities_do_not_speak_for_all() -> None:
    more = [*ALL, a_place("004", "Havby"), a_place("005", "Skovby")]

    found = compare(SHARE, SMALL, more, SHARES[:2])

    assert [row.place for row in found.rows] == [Place.MUNICIPALITY]


def test_only_figures_of_the_same_year_are_put_together() -> None:
    older = [a_figure("001", "4", 2019), a_figure("003", "6", 2019), a_figure(COUNTRY, "9", 2019)]

    found = compare(SHARE, SMALL, ALL, [a_figure("002", "10"), *older, a_figure(COUNTRY, "5")])

    assert [(row.place, row.value, row.year) for row in found.others] == [
        (Place.COUNTRY, Decimal(5), 2023)
    ]


def test_the_country_of_the_same_year_goes_before_a_newer_one() -> None:
    found = compare(
        SHARE, SMALL, ALL, [*SHARES, a_figure(COUNTRY, "5"), a_figure(COUNTRY, "3", 2025)]
    )

    assert found.rows[-1].value == Decimal(5)
    assert MIXED_YEARS not in found.cautions


def test_a_missing_municipality_is_counted_in_the_note() -> None:
    region = compare(SHARE, SMALL, ALL, [*SHARES[:2], *WEIGHTS]).rows[2]

    assert region.note == "2 kommuner vægtet med folketallet 2026, tal mangler for 1"


def test_a_country_figure_of_another_year_is_shown_with_its_year_and_a_caution() -> None:
    found = compare(
        SHARE, SMALL, ALL, [a_figure("002", "10", 2025), a_figure(COUNTRY, "6.3", 2023)]
    )

    assert MIXED_YEARS in found.cautions
    assert "under" not in summary(found)
    assert "3,7 procentpoint over hele landet (6,3 pct. i 2023)" in summary(found)


def test_the_summary_says_over_under_and_level_as_the_shown_numbers_do() -> None:
    shares = [a_figure("001", "10.04"), a_figure("002", "10.0"), a_figure("003", "11.12")]

    said = summary(compare(SHARE, SMALL, ALL, [*shares, *WEIGHTS, a_figure(COUNTRY, "9.6")]))

    assert said == (
        "Andel: Tallet for Lilleby Kommune er 10,0 pct. i 2023. Det er på niveau med "
        "kommunegruppen Gruppe 1 (10,0 pct.), 0,4 procentpoint under Region Vest (10,4 pct.) og "
        "0,4 procentpoint over hele landet (9,6 pct.)."
    )


def test_an_uncertain_year_is_marked_in_the_text_the_rows_and_the_cautions() -> None:
    unsure = [a_figure(f.area, str(f.value), year_certain=False) for f in SHARES]

    found = compare(SHARE, SMALL, ALL, [*unsure, *WEIGHTS])

    assert "i 2023 (år usikkert)" in summary(found)
    assert {row.year_text for row in found.rows} == {"2023 (år usikkert)"}
    assert UNSURE_YEAR in found.cautions


def test_one_figure_shows_no_development_and_two_do() -> None:
    one = compare(SHARE, SMALL, ALL, SHARES)
    two = compare(SHARE, SMALL, ALL, [a_figure("002", "12", 2020), *SHARES])

    assert not one.has_development
    assert development(one) == (
        "Der er kun ét tal for Lilleby Kommune, så udviklingen kan ikke vises."
    )
    assert development(two) == "Lilleby Kommune er gået fra 12,0 pct. i 2020 til 10,0 pct. i 2023."


def test_without_a_figure_the_others_are_still_told() -> None:
    found = compare(SHARE, SMALL, ALL, [a_figure(COUNTRY, "6.3")])

    assert found.own is None
    assert summary(found) == (
        "Der er intet tal for Lilleby Kommune. Tallet for hele landet er 6,3 pct. i 2023."
    )
    assert development(found) == (
        "Der er intet tal for Lilleby Kommune, så udviklingen kan ikke vises."
    )


def test_a_count_of_persons_is_not_held_up_against_bigger_places() -> None:
    people = Indicator(**{**UNWEIGHTED.__dict__, "unit": "personer", "decimals": 0})

    found = compare(people, SMALL, ALL, [*SHARES, a_figure(COUNTRY, "900")])

    assert [row.place for row in found.rows] == [Place.MUNICIPALITY]
    assert summary(found) == "Andel: Tallet for Lilleby Kommune er 10 personer i 2023."


def test_the_sources_name_publisher_year_and_copy() -> None:
    shares = [a_figure("002", "10", via="en kopi"), a_figure(COUNTRY, "5", source="Anden kilde")]

    assert compare(SHARE, SMALL, ALL, shares).sources == (
        "Kilden. Tal for 2023. Hentet via en kopi.",
        "Anden kilde. Tal for 2023.",
    )


def test_a_list_has_og_before_its_last() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b og c"
