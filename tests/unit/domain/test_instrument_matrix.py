"""Interfaces between actors."""

from strategykit.domain.actors import Actor, Side
from strategykit.domain.instrument_matrix import (
    barrier_counts,
    between,
    chosen_interfaces,
    lacks_internal,
    matrix_of,
    state_counts,
)
from tests.unit.domain.test_instrument_rows import row

TURNING = row(1, one="Skolen", other="Jobcentret", state="fungerer", barriers="juridisk; faglig")
EARLY = row(2, one="Jobcentret", other="Skolen", state="mangler", barriers="juridisk", chosen="nej")
POLICE = row(3, one="Skolen", other="Politiet", state="skal styrkes", chosen="ja")
ROWS = [TURNING, EARLY, POLICE]


def test_a_pair_has_all_its_states_both_ways_with_the_worst_first() -> None:
    matrix = matrix_of(ROWS)

    assert matrix.actors == ("Skolen", "Jobcentret", "Politiet")
    assert matrix.states_of("Skolen", "Jobcentret") == ("mangler", "fungerer")
    assert matrix.states_of("Jobcentret", "Skolen") == ("mangler", "fungerer")
    assert matrix.states_of("Jobcentret", "Politiet") == ()


def test_every_barrier_is_counted_the_most_frequent_first() -> None:
    counts = barrier_counts(ROWS)

    assert counts[:2] == (("juridisk", 2), ("faglig", 1))
    assert len(counts) == 6
    assert state_counts(ROWS) == (("fungerer", 1), ("skal styrkes", 1), ("mangler", 1))


def test_a_choice_without_an_internal_interface_is_seen() -> None:
    sides = (("Skolen", Side.INTERNAL), ("Jobcentret", Side.INTERNAL), ("Politiet", Side.EXTERNAL))
    actors = [Actor(id=name, process_id="p", name=name, side=side) for name, side in sides]
    inner = row(4, one="Skolen", other="Jobcentret", state="mangler", chosen="ja")

    assert [between(r) for r in chosen_interfaces(ROWS)] == ["Skolen og Politiet"]
    assert lacks_internal(ROWS, actors)
    assert not lacks_internal([*ROWS, inner], actors)
    assert not lacks_internal([TURNING], actors)
