from decimal import Decimal

from strategykit.domain.baseline import OwnFigure
from strategykit.domain.figure_template import template_file
from strategykit.domain.own_series import own_series
from strategykit.spreadsheet_files import imported_figures


def test_the_sheet_begins_with_examples_that_can_be_read_back() -> None:
    data = template_file(())

    assert data.startswith(b"\xef\xbb\xbfIndikator;Periode;")
    read = imported_figures(data)
    assert read.refused == ()
    assert [f.value for f in read.kept] == [Decimal(1250), Decimal(1180), Decimal("12.5")]


def test_the_sheet_has_a_row_for_each_series_and_starts_no_formula() -> None:
    name = "=HYPERLINK(1)"
    figure = OwnFigure(
        id="1", process_id="p", indicator=name, value=Decimal(1), unit="personer", source="Egen"
    )

    lines = template_file(own_series([figure])).decode("utf-8-sig").splitlines()

    assert lines[1:] == ["'=HYPERLINK(1);;;personer;Egen"]
