"""The way through the bodies: who has it when, what they recommend and what they decide."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said


class Body(StrEnum):
    """What kind of body a stage lies with; only the council adopts."""

    COMMITTEE = "udvalget"
    STANDING = "fagudvalg"
    HEARING = "høring"
    FINANCE = "økonomiudvalget"
    COUNCIL = "kommunalbestyrelsen"


class Outcome(StrEnum):
    """What a body did with the case."""

    WAITING = "afventer"
    HEARD = "afholdt"
    RECOMMENDED = "indstillet"
    ADOPTED = "vedtaget"
    ADOPTED_CHANGED = "vedtaget med ændringer"
    RECOMMENDED_CHANGED = "indstillet med ændringer"
    POSTPONED = "udsat"
    SENT_BACK = "sendt tilbage"
    REJECTED = "forkastet"


@dataclass(frozen=True, kw_only=True)
class Stage(Entry):
    """One body's turn, in the order of `position`; a postponed case comes to the same body again.

    `version_id` is the version that lay before the body, `overruled` the reason why the case went
    on although something was open. `round` counts the ways: a change of what is adopted begins a
    new one. At the committee's own stage `recommendation` is what it recommends to the council.
    """

    noun: ClassVar[str] = "Leddet"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    body: Body = said("Slags", default=Body.STANDING)
    name: str = said("Led")
    day: date | None = said("Mødedato", default=None)
    version_id: str = said("Version", default="", refs="draft_versions", hidden=True)
    recommendation: str = said("Indstilling", default="", long=True)
    outcome: Outcome = said("Udfald", default=Outcome.WAITING)
    decision: str = said("Beslutning", default="", long=True)
    votes_for: int | None = said("Stemmer for", default=None, least=0, most=99)
    votes_against: int | None = said("Stemmer imod", default=None, least=0, most=99)
    abstained: int | None = said("Hverken for eller imod", default=None, least=0, most=99)
    minority: str = said("Mindretallets forslag", default="", long=True)
    overruled: str = said("Videre med åbne punkter, fordi", default="", long=True)
    decided_at: datetime | None = said("Ført til protokol", default=None, hidden=True)
    round: int = said("Behandling", default=1, hidden=True)


@dataclass(frozen=True, kw_only=True)
class Adoption(Entry):
    """The council has adopted a version: from then on it is locked; a change is a new version."""

    noun: ClassVar[str] = "Vedtagelsen"
    needs: ClassVar[tuple[str, ...]] = ("version_id", "stage_id")

    version_id: str = said("Version", refs="draft_versions", hidden=True)
    stage_id: str = said("Led", refs="stages", hidden=True)
    number: int = said("Versionens nummer", default=1)
    day: date = said("Vedtaget den")
    log_head: str = said("Loggens sum", default="", hidden=True)


ADOPTS = (Outcome.ADOPTED, Outcome.ADOPTED_CHANGED)
ENDS = (*ADOPTS, Outcome.REJECTED)
GOES_ON = (Outcome.HEARD, Outcome.RECOMMENDED, Outcome.RECOMMENDED_CHANGED, *ADOPTS)
