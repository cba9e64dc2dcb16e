"""The colours and fonts that Word offers to whoever writes on in the draft."""

from strategykit.domain import palette
from strategykit.drafting.word.look import FONT, ink

_URI = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAME = "Strategivaerksted"


def theme_part() -> str:
    """A whole theme1.xml with the product's palette."""
    return (
        f'<a:theme xmlns:a="{_URI}" name="{_NAME}"><a:themeElements>{_colours()}{_fonts()}'
        f"{_surfaces()}</a:themeElements></a:theme>"
    )


def _colours() -> str:
    series = [palette.ACCENT, *palette.SERIES[:5]]
    named = {
        "dk1": palette.TEXT,
        "lt1": palette.SURFACE,
        "dk2": palette.ACCENT,
        "lt2": palette.ACCENT_SOFT,
        **{f"accent{number}": colour for number, colour in enumerate(series, 1)},
        "hlink": palette.ACCENT,
        "folHlink": palette.TEXT_QUIET,
    }
    inside = "".join(f"<a:{name}>{_colour(hue)}</a:{name}>" for name, hue in named.items())
    return f'<a:clrScheme name="{_NAME}">{inside}</a:clrScheme>'


def _colour(colour: str) -> str:
    return f'<a:srgbClr val="{ink(colour)}"/>'


def _fonts() -> str:
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:fontScheme name="{_NAME}"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
    )


def _surfaces() -> str:
    """Plain surfaces, lines and no effects; the format asks for three of each."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = f'<a:ln w="9525">{fill[: len(fill) // 3]}</a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:fmtScheme name="{_NAME}"><a:fillStyleLst>{fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
    )
