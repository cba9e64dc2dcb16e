"""A final document of the process, as the journal knows it."""

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from strategykit.domain.numbers import danish_date
from strategykit.domain.spreadsheets import neutralised


@dataclass(frozen=True)
class Document:
    """One file of the package; `kind` is a word of the journal, `day` the document's date."""

    name: str
    title: str
    kind: str
    day: date
    data: bytes

    @property
    def checksum(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def list_of(documents: Sequence[Document]) -> bytes:
    """The same for people: opens in a spreadsheet with Danish letters."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(("Fil", "Titel", "Art", "Dato", "SHA-256"))
    writer.writerows(
        (d.name, neutralised(d.title), d.kind, danish_date(d.day), d.checksum) for d in documents
    )
    return stream.getvalue().encode("utf-8-sig")
