"""What a reader sees in each chart: the words and numbers are in the spec and in the picture."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pytest
from PIL import Image

from strategykit.charts.bars import bar_chart, grouped_bars
from strategykit.charts.flow import flow_chart
from strategykit.charts.look import OTHER, OWN
from strategykit.charts.matrix import matrix_chart
from strategykit.charts.rendering import Spec, picture, png, said, spec_of, svg
from strategykit.charts.series import series_chart
from strategykit.charts.timeplan import timeplan_chart
from strategykit.domain.chart_data import (
    Bar,
    BarGroup,
    Emphasis,
    MatrixAxes,
    MatrixPoint,
    PointKind,
    Series,
    SeriesPoint,
    Span,
)
from strategykit.domain.palette import LINE, SURFACE, TEXT, TEXT_QUIET, contrast
from strategykit.domain.palette import SERIES as SERIES_COLOURS

BARS = (
    Bar("Brøndby Kommune", 10, "10,0 pct.", emphasis=Emphasis.STRONG),
    Bar("Hele landet", 9.6, "9,6 pct.", note="98 kommuner vægtet"),
)
GROUPS = (
    BarGroup("Styrker", (Bar("Vi kender hinanden på tværs", 3, "3 prikker"),)),
    BarGroup("Trusler", ()),
)
AXES = MatrixAxes("Indsats", "Værdi", 1, 10, ("Gør det først", "Kræver plan", "Vent", "Tag med"))
POINTS = (
    MatrixPoint("Praktik som vej ind", 3, 8),
    MatrixPoint("Opsøgende kontakt", 3, 8),
    MatrixPoint("Fælles kultur", 9, 2, Emphasis.QUIET),
)
SERIES = Series(
    "Unge på listen",
    (
        SeriesPoint(date(2026, 1, 1), 50, "50", "januar 2026", PointKind.BASELINE),
        SeriesPoint(date(2026, 6, 1), 44, "44", "juni 2026"),
        SeriesPoint(date(2027, 12, 31), 25, "25", "2027", PointKind.GOAL),
    ),
)
SPANS = (
    Span("Vidensopbygning", date(2026, 6, 3), date(2026, 9, 30), "3. juni til 30. september"),
    Span("Workshop 1", date(2026, 9, 9), date(2026, 9, 9), "9. september kl. 16-18"),
)
TITLES = ("Aktivitet", "Kort sigt", "Langt sigt")
PATHS = (
    ("Fælles møde hver måned", "Færre bliver væk", "Flere forsørger sig selv"),
    ("Opsøgende medarbejder", "", "flere  forsørger sig selv"),
)
CHARTS: dict[str, Callable[[], alt.LayerChart]] = {
    "bars": lambda: bar_chart(BARS),
    "groups": lambda: grouped_bars(GROUPS),
    "matrix": lambda: matrix_chart(POINTS, AXES),
    "series": lambda: series_chart(SERIES),
    "timeplan": lambda: timeplan_chart(SPANS, date(2026, 7, 1)),
    "flow": lambda: flow_chart(TITLES, PATHS),
    "no flow": lambda: flow_chart(TITLES, ()),
    "no bars": lambda: bar_chart(()),
    "no points": lambda: matrix_chart((), AXES),
    "no series": lambda: series_chart(Series("Unge på listen", ())),
    "no timeplan": lambda: timeplan_chart(()),
}


@pytest.fixture(params=CHARTS, ids=str)
def spec(request: pytest.FixtureRequest) -> Spec:
    return spec_of(CHARTS[request.param]())


def rows(spec: Spec, layer: Spec) -> list[dict[str, Any]]:
    """The data of one layer, which Altair keeps at the top of the spec."""
    return list(spec["datasets"][layer["data"]["name"]])


def rows_with(spec: Spec, field: str) -> list[dict[str, Any]]:
    return [row for layer in spec["layer"] for row in rows(spec, layer) if field in row]


def texts(spec: Spec) -> list[str]:
    """Every text that stands in the data of the chart."""
    return [row["text"] for row in rows_with(spec, "text")]


def test_a_chart_has_an_alt_text_and_hides_its_marks_from_screen_readers(spec: Spec) -> None:
    assert len(said(spec)) > 15
    for layer in spec["layer"]:
        assert layer["mark"]["aria"] is False
    assert spec["config"]["axis"]["aria"] is False


def test_a_chart_fetches_nothing(spec: Spec) -> None:
    written = json.dumps({key: value for key, value in spec.items() if key != "$schema"})

    assert "url" not in written
    assert "http" not in written


def test_a_chart_is_drawn_small_opaque_and_wide_enough_for_word(spec: Spec) -> None:
    drawn = png(spec)

    with Image.open(BytesIO(drawn)) as image:
        assert abs(image.width - 1600) <= 20
        assert image.mode == "P"
        assert "transparency" not in image.info
        assert round(image.info["dpi"][0]) == 254
    assert len(drawn) < 60_000


def test_the_same_chart_is_the_same_bytes(spec: Spec) -> None:
    assert png(spec) == png(spec)
    assert picture(spec).svg == svg(spec).encode()


def test_bars_carry_label_value_and_note() -> None:
    shown = texts(spec_of(bar_chart(BARS)))

    assert {"Brøndby Kommune", "Hele landet", "98 kommuner vægtet", "10,0 pct.", "9,6 pct."} <= set(
        shown
    )


def test_the_strong_bar_differs_by_bold_words_as_well_as_colour() -> None:
    spec = spec_of(bar_chart(BARS))
    bold = [layer for layer in spec["layer"] if layer["mark"].get("fontWeight") == "bold"]

    assert [row["fill"] for row in rows_with(spec, "fill")[:2]] == [OWN, OTHER]
    assert "Brøndby Kommune" in [row["text"] for layer in bold for row in rows(spec, layer)]


def test_a_quiet_bar_is_an_outline() -> None:
    quiet = Bar("Kultur", 1, "1 prik", emphasis=Emphasis.QUIET)

    (row,) = rows_with(spec_of(bar_chart((quiet,))), "fill")[:1]

    assert (row["fill"], row["stroke"]) == ("#FFFFFF", OTHER)


def test_long_labels_are_broken_and_never_cut() -> None:
    long = "Fem-seks fagpersoner fra skole, vejledning, børneforvaltning og jobcenter har overblik"

    label = texts(spec_of(bar_chart((Bar(long, 1, "1 prik"),))))[0]

    assert label.count("\n") == 1
    assert label.replace("\n", " ") == long


def test_an_empty_group_says_so() -> None:
    assert "Ingen endnu" in texts(spec_of(grouped_bars(GROUPS)))


def test_things_at_one_place_stand_beside_each_other() -> None:
    spec = spec_of(matrix_chart(POINTS, AXES))
    asides = {
        layer["mark"]["xOffset"]: [(row["x"], row["y"], row["fill"]) for row in rows(spec, layer)]
        for layer in spec["layer"]
        if layer["mark"]["type"] == "point"
    }

    assert asides == {
        -9.5: [(3, 8, OWN)],
        9.5: [(3, 8, OWN)],
        0: [(9, 2, "#FFFFFF")],
    }


def test_a_label_keeps_its_distance_to_its_mark_however_wide_the_chart_is() -> None:
    spec = spec_of(series_chart(SERIES))
    labels = [layer for layer in spec["layer"] if layer["mark"]["type"] == "text"]

    for layer in labels:
        for row in rows(spec, layer):
            assert row["y"] in {50, 44, 25}
            assert abs(layer["mark"]["dx"]) <= 30
            assert 9 < abs(layer["mark"]["dy"]) <= 45


def test_a_label_that_found_no_room_at_its_mark_has_a_line_to_it() -> None:
    crowd = [MatrixPoint(f"Et af mange indsatsområder, nr. {n}", 5, 5) for n in range(9)]

    kinds = [layer["mark"]["type"] for layer in spec_of(matrix_chart(crowd, AXES))["layer"]]

    assert "rule" in kinds
    assert "rule" not in [la["mark"]["type"] for la in spec_of(matrix_chart(POINTS, AXES))["layer"]]


def test_the_matrix_names_things_corners_and_axes() -> None:
    spec = spec_of(matrix_chart(POINTS, AXES))

    assert {"Praktik som vej ind", "Opsøgende kontakt", "Fælles kultur", *AXES.corners} <= set(
        texts(spec)
    )
    titles = [layer["encoding"]["x"]["axis"]["title"] for layer in spec["layer"]]
    assert set(titles) == {"Indsats"}


def test_the_series_names_its_start_its_measurement_and_its_goal() -> None:
    assert {"Udgangspunkt\n50", "44", "Mål\n25"} <= set(texts(spec_of(series_chart(SERIES))))


def test_a_given_path_is_drawn_instead_of_the_straight_way() -> None:
    path = tuple(
        SeriesPoint(date(year, 1, 1), value, str(value), str(year))
        for year, value in ((2026, 50), (2027, 20), (2028, 25))
    )

    spec = spec_of(series_chart(Series("Unge", SERIES.points, path)))

    assert [row["y"] for row in rows(spec, spec["layer"][0])] == [50, 20, 25]
    assert spec["layer"][0]["mark"]["strokeDash"]


def test_many_measurements_are_labelled_at_the_ends_only() -> None:
    points = tuple(
        SeriesPoint(date(2024 + n // 12, n % 12 + 1, 1), n, f"nr. {n}", "") for n in range(30)
    )

    assert set(texts(spec_of(series_chart(Series("Unge", points))))) == {"nr. 0", "nr. 29"}


def test_the_value_axis_begins_at_zero_unless_the_movement_would_not_be_seen() -> None:
    high = Series("Andel", (SeriesPoint(date(2020, 1, 1), 90, "90", "2020"),) * 2)

    def lowest(series: Series) -> float:
        scale = spec_of(series_chart(series))["layer"][0]["encoding"]["y"]["scale"]
        return float(scale["domain"][0])

    assert lowest(SERIES) == 0
    assert lowest(high) > 50


def test_the_timeplan_names_phases_meetings_and_today() -> None:
    shown = texts(spec_of(timeplan_chart(SPANS, date(2026, 7, 1))))

    assert {
        "Vidensopbygning",
        "3. juni til 30. september",
        "Workshop 1, 9. september kl. 16-18",
        "I dag",
    } <= set(shown)
    assert "I dag" not in texts(spec_of(timeplan_chart(SPANS, date(2030, 1, 1))))
    assert "I dag" not in texts(spec_of(timeplan_chart(SPANS)))


def test_a_phase_lasts_to_the_end_of_its_last_day() -> None:
    (bar,) = rows_with(spec_of(timeplan_chart(SPANS)), "end")

    assert (bar["day"], bar["end"]) == ("2026-06-03T00:00:00", "2026-10-01T00:00:00")


def test_numbers_and_months_are_danish_in_the_drawing() -> None:
    large = Series(
        "Unge",
        (
            SeriesPoint(date(2026, 5, 1), 0, "0", ""),
            SeriesPoint(date(2026, 10, 1), 20_000, "20.000", ""),
        ),
    )

    drawn = svg(spec_of(series_chart(large)))

    assert ">okt. 2026<" in drawn
    assert ">maj 2026<" in drawn
    assert ">10.000<" in drawn


def test_typed_text_stays_text_in_the_drawing() -> None:
    hostile = '<script>alert(1)</script>" onload="x'

    parts = list(ET.fromstring(svg(spec_of(bar_chart((Bar(hostile, 1, "1"),))))).iter())

    assert hostile in [part.text for part in parts]
    assert not [part for part in parts if part.tag.endswith("script")]
    assert not [name for part in parts for name in part.attrib if name.startswith("on")]


def test_the_drawing_for_pages_is_an_image_with_its_alt_text() -> None:
    drawn = svg(spec_of(bar_chart(BARS, said="Brøndby ligger højest & først")))

    assert drawn.startswith('<svg role="img" aria-label="Brøndby ligger højest &amp; først"')


def test_a_picture_is_the_same_without_network_and_installed_fonts(tmp_path: Path) -> None:
    program = (
        "import socket, sys\n"
        "def refuse(*_): raise OSError('network')\n"
        "socket.socket.connect = refuse\n"
        "from strategykit.charts.bars import bar_chart\n"
        "from strategykit.charts.rendering import png, spec_of\n"
        "from strategykit.domain.chart_data import Bar\n"
        "bar = Bar('Brøndby', 1, '1 pct.')\n"
        "sys.stdout.buffer.write(png(spec_of(bar_chart((bar,)))))\n"
    )
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')

    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        env={"FONTCONFIG_FILE": str(empty), "PYTHONPATH": ".", "PYTHONUTF8": "1"},
    )

    assert done.stdout == png(spec_of(bar_chart((Bar("Brøndby", 1, "1 pct."),))))


def test_marks_and_words_stand_out_from_the_paper() -> None:
    for colour in (OWN, OTHER, SERIES_COLOURS[1], LINE):
        assert contrast(colour, SURFACE) >= 3
    for colour in (TEXT, TEXT_QUIET):
        assert contrast(colour, SURFACE) >= 4.5


def test_a_flow_has_one_box_for_the_same_words_and_an_arrow_to_it_from_each() -> None:
    drawn = spec_of(flow_chart(TITLES, PATHS))

    assert sum("Flere forsørger" in text for text in texts(drawn)) == 1
    ends = [row for row in rows_with(drawn, "y") if set(row) == {"x", "y"}]
    assert len(ends) == 3
    assert said(drawn) == (
        "Tegning fra venstre mod højre med aktivitet, kort sigt, langt sigt. Fælles møde hver måned"
        " fører til Færre bliver væk fører til Flere forsørger sig selv. Opsøgende medarbejder"
        " fører til flere forsørger sig selv."
    )
