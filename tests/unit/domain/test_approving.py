"""What each body may do, and how votes are told."""

from dataclasses import replace

from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.approving import (
    at_hand,
    ended_by,
    follow_ups,
    is_given,
    outcomes_of,
    recommending,
    votes_text,
)


def a_stage(body: Body = Body.COUNCIL, **more: object) -> Stage:
    return Stage(id="s", process_id="p", body=body, name=body.value, **more)  # type: ignore[arg-type]


def test_no_other_body_is_offered_to_adopt() -> None:
    for body in Body:
        assert (Outcome.ADOPTED in outcomes_of(a_stage(body))) is (body is Body.COUNCIL)


def test_votes_are_told_as_they_were_counted() -> None:
    stage = a_stage(votes_for=5, votes_against=2, abstained=0)

    assert votes_text(stage) == "5 stemte for, 2 imod og 0 hverken for eller imod"
    assert votes_text(a_stage(votes_for=5)) == "5 stemte for"
    assert votes_text(a_stage()) == ""


def a_way(*outcomes: Outcome, round_: int = 1) -> list[Stage]:
    bodies = [*list(Body), Body.COUNCIL]
    return [
        replace(a_stage(body), id=f"{round_}:{n}", position=n, outcome=outcome, round=round_)
        for n, (body, outcome) in enumerate(zip(bodies, outcomes, strict=False), start=1)
    ]


def test_only_the_newest_way_counts() -> None:
    first = a_way(*([Outcome.RECOMMENDED] * 4), Outcome.ADOPTED)
    second = a_way(Outcome.WAITING, round_=2)

    assert ended_by(first) == first[-1]
    assert at_hand(first) is None
    assert at_hand([*first, *second]) == second[0]
    assert ended_by([*first, *second]) is None


def test_what_waits_after_the_end_has_no_case() -> None:
    way = a_way(Outcome.RECOMMENDED, Outcome.WAITING, Outcome.HEARD, Outcome.HEARD, Outcome.ADOPTED)

    assert at_hand(way) is None


def test_the_indstilling_is_the_committees_own_and_given_when_it_decided() -> None:
    waits = replace(a_stage(Body.COMMITTEE), recommendation="At den vedtages.")
    given = replace(waits, outcome=Outcome.RECOMMENDED)

    assert recommending([replace(waits, recommendation=" ")]) is None
    assert not is_given(recommending([waits]))
    assert is_given(recommending([given]))
    assert not is_given(recommending([given, replace(waits, id="igen")]))  # sent back since


def test_what_is_sent_back_goes_through_the_bodies_of_its_own_way_alone() -> None:
    first = a_way(*([Outcome.RECOMMENDED] * 4), Outcome.ADOPTED)
    second = [replace(s, position=s.position + 5) for s in a_way(
        Outcome.RECOMMENDED, Outcome.SENT_BACK, round_=2)]  # fmt: skip

    again = follow_ups(second[-1], [*first, *second])

    assert [s.body for s in again] == [Body.COMMITTEE, Body.STANDING]
    assert {s.round for s in again} == {2}


def test_the_first_undecided_body_has_the_case() -> None:
    done = a_stage(Body.FINANCE, outcome=Outcome.RECOMMENDED)
    waits = a_stage(Body.COUNCIL)

    assert at_hand([done, waits]) == waits
    assert at_hand([done]) is None
