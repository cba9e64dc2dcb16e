"""What only the old version holds: its pictures and links get a place in the new file."""

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from itertools import count
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from strategykit.drafting.word.lists import Lists
from strategykit.drafting.word.oxml import NAMESPACES, w

_R = f"{{{NAMESPACES['r']}}}"
_A = f"{{{NAMESPACES['a']}}}"
_FIRST_SHAPE = 700_001


def digest_pictures(part: Any, body: Any) -> None:
    """Each picture bears the digest of its bytes while versions are compared."""
    for blip in body.iter(f"{_A}blip"):
        rel = part.rels.get(blip.get(f"{_R}embed", ""))
        if rel is not None and not rel.is_external:
            blip.set("digest", sha256(rel.target_part.blob).hexdigest())


def without_digests(body: Any) -> None:
    """The digests are no part of a Word file."""
    for blip in body.iter(f"{_A}blip"):
        blip.attrib.pop("digest", None)


class Carrying:
    """Fits elements of the old file to the new one."""

    def __init__(self, old: Any, new: Any) -> None:
        self._old, self._new = old.part, new.part
        self._shapes = count(_FIRST_SHAPE)
        self._lists = set(_list_numbers(new))

    def fit(self, element: Any) -> Any:
        """The element with relations, shapes and lists that the new file knows, no bookmarks."""
        for mark in list(element.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            mark.getparent().remove(mark)
        for blip in element.iter(f"{_A}blip"):
            self._picture(blip)
        for shape in element.iter(f"{{{NAMESPACES['wp']}}}docPr"):
            shape.set("id", str(next(self._shapes)))
        for link in element.iter(w("hyperlink")):
            self._link(link)
        for number in element.iter(w("numId")):
            if number.get(w("val")) not in self._lists:
                number.set(w("val"), str(Lists().sources))
        return element

    def _picture(self, blip: Any) -> None:
        for extra in list(blip):
            blip.remove(extra)  # the SVG beside it; a removed picture is shown by its PNG
        rel = self._old.rels[blip.get(f"{_R}embed")]
        relation, _ = self._new.get_or_add_image(BytesIO(rel.target_part.blob))
        blip.set(f"{_R}embed", relation)

    def _link(self, link: Any) -> None:
        relation = link.get(f"{_R}id")
        if relation:
            target = self._old.rels[relation].target_ref
            link.set(f"{_R}id", self._new.relate_to(target, RT.HYPERLINK, is_external=True))


def _list_numbers(document: Any) -> Iterator[str]:
    numbering = document.part.numbering_part.element
    return (number.get(w("numId")) for number in numbering.iter(w("num")))
