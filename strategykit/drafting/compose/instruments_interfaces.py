"""Interfaces between actors: how each goes, what stands in the way, and which are worked on."""

from collections.abc import Sequence

from strategykit.domain.actors import Actor
from strategykit.domain.chart_data import Bar, BarGroup
from strategykit.domain.chart_text import groups_text
from strategykit.domain.instrument_columns import STATES
from strategykit.domain.instrument_matrix import (
    Matrix,
    barrier_counts,
    barriers_of,
    between,
    chosen_interfaces,
    lacks_internal,
    matrix_of,
    state_counts,
)
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.numbers import danish
from strategykit.domain.outline import Bars
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import counted, enumerated, item, number, phrase
from strategykit.drafting.compose.instruments_filled import NONE, Filled, name

_SAME = "·"
_ALL = dict(
    zip(STATES, ("de fungerer alle", "de skal alle styrkes", "de mangler alle"), strict=True)
)
_LETTERS_ACROSS, _LONGEST_WORD, _SHORTEST = 68, 18, 9


def interfaces(filled: Filled) -> None:
    """How many, the matrix, the barriers, and what is worked on."""
    matrix = matrix_of(filled.rows)
    filled.begin(_counted(filled, matrix))
    _matrix(filled, matrix)
    _barriers(filled)
    _worked_on(filled)


def _counted(filled: Filled, matrix: Matrix) -> str:
    many = counted(len(filled.rows), "én samarbejdsflade", "samarbejdsflader")
    states = [(number(n), state) for state, n in state_counts(filled.rows) if n]
    told = enumerated([f"{of} {state}" for of, state in states])
    if len(states) == 1 and len(filled.rows) > 1:
        told = _ALL[states[0][1]]
    actors = number(len(matrix.actors))
    return f"Udvalget har set på {many} mellem {actors} aktører: {told}."


def _matrix(filled: Filled, matrix: Matrix) -> None:
    """Each against each where there is room for it, else for each actor whom it meets and how."""
    if _letters(matrix) <= _LETTERS_ACROSS:
        _each_against_each(filled, matrix)
    else:
        _by_actor(filled, matrix)


def _letters(matrix: Matrix) -> int:
    words = [max(map(len, [*name.split(), ""])) for name in matrix.actors]
    columns = [min(max(word, _SHORTEST), _LONGEST_WORD) + 2 for word in words]
    return sum(columns) + max(columns, default=0)


def _each_against_each(filled: Filled, matrix: Matrix) -> None:
    rows = [
        (name(one), *(_state(matrix, one, other) for other in matrix.actors))
        for one in matrix.actors
    ]
    filled.leaf.table(
        "matrix", f"{filled.title}: aktør mod aktør",
        ("Aktør", *(name(actor) for actor in matrix.actors)), rows,
        says="Hvordan hver aktør arbejder sammen med hver af de andre. En streg betyder, at "
        "udvalget ikke har set på det; prikken er aktøren selv.",
        rests_on=filled.refs(filled.rows),
    )  # fmt: skip


def _state(matrix: Matrix, one: str, other: str) -> str:
    if one == other and not matrix.states_of(one, other):
        return _SAME
    return capital(", ".join(matrix.states_of(one, other))) or NONE


def _by_actor(filled: Filled, matrix: Matrix) -> None:
    rows = [(name(one), *(_meets(matrix, one, state) for state in STATES)) for one in matrix.actors]
    filled.leaf.table(
        "matrix", f"{filled.title}: hvem arbejder sammen, og hvordan",
        ("Aktør", *(f"{capital(state)} med" for state in STATES)), rows,
        says="For hver aktør, hvem samarbejdet fungerer med, hvem det skal styrkes med, og hvem "
        "det mangler med.",
        rests_on=filled.refs(filled.rows), widths=(0.25, 0.25, 0.25, 0.25),
    )  # fmt: skip


def _meets(matrix: Matrix, one: str, state: str) -> str:
    others = [other for other in matrix.actors if state in matrix.states_of(one, other)]
    return enumerated([phrase(other) for other in others], len(matrix.actors)) or NONE


def _barriers(filled: Filled) -> None:
    """All six, also those that stand in nobody's way."""
    counts = barrier_counts(filled.rows)
    most = counts[0][1]
    if not most:
        return
    named = [f"den {_definite(each)}" for each, many in counts if many == most]
    flader = counted(most, "én samarbejdsflade", "samarbejdsflader")
    said = f"Den barriere, der går igen flest steder, er {named[0]}. Den er nævnt ved {flader}."
    if len(named) > 1:
        said = f"De barrierer, der går igen flest steder, er {enumerated(named)}. De er hver "
        said += f"nævnt ved {flader}."
    rests = filled.refs(row for row in filled.rows if barriers_of(row))
    filled.leaf.say("barrierer", said, rests)
    drawn = Bars((BarGroup("", tuple(_bar(each, many) for each, many in counts)),))
    caption = "Barrierer, og hvor mange samarbejdsflader de er nævnt ved"
    filled.leaf.figure("barrierer:figur", caption, groups_text(drawn.groups), drawn, rests)


def _definite(barrier: str) -> str:
    """ "den økonomiske barriere": the adjective as it stands after "den"."""
    return f"{barrier}le" if barrier.endswith("el") else f"{barrier}e"


def _bar(barrier: str, many: int) -> Bar:
    return Bar(capital(barrier), many, f"{danish(many)} {'sted' if many == 1 else 'steder'}")


def _worked_on(filled: Filled) -> None:
    chosen = chosen_interfaces(filled.rows)
    others = [row for row in filled.rows if row not in chosen]
    if chosen:
        many = counted(len(chosen), "én af samarbejdsfladerne", "af samarbejdsfladerne")
        filled.leaf.say("valgt", f"Udvalget vil arbejde med {many}.", filled.refs(chosen))
    else:
        said = f"{filled.title}: Udvalget har ikke valgt, hvilke samarbejdsflader der arbejdes med."
        filled.lack("valgt", said)
    if lacks_internal(filled.rows, filled.leaf.ground.of(Actor)):
        said = "Ingen af dem er alene mellem kommunens egne aktører."
        filled.leaf.say("egne", said, filled.refs(chosen))
    _listed(filled, "valgte", "Samarbejdsflader, der arbejdes med", chosen)
    told = [row for row in others if barriers_of(row) or row.value("note")]
    _listed(filled, "andre", "De øvrige samarbejdsflader", told)


def _listed(filled: Filled, key: str, caption: str, rows: Sequence[InstrumentRow]) -> None:
    filled.leaf.table(
        key,
        caption, ("Mellem", "Sådan står det til", "Barrierer", "Det skal der til"),
        [
            (
                name(between(row)), capital(row.value("state")),
                capital(enumerated(list(barriers_of(row)))) or NONE,
                item(row.value("note")) or NONE,
            )
            for row in rows
        ],
        says="Hver samarbejdsflade med, hvordan det står til, barriererne og det, der skal til.",
        rests_on=filled.refs(rows), widths=(0.27, 0.17, 0.2, 0.36),
    )  # fmt: skip
