"""The draft's own rows: what was rewritten by hand, and the numbered versions."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.outline import Draft


@dataclass(frozen=True, kw_only=True)
class Rewrite(Entry):
    """A paragraph rewritten by hand; `composed` is what the template's sentence said then."""

    noun: ClassVar[str] = "Omskrivningen"
    needs: ClassVar[tuple[str, ...]] = ("block", "text")

    block: str = said("Afsnit", hidden=True)
    text: str = said("Tekst", long=True)
    composed: str = said("Skabelonens tekst", default="", hidden=True)
    editor_id: str = said("Skrevet af", default="", hidden=True)


@dataclass(frozen=True, kw_only=True)
class DraftVersion(Entry):
    """A draft as it was; `number` grows by one within the process."""

    noun: ClassVar[str] = "Udkastet"

    number: int
    saved_at: datetime
    draft: Draft
    editor_id: str = ""
    note: str = said("Hvad er nyt i denne version", default="")


@dataclass(frozen=True, kw_only=True)
class Upload(Entry):
    """A file that belongs to the process, such as the municipality's house style."""

    noun: ClassVar[str] = "Filen"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    kind: str
    name: str
    data: bytes
