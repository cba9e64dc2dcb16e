"""Meetings: the order of the drejebog, the papers as Word files and the calendar."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from strategykit.actions.acting import acting, now
from strategykit.actions.asked_points import asked_in, named_points
from strategykit.actions.materials import material_of, template_of
from strategykit.domain.agenda import items_of
from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.drafts import HOUSE_STYLE, Upload
from strategykit.domain.entry import Entry
from strategykit.domain.material import Material
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.paper import Paper
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.drafting.calendar_file import calendar_file
from strategykit.drafting.papers import (
    Occasion,
    cutouts,
    invitation,
    minutes,
    script,
    summary,
    unread_notes,
)
from strategykit.drafting.word import write_paper
from strategykit.errors import NotFound
from strategykit.reference_data import reference_data
from strategykit.storage.database import Database
from strategykit.storage.store import Store


class PaperKind(StrEnum):
    """The papers of a meeting, in the order in which they are needed."""

    INVITATION = "indkaldelse"
    SCRIPT = "drejebog"
    CUTOUTS = "kort-og-prikker"
    MINUTES = "referat"
    SUMMARY = "opsamling"


def agenda_of(db: Database, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items of the meeting's drejebog in their order."""
    with db.reading() as store:
        return _agenda(store, meeting)


def move_earlier(db: Database, who: Who, item: AgendaItem) -> None:
    """The item changes place with the one before it; the first one stays."""
    _swap(db, who, item, -1)


def move_later(db: Database, who: Who, item: AgendaItem) -> None:
    """The item changes place with the one after it; the last one stays."""
    _swap(db, who, item, 1)


def paper_of(
    db: Database, process_id: str, meeting_id: str, kind: PaperKind, *, read_through: bool = False
) -> Paper:
    """The paper as it stands now; `read_through` lets single notes into the opsamling."""
    occasion = _occasion(db, process_id, meeting_id)
    if kind is PaperKind.SUMMARY:
        return summary(occasion, read_through=read_through)
    return _PAPERS[kind](occasion)


def paper_file(
    db: Database, process_id: str, meeting_id: str, kind: PaperKind, *,
    read_through: bool = False, moment: datetime | None = None,
) -> bytes:  # fmt: skip
    """The same as a Word file, in the municipality's house style when there is one."""
    paper = paper_of(db, process_id, meeting_id, kind, read_through=read_through)
    with db.reading() as store:
        own = [u for u in store.all(Upload, process_id) if u.kind == HOUSE_STYLE]
    return write_paper(paper, moment or now(), own[-1].data if own else None)


def notes_to_read(db: Database, process_id: str, meeting_id: str) -> tuple[Note, ...]:
    """The single notes that the opsamling quotes once somebody has read them through."""
    with db.reading() as store:
        process = store.get(Process, process_id)
        meeting = store.get(Meeting, meeting_id, process_id)
        things: dict[type[Entry], tuple[Entry, ...]] = {
            kind: store.all(kind, process_id) for kind in (Note, NoteGroup)
        }
        things[AgendaItem] = _agenda(store, meeting)
    material = Material(process, template_of(process), things, {})
    return unread_notes(Occasion(material, meeting, ""))


def calendar_of(db: Database, process: Process, meetings: tuple[Meeting, ...]) -> bytes:
    """The meetings that have a date, as a calendar file."""
    with db.reading() as store:
        kept = [store.get(Meeting, m.id, process.id) for m in meetings]
    return calendar_file(process.title, kept, now())


def municipality_name(process: Process) -> str:
    """What the municipality calls itself: "Brøndby Kommune"."""
    return reference_data().municipality(process.municipality).formal_name


def municipality_names() -> Mapping[str, str]:
    """Every municipality by its code, in Danish alphabetical order."""
    return {place.code: place.name for place in reference_data().municipalities}


def _occasion(db: Database, process_id: str, meeting_id: str) -> Occasion:
    material = material_of(db, process_id)
    meeting = material.find(Meeting, meeting_id)
    if meeting is None:
        raise NotFound(Meeting.noun)
    with db.reading() as store:
        asked, points = asked_in(store, process_id), named_points(store, process_id)
    return Occasion(material, meeting, municipality_name(material.process), asked, points)


def _agenda(store: Store, meeting: Meeting) -> tuple[AgendaItem, ...]:
    return items_of(meeting, store.all(AgendaItem, meeting.process_id, meeting_id=meeting.id))


def _swap(db: Database, who: Who, item: AgendaItem, step: int) -> None:
    with acting(db, who, item.process_id, "change", "AgendaItem", item.id) as store:
        meeting = store.get(Meeting, item.meeting_id, item.process_id)
        ordered = _agenda(store, meeting)
        here = next((n for n, other in enumerate(ordered) if other.id == item.id), None)
        if here is None:
            raise NotFound(AgendaItem.noun)
        if 0 <= here + step < len(ordered):
            one, other = ordered[here], ordered[here + step]
            store.save(one, replace(one, position=other.position))
            store.save(other, replace(other, position=one.position))


_PAPERS: Mapping[PaperKind, Callable[[Occasion], Paper]] = {
    PaperKind.INVITATION: invitation,
    PaperKind.SCRIPT: script,
    PaperKind.CUTOUTS: cutouts,
    PaperKind.MINUTES: minutes,
}
