"""What a house style is silent about is lent to it: lists, further styles, settings, language."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.numbering import NumberingPart

from strategykit.drafting.word.base import settings_part
from strategykit.drafting.word.desk import text_width
from strategykit.drafting.word.lists import Lists, list_numbers, list_shapes, numbering_part
from strategykit.drafting.word.look import LANGUAGE, Look, Style
from strategykit.drafting.word.oxml import DECLARED, parse_xml, w
from strategykit.drafting.word.style_names import StyleNames, lacks, style_id
from strategykit.drafting.word.styles import BULLETS, other_styles, paragraph_styles, placed

_OWN = "Strategi"
Element = Any
"""lxml's elements have no types of their own."""


def lend_lists(document: Document) -> Lists:
    """Puts the writer's two lists beside those of the house."""
    if lacks(document, RT.NUMBERING):
        xml = numbering_part(Lists()).encode()
        name = PackURI("/word/numbering.xml")
        part = NumberingPart.load(name, CT.WML_NUMBERING, xml, document.part.package)
        document.part.relate_to(part, RT.NUMBERING)
        return Lists()
    numbering: Element = document.part.numbering_part.element
    taken = [int(e.get(w("abstractNumId"))) for e in numbering.iterchildren(w("abstractNum"))]
    taken += [int(e.get(w("numId"))) for e in numbering.iterchildren(w("num"))]
    lists = Lists(max(taken, default=0) + 1, max(taken, default=0) + 2)
    first = sum(1 for e in numbering if e.tag in (w("numPicBullet"), w("abstractNum")))
    last = first + sum(1 for _ in numbering.iterchildren(w("num")))
    for place, xmls in ((last, list_numbers(lists)), (first, list_shapes(lists))):
        for element in reversed(_elements("".join(xmls))):
            numbering.insert(place, element)
    return lists


def lend_styles(document: Document, look: Look, lists: Lists) -> dict[str, str]:
    """Adds the styles that the house lacks, resting on its text style; gives the ids of all."""
    names = StyleNames(document)
    width = text_width(document)
    places = {"bullets": lists.bullets, "sources": lists.sources, "width": width}
    lent = [_lent(style, names) for style in _lacking(names, look)]
    xml = placed("".join(style.xml() for style in lent), places)
    document.styles.element.extend(_elements(xml))
    return names.ids() | {style.name.removeprefix(f"{_OWN} "): style.id for style in lent}


def _lacking(names: StyleNames, look: Look) -> Iterator[Style]:
    for style in (*paragraph_styles(look), *other_styles(look)):
        if style.name == BULLETS and names.style(BULLETS) is not None:
            # a house may have the style of a list without its bullets
            if not any(
                line.find(f"{w('pPr')}/{w('numPr')}") is not None for line in names.line(BULLETS)
            ):
                yield replace(style, name=f"{_OWN} {BULLETS}")
        elif names.style(style.name) is None:
            yield style


def _lent(style: Style, names: StyleNames) -> Style:
    ground = names.style("Normal")
    normal = style_id(ground) if ground is not None else ""
    key = style.id if style.id not in names.taken() else f"{_OWN}{style.id}"
    based = normal if style.based else ""
    return replace(style, id=key, based=based, follow=normal if style.follow else "")


def lend_settings(document: Document, *, even_pages: bool) -> None:
    """The app's own settings: those of the house may name templates and data sources outside."""
    package = document.part.package
    xml = settings_part("<w:evenAndOddHeaders/>" if even_pages else "").encode()
    part = Part(PackURI("/word/settings.xml"), CT.WML_SETTINGS, xml, package)
    document.part.relate_to(part, RT.SETTINGS)


def speak_danish(document: Document) -> None:
    """The draft is in Danish, whatever language the template was made in."""
    styles: Element = document.styles.element
    for language in styles.iter(w("lang")):
        language.set(w("val"), "da-DK")
    look = _default_look(styles)
    if look.find(w("lang")) is None:
        look.append(_elements(LANGUAGE)[0])


def _default_look(styles: Element) -> Element:
    """The letters of the whole document; made when the house has none."""
    element = styles
    for place, name in ((0, "docDefaults"), (0, "rPrDefault"), (0, "rPr")):
        child = element.find(w(name))
        if child is None:
            child = _elements(f"<w:{name}/>")[0]
            element.insert(place, child)
        element = child
    return element


def _elements(xml: str) -> list[Element]:
    return list(parse_xml(f"<w:body {DECLARED}>{xml}</w:body>"))
