"""Pages to print and cut up: cards with prompts, and round dots to vote with."""

from collections.abc import Sequence
from itertools import islice

from strategykit.domain.paper import DotSheet
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.oxml import one_line, paragraph, run
from strategykit.drafting.word.pictures import graphic, inline, ornament
from strategykit.drafting.word.surfaces import dot

_CARDS_ACROSS = 2
_CARD_HEIGHT = 3118
"""5.5 cm in twentieths of a point: four rows and a heading fill a page."""

_DOTS_ACROSS = 7
_DOT_HEIGHT = 1247
_DOT = 19 * 36_000
"""19 mm, the size of the labels that shops sell for it."""

_SIZES = ((40, 36), (90, 30), (180, 24), (320, 20))
_SMALLEST = 17


def cards(desk: Desk, texts: Sequence[str]) -> str:
    """Eight cards to a page between dashed lines to cut along."""
    widths = _even(desk.text_width, _CARDS_ACROSS)
    cells = [_card(desk, text, widths[0]) for text in texts]
    blank = _card(desk, "", widths[0])
    about = f"{len(texts)} kort til at klippe ud"
    return _grid(desk, widths, _rows(cells, blank, _CARDS_ACROSS, _CARD_HEIGHT), about, _CUT)


def dots(desk: Desk, sheet: DotSheet) -> str:
    """The dots of a sheet, seven to a row."""
    widths = _even(desk.text_width, _DOTS_ACROSS)
    relation = desk.picture(dot(desk.look.accent))
    cells = [_dot(desk, relation, widths[0]) for _ in range(sheet.dots)]
    blank = _cell(desk, widths[0], "", "")
    about = f"{sheet.dots} prikker: {sheet.label}"
    return _grid(desk, widths, _rows(cells, blank, _DOTS_ACROSS, _DOT_HEIGHT), about, "")


_CUT = "".join(
    f'<w:{side} w:val="dashed" w:sz="6" w:space="0" w:color="7C8B92"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _grid(desk: Desk, widths: list[int], rows: str, about: str, borders: str) -> str:
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{edges}'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblDescription w:val="{one_line(about)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        + paragraph(desk.styles["Efter tabel"], "")
    )


def _rows(cells: Sequence[str], blank: str, across: int, height: int) -> str:
    props = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
    rest = iter(cells)
    rows: list[str] = []
    while row := list(islice(rest, across)):
        row += [blank] * (across - len(row))
        rows.append(f"<w:tr>{props}{''.join(row)}</w:tr>")
    return "".join(rows)


def _card(desk: Desk, text: str, width: int) -> str:
    size = next((size for most, size in _SIZES if len(text) <= most), _SMALLEST)
    return _cell(desk, width, run(text, f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'), "Kort")


def _dot(desk: Desk, relation: str, width: int) -> str:
    shape = desk.next_shape()
    drawn = graphic(shape, relation, "", _DOT, _DOT)
    return _cell(
        desk, width, f"<w:r>{inline((_DOT, _DOT), ornament(shape, 'Prik') + drawn)}</w:r>", "Kort"
    )


def _cell(desk: Desk, width: int, inside: str, style: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(desk.styles[style or 'Kort'], inside)}</w:tc>"
    )


def _even(width: int, parts: int) -> list[int]:
    return [width // parts] * parts
