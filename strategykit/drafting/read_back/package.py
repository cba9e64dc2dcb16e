"""The parts of a Word file from outside, parsed so that nothing in it is followed or unfolded."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from strategykit.domain.intake import ZipParts, refuse_doctype
from strategykit.errors import FileBroken, FileHasMacros, FileTooLarge, FileUnsafe

EXPECTED = "et Word-dokument (.docx)"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_STRICT_KINDS = {
    "customProperties": "custom-properties",
    "extendedProperties": "extended-properties",
}
_MOST_TAGS = 1_500_000  # ten times a long draft with every word marked; a tree takes 200 bytes each
_MACROS = ("vbaproject.bin", "vbadata.xml")
_OUTSIDE = {
    "attachedTemplate": "en skabelon, som filen henter",
    "image": "et billede, som filen henter",
    "oleObject": "et objekt, som filen henter",
    "frame": "en ramme, som filen henter",
    "subDocument": "et underdokument",
}
_INSIDE = {
    "oleObject": "et indlejret objekt",
    "package": "en indlejret fil",
    "aFChunk": "et indlejret dokument",
    "control": "et kontrolelement",
}


@dataclass(frozen=True)
class Relation:
    """One arrow from a part to another part, or to an address outside the file."""

    kind: str
    target: str
    outside: bool


class Package:
    """The files of the zip, each unpacked and parsed when asked for; raises BadFile's kinds."""

    def __init__(self, data: bytes) -> None:
        self._files: Mapping[str, bytes] = ZipParts(data, expected=EXPECTED)
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self._refuse_macros()
        main = [r.target for r in self.relations("") if r.kind == "officeDocument"]
        if not main or main[0] not in self._files:
            raise FileBroken(EXPECTED)
        self.main = main[0]

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The arrows that lead out of a part; of the whole file for an empty name."""
        if part not in self._relations:
            self._relations[part] = tuple(self._read_relations(part))
        return self._relations[part]

    def _read_relations(self, part: str) -> Iterator[Relation]:
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for arrow in () if root is None else root:
            if not isinstance(arrow.tag, str):
                continue
            target, outside = arrow.get("Target", ""), arrow.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            kind = arrow.get("Type", "").rsplit("/", 1)[-1]
            yield Relation(_STRICT_KINDS.get(kind, kind), target, outside)

    def xml(self, name: str) -> Any:
        """The part's root, or None when the file lacks it."""
        blob = self._files.get(name)
        return None if blob is None else parsed(name, blob)

    def related(self, kind: str, *, whole: bool = False) -> list[tuple[str, Any]]:
        """Name and root of every part of a kind that the text, or the whole file, points to."""
        arrows = self.relations("" if whole else self.main)
        names = dict.fromkeys(r.target for r in arrows if r.kind == kind and not r.outside)
        found = ((name, self.xml(name)) for name in names)
        return [(name, root) for name, root in found if root is not None]

    def carried(self) -> tuple[str, ...]:
        """A Danish phrase for each thing that the file would fetch or carries along."""
        parts = [_part_of(name) for name in self._files if name.endswith(".rels")]
        arrows = [r for part in sorted(parts) for r in self.relations(part)]
        said = [
            f"{names[r.kind]}: {r.target[:120]}"
            for r in arrows
            if r.kind in (names := _OUTSIDE if r.outside else _INSIDE)
        ]
        return tuple(dict.fromkeys(said))

    def _refuse_macros(self) -> None:
        named = any(name.lower().endswith(_MACROS) for name in self._files)
        if named or b"macroEnabled" in self._files.get("[Content_Types].xml", b""):
            raise FileHasMacros


def parsed(name: str, blob: bytes) -> Any:
    """The root of an XML part; raises FileUnsafe for a DTD and FileBroken for no XML."""
    if blob.count(b"<") > _MOST_TAGS:
        raise FileTooLarge("der er mere i den, end et dokument kan have")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    if b"//purl.oclc.org/ooxml/" in blob:  # Word's strict form: the same under other names
        blob = _STRICT.sub(_TRANSITIONAL, blob)
    try:
        root = etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        refuse_doctype(name, blob)  # whose entities may be what the parser gave up on
        raise FileBroken(EXPECTED) from trouble
    if root is None:
        raise FileBroken(EXPECTED)
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileUnsafe(name)
    return root


def _part_of(relations: str) -> str:
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
