"""Charts as the dict that a browser draws, and as the pictures that Word shows."""

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import altair as alt
import vl_convert
from PIL import Image

from strategykit.domain.outline import Picture

Spec = dict[str, Any]
WIDTH_MM = 160
_SCALE = 2.5
_DPI = 254
_COLOURS = 128
_PRINT_FONT = "Liberation Sans"
"""The one font that vl-convert carries itself, so that a picture is the same on every machine."""

_VERSION = "_".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])


def spec_of(chart: alt.LayerChart) -> Spec:
    """Vega-Lite, with all data and words inside."""
    return dict(chart.to_dict())


def said(spec: Spec) -> str:
    """The alt text of the chart."""
    return str(spec["description"])


def png(spec: Spec) -> bytes:
    """160 mm wide at 254 dpi, without transparency and in few colours, so that it stays small."""
    drawn = vl_convert.vegalite_to_png(
        _in_print(spec), vl_version=_VERSION, scale=_SCALE, allowed_base_urls=[]
    )
    with Image.open(BytesIO(drawn)) as picture:
        flat = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    out = BytesIO()
    flat.save(out, "PNG", optimize=True, dpi=(_DPI, _DPI))
    return out.getvalue()


def svg(spec: Spec) -> str:
    """The drawing with its alt text, for a page or beside the PNG in Word."""
    drawn = str(
        vl_convert.vegalite_to_svg(_in_print(spec), vl_version=_VERSION, allowed_base_urls=[])
    )
    heard = escape(said(spec), {'"': "&quot;"})
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{heard}" ', 1)


def picture(spec: Spec) -> Picture:
    """The chart as the draft takes it."""
    return Picture(png=png(spec), svg=svg(spec).encode(), width_mm=WIDTH_MM)


def _in_print(spec: Spec) -> Spec:
    config = {**spec["config"], "font": _PRINT_FONT}
    config["axis"] = {**config.get("axis", {}), "labelFont": _PRINT_FONT, "titleFont": _PRINT_FONT}
    return {**spec, "config": config}
