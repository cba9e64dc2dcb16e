"""The styles of a document by name, whatever ids the program that made it gave them."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from strategykit.drafting.word.look import Look
from strategykit.drafting.word.oxml import w
from strategykit.drafting.word.styles import other_styles, paragraph_styles

Element = Any
"""lxml's elements have no types of their own."""


class StyleNames:
    """The styles of a document by name, however the program that made it writes capitals."""

    def __init__(self, document: Document) -> None:
        self._styles = [] if lacks(document, RT.STYLES) else list(_styles(document))
        self._found = {_name(style).casefold(): style for style in reversed(self._styles)}

    def style(self, name: str) -> Element | None:
        """The element of the style; the text's own style is the one that is the default."""
        default = next((style for style in self._styles if _is_default_text(style)), None)
        if name == "Normal" and default is not None:
            return default
        return self._found.get(name.casefold())

    def ids(self) -> dict[str, str]:
        """Every style that the writer uses and the document has."""
        wanted = [style.name for style in (*paragraph_styles(Look()), *other_styles(Look()))]
        found = ((name, self.style(name)) for name in wanted)
        return {name: style_id(style) for name, style in found if style is not None}

    def colour(self, name: str) -> str:
        """The colour that the style, or one that it rests on, gives its letters; else nothing."""
        found = (style.find(f"{w('rPr')}/{w('color')}") for style in self.line(name))
        colours = (str(colour.get(w("val"), "")) for colour in found if colour is not None)
        return next((colour for colour in colours if _is_hex(colour)), "")

    def line(self, name: str) -> Iterator[Element]:
        """The style, the style it rests on, and so on; a circle is gone round once."""
        by_id = {style_id(style): style for style in self._styles}
        style = self.style(name)
        while style is not None:
            yield style
            based = style.find(w("basedOn"))
            style = by_id.pop(based.get(w("val")), None) if based is not None else None

    def taken(self) -> set[str]:
        """Every id that is in use."""
        return {style_id(style) for style in self._styles}


def lacks(document: Document, kind: str) -> bool:
    return all(rel.reltype != kind for rel in document.part.rels.values())


def _styles(document: Document) -> Iterator[Element]:
    element: Element = document.styles.element
    return iter(element.findall(w("style")))


def _name(style: Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else str(name.get(w("val"), ""))


def style_id(style: Element) -> str:
    return str(style.get(w("styleId"), ""))


def _is_default_text(style: Element) -> bool:
    is_default = style.get(w("default")) in ("1", "true", "on")
    return is_default and style.get(w("type"), "paragraph") == "paragraph"


def _is_hex(colour: str) -> bool:
    return len(colour) == len("RRGGBB") and all(c in "0123456789abcdefABCDEF" for c in colour)
