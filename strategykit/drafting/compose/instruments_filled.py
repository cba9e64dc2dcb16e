"""One instrument that somebody has filled in, with the section that it is written in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.instrument_columns import CHOICE, WEIGHTS
from strategykit.domain.instrument_rows import InstrumentRow, as_typed_again
from strategykit.domain.instruments import ColumnKind, ColumnPlan, InstrumentPlan
from strategykit.domain.numbers import danish
from strategykit.domain.outline import Ref
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import enumerated, item, phrase, quoted
from strategykit.drafting.compose.leaf import Leaf

PAGE = "redskaber"
NONE = "–"
_SHORT, _MOST_NAMED = 110, 6
_LETTERS_ACROSS, _CELL_EDGES, _LEAST_FOR_TEXTS, _NUMBER_SHARE = 92, 3, 0.4, 0.06
_LONG_TEXT, _FEW_WORDS, _SENTENCES = 60, 16, 160
_OF_NO_ITEM = {WEIGHTS: "Vægtene", CHOICE: "Valget"}

#: How much room texts of each kind ask for, beside how long they are.
WISHES: Mapping[ColumnKind, float] = {
    ColumnKind.TEXT: 2.0,
    ColumnKind.LONG: 2.4,
    ColumnKind.CHOICES: 1.8,
}


@dataclass(frozen=True)
class Filled:
    """`rows` are the instrument's own, in their order."""

    leaf: Leaf
    plan: InstrumentPlan
    rows: tuple[InstrumentRow, ...]

    @property
    def title(self) -> str:
        """What the template calls it."""
        return self.words(self.plan.title)

    def words(self, text: str) -> str:
        """A text of the template."""
        return self.leaf.ground.render(text)

    def begin(self, text: str) -> None:
        """The first sentence, which also tells where the instrument comes from."""
        cites = self.leaf.ground.sources.cite(self.words(self.plan.source))
        self.leaf.say("antal", text, self.refs(self.rows), cites=cites)

    def lack(self, name: str, text: str) -> None:
        """What is still to be filled in."""
        self.leaf.lack(name, text, PAGE)

    def refs(self, rows: Iterable[InstrumentRow]) -> tuple[Ref, ...]:
        """Rows by what they are about."""
        return tuple(
            Ref("InstrumentRow", row.id, f"{quoted(self.called(row), _SHORT)} i {self.title}")
            for row in rows
        )

    def called(self, row: InstrumentRow) -> str:
        """What a row is about, inside a sentence."""
        about = self.plan.item(row.item)
        if about is not None:
            return phrase(self.words(about.title))
        if row.value("month"):
            return phrase(as_typed_again(_MONTH, row.value("month")))
        return _OF_NO_ITEM.get(row.item) or phrase(row.headline)

    def table(
        self,
        name: str,
        caption: str,
        columns: Sequence[tuple[ColumnPlan, str]],
        rows: Sequence[InstrumentRow],
        says: str,
        numbered: str = "",
    ) -> None:
        """Rows as they were typed, under the headings given; empty columns are left out.

        `numbered` is the heading of a column that counts the rows.
        """
        shown = [(c, head) for c, head in columns if any(row.value(c.key) for row in rows)]
        header = [head for _, head in shown]
        filled = [[cell(column, row) for column, _ in shown] for row in rows]
        widths = shares([c.kind for c, _ in shown], [header, *filled])
        if numbered:
            header = [numbered, *header]
            filled = [[str(place), *cells] for place, cells in enumerate(filled, start=1)]
            widths = (_NUMBER_SHARE, *(share * (1 - _NUMBER_SHARE) for share in widths))
        self.leaf.table(
            name, caption, header, filled, says=says, rests_on=self.refs(rows), widths=widths
        )  # fmt: skip


def shares(kinds: Sequence[ColumnKind], rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Dates, amounts and choices stand on one line where texts leave room; texts share the rest."""
    columns = [[row[place] for row in rows] for place in range(len(kinds))]
    long = any(len(text) > _LONG_TEXT for column in columns for text in column)
    taken = {
        place: _unbroken(cells, words=long and kind is not ColumnKind.AMOUNT)
        for place, (kind, cells) in enumerate(zip(kinds, columns, strict=True))
        if kind not in WISHES
    }
    wished = {
        place: wish * _typical(columns[place]) ** 0.5
        for place, kind in enumerate(kinds)
        if (wish := WISHES.get(kind))
    }
    rest = max(1 - sum(taken.values()), _LEAST_FOR_TEXTS) if wished else 0
    wide = [
        taken[place] if place in taken else wished[place] / sum(wished.values()) * rest
        for place in range(len(kinds))
    ]
    return tuple(share / sum(wide) for share in wide)


def _unbroken(cells: Sequence[str], *, words: bool) -> float:
    """The share in which the longest cell, or the longest word, stands whole; a heading may break.

    All in letters of the width of the page.
    """
    head, *below = cells
    whole = [word for text in below for word in text.split()] if words else below
    longest = max(len(text) for text in (*head.split(), *whole))
    return (longest + _CELL_EDGES) / _LETTERS_ACROSS


def _typical(cells: Sequence[str]) -> float:
    """How long the texts of a column are, between a few words and some sentences."""
    lengths = [len(text) for text in cells]
    return min(max(sum(lengths) / len(lengths), _FEW_WORDS), _SENTENCES)


def cell(column: ColumnPlan, row: InstrumentRow) -> str:
    """A value as it stands in a table."""
    text = row.value(column.key)
    if not text:
        return NONE
    if column.kind is ColumnKind.AMOUNT:
        return f"{danish(int(text))} kr."
    if column.kind in (ColumnKind.DAY, ColumnKind.MONTH, ColumnKind.WHOLE):
        return as_typed_again(column, text)
    return item(text) if column.kind is ColumnKind.LONG else name(text)


def name(text: str) -> str:
    """What something is called, as it stands in a cell: "1. Politisk handlekraft" has no stop."""
    return capital(phrase(text))


def named(texts: Sequence[str]) -> str:
    """Things by their words inside a sentence, as few as it can carry."""
    return enumerated([quoted(text, _SHORT) for text in texts], _MOST_NAMED)


_MONTH = ColumnPlan(key="month", title="Måned", kind=ColumnKind.MONTH)
