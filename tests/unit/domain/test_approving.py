"""What each body may do, and how votes are told."""

from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.approving import at_hand, outcomes_of, votes_text


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


def test_the_first_undecided_body_has_the_case() -> None:
    done = a_stage(Body.FINANCE, outcome=Outcome.RECOMMENDED)
    waits = a_stage(Body.COUNCIL)

    assert at_hand([done, waits]) == waits
    assert at_hand([done]) is None
