"""The knowledge base: what the committee knows before it chooses."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said


class EvidenceKind(StrEnum):
    """Where a claim comes from."""

    RESEARCH = "forskning"
    DATA = "data"
    INTERVIEW = "interview"
    EXPERIENCE = "erfaring"


@dataclass(frozen=True, kw_only=True)
class EvidenceCard(Entry):
    """A claim that the strategy may rest on, with its source."""

    noun: ClassVar[str] = "Videnskortet"
    needs: ClassVar[tuple[str, ...]] = ("claim", "source")

    claim: str = said("Påstand", long=True)
    source: str = said("Kilde")
    year: int | None = said("År", default=None, least=1900, most=2100)
    kind: EvidenceKind = said("Slags", default=EvidenceKind.DATA)
    link: str = said("Link", default="", link=True)


@dataclass(frozen=True, kw_only=True)
class Constraint(Entry):
    """A vilkår that the strategy must keep within; `amount` in kroner."""

    noun: ClassVar[str] = "Vilkåret"
    needs: ClassVar[tuple[str, ...]] = ("text",)

    text: str = said("Vilkår", long=True)
    amount: Decimal | None = said("Beløb i kr.", default=None)
    source: str = said("Kilde", default="")


@dataclass(frozen=True, kw_only=True)
class Practice(Entry):
    """What another municipality does that this one may learn from."""

    noun: ClassVar[str] = "Eksemplet"
    needs: ClassVar[tuple[str, ...]] = ("title",)

    title: str = said("God praksis")
    place: str = said("Hvor", default="")
    lesson: str = said("Hvad kan I bruge", default="", long=True)
    link: str = said("Link", default="", link=True)


@dataclass(frozen=True, kw_only=True)
class Interview(Entry):
    """A note from an interview, coded by focus and theme; never the name of the one who spoke."""

    noun: ClassVar[str] = "Interviewnotatet"
    needs: ClassVar[tuple[str, ...]] = ("text",)

    field: str = said(
        "Område", default="", hint="For eksempel uddannelse, erhverv eller frivillige"
    )
    focus: str = said("Fokus", default="", refs="interview_foci")
    text: str = said("Notat", long=True)
    theme: str = said("Tema", default="")


@dataclass(frozen=True, kw_only=True)
class Voice(Entry):
    """What those whom the strategy is for said, and what it changed; never who said it."""

    noun: ClassVar[str] = "Stemmen"
    needs: ClassVar[tuple[str, ...]] = ("theme",)

    theme: str = said("Tema")
    text: str = said("Hvad blev der sagt", default="", long=True)
    count: int | None = said("Hvor mange har sagt det", default=None, least=0, most=100000)
    heard: str = said("Hvordan er de hørt", default="")
    changed: str = said("Hvad ændrede det", default="", long=True)


@dataclass(frozen=True, kw_only=True)
class Unit(Entry):
    """A card of the organisation: a unit and what it answers for."""

    noun: ClassVar[str] = "Enheden"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    name: str = said("Enhed")
    task: str = said("Opgave", default="", long=True)
    reports_to: str = said("Hører under", default="")
    works_with: str = said("Samarbejder med", default="")


@dataclass(frozen=True)
class ThemeCount:
    """How many interview notes tell of a theme; `by_focus` counts them by their focus's key."""

    theme: str
    by_focus: Mapping[str, int]

    @property
    def total(self) -> int:
        """The notes of all foci together."""
        return sum(self.by_focus.values())


def theme_counts(interviews: Sequence[Interview]) -> tuple[ThemeCount, ...]:
    """The themes, most told of first; how it was typed the first time is how it is shown.

    Notes without a theme are left out.
    """
    shown: dict[str, str] = {}
    counted: dict[str, Counter[str]] = {}
    for note in interviews:
        if theme := " ".join(note.theme.split()):
            shown.setdefault(theme.casefold(), theme)
            counted.setdefault(theme.casefold(), Counter())[note.focus] += 1
    found = [ThemeCount(shown[key], counts) for key, counts in counted.items()]
    return tuple(sorted(found, key=lambda count: -count.total))
