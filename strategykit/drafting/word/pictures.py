"""Charts in the text: a PNG that every reader shows, with the SVG beside it."""

import struct

from strategykit.domain.outline import Figure, Picture
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.oxml import one_line, paragraph

_EMU_PER_MM = 36_000
_EMU_PER_TWENTIETH = 635
_TALLEST = 180 * _EMU_PER_MM
_SVG_BLIP = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'r:embed="{}"/></a:ext></a:extLst>'
)


def picture_paragraph(desk: Desk, figure: Figure, picture: Picture) -> str:
    """The picture on a line of its own, kept with its caption below."""
    drawn = inline_picture(desk, picture, figure.alt, figure.caption)
    return paragraph(desk.styles["Figur"], f"<w:r>{drawn}</w:r>")


def inline_picture(desk: Desk, picture: Picture, alt: str, title: str = "") -> str:
    """The drawing element; wide and tall pictures shrink to the text."""
    size = fitted(picture, desk.text_width * _EMU_PER_TWENTIETH)
    blip = _SVG_BLIP.format(desk.drawing(picture.svg)) if picture.svg else ""
    heading = f' title="{one_line(title)}"' if title else ""
    shape = desk.next_shape()
    about = (
        f'<wp:docPr id="{shape}" name="Billede {shape}" descr="{one_line(alt)}"{heading}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    )
    return inline(size, about + graphic(shape, desk.picture(picture.png), blip, *size))


def inline(size: tuple[int, int], content: str) -> str:
    """A drawing that stands in the line like a letter; sizes are in EMU."""
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>{content}</wp:inline></w:drawing>'
    )


def ornament(shape: int, name: str) -> str:
    """The properties of a drawing that screen readers are to pass over."""
    return (
        f'<wp:docPr id="{shape}" name="{name}" descr=""><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext>'
        "</a:extLst></wp:docPr><wp:cNvGraphicFramePr/>"
    )


def graphic(shape: int, relation: str, blip: str, width: int, height: int) -> str:
    """The picture itself, without its place on the page."""
    return (
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{shape}" name="Billede {shape}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}">{blip}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic>"
    )


def fitted(picture: Picture, widest: int) -> tuple[int, int]:
    """Width and height in EMU: the picture's own shape, no larger than the page can hold."""
    across, down = pixels(picture.png)
    width = min(picture.width_mm * _EMU_PER_MM, widest)
    height = width * down / across
    if height > _TALLEST:
        width, height = width * _TALLEST / height, _TALLEST
    return max(round(width), 1), max(round(height), 1)


def pixels(png: bytes) -> tuple[int, int]:
    """Width and height as the head of a PNG states them."""
    across, down = struct.unpack(">II", png[16:24])
    return across, down
