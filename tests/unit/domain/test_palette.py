"""The colours hold for weak eyes, for the colour-blind, and are the same in the theme."""

import tomllib
from itertools import combinations, pairwise

import pytest

from strategykit.domain import palette
from strategykit.settings import ROOT

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
LOOK = (ROOT / "strategykit" / "ui" / "static" / "look.css").read_text("utf-8")
# Machado, Oliveira and Fernandes (2009), full dichromacy, on linear RGB
SEEN_BY = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
JUST_SEEN_APART = 8.0


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert palette.contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("text", ["ACCENT", "TEXT", "TEXT_QUIET", "GOOD", "CARE", "ALARM"])
@pytest.mark.parametrize("ground", ["SURFACE", "SURFACE_SOFT", "ACCENT_SOFT"])
def test_text_is_readable_on_every_ground(text: str, ground: str) -> None:
    assert palette.contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("colour", [*palette.SERIES, palette.LINE])
def test_marks_and_edges_stand_out_from_the_page(colour: str) -> None:
    assert palette.contrast(colour, palette.SURFACE) >= 3


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_the_first_colours_can_be_told_apart(eyes: str) -> None:
    lightness_and_hue = [_lab(_seen(colour, eyes)) for colour in palette.SERIES[:5]]

    distances = [_distance(one, two) for one, two in combinations(lightness_and_hue, 2)]
    assert min(distances) > JUST_SEEN_APART


def test_the_sequence_grows_steadily_darker() -> None:
    contrasts = [palette.contrast(colour, "#FFFFFF") for colour in palette.SEQUENCE]

    assert all(lighter < darker for lighter, darker in pairwise(contrasts))


def test_the_theme_has_the_same_colours() -> None:
    assert THEME["chartCategoricalColors"] == list(palette.SERIES)
    assert THEME["chartSequentialColors"] == list(palette.SEQUENCE)
    assert THEME["primaryColor"] == palette.ACCENT
    assert THEME["textColor"] == palette.TEXT
    assert THEME["grayTextColor"] == palette.TEXT_QUIET
    assert THEME["borderColor"] == palette.LINE


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("accent", palette.ACCENT),
        ("accent-soft", palette.ACCENT_SOFT),
        ("text", palette.TEXT),
        ("quiet", palette.TEXT_QUIET),
        ("line", palette.LINE),
        ("soft", palette.SURFACE_SOFT),
        ("alarm", palette.ALARM),
    ],
)
def test_the_style_sheet_has_the_same_colours(name: str, colour: str) -> None:
    assert f"--sv-{name}: {colour.lower()};" in LOOK


def _seen(colour: str, eyes: str) -> tuple[float, ...]:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    rows = SEEN_BY[eyes]
    return tuple(
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, linear, strict=True)))) for row in rows
    )


def _lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _distance(one: tuple[float, ...], two: tuple[float, ...]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) ** 0.5)
