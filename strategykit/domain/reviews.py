"""A draft that is sent out to be marked, and what comes back."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.found_marks import MarkKind, PlacedBy


@dataclass(frozen=True, kw_only=True)
class SendOut(Entry):
    """One kept version sent out for review; `person_ids` are its reviewers.

    `others_seen` lets reviewers see each other's comments. Nothing is taken after `closed_at`.
    """

    noun: ClassVar[str] = "Udsendelsen"
    needs: ClassVar[tuple[str, ...]] = ("version_id",)

    version_id: str = said("Version", refs="draft_versions", hidden=True)
    number: int = said("Versionens nummer", default=1, hidden=True)
    deadline: date | None = said("Frist", default=None)
    note: str = said("Følgebrev", default="", long=True)
    others_seen: bool = said("De kan se hinandens bemærkninger", default=False)
    person_ids: tuple[str, ...] = said("Sendt til", default=(), refs="people")
    sent_at: datetime | None = said("Sendt", default=None, hidden=True)
    closed_at: datetime | None = said("Lukket", default=None, hidden=True)

    @property
    def is_open(self) -> bool:
        """Whether marks are still taken."""
        return self.closed_at is None


@dataclass(frozen=True, kw_only=True)
class ReceivedFile(Entry):
    """A marked Word file that was read; `digest` knows it again, the file itself is not kept.

    `carried` names what the file would fetch or carried along, none of which was used.
    """

    noun: ClassVar[str] = "Den modtagne fil"
    needs: ClassVar[tuple[str, ...]] = ("send_out_id", "digest")

    send_out_id: str = said("Udsendelse", refs="send_outs", hidden=True)
    digest: str = said("Sum", hidden=True)
    person_id: str = said("Fra", default="", refs="people")
    received_at: datetime = said("Modtaget")
    marks: int = said("Antal mærker", default=0)
    older_version: int = said("Hører til version", default=0)
    carried: tuple[str, ...] = said("Ikke brugt af filen", default=())


@dataclass(frozen=True, kw_only=True)
class ReviewMark(Entry):
    """One comment or change by one reviewer, as it came; `file_id` is empty from the browser.

    `section` and `block` are keys of the draft, `part` a place in words, such as a table's cell.
    """

    noun: ClassVar[str] = "Mærket"
    needs: ClassVar[tuple[str, ...]] = ("send_out_id",)

    send_out_id: str = said("Udsendelse", refs="send_outs", hidden=True)
    point_id: str = said("Punkt", default="", refs="points", hidden=True)
    file_id: str = said("Fra filen", default="", refs="received_files", hidden=True)
    kind: MarkKind = said("Slags", default=MarkKind.COMMENT)
    author: str = said("Fra", default="")
    person_id: str = said("Person", default="", refs="people")
    at: datetime | None = said("Dato", default=None)
    section: str = said("Kapitel", default="")
    block: str = said("Stykke", default="")
    part: str = said("Sted", default="")
    placed_by: PlacedBy = said("Fundet ved", default=PlacedBy.NOWHERE)
    text: str = said("Bemærkning", default="", long=True)
    removed: str = said("Slettet", default="", long=True)
    added: str = said("Tilføjet", default="", long=True)
    before: str = said("Før", default="", long=True)
    after: str = said("Efter", default="", long=True)
    tracked: bool = said("Sporet", default=True)
    resolved: bool = said("Markeret som løst", default=False)


class Sort(StrEnum):
    """How much a point asks of the committee."""

    UNSORTED = "ikke sorteret"
    EDITORIAL = "redaktionel"
    CONTENT = "indholdsmæssig"
    PRINCIPLE = "principiel"


class Verdict(StrEnum):
    """What the committee did with a point."""

    OPEN = "åben"
    ACCEPTED = "godtaget"
    REWORDED = "godtaget med andre ord"
    REJECTED = "afvist"
    PUT_OFF = "udsat"


@dataclass(frozen=True, kw_only=True)
class Point(Entry):
    """What the committee takes a stand on: the marks of all who asked for the same.

    `key` is what makes two marks the same. A pulled point has been taken out of the bloc of
    editorial ones. `final` is what the paragraph says after the decision, `done_in` the number of
    the version that carries it.
    """

    noun: ClassVar[str] = "Punktet"
    needs: ClassVar[tuple[str, ...]] = ("send_out_id", "key")

    send_out_id: str = said("Udsendelse", refs="send_outs", hidden=True)
    key: str = said("Nøgle", hidden=True)
    section: str = said("Kapitel", default="", hidden=True)
    block: str = said("Stykke", default="", hidden=True)
    part: str = said("Sted", default="", hidden=True)
    sort: Sort = said("Slags", default=Sort.UNSORTED)
    pulled: bool = said("Trukket ud af blokken", default=False)
    minutes: int = said("Minutter", default=0, least=0, most=240)
    verdict: Verdict = said("Afgørelse", default=Verdict.OPEN)
    final: str = said("Den endelige tekst", default="", long=True)
    reason: str = said("Begrundelse", default="", long=True)
    wish: str = said("Efter ønske fra", default="")
    decided_at: datetime | None = said("Afgjort", default=None, hidden=True)
    decided_by: str = said("Ført til protokol af", default="", refs="people", hidden=True)
    done_in: int = said("Ført ind i version", default=0, hidden=True)

    @property
    def is_open(self) -> bool:
        """Whether the committee still has to take a stand."""
        return self.verdict in (Verdict.OPEN, Verdict.PUT_OFF)

    @property
    def changes_text(self) -> bool:
        """Whether the draft is to say something else because of it."""
        return self.verdict in (Verdict.ACCEPTED, Verdict.REWORDED)


@dataclass(frozen=True, kw_only=True)
class SectionApproval(Entry):
    """A reviewer has nothing to add to a section."""

    noun: ClassVar[str] = "Tilslutningen"
    needs: ClassVar[tuple[str, ...]] = ("send_out_id", "section")

    send_out_id: str = said("Udsendelse", refs="send_outs", hidden=True)
    section: str = said("Kapitel")
    person_id: str = said("Fra", refs="people")
    at: datetime = said("Dato")
