"""The colours of the product, shared by screen, charts and Word.

The series colours are Okabe and Ito's (2008), darkened until each has a contrast of 3:1 to white;
they differ in lightness too, so that they can be told apart in print and by the colour-blind.
"""

ACCENT = "#0B5563"
"""Deep blue-green: buttons, links, headings in Word. 8.3:1 to white."""

ACCENT_SOFT = "#E6F0F1"
"""The accent as a surface behind text."""

TEXT = "#1B2A30"
TEXT_QUIET = "#4A5B63"
"""Captions and notes; 7:1 to white, so that they hold on a projector."""

SURFACE = "#FFFFFF"
SURFACE_SOFT = "#F3F6F6"
LINE = "#7C8B92"
"""Edges of fields, 3.5:1 to white, as WCAG 1.4.11 asks."""

GOOD = "#1E6B4B"
CARE = "#8A5300"
ALARM = "#A8281E"

SERIES = (
    "#0072B2",
    "#C25A00",
    "#007F5F",
    "#A8508A",
    "#2F8FC4",
    "#A07A00",
    "#5B4B9A",
    "#5F6B70",
)
"""Categories in charts, in this order; the first stands for the process's own municipality."""

SEQUENCE = (
    "#EAF3F4",
    "#D0E3E6",
    "#B3D2D7",
    "#93BFC6",
    "#72AAB4",
    "#52949F",
    "#367E8B",
    "#1F6876",
    "#0F5260",
    "#063C48",
)
"""From little to much, one hue."""


_LINEAR_UP_TO = 0.03928  # WCAG 2.1's own figure


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.1 between two colours written `#RRGGBB`."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return (
        channel / 12.92 if channel <= _LINEAR_UP_TO else float(((channel + 0.055) / 1.055) ** 2.4)
    )
