"""The municipality's own Word styles: found by name, completed where they are silent."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document

from strategykit.domain.numbers import danish
from strategykit.domain.palette import SURFACE, contrast
from strategykit.drafting.word.base import base_document
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.house_intake import EXPECTED, UNREADABLE, cleaned
from strategykit.drafting.word.house_lend import (
    lend_lists,
    lend_settings,
    lend_styles,
    speak_danish,
)
from strategykit.drafting.word.lists import Lists
from strategykit.drafting.word.look import BUILT_IN, Look, mixed
from strategykit.drafting.word.style_names import StyleNames
from strategykit.errors import FileBroken, HouseStyleLacks

REQUIRED = ("Title", "heading 1", "heading 2", "heading 3")
"""What a draft cannot be told apart without; all other styles are lent from the app's own."""

_READABLE = 4.5


def desk_for(house_style: bytes | None) -> Desk:
    """An empty document to write in, with its styles by name; raises HouseStyleLacks."""
    if house_style is None:
        document = docx.Document(BytesIO(base_document()))
        return Desk(document, StyleNames(document).ids(), Lists(), Look())
    house = cleaned(house_style)
    try:
        document = docx.Document(BytesIO(house.docx))
        if missing := _missing(document):
            raise HouseStyleLacks(tuple(_said(name) for name in missing))
        return _completed(document, even_pages=house.even_pages)
    except UNREADABLE as trouble:
        raise FileBroken(EXPECTED) from trouble


def house_style_problems(data: bytes) -> tuple[str, ...]:
    """Danish sentences: styles that are missing or pale, and what the draft will not carry on.

    Raises BadFile when the file cannot be used at all.
    """
    house = cleaned(data)
    try:
        document = docx.Document(BytesIO(house.docx))
        missing = [f"Skabelonen mangler typografien {_said(name)}." for name in _missing(document)]
        left_out = [f"Ikke taget med: {phrase}." for phrase in house.left_out]
        return (*missing, *_pale(document), *left_out)
    except UNREADABLE as trouble:
        raise FileBroken(EXPECTED) from trouble


def _said(name: str) -> str:
    """The style as Danish Word names it, and as the file does."""
    return f"{BUILT_IN[name]} ({name})"


def _completed(document: Document, *, even_pages: bool) -> Desk:
    """The house's document with all that the writer looks for."""
    accent = StyleNames(document).colour("heading 1") or Look().accent
    look = Look(accent, mixed(accent)) if _is_readable(accent) else Look()
    lists = lend_lists(document)
    styles = lend_styles(document, look, lists)
    lend_settings(document, even_pages=even_pages)
    speak_danish(document)
    return Desk(document, styles, lists, look)


def _missing(document: Document) -> list[str]:
    names = StyleNames(document)
    return [name for name in REQUIRED if names.style(name) is None]


def _pale(document: Document) -> Iterator[str]:
    """Styles whose letters are too pale on white paper for those who see less well."""
    names = StyleNames(document)
    for name in ("Normal", *REQUIRED, "Subtitle", "caption"):
        colour = names.colour(name)
        if colour and not _is_readable(colour):
            ratio = danish(contrast(f"#{colour}", SURFACE), 1)
            yield (
                f"Typografien {_said(name)} er for lys på hvidt: kontrasten er {ratio}:1 og skal "
                "være mindst 4,5:1, for at alle kan læse teksten."
            )


def _is_readable(colour: str) -> bool:
    return contrast(f"#{colour}", SURFACE) >= _READABLE
