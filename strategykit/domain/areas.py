"""Target groups, the candidates for focus areas, and the chosen ones unfolded."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said


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

    noun: ClassVar[str] = "Indsatsområdet"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    name: str = said("Indsatsområde")
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

    area_id: str = said("Indsatsområde", refs="areas", hidden=True)
    text: str = said("Indsats", long=True)
    answers: tuple[str, ...] = said("Holdepunkter", default=(), hidden=True)
    comment: str = said("Bemærkning til holdepunkterne", default="", long=True)
