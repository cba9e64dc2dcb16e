"""Takes out of a part of a house style whatever calls an address or runs something."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from strategykit.drafting.word.oxml import NAMESPACES, w

_RELATION = f"{{{NAMESPACES['r']}}}"
_GONE = {
    "OLEObject",
    "altChunk",
    "commentRangeEnd",
    "commentRangeStart",
    "commentReference",
    "control",
    "dataBinding",
    "embedBold",
    "embedBoldItalic",
    "embedItalic",
    "embedRegular",
    "endnoteReference",
    "footnoteReference",
    "hlinkClick",
    "hlinkHover",
    "object",
    "subDoc",
}
_HOLDERS = (w("drawing"), w("pict"))
_HARMLESS_FIELDS = {
    "AUTHOR",
    "CREATEDATE",
    "DATE",
    "DOCPROPERTY",
    "NUMPAGES",
    "PAGE",
    "SAVEDATE",
    "SECTION",
    "SECTIONPAGES",
    "STYLEREF",
    "SUBJECT",
    "TIME",
    "TITLE",
}
Element = Any
"""lxml's elements have no types of their own."""


def calm(root: Element, kept: AbstractSet[str]) -> None:
    """`kept` are the relations that may stay; links become text, pictures from outside go."""
    for element in list(root.iter("*")):
        if _local(element) in _GONE:
            _remove(element)
        elif _local(element) == "svgBlip":
            # the PNG beside it stays
            _remove(element.getparent())
        elif element.tag in (w("hyperlink"), w("smartTag")):
            _unwrap(element)
    for element in unresolved(root, kept):
        _remove(_holder(element))
    _drop_addresses(root)
    _drop_empty_bullets(root)
    _calm_fields(root)


def unresolved(root: Element, kept: AbstractSet[str]) -> list[Element]:
    """Elements that point by a relation that is not kept."""
    return [
        element
        for element in root.iter("*")
        if any(n.startswith(_RELATION) and v not in kept for n, v in element.attrib.items())
    ]


def _holder(element: Element) -> Element:
    """The drawing around the element, or the element itself."""
    around = [above for above in element.iterancestors() if above.tag in _HOLDERS]
    return around[-1] if around else element


def _local(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    place = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(place + offset, child)
    parent.remove(element)


def _drop_addresses(root: Element) -> None:
    """Older drawings name addresses in attributes instead of relations."""
    for element in root.iter("*"):
        for name in list(element.attrib):
            if name.rsplit("}", 1)[-1] in ("href", "src", "althref"):
                del element.attrib[name]


def _drop_empty_bullets(root: Element) -> None:
    """Picture bullets whose picture went; the levels that used them keep their sign."""
    for bullet in list(root.iter(w("numPicBullet"))):
        if len(bullet):
            continue
        number = bullet.get(w("numPicBulletId"))
        for user in list(root.iter(w("lvlPicBulletId"))):
            if user.get(w("val")) == number:
                _remove(user)
        _remove(bullet)


def _calm_fields(root: Element) -> None:
    """Fields such as INCLUDEPICTURE or DDE lose their order and keep the text that they show."""
    for simple in list(root.iter(w("fldSimple"))):
        if not _is_harmless(simple.get(w("instr"), "")):
            _unwrap(simple)
    for field in _fields(list(root.iter(w("fldChar"), w("instrText")))):
        order = "".join(part.text or "" for part in field if part.tag == w("instrText"))
        if not (_is_whole(field) and _is_harmless(order)):
            _remove_all(field)


def _fields(parts: Iterable[Element]) -> Iterator[list[Element]]:
    """The parts of each field by themselves, also of fields within fields and of broken ones."""
    open_fields: list[list[Element]] = [[]]
    for part in parts:
        kind = part.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append([])
        open_fields[-1].append(part)
        if kind == "end" and len(open_fields) > 1:
            yield open_fields.pop()
    yield from open_fields


def _is_whole(field: list[Element]) -> bool:
    kinds = [part.get(w("fldCharType")) for part in field if part.tag == w("fldChar")]
    return kinds in (["begin", "end"], ["begin", "separate", "end"])


def _is_harmless(order: str) -> bool:
    return (order.split() or [""])[0].upper() in _HARMLESS_FIELDS


def _remove_all(elements: Iterable[Element]) -> None:
    for element in elements:
        _remove(element)
