"""The draft's own rows: what was rewritten by hand, and the numbered versions."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.differences import Piece, PieceKind, word_differences
from strategykit.domain.entry import Entry, said
from strategykit.domain.outline import Block, Draft, Paragraph, Section, Tone, text_of

HOUSE_STYLE = "house_style"
SUMMARY = "sammenfatning"


class RewriteAct(StrEnum):
    """What a rewrite does to the draft at its block."""

    REPLACE = "skriver om"
    INSERT = "tilføjer efter"
    REMOVE = "tager ud"


@dataclass(frozen=True, kw_only=True)
class Rewrite(Entry):
    """A part of the draft written by hand; `composed` is what the template's sentence said then.

    `block` is the key of a block, or of a section where `part` is "overskrift"; a table's cell is
    `part` "række 2, kolonne 1". What is taken out keeps its old words as `text`. `point_id` is the
    point of a review that asked for it.
    """

    noun: ClassVar[str] = "Omskrivningen"
    needs: ClassVar[tuple[str, ...]] = ("block", "text")

    block: str = said("Afsnit", hidden=True)
    text: str = said("Tekst", long=True)
    composed: str = said("Skabelonens tekst", default="", hidden=True)
    editor_id: str = said("Skrevet af", default="", hidden=True)
    act: RewriteAct = said("Hvad der sker", default=RewriteAct.REPLACE, hidden=True)
    part: str = said("Sted", default="", hidden=True)
    point_id: str = said("Efter punktet", default="", refs="points", hidden=True)


@dataclass(frozen=True, kw_only=True)
class DraftVersion(Entry):
    """A draft as it was; `number` grows by one within the process."""

    noun: ClassVar[str] = "Udkastet"

    number: int
    saved_at: datetime
    draft: Draft
    editor_id: str = ""
    note: str = said("Hvad er nyt i denne version", default="")


@dataclass(frozen=True, kw_only=True)
class Upload(Entry):
    """A file that belongs to the process, such as the municipality's house style."""

    noun: ClassVar[str] = "Filen"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    kind: str
    name: str
    data: bytes


@dataclass(frozen=True)
class VersionLine:
    """A kept version in the list of them, without the draft itself."""

    id: str
    number: int
    saved_at: datetime
    editor_id: str
    note: str


def summary_key(section_key: str) -> str:
    """The key of the statement that sums a section up in the committee's own words."""
    return f"{SUMMARY}:{section_key}"


def not_rewritten(process_id: str, block: Paragraph) -> Rewrite:
    """The rewrite before its first save; two windows that begin it begin the same one."""
    own_id = uuid.uuid5(uuid.NAMESPACE_OID, f"{process_id}:{block.key}").hex
    return Rewrite(
        id=own_id, process_id=process_id, version=0, block=block.key, text=block.text,
        composed=block.text,
    )  # fmt: skip


def may_be_rewritten(block: Block) -> bool:
    """Sentences may; agreed texts, summaries and what is missing are changed at their own place."""
    if not isinstance(block, Paragraph) or block.tone in (Tone.STATEMENT, Tone.MISSING):
        return False
    return SUMMARY not in block.key.split(":")


@dataclass(frozen=True)
class Overtaken:
    """A rewrite whose paragraph has since been composed anew; `now` is empty when it is gone."""

    rewrite: Rewrite
    now: str
    section: Section | None


class ChangeKind(StrEnum):
    """What happened to a part of the draft between two versions."""

    ADDED = "tilføjet"
    REMOVED = "slettet"
    CHANGED = "ændret"


@dataclass(frozen=True)
class PartChange:
    """A paragraph, table, figure or heading that differs; `place` is the heading above it."""

    kind: ChangeKind
    place: str
    key: str
    pieces: tuple[Piece, ...]


def changes_between(old: Draft, new: Draft) -> tuple[PartChange, ...]:
    """In the order of the new draft; what is gone stands last, in the order of the old."""
    before, after = _parts(old), _parts(new)
    found = [
        _changed(key, place, before[key][1] if key in before else None, text)
        for key, (place, text) in after.items()
        if key not in before or before[key][1] != text
    ]
    gone = [
        PartChange(ChangeKind.REMOVED, place, key, (Piece(PieceKind.REMOVED, text),))
        for key, (place, text) in before.items()
        if key not in after
    ]
    return (*found, *gone)


def _parts(draft: Draft) -> dict[str, tuple[str, str]]:
    """Place and text by key; a heading is a part of its own."""
    parts: dict[str, tuple[str, str]] = {"titel": ("Forsiden", draft.cover.title)}
    for section in draft.sections:
        parts[f"overskrift:{section.key}"] = (section.title, section.title)
        parts |= {b.key: (section.title, text_of(b)) for b in section.blocks}
    sources = "\n".join(f"[{s.number}] {s.text}" for s in draft.sources)
    return parts | ({"kilder": ("Kilder", sources)} if sources else {})


def _changed(key: str, place: str, old: str | None, new: str) -> PartChange:
    if old is None:
        return PartChange(ChangeKind.ADDED, place, key, (Piece(PieceKind.ADDED, new),))
    return PartChange(ChangeKind.CHANGED, place, key, word_differences(old, new))
