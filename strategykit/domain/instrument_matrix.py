"""Interfaces between actors: who meets whom, how it goes, and what stands in the way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.actors import Actor, Side
from strategykit.domain.instrument_columns import BARRIERS, STATES, YES_NO
from strategykit.domain.instrument_rows import BETWEEN, InstrumentRow

NOT_LOOKED_AT = "ikke vurderet"


@dataclass(frozen=True)
class Matrix:
    """`actors` in the order in which they were named; a pair has the same states both ways."""

    actors: tuple[str, ...]
    states: Mapping[frozenset[str], tuple[str, ...]]

    def states_of(self, one: str, other: str) -> tuple[str, ...]:
        """How it goes between two, the worst first; empty where nobody has said."""
        return self.states.get(frozenset((one, other)), ())


def matrix_of(rows: Sequence[InstrumentRow]) -> Matrix:
    """Every actor that is named against every other; one pair may meet in several interfaces."""
    actors = dict.fromkeys(name for row in rows for name in actors_of(row))
    found: dict[frozenset[str], set[str]] = {}
    for row in rows:
        found.setdefault(frozenset(actors_of(row)), set()).add(row.value("state"))
    worst_first = tuple(reversed(STATES))
    states = {pair: tuple(s for s in worst_first if s in found[pair]) for pair in found}
    return Matrix(tuple(actors), states)


def actors_of(row: InstrumentRow) -> tuple[str, str]:
    """The two that meet."""
    return row.value("one"), row.value("other")


def between(row: InstrumentRow) -> str:
    """The interface as a heading."""
    return " og ".join(actors_of(row))


def barriers_of(row: InstrumentRow) -> tuple[str, ...]:
    """What stands in the way of it."""
    return tuple(part for part in row.value("barriers").split(BETWEEN) if part)


def barrier_counts(rows: Sequence[InstrumentRow]) -> tuple[tuple[str, int], ...]:
    """All six barriers with the number of interfaces that each stands in the way of, most first."""
    named = [part for row in rows for part in barriers_of(row)]
    counted = ((barrier, named.count(barrier)) for barrier in BARRIERS)
    return tuple(sorted(counted, key=lambda each: -each[1]))


def state_counts(rows: Sequence[InstrumentRow]) -> tuple[tuple[str, int], ...]:
    """How many interfaces are in each state."""
    return tuple((state, sum(row.value("state") == state for row in rows)) for state in STATES)


def chosen_interfaces(rows: Iterable[InstrumentRow]) -> tuple[InstrumentRow, ...]:
    """Those that will be worked on."""
    return tuple(row for row in rows if row.value("chosen") == YES_NO[0])


def lacks_internal(rows: Sequence[InstrumentRow], actors: Sequence[Actor]) -> bool:
    """Whether something is chosen, but nothing that the municipality can decide by itself."""
    internal = {actor.name for actor in actors if actor.side is Side.INTERNAL}
    chosen = chosen_interfaces(rows)
    return bool(chosen) and not any(set(actors_of(row)) <= internal for row in chosen)
