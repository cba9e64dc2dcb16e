"""A result in words: who is first, how it was spread, and whether the room is split."""

from decimal import Decimal

import pytest

from strategykit.domain.ballots import StepResult, Tally
from strategykit.domain.outcomes import in_numbers, spread_words, told
from strategykit.domain.steps import StepKind


def a_result(
    kind: StepKind, *spreads: tuple[int, ...], voters: int = 0, total: int | None = None
) -> StepResult:
    """Subjects A, B, C … with these answers."""
    tallies = tuple(
        Tally(
            subject_id=letter.lower(), title=letter, spread=spread,
            total=sum(spread) if total is None else total,
        )
        for letter, spread in zip("ABCDEF", spreads, strict=False)
    )  # fmt: skip
    return StepResult(
        id="r", process_id="p", step_id="s", kind=kind, voters=voters or len(spreads[0]),
        tallies=tallies,
    )  # fmt: skip


DOTS = a_result(StepKind.DOTS, (0, 1, 1, 2, 2), (0, 0, 0, 1, 1), (0, 1, 2, 2, 2))


def test_the_rows_stand_in_order_with_bars_and_words() -> None:
    outcome = told(DOTS)

    shown = [(row.place, row.title, row.said, row.share, row.spread) for row in outcome.rows]
    assert shown == [
        (1, "C", "7 prikker", 100, "3 gav 2 prikker, 1 gav 1, 1 gav ingen"),
        (2, "A", "6 prikker", 86, "2 gav 2 prikker, 2 gav 1, 1 gav ingen"),
        (3, "B", "2 prikker", 29, "2 gav 1 prik, 3 gav ingen"),
    ]
    assert (outcome.headline, outcome.answered) == ("Flest prikker: ”C”.", "5 har svaret.")


def test_things_that_are_level_share_their_place() -> None:
    outcome = told(a_result(StepKind.DOTS, (1, 1), (0, 2), (1, 0)))

    assert [(row.place, row.title) for row in outcome.rows] == [(1, "A"), (1, "B"), (3, "C")]
    assert outcome.headline == "Flest prikker, lige mange: ”A” og ”B”."


def test_no_answer_is_told_as_that() -> None:
    outcome = told(a_result(StepKind.DOTS, ()))

    assert (outcome.headline, outcome.rows[0].said) == ("Ingen har svaret.", "ingen prikker")
    assert in_numbers(a_result(StepKind.DOTS, ())) == "Ingen har svaret."


@pytest.mark.parametrize("kind", [StepKind.DOTS, StepKind.RATE, StepKind.RANK])
def test_the_spread_of_fewer_than_five_is_not_told(kind: StepKind) -> None:
    few = told(a_result(kind, (1, 1, 1, 1), (2, 2, 2, 2)))

    assert [row.spread for row in few.rows] == ["", ""]
    assert (few.spread_may_show, few.minority) == (False, "")


@pytest.mark.parametrize(
    ("kind", "tally", "words"),
    [
        (StepKind.DOTS, Tally(subject_id="a", title="A", total=0, spread=(0, 0)), "2 gav ingen"),
        (StepKind.RANK, Tally(subject_id="a", title="A", total=1, spread=(1, 1, 3)),
         "2 gav plads 1, 1 gav plads 3"),
        (StepKind.RATE, Tally(subject_id="a", title="A", total=2, spread=(7, 7), second=(3, 9)),
         "Værdi: 2 gav 7. Indsats: 1 gav 3, 1 gav 9"),
        (StepKind.DOTS, Tally(subject_id="a", title="A", total=3), ""),
    ],
)  # fmt: skip
def test_the_spread_in_words(kind: StepKind, tally: Tally, words: str) -> None:
    assert spread_words(kind, tally) == words


def test_consent_tells_its_numbers() -> None:
    agreed = a_result(StepKind.CONSENT, (8, 2, 0), voters=10, total=1)
    refused = a_result(StepKind.CONSENT, (9, 0, 1), voters=10, total=0)

    assert told(agreed).agreed is True
    assert in_numbers(agreed) == (
        "Der er samtykke. Ingen har sagt nej. 8 sagde ja og 2 sagde ja med forbehold."
    )
    assert told(refused).agreed is False
    assert told(refused).headline == "Der er ikke samtykke. 1 har sagt nej."
    assert [(row.title, row.total, row.share) for row in told(refused).rows] == [
        ("Ja", 9, 100), ("Ja med forbehold", 0, 0), ("Nej", 1, 11),
    ]  # fmt: skip


def test_consent_of_few_without_names_tells_no_numbers() -> None:
    hidden = a_result(StepKind.CONSENT, (), voters=3, total=0)

    assert told(hidden).headline == "Der er ikke samtykke. Nogen har sagt nej."
    assert told(hidden).rows == ()
    assert in_numbers(hidden) == "Der er ikke samtykke. Nogen har sagt nej."


def test_a_rating_is_told_by_its_medians() -> None:
    tallies = (
        Tally(subject_id="a", title="A", total=5, value=Decimal("7.5"), effort=Decimal(4)),
        Tally(subject_id="b", title="B", total=0),
    )
    result = StepResult(
        id="r", process_id="p", step_id="s", kind=StepKind.RATE, voters=5, tallies=tallies
    )

    assert [row.said for row in told(result).rows] == ["værdi 7,5 og indsats 4", "ingen svar"]
    assert in_numbers(result) == "”A” fik værdi 7,5 og indsats 4. 5 har svaret."


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (DOTS, "”A” er tæt på ”C”: 6 mod 7 prikker."),
        (a_result(StepKind.DOTS, (3, 3, 3, 3, 0, 0), (0, 0, 0, 0, 3, 3)),
         "2 af 6 gav alle deres prikker til andet end ”A”."),
        (a_result(StepKind.DOTS, (2, 2, 2, 0, 0), (0, 0, 0, 3, 3)),
         "”A” og ”B” står lige: 6 prikker til hver."),
        (a_result(StepKind.DOTS, (3, 3, 3, 3, 3), (0, 0, 0, 1, 1)), ""),
        (a_result(StepKind.CONSENT, (6, 0, 2), voters=8, total=0), "2 af 8 sagde nej."),
        (a_result(StepKind.CONSENT, (7, 1, 1), voters=9, total=0), ""),
        (a_result(StepKind.CONSENT, (8, 0, 0), voters=8, total=1), ""),
        (a_result(StepKind.RATE, (1, 2, 5, 9, 9)),
         "I ser forskelligt på værdien af ”A”: 2 gav højst 3, og 2 gav mindst 8."),
        (a_result(StepKind.RATE, (1, 4, 5, 9, 9)), ""),
    ],
)  # fmt: skip
def test_a_split_room_is_told_in_one_sentence(result: StepResult, sentence: str) -> None:
    assert told(result).minority == sentence


def test_a_first_place_that_many_set_low_is_told() -> None:
    tallies = (
        Tally(subject_id="a", title="A", total=11, spread=(1, 1, 1, 1, 4, 4)),
        Tally(subject_id="b", title="B", total=5, spread=(2, 2, 2, 3, 3, 3)),
        Tally(subject_id="c", title="C", total=3, spread=(2, 2, 2, 3, 3, 3)),
        Tally(subject_id="d", title="D", total=1, spread=(1, 1, 4, 4, 4, 4)),
    )
    result = StepResult(
        id="r", process_id="p", step_id="s", kind=StepKind.RANK, voters=6, tallies=tallies
    )

    assert told(result).minority == "2 af 6 satte ”A” i den nederste halvdel."


def test_long_words_are_cut_inside_a_sentence() -> None:
    tally = Tally(subject_id="a", title="ord " * 40, total=3, spread=(1, 1, 1))
    result = StepResult(
        id="r", process_id="p", step_id="s", kind=StepKind.DOTS, voters=3, tallies=(tally,)
    )

    assert told(result).headline == f"Flest prikker: ”{'ord ' * 15}…”."
