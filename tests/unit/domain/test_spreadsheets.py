import pytest

from strategykit.domain.spreadsheets import (
    MOST_ROWS,
    OLD_ENCODING,
    SheetRow,
    decoded,
    neutralised,
    text_rows,
)
from strategykit.errors import FileBroken, FileTooLarge


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert decoded("Værdi".encode("utf-8-sig")) == ("Værdi", "")
    assert decoded("Værdi".encode("utf-16")) == ("Værdi", "")


def test_an_old_encoding_is_read_and_said() -> None:
    assert decoded("Værdi på".encode("cp1252")) == ("Værdi på", OLD_ENCODING)


@pytest.mark.parametrize("data", [b"a\x00b", b"\x89PNG\r\n\x1a\n\x00", b"\x81\x8d\xff"])
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(FileBroken, match=r"et regneark \(\.xlsx\) eller en CSV-fil"):
        decoded(data)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(FileTooLarge, match="højst fylde 10 MB"):
        decoded(b"a" * 10_000_001)


def test_rows_know_their_line_and_blank_ones_are_skipped() -> None:
    rows = list(text_rows('a;b\r\n;\r\n\r\n"c\nd";e\r\nf;g\r\n', ";"))

    assert rows == [
        SheetRow(1, ("a", "b"), 1),
        SheetRow(4, ("c\nd", "e"), 5),
        SheetRow(6, ("f", "g"), 6),
    ]


def test_too_many_rows_are_refused() -> None:
    assert len(list(text_rows("a\n" * (MOST_ROWS + 1), ";"))) == MOST_ROWS + 1
    with pytest.raises(FileTooLarge, match=r"højst have 10\.000 rækker"):
        list(text_rows("a\n" * (MOST_ROWS + 2), ";"))


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx"])
def test_a_cell_that_would_be_calculated_gets_an_apostrophe(cell: str) -> None:
    assert neutralised(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3,5", "+4", "Unge", "3-5 år", ""])
def test_numbers_and_plain_text_are_left_alone(cell: str) -> None:
    assert neutralised(cell) == cell
