"""The hearing: who is asked, what they answer, and what it changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.outline import Draft
from strategykit.errors import BadPeriod

WHOLE = "hoering:helheden"
WHOLE_TITLE = "Til strategien som helhed"


@dataclass(frozen=True, kw_only=True)
class Hearing(Entry):
    """A kept version in hearing from one day to another."""

    noun: ClassVar[str] = "Høringen"
    needs: ClassVar[tuple[str, ...]] = ("version_id",)

    version_id: str = said("Version", refs="draft_versions", hidden=True)
    number: int = said("Versionens nummer", default=1, hidden=True)
    starts: date | None = said("Høringen begynder", default=None)
    ends: date | None = said("Frist for svar", default=None)
    note: str = said("Høringsbrev", default="", long=True)
    closed_at: datetime | None = said("Lukket", default=None, hidden=True)

    def __post_init__(self) -> None:
        """Raises BadPeriod when it ends before it begins."""
        super().__post_init__()
        if self.starts and self.ends and self.ends < self.starts:
            raise BadPeriod("Høringens frist")


@dataclass(frozen=True, kw_only=True)
class HearingParty(Entry):
    """One who is asked; `young` are those whose answers are listed by themselves."""

    noun: ClassVar[str] = "Høringsparten"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    hearing_id: str = said("Høring", refs="hearings", hidden=True)
    name: str = said("Høringspart")
    contact: str = said("Kontakt", default="")
    young: bool = said("Taler for dem, strategien er for", default=False)
    answered_at: datetime | None = said("Har svaret", default=None, hidden=True)


@dataclass(frozen=True, kw_only=True)
class HearingResponse(Entry):
    """What a party says to one section, or to the whole where `section` is empty."""

    noun: ClassVar[str] = "Høringssvaret"
    needs: ClassVar[tuple[str, ...]] = ("party_id",)

    hearing_id: str = said("Høring", refs="hearings", hidden=True)
    party_id: str = said("Høringspart", refs="hearing_parties")
    section: str = said("Kapitel", default="")
    text: str = said("Høringssvar", default="", long=True)
    at: datetime | None = said("Modtaget", default=None, hidden=True)
    file_id: str = said("Fra fil", default="", hidden=True)
    assessment: str = said("Vurdering", default="", long=True)
    change: str = said("Ændring i strategien", default="", long=True)
    point_id: str = said("Punkt", default="", refs="points", hidden=True)


def chapters_of(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Key and title of what one may answer to: the chapters, and the whole last."""
    chapters = ((s.key, s.title) for s in draft.sections if s.level == 1 and not s.annex)
    return (*chapters, (WHOLE, WHOLE_TITLE))
