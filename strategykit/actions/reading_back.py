"""A marked file looked at without taking it in: every mark with its place in the draft."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from strategykit.actions.draft_versions import version_of, versions_of
from strategykit.actions.sending_out import send_outs_of, sent_file
from strategykit.actions.taking_in import places_of
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.found_marks import FoundMark
from strategykit.domain.process import Process
from strategykit.drafting.read_back import Returned, read_back
from strategykit.storage.database import Database


@dataclass(frozen=True)
class Look:
    """What was found, and the version that its places are named by, when there is one."""

    returned: Returned
    version: DraftVersion | None

    def told(self) -> dict[str, Any]:
        """The same in plain values, to be written as JSON."""
        return {
            "document": self.returned.document_id,
            "version": self.returned.version,
            "carried": list(self.returned.carried),
            "marks": list(self._marks()),
        }

    def _marks(self) -> Iterator[dict[str, Any]]:
        places = places_of(self.version.draft) if self.version else {}
        titles = {s.key: s.title for s in self.version.draft.sections} if self.version else {}
        for mark in self.returned.marks:
            yield _told(mark, places, titles)


def look_into(db: Database, process: Process, data: bytes) -> Look:
    """Reads only. The file as it was sent is compared with when its version fits.

    Raises the kinds of BadFile.
    """
    returned = read_back(data)
    version = _version(db, process, returned)
    fitting = [
        sent for sent in send_outs_of(db, process.id) if version and sent.version_id == version.id
    ]
    if fitting:
        returned = read_back(data, sent_file(db, fitting[-1]))
    return Look(returned, version)


def _version(db: Database, process: Process, returned: Returned) -> DraftVersion | None:
    """The kept version that the file says it is; nothing for another process's file."""
    lines = [v for v in versions_of(db, process.id) if str(v.number) == returned.version]
    version = version_of(db, process.id, lines[0].id) if lines else None
    fits = version is not None and version.draft.document_id == returned.document_id
    return version if fits else None


def _told(mark: FoundMark, places: Mapping[str, str], titles: Mapping[str, str]) -> dict[str, Any]:
    section = places.get(mark.place.section, mark.place.section)
    return {
        "kind": mark.kind.value,
        "author": mark.author,
        "date": mark.date.isoformat() if mark.date else None,
        "section": titles.get(section, section),
        "section_key": section,
        "paragraph": places.get(mark.place.block, mark.place.block),
        "part": mark.place.part,
        "placed": mark.place.by.value,
        "before": mark.before,
        "after": mark.after,
        "removed": mark.removed,
        "added": mark.added,
        "text": mark.text,
        "replies": [{"author": r.author, "date": r.date.isoformat() if r.date else None,
                     "text": r.text} for r in mark.replies],
        "resolved": mark.resolved,
        "tracked": mark.tracked,
    }  # fmt: skip
