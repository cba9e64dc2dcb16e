"""Peers: who is suggested, why, and how their figures stand beside one's own."""

from decimal import Decimal

import pytest

from strategykit.domain.baseline_charts import comparison_bars
from strategykit.domain.comparison import Comparison, Place, compare
from strategykit.domain.comparison_text import ranked, summary
from strategykit.domain.figures import Figure
from strategykit.domain.freezing import figures_now
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.municipalities import Municipality
from strategykit.domain.peers import POPULATION, peers_of, suggested


def a_place(code: str, name: str, part: str, group: str = "4") -> Municipality:
    region = "082" if part == "09" else "081"
    said = "Midtjylland" if part == "09" else "Nordjylland"
    group_name = {"4": "Landkommuner", "2": "Storbykommuner"}[group]
    landsdel = "Vestjylland" if part == "09" else "Nordjylland"
    return Municipality(
        code, name, f"{name} Kommune", region, f"Region {said}", part, landsdel, group, group_name
    )


OWN = a_place("001", "Egen", "11")
NEAR = a_place("002", "Nær", "11")
FAR = a_place("003", "Fjern", "09")
CITY = a_place("004", "Stor", "11", "2")
UNCOUNTED = a_place("005", "Utalt", "11")
ALL = (FAR, CITY, UNCOUNTED, NEAR, OWN)
SHARE = Indicator(
    key="share", name="Andel", unit="pct", decimals=1, direction=Direction.DOWN,
    definition="En andel.", source="Kilden", counted_by="Bopæl",
)  # fmt: skip


def a_figure(area: str, value: str, key: str = "share", year: int = 2023) -> Figure:
    return Figure(area, key, Decimal(value), "pct", year, True, f"Kilde {key}")  # noqa: FBT003


PEOPLE = [
    a_figure(code, number, POPULATION, 2026)
    for code, number in (("001", "42572"), ("002", "41541"), ("003", "44104"), ("004", "226033"))
]
FIGURES = [
    *PEOPLE, a_figure("001", "10"), a_figure("002", "8"), a_figure("003", "12"),
    a_figure("004", "9", year=2021),
]  # fmt: skip


def test_the_nearest_in_size_and_place_come_first_and_the_uncounted_last() -> None:
    peers = peers_of(OWN, ALL, PEOPLE)

    assert [peer.municipality.name for peer in suggested(peers)] == [
        "Nær",
        "Fjern",
        "Stor",
        "Utalt",
    ]
    assert [peer.municipality.name for peer in suggested(peers, 1)] == ["Nær"]


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (NEAR, ("Nær Kommune har 41.541 indbyggere mod 42.572 hos jer, ligger i samme landsdel, "
               "Nordjylland, og hører også til gruppen Landkommuner.")),
        (FAR, ("Fjern Kommune har 44.104 indbyggere mod 42.572 hos jer, ligger i Region "
               "Midtjylland og hører også til gruppen Landkommuner.")),
        (CITY, ("Stor Kommune har 226.033 indbyggere mod 42.572 hos jer, ligger i samme landsdel, "
               "Nordjylland, og hører til gruppen Storbykommuner.")),
        (UNCOUNTED, ("Utalt Kommune ligger i samme landsdel, Nordjylland, og hører også til "
                     "gruppen Landkommuner.")),
    ],
)  # fmt: skip
def test_each_is_suggested_with_a_sentence_why(place: Municipality, why: str) -> None:
    (peer,) = peers_of(OWN, [place, OWN], PEOPLE)

    assert peer.why == why


def compared() -> Comparison:
    peers = peers_of(OWN, (NEAR, FAR, CITY, UNCOUNTED), PEOPLE)
    return compare(SHARE, OWN, ALL, FIGURES, peers)


def test_peers_stand_after_ones_own_and_only_those_that_have_a_figure() -> None:
    rows = compared().rows

    assert [(row.place, row.label) for row in rows[:4]] == [
        (Place.MUNICIPALITY, "Egen Kommune"), (Place.PEER, "Nær Kommune"),
        (Place.PEER, "Fjern Kommune"), (Place.PEER, "Stor Kommune"),
    ]  # fmt: skip
    assert rows[3].year_text == "2021"
    assert "Tallene er fra forskellige år." in compared().cautions


def test_the_words_say_how_many_of_them_lie_above_and_below() -> None:
    assert summary(compared()).endswith(
        "Af 3 jævnbyrdige kommuner har 1 et højere tal og 2 et lavere."
    )


@pytest.mark.parametrize(
    ("distances", "said"),
    [
        ([], ""),
        ([1], "Den jævnbyrdige kommune har et højere tal."),
        ([-1], "Den jævnbyrdige kommune har et lavere tal."),
        ([0], "Den jævnbyrdige kommune har det samme tal."),
        ([1, -1, 0], "Af 3 jævnbyrdige kommuner har 1 et højere tal, 1 et lavere og 1 det samme."),
        ([1, 1, 2], "Alle 3 jævnbyrdige kommuner har et højere tal."),
        ([-1, -1], "Begge jævnbyrdige kommuner har et lavere tal."),
    ],
)
def test_one_or_many_peers_are_told_in_whole_sentences(distances: list[int], said: str) -> None:
    assert ranked([Decimal(d) for d in distances]) == said


def test_a_locked_figure_of_a_peer_says_so_and_has_its_own_source() -> None:
    frozen = figures_now([compared()], (), "Egen Kommune")
    peers = [figure for figure in frozen if figure.of_peer]

    assert [figure.place for figure in peers] == ["Nær Kommune", "Fjern Kommune", "Stor Kommune"]
    assert peers[0].note == "jævnbyrdig: 41.541 indbyggere, Nordjylland"
    assert peers[2].source == "Kilde share. Tal for 2021."
    assert not frozen[0].of_peer


def test_a_chart_marks_peers_by_a_word() -> None:
    assert [bar.note for bar in comparison_bars(compared())][:3] == [
        "2023", "2023, jævnbyrdig", "2023, jævnbyrdig",
    ]  # fmt: skip
