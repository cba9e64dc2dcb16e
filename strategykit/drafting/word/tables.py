"""Tables, row by row as text: one parse for all rows is what makes a long table cheap."""

import re

from strategykit.domain.outline import Table
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.oxml import one_line, run

_NUMBER = re.compile(
    r"[-\u2212+]?\d[\d.,\s]*(pct\.|%|kr\.|mio\. kr\.)?|[-\u2013]|\.\.|under \d+|skjult"
)
_LONGEST_UNSPLIT = 900
_SMALL_ROWS = 6
_SMALL_TEXT = 700
_LONG_TEXT = 240
_LONGEST_WORD = 18
_LETTER = 124
"""A bold letter of 9 points, rather wide, in twentieths of a point."""

_CELL_EDGES = 240
_NAME = re.compile(r"(19|20)\d\d|\d\d?[.:]\d\d")


def table_xml(desk: Desk, table: Table) -> str:
    """The table with a header row that is repeated, and rows that stay on one page."""
    columns = max(len(table.header), *(len(row) for row in table.rows), 1)
    widths = column_widths(table, columns, desk.text_width)
    numeric = [_is_numeric(table, column) for column in range(columns)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = _Rows(desk, widths, numeric, keep=_is_small(table))
    return (
        f"<w:tbl>{_properties(desk, table, sum(widths))}<w:tblGrid>{grid}</w:tblGrid>"
        f"{rows.header(table.header)}{rows.body(table.rows)}</w:tbl>"
    )


class _Rows:
    """Rows of one table: the widths and the sides that its columns keep to."""

    def __init__(self, desk: Desk, widths: list[int], numeric: list[bool], *, keep: bool) -> None:
        self._text = desk.styles["Tabeltekst"]
        self._head = desk.styles["Tabelhoved"]
        self._widths = [f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>' for w in widths]
        self._sides = ['<w:jc w:val="right"/>' if right else "" for right in numeric]
        self._keep = "<w:keepNext/>" if keep else ""

    def header(self, cells: tuple[str, ...]) -> str:
        props = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        return f"<w:tr>{props}{self._cells(cells, self._head, '')}</w:tr>"

    def body(self, rows: tuple[tuple[str, ...], ...]) -> str:
        last = len(rows) - 1
        return "".join(
            self._row(row, self._keep if place < last else "") for place, row in enumerate(rows)
        )

    def _row(self, cells: tuple[str, ...], keep: str) -> str:
        # a row higher than a page must be allowed to go on to the next one
        whole = max((len(cell) for cell in cells), default=0) <= _LONGEST_UNSPLIT
        props = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
        return f"<w:tr>{props}{self._cells(cells, self._text, keep)}</w:tr>"

    def _cells(self, cells: tuple[str, ...], style: str, keep: str) -> str:
        padded = (*cells, *[""] * (len(self._widths) - len(cells)))
        return "".join(
            f'{width}<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{side}</w:pPr>'
            f"{run(text) if text else ''}</w:p></w:tc>"
            for width, side, text in zip(self._widths, self._sides, padded, strict=True)
        )


def _properties(desk: Desk, table: Table, width: int) -> str:
    """`tblLook` names the header row for screen readers and for the style."""
    return (
        f'<w:tblPr><w:tblStyle w:val="{desk.styles["Strategitabel"]}"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{one_line(table.caption)}"/>'
        f'<w:tblDescription w:val="{one_line(table.description)}"/></w:tblPr>'
    )


def _is_numeric(table: Table, column: int) -> bool:
    """Whether the column holds sizes, which stand to the right; years and times are names."""
    cells = [row[column].strip() for row in table.rows if column < len(row)]
    filled = [cell for cell in cells if cell]
    figures = [cell for cell in filled if any(sign.isdigit() for sign in cell)]
    if column == 0 or all(_NAME.fullmatch(cell) for cell in figures):
        return False
    return all(_NUMBER.fullmatch(cell) for cell in filled)


def _is_small(table: Table) -> bool:
    """Whether the whole table may be kept on one page."""
    text = sum(len(cell) for row in table.rows for cell in row)
    return len(table.rows) <= _SMALL_ROWS and text <= _SMALL_TEXT


def column_widths(table: Table, columns: int, width: int) -> list[int]:
    """By the shares that the table gives, else by its texts; no word is broken without need."""
    cells = [_column(table, column) for column in range(columns)]
    shares = list(table.widths)
    if len(shares) != columns or min(shares) <= 0:
        shares = [_weight(texts) for texts in cells]
    least = [_least(texts) for texts in cells]
    if sum(least) >= width:
        return _whole([width * room / sum(least) for room in least], width)
    return _whole(_shared(shares, least, width), width)


def _column(table: Table, column: int) -> list[str]:
    return [row[column] for row in (table.header, *table.rows) if column < len(row)]


def _weight(texts: list[str]) -> float:
    """Long texts weigh more, but less and less."""
    typical = sum(len(text) for text in texts) / max(len(texts), 1)
    return float(max(min(typical, _LONG_TEXT), 4) ** 0.7)


def _least(texts: list[str]) -> int:
    """Room for the longest word, or for so much of it that it can be divided."""
    word = max((len(word) for text in texts for word in text.split()), default=1)
    return min(word, _LONGEST_WORD) * _LETTER + _CELL_EDGES


def _shared(shares: list[float], least: list[int], width: int) -> list[float]:
    """Columns that would get less than they need get just that; the others share the rest."""
    fixed: dict[int, int] = {}
    while True:
        rest = width - sum(fixed.values())
        whole = sum(share for place, share in enumerate(shares) if place not in fixed)
        wide = [fixed.get(place, rest * share / whole) for place, share in enumerate(shares)]
        narrow = [p for p, room in enumerate(wide) if p not in fixed and room < least[p]]
        if not narrow:
            return wide
        fixed |= {place: least[place] for place in narrow}


def _whole(widths: list[float], width: int) -> list[int]:
    """Twentieths of a point that sum to the width; what rounding leaves goes to the last."""
    rounded = [round(room) for room in widths[:-1]]
    return [*rounded, width - sum(rounded)]
