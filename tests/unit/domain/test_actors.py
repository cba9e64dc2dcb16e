import pytest

from strategykit.domain.actors import Involvement, Offer, Stakeholder, Stance, held_too_far, stance
from strategykit.errors import OutOfRange


def a_stakeholder(interest: int, influence: int, **more: object) -> Stakeholder:
    facts = {"id": "s", "process_id": "p", "name": "Foreningen", **more}
    return Stakeholder(interest=interest, influence=influence, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("interest", "influence", "called_for"),
    [
        (5, 4, Stance.CLOSE),
        (3, 5, Stance.SATISFY),
        (4, 3, Stance.INFORM),
        (3, 3, Stance.WATCH),
        (1, 1, Stance.WATCH),
    ],
)
def test_interest_and_influence_say_how_near_a_stakeholder_should_be(
    interest: int, influence: int, called_for: Stance
) -> None:
    assert stance(a_stakeholder(interest, influence)) is called_for


def test_whoever_should_be_near_and_is_only_heard_is_pointed_out() -> None:
    heard = a_stakeholder(5, 5, involvement=Involvement.HEARD)
    partner = a_stakeholder(5, 5, involvement=Involvement.PARTNER)
    small = a_stakeholder(5, 1, involvement=Involvement.INFORMED)

    assert held_too_far([heard, partner, small]) == (heard,)


def test_interest_has_no_sixth_step() -> None:
    with pytest.raises(OutOfRange, match=r"'Interesse \(1-5\)' skal være fra 1 til 5"):
        a_stakeholder(6, 1)


def test_a_large_bound_is_told_as_danes_write_it() -> None:
    with pytest.raises(OutOfRange, match=r"skal være fra 0 til 1\.000\.000\."):
        Offer(id="o", process_id="p", name="Huset", capacity=-1)
