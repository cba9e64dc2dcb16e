import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from strategykit.domain.spreadsheets import OLD_ENCODING
from strategykit.errors import (
    BadFile,
    FileBroken,
    FileHasMacros,
    FileLocked,
    FileTooLarge,
    FileUnsafe,
    MissingColumns,
)
from strategykit.spreadsheet_files import imported_figures

HEAD = ("Indikator", "Periode", "Værdi", "Enhed", "Kilde")


def a_workbook(*rows: tuple[Any, ...], change: Callable[[Any], None] = lambda _: None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    change(sheet)
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_entry(data: bytes, name: str, content: bytes) -> bytes:
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_a_text_file_is_read_with_each_of_its_delimiters() -> None:
    for delimiter in (";", "\t", ","):
        head = delimiter.join(HEAD)
        row = delimiter.join(("U", "2024", '"9,6"', "pct", "K"))

        (figure,) = imported_figures(f"\ufeff{head}\r\n{row}\r\n".encode()).kept

        assert figure.value == Decimal("9.6")


def test_an_old_encoding_is_read_with_a_notice() -> None:
    text = "Indikator;År;Værdi;Kilde\nUnge på vej;2024;7;Egen opgørelse\n"

    found = imported_figures(text.encode("cp1252"))

    assert found.kept[0].name == "Unge på vej"
    assert found.notice == OLD_ENCODING


def test_a_workbook_is_read_as_its_cells_show() -> None:
    data = a_workbook(
        HEAD,
        ("A", 2024, 1250.5, "personer", "K"),
        ("B", datetime(2026, 3, 1), 12.345, "personer", "K"),  # noqa: DTZ001 - as Excel has it
        ("C", "marts 2026", "1.234,5", "personer", "K"),
        ("D", date(2026, 6, 3), 0.1 + 0.2, "", "K"),
    )

    found = imported_figures(data)

    assert [(f.name, f.period, f.value, f.line) for f in found.kept] == [
        ("A", "2024", Decimal("1250.5"), 2),
        ("B", "1. marts 2026", Decimal("12.345"), 3),
        ("C", "marts 2026", Decimal("1234.5"), 4),
        ("D", "3. juni 2026", Decimal("0.3"), 5),
    ]


def test_a_cell_formatted_as_percent_or_month_means_that() -> None:
    def formatted(sheet: Any) -> None:
        sheet["C2"].number_format = "0.0%"
        sheet["B2"].number_format = '[$-406]mmmm "d" yyyy'

    data = a_workbook(HEAD, ("A", date(2026, 3, 1), 0.096, "", "K"), change=formatted)

    (figure,) = imported_figures(data).kept

    assert (figure.value, figure.unit, figure.period) == (Decimal("9.6"), "pct", "marts 2026")


def test_a_formula_without_a_saved_result_is_refused_as_missing() -> None:
    found = imported_figures(
        a_workbook(HEAD, ("A", 2024, "=1+1", "", "K"), ("B", 2024, 3, "", "K"))
    )

    assert [figure.name for figure in found.kept] == ["B"]
    assert str(found.refused[0]) == "Linje 2: værdien mangler."


def test_the_first_sheet_with_named_columns_is_the_one() -> None:
    book = Workbook()
    book.active.append(("Læs mig",))  # type: ignore[union-attr]
    sheet = book.create_sheet("Tal")
    sheet.append(HEAD)
    sheet.append(("A", 2024, 7, "", "K"))

    assert imported_figures(saved(book)).kept[0].name == "A"


def test_a_sheet_with_cells_far_away_is_read_in_time_and_space() -> None:
    def far(sheet: Any) -> None:
        sheet["XFD60000"] = "langt væk"

    data = a_workbook(HEAD, ("A", 2024, 7, "", "K"), change=far)

    assert len(imported_figures(data).kept) == 1


def test_a_sheet_with_a_million_lines_is_refused() -> None:
    def far(sheet: Any) -> None:
        sheet["A1048576"] = "bund"

    with pytest.raises(FileTooLarge, match=r"100\.000 linjer"):
        imported_figures(a_workbook(HEAD, change=far))


def test_a_workbook_with_too_many_rows_is_refused() -> None:
    rows = [("A", 2024, 7, "", "K")] * 10_001

    with pytest.raises(FileTooLarge, match=r"10\.000 rækker"):
        imported_figures(a_workbook(HEAD, *rows))


def test_a_workbook_without_figures_is_told_what_is_missing() -> None:
    with pytest.raises(MissingColumns):
        imported_figures(a_workbook(("Navn", "Alder")))


def test_macros_passwords_and_entities_are_refused() -> None:
    good = a_workbook(HEAD)
    with pytest.raises(FileHasMacros, match="regneark uden makroer"):
        imported_figures(with_entry(good, "xl/vbaProject.bin", b"x"))
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    with pytest.raises(FileLocked):
        imported_figures(container + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(FileBroken):  # a workbook of the kind before 2007
        imported_figures(container)
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(FileUnsafe):
        imported_figures(with_entry(good, "xl/extra.xml", bomb))


@pytest.mark.parametrize("cut", [10, 500, -60])
def test_a_damaged_workbook_is_refused(cut: int) -> None:
    with pytest.raises(BadFile):
        imported_figures(a_workbook(HEAD, ("A", 2024, 7, "", "K"))[:cut])


def test_a_zip_file_that_is_no_workbook_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")

    with pytest.raises(FileBroken, match="et regneark"):
        imported_figures(out.getvalue())


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7 \x01"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        imported_figures(data)
