"""The hearing: parties, their answers as they write them, and what the committee makes of them."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.draft_versions import version_of
from strategykit.domain.found_marks import MarkKind, PlacedBy
from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse, chapters_of
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.points import key_of
from strategykit.domain.process import Process
from strategykit.domain.reviews import Point, ReviewMark, SendOut, Sort
from strategykit.domain.text import checked, checked_text
from strategykit.drafting.read_back import read_form
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.errors import Archived, EditConflict, FileBroken, ReviewClosed
from strategykit.live import HUB
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.storage.store import Store

FORM = "svarskabelonen med overskrifterne, som de var"


def open_hearing(db: Database, who: Who, wanted: Hearing) -> Hearing:
    """The hearing of a kept version; the same id twice is a double tap. Raises NotFound."""
    version = version_of(db, wanted.process_id, wanted.version_id)
    fit = checked(replace(wanted, number=version.number))
    with acting(db, who, fit.process_id, "add", "Hearing", fit.id) as store:
        store.add_once(fit)
        return store.get(Hearing, fit.id)


def close_hearing(db: Database, who: Who, seen: Hearing) -> Hearing:
    """No more answers are taken."""
    with acting(db, who, seen.process_id, "close", "Hearing", seen.id) as store:
        return store.save(seen, replace(seen, closed_at=now()))


def reopen_hearing(db: Database, who: Who, seen: Hearing) -> Hearing:
    """Answers are taken again."""
    with acting(db, who, seen.process_id, "open", "Hearing", seen.id) as store:
        return store.save(seen, replace(seen, closed_at=None))


def draft_in_hearing(db: Database, hearing: Hearing) -> Draft:
    """The words that are heard."""
    return version_of(db, hearing.process_id, hearing.version_id).draft


def answers_of(db: Database, party: HearingParty) -> Mapping[str, HearingResponse]:
    """The party's answers by section; those not given yet have version 0."""
    with db.reading() as store:
        given = store.all(HearingResponse, party.process_id, party_id=party.id)
    draft = _draft_of(db, party)
    known = {response.section: response for response in given}
    return {key: known.get(key) or not_answered(party, key) for key, _ in chapters_of(draft)}


def not_answered(party: HearingParty, section: str) -> HearingResponse:
    """An answer before its first save; two windows that begin it begin the same one."""
    own = hashlib.sha256(f"{party.id} {section}".encode()).hexdigest()[:32]
    return HearingResponse(
        id=own, process_id=party.process_id, version=0, hearing_id=party.hearing_id,
        party_id=party.id, section=section,
    )  # fmt: skip


def answer(db: Database, party: HearingParty, seen: HearingResponse, text: str) -> None:
    """The party's words to one section; without words the answer is taken away.

    Raises ReviewClosed, EditConflict, TooLong or HoldsCpr.
    """
    fit = checked_text("Høringssvar", text)
    with _answering(db, party, seen.id) as store:
        _put(store, seen, fit)


def send_in(db: Database, party: HearingParty) -> None:
    """The party says that it has answered; it may still change its words until the end."""
    with _answering(db, party, party.id) as store:
        there = store.get(HearingParty, party.id, party.process_id)
        store.save(there, replace(there, answered_at=now()))


def take_form(db: Database, party: HearingParty, data: bytes) -> int:
    """How many answers the filled-in form held; they replace earlier ones, all or none.

    Raises the kinds of BadFile, HoldsCpr or ReviewClosed.
    """
    chapters = chapters_of(_draft_of(db, party))
    filled = read_form(data, {title: mark_name(Mark.SECTION, key) for key, title in chapters})
    for place, text in filled.texts:
        checked_text(place, text, most=1_000_000)
    if not filled.answers:
        raise FileBroken(FORM)
    sections = {mark_name(Mark.SECTION, key): key for key, _ in chapters}
    with _answering(db, party, "") as store:
        for bookmark, text in filled.answers.items():
            fresh = not_answered(party, sections[bookmark])
            seen = store.find(HearingResponse, fresh.id) or fresh
            _put(store, seen, checked_text("Høringssvar", text))
        there = store.get(HearingParty, party.id, party.process_id)
        store.save(there, replace(there, answered_at=now()))
    return len(filled.answers)


def assess(
    db: Database, who: Who, seen: HearingResponse, assessment: str, change: str
) -> HearingResponse:
    """What is thought of the answer and what it changed; raises EditConflict."""
    fit = checked(replace(seen, assessment=assessment, change=change))
    with acting(db, who, seen.process_id, "change", "HearingResponse", seen.id) as store:
        return store.save(seen, fit)


def to_point(db: Database, who: Who, seen: HearingResponse, sent: SendOut) -> Point:
    """The answer becomes a point that the committee decides on; once only."""
    with acting(db, who, seen.process_id, "add", "Point", seen.id) as store:
        there = store.get(HearingResponse, seen.id, seen.process_id)
        if there.point_id and (known := store.find(Point, there.point_id)):
            return known
        party = store.get(HearingParty, seen.party_id, seen.process_id)
        mark = ReviewMark(
            id=new_id(), process_id=seen.process_id, send_out_id=sent.id, kind=MarkKind.COMMENT,
            author=party.name, at=now(), section=seen.section, text=seen.text,
            placed_by=PlacedBy.BOOKMARK,
        )  # fmt: skip
        point = Point(
            id=new_id(), process_id=seen.process_id, send_out_id=sent.id, section=seen.section,
            key=hashlib.sha256(key_of(mark).encode()).hexdigest(), sort=Sort.CONTENT,
        )  # fmt: skip
        kept = store.add(point)
        store.add(replace(mark, point_id=point.id))
        store.save(there, replace(there, point_id=point.id))
        return kept


def _draft_of(db: Database, party: HearingParty) -> Draft:
    with db.reading() as store:
        hearing = store.get(Hearing, party.hearing_id, party.process_id)
    return draft_in_hearing(db, hearing)


def _put(store: Store, seen: HearingResponse, text: str) -> None:
    there = store.find(HearingResponse, seen.id)
    if not text:
        if there is not None:
            store.remove(there)
        return
    fit = replace(seen, text=text, at=now())
    if there is None:
        store.add(replace(fit, version=1))
    elif there.text != text:
        if there.version != seen.version:
            raise EditConflict(there, fit)
        store.save(seen, fit)


@contextmanager
def _answering(db: Database, party: HearingParty, subject_id: str) -> Iterator[Store]:
    """One transaction of a party in an open hearing, with its log line."""
    with db.writing() as store:
        store.lock(party.process_id)
        if store.get(Process, party.process_id).archived_at is not None:
            raise Archived
        store.get(HearingParty, party.id, party.process_id)
        if store.get(Hearing, party.hearing_id, party.process_id).closed_at is not None:
            raise ReviewClosed
        yield store
        changes.log(
            store, process_id=party.process_id, at=now(), person_id="", act="change",
            subject="HearingResponse", subject_id=subject_id,
        )  # fmt: skip
    HUB.tell(party.process_id)
