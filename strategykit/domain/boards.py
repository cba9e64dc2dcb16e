"""Notes on boards: SWOT, dreams and obstacles, with their groups and dots."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.errors import DotsUnread, MixedFields, UnknownMark

SWOT = "swot"
DREAMS = "droemme"
OBSTACLES = "forhindringer"
PROPOSALS = "forslag"
NOTE_LENGTH = 500
AT_VISION = (DREAMS, PROPOSALS)  # what the texts are written from stands beside them


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
    """`board` and `field` are keys of the template; a hidden note never leaves the wall.

    `step_id` is the step it was written in and `author_id` who wrote it, empty in anonymous steps;
    a held note waits for the facilitator. `import_id` is the file that it came from, and `origin`
    the group or table that the file names.
    """

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
    step_id: str = said("Skrevet i trinnet", default="", refs="steps", hidden=True)
    author_id: str = said("Skrevet af", default="", refs="people", hidden=True)
    held: bool = said("Venter på proceslederen", default=False, hidden=True)
    import_id: str = said("Hentet fra filen", default="", refs="note_imports", hidden=True)
    origin: str = said("Skrevet af gruppen", default="", hidden=True)

    @property
    def shown(self) -> bool:
        """Whether it is on the wall: neither hidden nor waiting for the facilitator."""
        return not self.hidden and not self.held


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
    """One dot on a note, a group or an area; `voter` is empty on paper and in anonymous steps."""

    noun: ClassVar[str] = "Prikken"
    needs: ClassVar[tuple[str, ...]] = ("subject_id",)

    subject_id: str
    voter: str = ""
    step_id: str = ""


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
        n for n in notes if n.board == board and n.shown and (not field or n.field == field)
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


@dataclass(frozen=True)
class BoardContent:
    """What lies on one board: its notes, hidden ones too, its groups, and the dots of both."""

    notes: tuple[Note, ...]
    groups: tuple[NoteGroup, ...]
    dots: Mapping[str, int]

    @property
    def shown(self) -> tuple[Note, ...]:
        """The notes that the wall shows."""
        return tuple(n for n in self.notes if n.shown)

    def clusters(self, field: str = "") -> tuple[Cluster, ...]:
        """The groups and single notes that the wall shows, of one field or of all."""
        found = clusters(self.shown, self.groups, self.dots)
        return tuple(c for c in found if not field or c.notes[0].field == field)

    @property
    def given(self) -> int:
        """How many dots the wall shows in all."""
        return sum(cluster.dots for cluster in self.clusters())


@dataclass(frozen=True)
class Spot:
    """Where new notes are put."""

    process_id: str
    board: str
    field: str = ""
    barrier: str = ""


@dataclass(frozen=True)
class Done:
    """What an act on a board took away and what it put there: enough to take it back.

    `took_part` is whose sheet was typed in where no name is kept: to be held in memory alone.
    """

    told: str
    before: tuple[Entry, ...] = ()
    after: tuple[Entry, ...] = ()
    took_part: str = ""


_DOT_LINE = re.compile(
    r"\s*(?:nr\.?\s+)?([0-9]+|[a-z]+)\s*[.:=)\s]\s*([0-9]{1,4})\s*", re.IGNORECASE
)


def marks(content: BoardContent) -> dict[str, str]:
    """What each note and group is called aloud: notes 1, 2, 3 as they came, groups A, B, C."""
    by_place = sorted(content.notes, key=lambda n: n.position)
    numbers = {note.id: str(number) for number, note in enumerate(by_place, start=1)}
    letters = {group.id: letter_of(number) for number, group in enumerate(content.groups)}
    return {**numbers, **letters}


def letter_of(number: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    while number >= 0:
        number, place = divmod(number, 26)
        letters = chr(ord("A") + place) + letters
        number -= 1
    return letters


def read_dots(text: str, called: Mapping[str, str]) -> dict[str, int]:
    """Dots by subject id from lines or commas such as "3: 11, A 4"; `called` is from marks().

    Raises DotsUnread or UnknownMark with the piece that is wrong.
    """
    ids = {mark: subject for subject, mark in called.items()}
    pieces = [piece for piece in re.split(r"[\n,;]", text) if piece.strip()]
    if not pieces:
        raise DotsUnread("")
    return dict(_dots_of(piece, ids) for piece in pieces)


def _dots_of(piece: str, ids: Mapping[str, str]) -> tuple[str, int]:
    found = _DOT_LINE.fullmatch(piece)
    if found is None:
        raise DotsUnread(piece.strip())
    mark = found[1].upper().lstrip("0")
    if mark not in ids:
        raise UnknownMark(found[1])
    return ids[mark], int(found[2])


def note_lines(text: str) -> tuple[str, ...]:
    """One note a line, without the dashes and bullets that people put in front."""
    stripped = (re.sub(r"^\s*[-\u2013\u2022*]\s+", "", line).strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)


def shared_field(notes: Sequence[Note]) -> str:
    """The field that all of them lie in; raises MixedFields."""
    found = {note.field for note in notes}
    if len(found) > 1:
        raise MixedFields
    return next(iter(found), "")


def counted(number: int, one: str, many: str) -> str:
    """ "1 seddel" or "3 sedler"."""
    return f"{number} {one if number == 1 else many}"
