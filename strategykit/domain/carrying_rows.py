"""Decided rows of a table: those that come, those that go, and the whole table when all go."""

import re
from collections.abc import Sequence

from strategykit.domain.carrying import Paper, ids_of
from strategykit.domain.drafts import RewriteAct
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Table
from strategykit.domain.points import Wish
from strategykit.domain.rewriting import ROW_SEPARATOR, after_row, row_name, row_text

_NUMBER = re.compile(r"(efter )?række (\d+)")
NO_ROW = "Rækken kan ikke findes i tabellen, som den er nu."
HEAD_ROW = "Tabellens øverste række med overskrifter bliver stående."
COLUMNS = "Den nye række har ikke lige så mange felter, som tabellen har."
CAPTION = "Tabellens overskrift kan ikke tages ud, når tabellen bliver stående."
OWN_WORDS = "Udvalget har skrevet sin egen tekst til en række, der ellers skulle ud."


class Rows:
    """The wishes for whole rows of one table; `rest` are the other wishes for it."""

    def __init__(self, paper: Paper, rows: Sequence[Wish], rest: Sequence[Wish]) -> None:
        self._paper = paper
        table = paper.block((*rows, *rest)[0].point.block) if (rows or rest) else None
        self._table = table if isinstance(table, Table) else None
        self._gone: dict[int, Wish] = {}
        self._come: list[tuple[int, Wish]] = []
        if self._table is not None:
            self._sort_out(self._table, rows)

    def _sort_out(self, table: Table, rows: Sequence[Wish]) -> None:
        for wish in rows:
            goes = wish.first.kind is MarkKind.ROW_REMOVED
            at = self._number(table, wish)
            if at is None or at == 0:
                self._paper.leave([wish], NO_ROW)
            elif goes and wish.point.final:
                self._paper.leave([wish], OWN_WORDS)
            elif goes:
                self._gone[at] = wish
            elif len(_cells(wish)) != len(table.header):
                self._paper.leave([wish], COLUMNS)
            else:
                self._come.append((at, wish))

    def without_rows(self, rest: Sequence[Wish]) -> list[Wish]:
        """What is left to write of the other wishes; a whole table that goes takes all along."""
        table = self._table
        if table is None:
            return list(rest)
        if len(self._gone) == len(table.rows) + 1:
            return self._whole(table, rest)
        if 1 in self._gone:
            self._paper.leave([self._gone.pop(1)], HEAD_ROW)
        return [wish for wish in rest if not self._in_the_way(wish)]

    def _whole(self, table: Table, rest: Sequence[Wish]) -> list[Wish]:
        found = [*rest, *self._gone.values()]
        others = [w for w in rest if w.first.kind is not MarkKind.GONE_PARAGRAPH]
        if others or self._come:
            self._paper.collide([*found, *(wish for _, wish in self._come)])
        else:
            words = table.caption or row_text(table.header)
            self._paper.write(table.key, "", RewriteAct.REMOVE, words, ids_of(found))
        self._gone, self._come = {}, []
        return []

    def _in_the_way(self, wish: Wish) -> bool:
        number = _NUMBER.match(wish.point.part)
        if number and int(number[2]) in self._gone:
            self._paper.collide([self._gone.pop(int(number[2])), wish])
        elif wish.first.kind is MarkKind.GONE_PARAGRAPH and not (number or wish.point.final):
            self._paper.leave([wish], CAPTION)
        else:
            return False
        return True

    def write(self) -> None:
        """From below, so that the numbers of the rows above stay true."""
        if self._table is None:
            return
        rows = (self._table.header, *self._table.rows)
        for at in range(len(rows), 0, -1):
            for _, wish in reversed([each for each in self._come if each[0] == at]):
                words = ROW_SEPARATOR.join(_cells(wish))
                self._paper.write(
                    self._table.key, after_row(at), RewriteAct.INSERT, words, ids_of([wish])
                )
            if at in self._gone:
                self._paper.write(
                    self._table.key, row_name(at), RewriteAct.REMOVE, row_text(rows[at - 1]),
                    ids_of([self._gone[at]]),
                )  # fmt: skip

    def _number(self, table: Table, wish: Wish) -> int | None:
        """The row as the table counts now; a new row's is the one that it comes after."""
        named = _NUMBER.match(wish.point.part)
        if named is None:
            return None
        number = int(named[2])
        if wish.first.kind is MarkKind.ROW_REMOVED:
            return _at(table, number, wish.first.removed)
        number -= 0 if named[1] else 1
        read = self._paper.table_read(wish.point.block)
        rows = (read.header, *read.rows) if read else ()
        if not rows or not number:
            return None
        number = min(number, len(rows))
        return _at(table, number, row_text(rows[number - 1]))


def _at(table: Table, number: int, words: str) -> int | None:
    """Where the row stands now: at its number, else the only one with the same words."""
    rows = [_plain(row_text(row)) for row in (table.header, *table.rows)]
    if number <= len(rows) and rows[number - 1] == _plain(words):
        return number
    same = [at for at, row in enumerate(rows, start=1) if row == _plain(words)]
    return same[0] if len(same) == 1 else None


def _cells(wish: Wish) -> tuple[str, ...]:
    words = wish.point.final or wish.first.added
    return tuple(cell.strip() for cell in words.split(ROW_SEPARATOR.strip()))


def _plain(text: str) -> str:
    return " ".join(text.split())
