"""What the parties answer, what is thought of it, and the points that come of it."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.hearings import draft_in_hearing
from strategykit.actions.sending_out import send_out, send_outs_of, sent_version
from strategykit.actions.taking_in import point_key
from strategykit.domain.found_marks import PlacedBy
from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse, chapters_of
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.proposals import Written, mark_of
from strategykit.domain.reviews import Point, SendOut, Sort
from strategykit.domain.rewriting import text_at
from strategykit.domain.text import checked, checked_text
from strategykit.drafting.papers.hearing import HEARING_ID, PARTY_ID
from strategykit.drafting.read_back import Filled, read_form
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.errors import (
    Archived,
    EditConflict,
    FileBroken,
    FormOfOtherHearing,
    FormOfOtherParty,
    HearingClosed,
)
from strategykit.live import HUB
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.storage.store import Store

FORM = "svarskabelonen med overskrifterne, som de var"
POINTS_OF_HEARING = "Punkter fra høringen"


@dataclass(frozen=True)
class Taken:
    """How many answers a form held, and how many of them were new or changed."""

    answers: int
    changed: int


def answers_of(db: Database, party: HearingParty) -> Mapping[str, HearingResponse]:
    """The party's answers by section; those not given yet have version 0."""
    with db.reading() as store:
        known = _known(store, party)
    draft = _draft_of(db, party)
    return {key: known.get(key) or not_answered(party, key) for key, _ in chapters_of(draft)}


def responses_of(db: Database, hearing: Hearing) -> tuple[HearingResponse, ...]:
    """Every answer of a hearing in the order in which they came."""
    with db.reading() as store:
        return store.all(HearingResponse, hearing.process_id, hearing_id=hearing.id)


def not_answered(party: HearingParty, section: str) -> HearingResponse:
    """An answer before its first save; two windows that begin it begin the same one."""
    own = hashlib.sha256(f"{party.id} {section}".encode()).hexdigest()[:32]
    return HearingResponse(
        id=own, process_id=party.process_id, version=0, hearing_id=party.hearing_id,
        party_id=party.id, section=section,
    )  # fmt: skip


def answer(db: Database, party: HearingParty, seen: HearingResponse, text: str) -> None:
    """The party's words to one section; without words the answer is taken away.

    Raises HearingClosed, EditConflict, TooLong or HoldsCpr.
    """
    fit = checked_text("Høringssvar", text)
    with _answering(db, party, seen.id) as store:
        _put(store, seen, fit)


def send_in(db: Database, party: HearingParty) -> None:
    """The party says that it has answered; it may still change its words until the end."""
    with _answering(db, party, party.id) as store:
        _mark_answered(store, party)


def take_form(
    db: Database, party: HearingParty, data: bytes, who: Who | None = None, *, anyway: bool = False
) -> Taken:
    """The answers of a filled-in form; they replace earlier ones, all or none.

    Whoever holds the party's link speaks for it; a facilitator (`who`) must say so when the form
    was made for another party. Raises the kinds of BadFile, FormOfOtherHearing, FormOfOtherParty,
    HoldsCpr or HearingClosed.
    """
    chapters = chapters_of(_draft_of(db, party))
    filled = read_form(data, {title: mark_name(Mark.SECTION, key) for key, title in chapters})
    _refuse_other(db, party, filled, anyway=anyway or who is None)
    for place, text in filled.texts:
        checked_text(place, text, most=1_000_000)
    if not filled.answers:
        raise FileBroken(FORM)
    sections = {mark_name(Mark.SECTION, key): key for key, _ in chapters}
    texts = {sections[k]: checked_text("Høringssvar", v) for k, v in filled.answers.items()}
    with _answering(db, party, party.id, who) as store:
        known = _known(store, party)
        seen = {key: known.get(key) or not_answered(party, key) for key in texts}
        changed = sum(_put(store, seen[key], text) for key, text in texts.items())
        _mark_answered(store, party)
    return Taken(len(texts), changed)


def assess(
    db: Database, who: Who, seen: HearingResponse, assessment: str, change: str
) -> HearingResponse:
    """What is thought of the answer and what it changed; raises EditConflict."""
    fit = checked(replace(seen, assessment=assessment, change=change, assessed_at=now()))
    with acting(db, who, seen.process_id, "change", "HearingResponse", seen.id) as store:
        return store.save(seen, fit)


def to_point(
    db: Database, who: Who, seen: HearingResponse, sent: SendOut, section: str, block: str
) -> Point:
    """The answer becomes a point that the committee decides on, at a paragraph; once only.

    Raises NotFound when the paragraph is not in the draft of the review.
    """
    draft = sent_version(db, sent).draft
    with acting(db, who, seen.process_id, "add", "Point", seen.id) as store:
        there = store.get(HearingResponse, seen.id, seen.process_id)
        if there.point_id and (known := store.find(Point, there.point_id)):
            return known
        party = store.get(HearingParty, there.party_id, there.process_id)
        wording = text_at(draft, block, "")[1]
        written = Written(section, block, "", wording, there.text)
        mark = replace(
            mark_of(sent, draft, written, new_id()), author=party.name, at=there.at or now(),
            placed_by=PlacedBy.HAND,
        )  # fmt: skip
        point = Point(
            id=new_id(), process_id=seen.process_id, send_out_id=sent.id, section=section,
            block=block, key=point_key(mark), sort=Sort.CONTENT,
        )  # fmt: skip
        kept = store.add(point)
        store.add(checked(replace(mark, point_id=point.id)))
        store.save(there, replace(there, point_id=point.id))
        return kept


def review_for_points(db: Database, who: Who, hearing: Hearing) -> SendOut:
    """The newest review of the version that is heard, else one made for its points alone."""
    same = [s for s in send_outs_of(db, hearing.process_id) if s.version_id == hearing.version_id]
    if same:
        return same[-1]
    own = hashlib.sha256(f"{hearing.id} punkter".encode()).hexdigest()[:32]
    wanted = SendOut(
        id=own, process_id=hearing.process_id, version_id=hearing.version_id,
        note=POINTS_OF_HEARING, closed_at=now(),
    )  # fmt: skip
    return send_out(db, who, wanted)


def _draft_of(db: Database, party: HearingParty) -> Draft:
    with db.reading() as store:
        hearing = store.get(Hearing, party.hearing_id, party.process_id)
    return draft_in_hearing(db, hearing)


def _known(store: Store, party: HearingParty) -> dict[str, HearingResponse]:
    found = store.all(HearingResponse, party.process_id, party_id=party.id)
    return {response.section: response for response in found}


def _refuse_other(db: Database, party: HearingParty, filled: Filled, *, anyway: bool) -> None:
    """A program that drops the file's properties leaves nothing to refuse by."""
    hearing_id, party_id = (filled.known_by.get(name, "") for name in (HEARING_ID, PARTY_ID))
    if hearing_id and hearing_id != party.hearing_id:
        raise FormOfOtherHearing
    if party_id and party_id != party.id and not anyway:
        with db.reading() as store:
            other = store.find(HearingParty, party_id)
        raise FormOfOtherParty(other.name if other else "en anden", party.name)


def _put(store: Store, seen: HearingResponse, text: str) -> bool:
    """Whether the words are others than before.

    An answer that somebody has assessed stays when it is taken back, so that this is seen.
    """
    there = store.find(HearingResponse, seen.id)
    if (there.text if there else "") == text:
        return False
    if there is not None and there.version != seen.version:
        raise EditConflict(there, replace(seen, text=text))
    fit = replace(seen, text=text, at=now())
    if there is None:
        store.add(replace(fit, version=1))
    elif text or there.is_assessed or there.point_id:
        store.save(seen, fit)
    else:
        store.remove(there)
    return True


def _mark_answered(store: Store, party: HearingParty) -> None:
    there = store.get(HearingParty, party.id, party.process_id)
    store.save(there, replace(there, answered_at=now()))


@contextmanager
def _answering(
    db: Database, party: HearingParty, subject_id: str, who: Who | None = None
) -> Iterator[Store]:
    """One transaction in an open hearing with its log line: the party's own, or `who` for it."""
    if who is not None:
        with acting(db, who, party.process_id, "change", "HearingResponse", subject_id) as store:
            _require_open(store, party)
            yield store
        return
    with db.writing() as store:
        store.lock(party.process_id)
        if store.get(Process, party.process_id).archived_at is not None:
            raise Archived
        _require_open(store, party)
        yield store
        changes.log(
            store, process_id=party.process_id, at=now(), person_id="", act="change",
            subject="HearingResponse", subject_id=subject_id,
        )  # fmt: skip
    HUB.tell(party.process_id)


def _require_open(store: Store, party: HearingParty) -> None:
    store.get(HearingParty, party.id, party.process_id)
    if not store.get(Hearing, party.hearing_id, party.process_id).is_open:
        raise HearingClosed
