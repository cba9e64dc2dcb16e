"""Target groups, the candidates for focus areas, and the chosen ones unfolded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.entry import Entry, said
from strategykit.domain.numbers import rounded


@dataclass(frozen=True, kw_only=True)
class TargetGroup(Entry):
    """People with a need in common; `share` in pct. of all, `invented` where it is an example."""

    noun: ClassVar[str] = "Gruppen"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    name: str = said("Gruppe")
    need: str = said("Behov og kendetegn", default="", long=True)
    share: Decimal | None = said("Andel i pct.", default=None, least=0, most=100)
    number: int | None = said("Antal", default=None, least=0, most=10_000_000)
    indicator: str = said("Følges med", default="", hint="Det tal, der viser gruppens størrelse")
    invented: bool = said("Tallene er et opdigtet eksempel", default=False)


class Choice(StrEnum):
    """What the committee does with a candidate."""

    OPEN = "ikke afgjort"
    PURSUED = "forfølges"
    SET_BACK = "træder i baggrunden"


@dataclass(frozen=True, kw_only=True)
class Area(Entry):
    """A focus area, from candidate to unfolded; `note_ids` are the notes that it grew out of.

    `value` and `effort` run from 1 to 10, `cost` is kroner a year and negative for a saving.
    """

    noun: ClassVar[str] = "Området"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    name: str = said("Område", term="omraade")
    note_ids: tuple[str, ...] = said("Vokset ud af", default=(), refs="notes")
    value: int | None = said("Værdi (1-10)", default=None, least=1, most=10)
    effort: int | None = said("Indsats (1-10)", default=None, least=1, most=10)
    choice: Choice = said("Beslutning", default=Choice.OPEN)
    reason: str = said("Begrundelse", default="", long=True)
    why: str = said("Hvorfor dette område", default="", long=True)
    group_ids: tuple[str, ...] = said("Er for", default=(), refs="target_groups")
    vision_link: str = said("Sådan bringer det jer nærmere visionen", default="", long=True)
    evidence_ids: tuple[str, ...] = said("Bygger på", default=(), refs="evidence_cards")
    no_evidence: str = said("Hvis I ikke henviser til viden: hvorfor", default="", long=True)
    cost: Decimal | None = said("Udgift pr. år i kr. (minus for besparelse)", default=None)
    economy: str = said("Økonomi i ord", default="", long=True)
    responsible: str = said("Ansvarlig", default="")

    @property
    def decided(self) -> bool:
        """Whether it is chosen or set back, with a reason."""
        return self.choice is not Choice.OPEN and bool(self.reason.strip())


@dataclass(frozen=True, kw_only=True)
class Measure(Entry):
    """A concrete indsats; `answers` hold one word per principle of the template, in its order."""

    noun: ClassVar[str] = "Indsatsen"
    needs: ClassVar[tuple[str, ...]] = ("text",)

    area_id: str = said("Område", refs="areas", hidden=True, term="omraade")
    text: str = said("Indsats", long=True)
    answers: tuple[str, ...] = said("Holdepunkter", default=(), hidden=True)
    comment: str = said("Bemærkning til holdepunkterne", default="", long=True)


class Holds(StrEnum):
    """Whether a measure answers to a principle."""

    YES = "ja"
    PARTLY = "delvist"
    NO = "nej"


@dataclass(frozen=True)
class Root:
    """What an area grew out of: a whole group under its heading, or a note by itself."""

    title: str
    board: str
    note_ids: tuple[str, ...]
    hidden: bool = False


def numbers_of(groups: Sequence[TargetGroup], population: int) -> Mapping[str, int]:
    """How many each group with a share has of so many people, by the group's id."""
    return {
        group.id: int(rounded(group.share * population / 100, 0))
        for group in groups
        if group.share is not None
    }


def shares_in_all(groups: Sequence[TargetGroup]) -> Decimal | None:
    """The sum of the shares in pct., or None while no group has one."""
    shares = [group.share for group in groups if group.share is not None]
    return sum(shares, Decimal(0)) if shares else None


def answers_of(measure: Measure, principles: int) -> tuple[str, ...]:
    """One answer for each principle of the template, empty where there is none."""
    given = measure.answers[:principles]
    return (*given, *[""] * (principles - len(given)))


def area_lacks(area: Area, measures: Sequence[Measure], principles: int) -> tuple[str, ...]:
    """What an unfolded area still needs, in Danish words; empty when it is whole."""
    mine = [measure for measure in measures if measure.area_id == area.id]
    open_answers = sum("" in answers_of(measure, principles) for measure in mine)
    needs = {
        "hvorfor dette område": area.why,
        "hvem det er for": area.group_ids,
        "hvordan det bringer jer nærmere visionen": area.vision_link,
        "mindst én indsats": mine,
        f"svar på holdepunkterne ({open_answers} af {len(mine)} indsatser)": not open_answers,
        "en henvisning til viden, eller hvorfor der ingen er": area.evidence_ids
        or area.no_evidence,
        "udgift, besparelse eller økonomi i ord": area.cost is not None or area.economy,
        "ansvarlig": area.responsible,
    }
    return tuple(what for what, there in needs.items() if not _filled(there))


def roots_of(area: Area, notes: Sequence[Note], groups: Sequence[NoteGroup]) -> tuple[Root, ...]:
    """What it grew out of, in the order it was picked; a group counts when all of it was."""
    found = {note.id: note for note in notes if note.id in area.note_ids}
    whole = _whole_groups(area, notes, groups)
    roots: dict[str, Root] = {}
    for note in (found[i] for i in area.note_ids if i in found):
        group = whole.get(note.group_id)
        key = group.id if group else note.id
        before = roots[key].note_ids if key in roots else ()
        title = group.title if group else note.text
        roots[key] = Root(title, note.board, (*before, note.id), note.hidden and group is None)
    return tuple(roots.values())


def _whole_groups(
    area: Area, notes: Sequence[Note], groups: Sequence[NoteGroup]
) -> dict[str, NoteGroup]:
    members: dict[str, set[str]] = {}
    for note in notes:
        if note.group_id and not note.hidden:
            members.setdefault(note.group_id, set()).add(note.id)
    return {
        group.id: group
        for group in groups
        if group.id in members and members[group.id] <= set(area.note_ids)
    }


def _filled(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)
