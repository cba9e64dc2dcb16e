"""Notes on boards: SWOT, dreams and obstacles, with their groups and dots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said

SWOT = "swot"
DREAMS = "droemme"
OBSTACLES = "forhindringer"


class Barrier(StrEnum):
    """The six kinds of barrier to working together (KL 2010)."""

    ECONOMIC = "økonomisk"
    ORGANISATIONAL = "organisatorisk"
    MANAGERIAL = "ledelsesmæssig"
    PROFESSIONAL = "faglig"
    CULTURAL = "kulturel"
    LEGAL = "juridisk"


@dataclass(frozen=True, kw_only=True)
class Note(Entry):
    """`board` and `field` are keys of the template; a hidden note never leaves the wall."""

    noun: ClassVar[str] = "Sedlen"
    needs: ClassVar[tuple[str, ...]] = ("text",)

    board: str = said("Tavle", hidden=True)
    field: str = said("Felt", default="", refs="board_fields")
    text: str = said("Tekst", long=True)
    group_id: str = said("Gruppe", default="", refs="note_groups", hidden=True)
    evidence_ids: tuple[str, ...] = said("Bygger på", default=(), refs="evidence_cards")
    barrier: str = said("Slags forhindring", default="", refs="barriers", hidden=True)
    hidden: bool = said("Skjult", default=False, hidden=True)
    hidden_reason: str = said("Hvorfor skjult", default="", hidden=True)


@dataclass(frozen=True, kw_only=True)
class NoteGroup(Entry):
    """Notes of one field that say the same, under one heading."""

    noun: ClassVar[str] = "Gruppen"
    needs: ClassVar[tuple[str, ...]] = ("title",)

    board: str = said("Tavle", hidden=True)
    field: str = said("Felt", default="", refs="board_fields", hidden=True)
    title: str = said("Overskrift")


@dataclass(frozen=True, kw_only=True)
class Dot(Entry):
    """One dot on a note, a group or an area; `voter` is empty when counted from paper."""

    noun: ClassVar[str] = "Prikken"
    needs: ClassVar[tuple[str, ...]] = ("subject_id",)

    subject_id: str
    voter: str = ""


@dataclass(frozen=True)
class Cluster:
    """A group with its notes, or one note by itself; `dots` counts all of them."""

    id: str
    title: str
    field: str
    notes: tuple[Note, ...]
    dots: int


def visible(notes: Sequence[Note], board: str, field: str = "") -> tuple[Note, ...]:
    """The notes of a board, or of one of its fields, that are not hidden."""
    return tuple(
        n for n in notes if n.board == board and not n.hidden and (not field or n.field == field)
    )


def clusters(
    notes: Sequence[Note], groups: Sequence[NoteGroup], dots: Mapping[str, int]
) -> tuple[Cluster, ...]:
    """Groups and single notes: most dots first, then in the order they came."""
    members: dict[str, list[Note]] = {group.id: [] for group in groups}
    single = [n for n in notes if n.group_id not in members]
    for note in notes:
        if note.group_id in members:
            members[note.group_id].append(note)
    grouped = [_cluster_of(g, tuple(members[g.id]), dots) for g in groups if members[g.id]]
    alone = [Cluster(n.id, n.text, n.field, (n,), dots.get(n.id, 0)) for n in single]
    return tuple(sorted(grouped + alone, key=lambda c: (-c.dots, c.notes[0].position)))


def _cluster_of(group: NoteGroup, notes: tuple[Note, ...], dots: Mapping[str, int]) -> Cluster:
    total = dots.get(group.id, 0) + sum(dots.get(n.id, 0) for n in notes)
    return Cluster(group.id, group.title, group.field, notes, total)


def prioritised(
    notes: Sequence[Note], groups: Sequence[NoteGroup], dots: Mapping[str, int]
) -> bool:
    """Whether the notes and groups of one field have been given a dot."""
    return any(cluster.dots for cluster in clusters(notes, groups, dots))
