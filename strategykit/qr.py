"""An address as a QR code: for a page, and for a terminal."""

import io
import os
from typing import TextIO

import segno
from markupsafe import Markup

BLOCKS = "▀▄█"
WHITE_ON_BLACK, PLAIN = "\033[97;40m", "\033[0m"


def qr_svg(address: str) -> Markup:
    """A drawing that fills its box, dark on white with the quiet edge that cameras need."""
    drawn: str = _code(address).svg_inline(
        omitsize=True, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
    return Markup(drawn)  # noqa: S704 - squares; the address is in it as a pattern only


def qr_text(address: str) -> str:
    """Half a letter a square; light squares are the letters, as on a dark terminal."""
    drawn = io.StringIO()
    _code(address).terminal(drawn, border=2, compact=True)
    return drawn.getvalue().rstrip("\n")


def qr_for(terminal: TextIO, address: str) -> str:
    """The code as this terminal can show it; nothing in a file or where letters are lacking."""
    if not (terminal.isatty() and _can_show(terminal)):
        return ""
    lines = qr_text(address).splitlines()
    if os.name == "nt":  # its old console shows colour codes as letters, and is dark
        return "\n".join(lines)
    return "\n".join(f"{WHITE_ON_BLACK}{line}{PLAIN}" for line in lines)


def _code(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m")


def _can_show(terminal: TextIO) -> bool:
    try:
        BLOCKS.encode(terminal.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
