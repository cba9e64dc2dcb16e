"""Tables: header rows, widths, and what a long or crooked table does."""

from typing import Any

import pytest
from docx.oxml.ns import qn

from strategykit.domain.outline import Draft, Paragraph, Section, Table
from strategykit.drafting.word import write_word
from strategykit.drafting.word.tables import column_widths
from tests.support.word_drafts import NOW, prose, rich_draft
from tests.support.word_files import opened, xml

WIDTH = 9072


def a_table(*rows: tuple[str, ...], header: tuple[str, ...] = ("Mål", "Tal"), **more: Any) -> Table:
    return Table("t", more.pop("caption", "Tal"), header, rows, "Beskrivelse", **more)


def written(*blocks: Table | Paragraph) -> bytes:
    cover = rich_draft().cover
    return write_word(Draft("d", cover, (Section("a", "Afsnit", 1, blocks),), ()), {}, NOW)


def only_table(data: bytes) -> Any:
    return next(xml(data).iter(qn("w:tbl")))


def sides(table: Any) -> list[list[str]]:
    """The side that the text of each cell keeps to."""
    return [
        [jc[0].get(qn("w:val")) if (jc := list(cell.iter(qn("w:jc")))) else "left" for cell in row]
        for row in ([c for c in r if c.tag == qn("w:tc")] for r in table.iter(qn("w:tr")))
    ]


def test_the_header_row_is_repeated_and_the_table_is_described() -> None:
    table = only_table(written(a_table(("A", "1"), caption="Tre tal")))
    rows = list(table.iter(qn("w:tr")))

    assert [len(list(row.iter(qn("w:tblHeader")))) for row in rows] == [1, 0]
    assert next(table.iter(qn("w:tblCaption"))).get(qn("w:val")) == "Tre tal"
    assert next(table.iter(qn("w:tblDescription"))).get(qn("w:val")) == "Beskrivelse"
    assert next(table.iter(qn("w:tblLook"))).get(qn("w:firstRow")) == "1"


def test_rows_stay_whole_unless_they_are_higher_than_a_page() -> None:
    rows = list(only_table(written(a_table(("A", "1"), (prose(0, 200), "2")))).iter(qn("w:tr")))

    assert [len(list(row.iter(qn("w:cantSplit")))) for row in rows] == [1, 1, 0]


def test_figures_stand_to_the_right_and_names_to_the_left() -> None:
    table = a_table(
        ("1", "12,5", "2027", "16.30", "10 pct."),
        ("2", "1.200", "2028", "17.00", "–"),
        header=("Nr.", "Antal", "År", "Tid", "Andel"),
    )

    row = ["left", "right", "left", "left", "right"]
    assert sides(only_table(written(table))) == [row, row, row]


def test_a_row_too_short_is_filled_and_a_row_too_long_keeps_all_its_cells() -> None:
    document = opened(written(a_table(("A",), ("B", "2", "mere"))))

    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert cells == [["Mål", "Tal", ""], ["A", "", ""], ["B", "2", "mere"]]


def test_a_table_without_a_caption_has_none_and_is_not_counted() -> None:
    data = written(a_table(("A", "1"), caption=""), a_table(("B", "2")))
    document = opened(data)

    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions == ["Tabel 1. Tal"]


def test_two_tables_in_a_row_stay_two() -> None:
    body = xml(written(a_table(("A", "1"), caption=""), a_table(("B", "2"), caption="")))[0]
    tags = [child.tag.rsplit("}")[-1] for child in body][-5:]

    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (a_table(("A", "1"), widths=(0.75, 0.25)), [6804, 2268]),
        (a_table(("A", "1"), widths=(3, 1)), [6804, 2268]),
        (a_table(header=()), [9072]),
    ],
)
def test_widths_that_are_given_are_kept_to(table: Table, expected: list[int]) -> None:
    assert column_widths(table, len(expected), WIDTH) == expected


def test_no_column_is_too_narrow_for_its_longest_word() -> None:
    table = a_table((prose(0, 9), "14"), header=("Udsagn", "Prioritering"), widths=(0.99, 0.01))

    wide, narrow = column_widths(table, 2, WIDTH)
    assert wide + narrow == WIDTH
    assert narrow == 12 * 124 + 240


def test_more_columns_than_there_is_room_for_still_fit_the_page() -> None:
    header = tuple(f"Forvaltning{n}" for n in range(20))

    widths = column_widths(a_table(header=header), 20, WIDTH)
    assert sum(widths) == WIDTH
    assert min(widths) > 300
