"""From decisions to words: what each decided point writes in the next version of the draft.

Every accepted point is written, stands in what another one writes, collides or is left to hand.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from strategykit.domain.carrying import ByHand, Carried, Collision, Paper, Writing
from strategykit.domain.carrying_rows import Rows
from strategykit.domain.carrying_words import join, write_words
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Draft, Figure, Paragraph, Table, Tone
from strategykit.domain.points import Wish
from strategykit.domain.rewriting import CELL, HEADING

__all__ = ["ByHand", "Carried", "Collision", "Writing", "carried_in", "carry"]

CONTENTS = "indholdsfortegnelse"
_ROWS = (MarkKind.ROW_ADDED, MarkKind.ROW_REMOVED)
NOWHERE = "Det vides ikke, hvor i udkastet det hører til."
ELSEWHERE = "Det står uden for selve teksten og rettes i kommunens skabelon."
MOVED = "Flytningen laves i hånden, så det er tydeligt, hvor teksten skal stå."
SAID = "Bemærkningen er godtaget, men ingen har skrevet, hvad der så skal stå."
NOT_THERE = "Stykket står ikke i udkastet længere."
LACKING = "Pladsen er ikke udfyldt endnu. Skriv teksten på sin egen side."
NO_CELL = "Tabellens felt kan ikke findes i udkastet."
HEAD_STAYS = "En overskrift, en tabel eller en figur tages ud, hvor kapitlet skrives."


def carried_in(draft: Draft, decided: Sequence[Wish]) -> tuple[list[Writing], list[Collision]]:
    """What is written in a draft that nobody has changed since, and what cannot be."""
    done = carry(draft, draft, decided)
    return list(done.writings), list(done.collisions)


def carry(sent: Draft, now: Draft, decided: Iterable[Wish]) -> Carried:
    """What to write so that the draft says what was decided; `sent` is what they have read."""
    paper = Paper(sent, now)
    wishes = []
    for wish in decided:
        if wish.point.changes_text and not wish.point.done_in:
            why = _by_hand(paper, wish)
            if why:
                paper.leave([wish], why)
            else:
                wishes.append(wish)
    ordered = sorted(wishes, key=lambda w: (paper.order(w), _place(w)))
    for _, some in groupby(ordered, lambda w: _place(w)[:2]):
        _write_block(paper, list(some))
    join(paper, [w for w in ordered if w.first.kind is MarkKind.JOIN])
    return paper.carried()


def _write_block(paper: Paper, found: list[Wish]) -> None:
    """All that is decided on one paragraph, table, figure or heading."""
    rows = [w for w in found if w.first.kind in _ROWS]
    rest = [w for w in found if w not in rows and w.first.kind is not MarkKind.JOIN]
    table = Rows(paper, rows, rest)
    for (_, _, part), some in groupby(table.without_rows(rest), _place):
        write_words(paper, part, list(some))
    table.write()  # last: until then the cells have the numbers that people saw


def _place(wish: Wish) -> tuple[str, str, str]:
    named = "" if wish.point.part in (HEADING, CONTENTS) else wish.point.part
    return wish.point.section, wish.point.block, named or ("" if wish.point.block else HEADING)


def _by_hand(paper: Paper, wish: Wish) -> str:
    """Why nobody but a person can write it; empty when it can be written."""
    point, kind = wish.point, wish.first.kind
    if not (point.section or point.block):
        return ELSEWHERE if point.part else NOWHERE
    if kind is MarkKind.MOVE and not point.final:
        return MOVED
    if kind not in _ROWS and not (point.final or wish.asked or wish.first.removed):
        return SAID
    if wish.is_comment and not point.final:
        return SAID
    if not paper.knows(point.block or point.section):
        return NOT_THERE
    return _fixed(paper, wish)


def _fixed(paper: Paper, wish: Wish) -> str:
    block, part = paper.block(wish.point.block), wish.point.part
    if isinstance(block, Paragraph) and block.tone is Tone.MISSING:
        return LACKING
    if isinstance(block, Table):
        return "" if not CELL.fullmatch(part) or paper.has_cell(wish) else NO_CELL
    if CELL.fullmatch(part) or wish.first.kind in _ROWS:
        return NO_CELL
    whole = wish.first.kind in (MarkKind.GONE_PARAGRAPH, MarkKind.JOIN)
    standing = block is None or isinstance(block, Figure)
    return HEAD_STAYS if whole and standing and not wish.point.final else ""
