"""Counting votes: what must hold whatever was voted."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategykit.domain.ballots import Ballot, Stance, StepResult
from strategykit.domain.steps import Step, StepKind
from strategykit.domain.subjects import Subject
from strategykit.domain.tallying import (
    Votes,
    consent_tallies,
    dot_tallies,
    middle,
    rank_tallies,
    rate_tallies,
    result_of,
    wrong_places,
)

ABC = tuple(Subject(letter, f"Emne {letter}") for letter in "abc")
voters = st.text("VWXYZ", min_size=1, max_size=3)
few_dots = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3))


def a_step(kind: StepKind, **values: Any) -> Step:
    return Step(id="s", process_id="p", meeting_id="m", title="Trin", kind=kind, **values)


def a_ballot(
    subject: str, first: int | None = None, second: int | None = None, **more: Any
) -> Ballot:
    return Ballot(
        id=f"{subject}{first}", process_id="p", step_id="s", subject_id=subject, first=first,
        second=second, **more,
    )  # fmt: skip


def consent(*said: Stance) -> dict[str, list[Ballot]]:
    return {str(n): [a_ballot("a", stance=each)] for n, each in enumerate(said)}


def ranked(order: Sequence[str]) -> list[Ballot]:
    return [a_ballot(subject, place) for place, subject in enumerate(order, start=1)]


@given(st.dictionaries(voters, few_dots))
def test_no_dot_is_lost_and_none_is_made(dots: Mapping[str, Mapping[str, int]]) -> None:
    tallies = dot_tallies(ABC, dots)

    wanted = {s.id: sum(each.get(s.id, 0) for each in dots.values()) for s in ABC}
    assert {tally.subject_id: tally.total for tally in tallies} == wanted


@given(st.dictionaries(voters, few_dots))
def test_the_spread_holds_everyone_who_answered_once(
    dots: Mapping[str, Mapping[str, int]],
) -> None:
    tallies = dot_tallies(ABC, dots)

    answered = sum(any(each.values()) for each in dots.values())
    assert {len(tally.spread) for tally in tallies} == {answered}
    assert all(sum(tally.spread) == tally.total for tally in tallies)
    assert all(list(tally.spread) == sorted(tally.spread) for tally in tallies)


@given(st.dictionaries(voters, few_dots), st.randoms())
def test_who_gave_what_and_in_which_order_leaves_no_mark(
    dots: Mapping[str, Mapping[str, int]], chance: Any
) -> None:
    names, answers = list(dots), list(dots.values())
    chance.shuffle(names)

    assert dot_tallies(ABC, dict(zip(names, answers, strict=True))) == dot_tallies(ABC, dots)


def test_dots_on_a_note_count_for_the_group_that_it_was_put_in() -> None:
    group = Subject("g", "Samlet", note_ids=("a", "b"))

    (tally,) = dot_tallies((group,), {"v": {"a": 1, "g": 2}, "w": {"b": 1, "x": 3}})

    assert (tally.total, tally.spread) == (4, (1, 3))


@given(st.lists(st.permutations("abc"), min_size=1, max_size=20))
def test_the_points_of_a_ranking_are_those_of_the_mean_places(orders: list[list[str]]) -> None:
    tallies = rank_tallies(ABC, {str(n): ranked(order) for n, order in enumerate(orders)})

    assert sum(tally.total for tally in tallies) == 3 * len(orders)
    for tally in tallies:
        assert tally.total == 3 * len(orders) - sum(tally.spread)


def test_what_everybody_sets_first_gets_the_most_points() -> None:
    tallies = rank_tallies(ABC, {"v": ranked("bac"), "w": ranked("bca")})

    assert {t.subject_id: t.total for t in tallies} == {"a": 1, "b": 4, "c": 1}


def test_value_and_effort_are_medians_of_those_who_answered() -> None:
    ballots = {
        "v": [a_ballot("a", 2, 9), a_ballot("b", 5)],
        "w": [a_ballot("a", 7, 4)],
        "x": [a_ballot("a", 8, None)],
    }

    first, second, third = rate_tallies(ABC, ballots)

    assert (first.total, first.value, first.effort) == (3, Decimal(7), Decimal("6.5"))
    assert (second.total, second.value, second.effort) == (1, Decimal(5), None)
    assert (third.total, third.value, third.effort) == (0, None, None)
    assert (first.spread, first.second) == ((2, 7, 8), (4, 9))


@pytest.mark.parametrize(
    ("said", "agreed", "spread"),
    [
        ((Stance.YES, Stance.RESERVED), 1, (1, 1, 0)),
        ((Stance.YES, Stance.YES, Stance.NO), 0, (2, 0, 1)),
        ((), 0, (0, 0, 0)),
    ],
)
def test_there_is_consent_when_somebody_answers_and_nobody_says_no(
    said: tuple[Stance, ...], agreed: int, spread: tuple[int, ...]
) -> None:
    (tally,) = consent_tallies(ABC[:1], consent(*said))

    assert (tally.total, tally.spread) == (agreed, spread)


@pytest.mark.parametrize("count", [1, 4, 5])
def test_without_names_no_spread_is_kept_of_fewer_than_five(count: int) -> None:
    votes = Votes({str(n): {"a": 1} for n in range(count)}, {}, {})

    hidden = result_of(a_step(StepKind.DOTS, anonymous=True), ABC, votes, "r")
    named = result_of(a_step(StepKind.DOTS), ABC, votes, "r")

    assert bool(hidden.tallies[0].spread) == (count >= 5)
    assert (hidden.voters, hidden.tallies[0].total) == (count, count)
    assert len(named.tallies[0].spread) == count


def test_one_who_took_all_dots_back_has_not_answered() -> None:
    votes = Votes({"v": {"a": 0}, "w": {"a": 1}}, {}, {})

    assert result_of(a_step(StepKind.DOTS), ABC, votes, "r").voters == 1


def reasons(count: int, names: Mapping[str, str], **values: Any) -> StepResult:
    ballots = {str(n): [a_ballot("a", stance=Stance.YES)] for n in range(count)}
    ballots["9"] = [a_ballot("a", stance=Stance.RESERVED, reason="Økonomien")]
    ballots["8"] = [a_ballot("a", stance=Stance.NO, reason="Det haster ikke")]
    return result_of(a_step(StepKind.CONSENT, **values), ABC[:1], Votes({}, ballots, names), "r")


def test_reasons_stand_with_the_name_and_in_alphabetical_order() -> None:
    found = reasons(1, {"9": "Prøve Ét", "8": "Prøve To"}).reasons

    assert found == ("Ja med forbehold, Prøve Ét: Økonomien", "Nej, Prøve To: Det haster ikke")


def test_without_names_the_reason_alone_is_told_when_few_have_answered() -> None:
    assert reasons(2, {}, anonymous=True).reasons == ("Det haster ikke", "Økonomien")
    assert reasons(3, {}, anonymous=True).reasons == (
        "Ja med forbehold: Økonomien", "Nej: Det haster ikke",
    )  # fmt: skip


@given(st.lists(st.integers(1, 10)))
def test_the_median_lies_in_the_middle(numbers: list[int]) -> None:
    found = middle(numbers)

    if found is None:
        assert numbers == []
    else:
        assert 2 * sum(n < found for n in numbers) <= len(numbers)
        assert 2 * sum(n > found for n in numbers) <= len(numbers)


def test_doubled_and_missing_places_are_named() -> None:
    assert wrong_places([1, 1, 3], 3) == ((1,), (2,))
    assert wrong_places([2, 1, 3], 3) == ((), ())
