"""Notes out of the rows of a file from Miro, Mentimeter, GroupMap or a spreadsheet."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from strategykit.domain.entry import Entry, said


@dataclass(frozen=True, kw_only=True)
class NoteImport(Entry):
    """A file whose rows became notes on a board; `checksum` is what the file is known again by."""

    noun: ClassVar[str] = "Filen"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    board: str = said("Tavle", hidden=True)
    name: str = said("Fil")
    checksum: str = said("Kontrolsum", hidden=True)
    read_at: datetime = said("Hentet ind", hidden=True)
