"""A house style from outside: what the draft may wear of it, with nothing that calls or runs."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Any

from docx.opc.oxml import serialize_part_xml

from strategykit.domain.intake import opened_zip, refuse_doctype
from strategykit.drafting.word.base import content_types, relations_part, section_document
from strategykit.drafting.word.house_pages import (
    as_xml,
    drop_references,
    page_setup,
    references,
)
from strategykit.drafting.word.house_story import calm, unresolved
from strategykit.drafting.word.oxml import NAMESPACES, parse_xml, w
from strategykit.errors import FileBroken, FileHasMacros

EXPECTED = "et Word-dokument (.docx)"
UNREADABLE = (AttributeError, KeyError, StopIteration, SyntaxError, TypeError, ValueError)
"""What lxml, python-docx and the lookups raise on parts that are missing or not what they claim."""

_KEPT = ("styles", "theme", "fontTable", "numbering", "header", "footer")
_FIRST_DRAWING = 100_001
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_NAMED = {
    "attachedTemplate": "en skabelon, som filen henter",
    "image": "et billede, som filen henter",
    "oleObject": "et indlejret objekt",
    "package": "en indlejret fil",
    "aFChunk": "et indlejret dokument",
    "subDocument": "et underdokument",
    "control": "et kontrolelement",
    "frame": "en ramme, som filen henter",
}


@dataclass(frozen=True)
class Relation:
    """One arrow from a part of the file to another, or to an address outside it."""

    id: str
    kind: str
    target: str
    is_outside: bool


@dataclass(frozen=True)
class Cleaned:
    """The house style as a new file, and a Danish phrase for each thing that was left out."""

    docx: bytes
    left_out: tuple[str, ...]
    even_pages: bool


def cleaned(data: bytes) -> Cleaned:
    """A new file with the styles, lists, head and foot of the old one, and an empty body."""
    files = opened_zip(data, expected=EXPECTED)
    _refuse_macros(files)
    try:
        return _Cleaning(files).result()
    except UNREADABLE as trouble:
        raise FileBroken(EXPECTED) from trouble


def _refuse_macros(files: dict[str, bytes]) -> None:
    names = any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in files)
    if names or b"macroEnabled" in files.get("[Content_Types].xml", b""):
        raise FileHasMacros


class _Cleaning:
    """One file being gone through."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files
        self._kinds = _Kinds(self._xml("[Content_Types].xml"))
        self._new: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._left_out: list[str] = []
        self._drawings = count(_FIRST_DRAWING)

    def result(self) -> Cleaned:
        main = next(r.target for r in self._relations("") if r.kind == "officeDocument")
        self._name_all()
        section = page_setup(self._xml(main))
        worn = [r for r in self._relations(main) if self._is_worn(r, section)]
        for relation in worn:
            self._keep(relation.target)
        kept = [relation for relation in worn if relation.target in self._new]
        drop_references(section, {relation.id for relation in kept})
        self._new["word/document.xml"] = section_document(as_xml(section)).encode()
        self._types["word/document.xml"] = _MAIN
        self._write_relations("word/document.xml", kept)
        return Cleaned(self._packed(), tuple(self._left_out), self._has_even_pages(main))

    def _is_worn(self, relation: Relation, section: Any) -> bool:
        if relation.is_outside or relation.kind not in _KEPT:
            return False
        return relation.kind not in ("header", "footer") or relation.id in references(section)

    def _keep(self, name: str) -> None:
        """Takes a part over, cleaned, with the pictures that lie in the file itself."""
        if name not in self._files or name in self._new:
            return
        pictures = [r for r in self._relations(name) if self._is_picture(r)]
        root = self._xml(name)
        calm(root, {relation.id for relation in pictures})
        self._number_drawings(root)
        if unresolved(root, {relation.id for relation in pictures}):
            self._left_out.append(f"delen {posixpath.basename(name)}, som peger ud af filen")
            return
        self._new[name] = serialize_part_xml(root)
        self._types[name] = self._kinds.of(name)
        self._write_relations(name, pictures)
        for relation in pictures:
            self._new[relation.target] = self._files[relation.target]
            self._types[relation.target] = self._kinds.of(relation.target)

    def _is_picture(self, relation: Relation) -> bool:
        """A picture that lies in the file; an SVG may itself call addresses."""
        kind = self._kinds.of(relation.target)
        inside = relation.kind == "image" and not relation.is_outside
        return inside and kind.startswith("image/") and kind != "image/svg+xml"

    def _number_drawings(self, root: Any) -> None:
        """Far from the numbers of the draft's own pictures: Word wants each number once."""
        for drawing in root.iter(f"{{{NAMESPACES['wp']}}}docPr"):
            drawing.set("id", str(next(self._drawings)))

    def _name_all(self) -> None:
        """Says of every part of the file what it would have fetched or carried along."""
        parts = [_part_of(name) for name in self._files if name.endswith(".rels")]
        for relation in (r for part in sorted(parts) for r in self._relations(part)):
            phrase = _NAMED.get(relation.kind, "")
            if phrase and (relation.is_outside or relation.kind != "image"):
                self._left_out.append(f"{phrase}: {relation.target[:120]}")

    def _relations(self, part: str) -> Iterator[Relation]:
        name = _relations_of(part)
        for element in self._xml(name) if name in self._files else ():
            outside = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            if outside or target.lstrip("/") in self._files:
                target = target if outside else target.lstrip("/")
                yield Relation(element.get("Id", ""), kind, target, outside)

    def _write_relations(self, part: str, relations: list[Relation]) -> None:
        if relations:
            rows = [(r.id, r.kind, f"/{r.target}") for r in relations]
            self._new[_relations_of(part)] = relations_part(rows).encode()

    def _has_even_pages(self, main: str) -> bool:
        settings = [r.target for r in self._relations(main) if r.kind == "settings"]
        return any(self._xml(name).find(w("evenAndOddHeaders")) is not None for name in settings)

    def _xml(self, name: str) -> Any:
        refuse_doctype(name, self._files[name])
        return parse_xml(self._files[name])

    def _packed(self) -> bytes:
        self._new["_rels/.rels"] = relations_part(
            [("rId1", "officeDocument", "/word/document.xml")]
        ).encode()
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("[Content_Types].xml", content_types(self._types))
            for name, data in self._new.items():
                archive.writestr(name, data)
        return stream.getvalue()


class _Kinds:
    """The content types of a file: by the part's own name, else by the ending of the name."""

    def __init__(self, types: Any) -> None:
        self._parts: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        for element in types:
            kind = element.get("ContentType", "")
            if element.get("PartName"):
                self._parts[element.get("PartName").lower()] = kind
            elif element.get("Extension"):
                self._endings[element.get("Extension").lower()] = kind

    def of(self, name: str) -> str:
        ending = name.rsplit(".", 1)[-1].lower()
        return self._parts.get(f"/{name.lower()}") or self._endings.get(ending, "")


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _part_of(relations: str) -> str:
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
