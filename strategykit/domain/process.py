"""A process: one committee's way from mandate to adopted strategy."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from strategykit.domain.clock import days_until
from strategykit.domain.entry import Entry, said
from strategykit.domain.numbers import danish_date
from strategykit.errors import BadPeriod

YEARS_KEPT = 5
REMINDED_DAYS = 60


@dataclass(frozen=True, kw_only=True)
class Process(Entry):
    """`name` is the short name on the command line and in addresses; `template` its own copy.

    `template` is the text of the template file as it was when the process was made.
    `process_id` equals `id`, so that a process is kept like everything else in it.
    `indicators` are keys of the catalogue; None stands for those of the template. `peers` are the
    codes of the municipalities that it is held up against.
    """

    noun: ClassVar[str] = "Forløbet"
    needs: ClassVar[tuple[str, ...]] = ("title", "municipality", "committee")

    name: str = said("Kort navn", default="", hidden=True)
    title: str = said("Titel")
    municipality: str = said("Kommune", refs="municipalities")
    committee: str = said("Udvalg")
    mandate_body: str = said("Besluttet af", default="", hint="For eksempel kommunalbestyrelsen")
    mandate_day: date | None = said("Besluttet den", default=None)
    case_number: str = said("Sagsnummer", default="")
    mandate: str = said("Opgaven", default="", long=True)
    deliverables: tuple[str, ...] = said(
        "Udvalget skal aflevere", default=(), long=True, hint="Én ting på hver linje"
    )
    period_from: int | None = said("Gælder fra år", default=None, least=2000, most=2100)
    period_to: int | None = said("til og med år", default=None, least=2000, most=2100)
    purposes: tuple[str, ...] = said(
        "Formål", default=(), long=True, hint="Et formål på hver linje"
    )
    deletes_on: date | None = said("Slettes den", default=None)
    scribe_id: str = said("Hvem fører pennen", default="", refs="people", hidden=True)
    indicators: tuple[str, ...] | None = said(
        "Tal fra registrene", default=None, refs="indicators", hidden=True
    )
    peers: tuple[str, ...] = said(
        "Jævnbyrdige kommuner", default=(), refs="municipalities", hidden=True
    )
    example_note: str = said("Mærkning af eksempel", default="", hidden=True)
    template: str = said("Skabelon", default="", hidden=True, room=1_000_000)
    phase: str = said("Fase", default="", hidden=True)
    created_at: datetime | None = said("Oprettet", default=None, hidden=True)
    archived_at: datetime | None = said("Arkiveret", default=None, hidden=True)

    def __post_init__(self) -> None:
        """Raises BadPeriod when the strategy ends before it begins."""
        super().__post_init__()
        if self.period_from and self.period_to and self.period_to < self.period_from:
            raise BadPeriod("Perioden")

    @property
    def archived(self) -> bool:
        """Whether it can only be read."""
        return self.archived_at is not None

    @property
    def period(self) -> str:
        """ "2026-2030" with a dash, or what is known of it."""
        return "–".join(str(year) for year in (self.period_from, self.period_to) if year)


@dataclass(frozen=True, kw_only=True)
class PhaseStart(Entry):
    """A phase was entered; `unmet` names the criteria that were not met and `reason` says why."""

    noun: ClassVar[str] = "Faseskiftet"
    needs: ClassVar[tuple[str, ...]] = ("phase",)

    phase: str = said("Fase")
    at: datetime = said("Tidspunkt")
    by: str = said("Af", default="", refs="people")
    unmet: tuple[str, ...] = said("Ikke opfyldt", default=())
    reason: str = said("Begrundelse", default="", long=True)


@dataclass(frozen=True, kw_only=True)
class Answer(Entry):
    """What the committee answered to one of the template's opening questions."""

    noun: ClassVar[str] = "Svaret"

    question: str = said("Spørgsmål", hidden=True)
    text: str = said("Svar", default="", long=True)


def moved_to(process: Process, phase: str) -> Process:
    """The process in another phase."""
    return replace(process, phase=phase)


def suggested_deletion(today: date, period_to: int | None = None) -> date:
    """The end of the year after the strategy ends; without a period five years ahead."""
    return date(period_to + 1 if period_to else today.year + YEARS_KEPT, 12, 31)


def deletion_told(process: Process, today: date) -> str:
    """The reminder of the day when the process is to be deleted; empty while it is far off."""
    if process.deletes_on is None:
        return (
            "Forløbet har ingen slettedato. Sæt en under Opgaven, så navne ikke gemmes for evigt."
        )
    left = (process.deletes_on - today).days
    day = danish_date(process.deletes_on)
    if left < 0:
        return f"Forløbet skulle være slettet den {day}. Slet det, eller sæt en ny dato."
    if left <= REMINDED_DAYS:
        return f"Forløbet skal slettes den {day}, {days_until(process.deletes_on, today)}."
    return ""
