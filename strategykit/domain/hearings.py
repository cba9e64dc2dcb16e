"""The hearing: who is asked, what they answer, and what it changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.outline import Draft
from strategykit.errors import BadPeriod

WHOLE = "hoering:helheden"
WHOLE_TITLE = "Til udkastet som helhed"
GONE_CHAPTER = "Et kapitel, som ikke er i udkastet længere"
ANSWER_COLUMNS = ("Høringspart", "Svar", "Vurdering", "Ændring i udkastet")
ANSWER_WIDTHS = (0.17, 0.35, 0.27, 0.21)


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

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.closed_at is None

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
    young: bool = said("Taler for dem, det handler om", default=False)
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
    change: str = said("Ændring i udkastet", default="", long=True)
    assessed_at: datetime | None = said("Vurderet", default=None, hidden=True)
    point_id: str = said("Punkt", default="", refs="points", hidden=True)

    @property
    def is_assessed(self) -> bool:
        """Whether somebody has said what is thought of it."""
        return bool(self.assessment.strip())

    @property
    def changed_since(self) -> bool:
        """Whether the party wrote something else after it was assessed."""
        return bool(self.at and self.assessed_at and self.at > self.assessed_at)


def given(responses: Iterable[HearingResponse]) -> tuple[HearingResponse, ...]:
    """Those that still say something: an assessed answer that was taken back stays, empty."""
    return tuple(response for response in responses if response.text)


def young_title(who: str) -> str:
    """The heading of the list of what those said whom the strategy is for."""
    return f"Det sagde {who}, og det gjorde vi"


def answer_row(response: HearingResponse, names: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Who answered, what, what is thought of it and what it changed; as ANSWER_COLUMNS."""
    nothing = "Ingen" if response.is_assessed else "Ikke afgjort endnu"
    return (
        names.get(response.party_id, ""), response.text,
        response.assessment or "Ikke vurderet endnu", response.change or nothing,
    )  # fmt: skip


def by_chapter(
    keys: Sequence[str], responses: Sequence[HearingResponse]
) -> Iterator[tuple[str, tuple[HearingResponse, ...]]]:
    """The answers of each chapter that has any, in the order of `keys`; others come last."""
    for key in dict.fromkeys((*keys, *sorted({r.section for r in responses} - set(keys)))):
        if mine := tuple(r for r in responses if r.section == key):
            yield key, mine


def chapters_of(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Key and title of what one may answer to: the chapters, and the whole last."""
    chapters = ((s.key, s.title) for s in draft.sections if s.level == 1 and not s.annex)
    return (*chapters, (WHOLE, WHOLE_TITLE))
