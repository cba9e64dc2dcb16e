"""Marks come home, from the browser or in a Word file: all of them or none, each once."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from strategykit.actions.acting import new_id, now
from strategykit.actions.sending_out import sent_file, sent_version
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.found_marks import NAMELESS, FoundMark, MarkKind, PlacedBy
from strategykit.domain.outline import Draft, Figure, Paragraph, Table
from strategykit.domain.people import Person
from strategykit.domain.points import key_of, suggested_sort
from strategykit.domain.process import Process
from strategykit.domain.reviews import Point, ReceivedFile, ReviewMark, SectionApproval, SendOut
from strategykit.domain.text import checked, checked_text
from strategykit.drafting.read_back import Returned, read_back
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.errors import (
    Archived,
    ExpertComments,
    OlderVersion,
    OtherDocument,
    ReviewClosed,
)
from strategykit.live import HUB
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.storage.store import Store


@dataclass(frozen=True)
class Reviewer:
    """Who hands in: the person of the link, or the facilitator on somebody's behalf."""

    person_id: str = ""
    name: str = ""


def take_file(
    db: Database, reviewer: Reviewer, sent: SendOut, data: bytes, *, anyway: bool = False
) -> tuple[ReceivedFile, bool]:
    """What was received, and whether it was new; `anyway` takes another version or document.

    Raises the kinds of BadFile, HoldsCpr, OtherDocument, OlderVersion, ReviewClosed or
    ExpertComments; then nothing of the file is kept.
    """
    digest = hashlib.sha256(data).hexdigest()
    known = _received(db, sent, digest)
    if known is not None:
        return known, False
    version = sent_version(db, sent)
    returned = read_back(data, sent_file(db, sent))
    _refuse_other(returned, version, anyway=anyway)
    for place, text in returned.texts:
        checked_text(place, text, most=1_000_000)
    received = ReceivedFile(
        id=new_id(), process_id=sent.process_id, send_out_id=sent.id, digest=digest,
        person_id=reviewer.person_id, received_at=now(), marks=len(returned.marks),
        older_version=_number(returned.version), carried=returned.carried,
    )  # fmt: skip
    marks = _as_marks(returned.marks, sent, version.draft, reviewer, received.id)
    with taking(db, sent, reviewer, "ReceivedFile", received.id) as store:
        same = store.all(ReceivedFile, sent.process_id, send_out_id=sent.id, digest=digest)
        require_voice(store, reviewer, marks)
        if not same:  # else the same file has come by another way meanwhile
            store.add(checked(received))
            keep_marks(store, sent, marks)
    return (same[0], False) if same else (received, True)


def take_mark(db: Database, reviewer: Reviewer, sent: SendOut, mark: ReviewMark) -> ReviewMark:
    """A comment or proposal from the browser; the same id twice is a double tap.

    Raises ReviewClosed, ExpertComments, Empty, TooLong or HoldsCpr.
    """
    fit = checked(
        replace(mark, send_out_id=sent.id, process_id=sent.process_id, at=mark.at or now(),
                person_id=reviewer.person_id, author=reviewer.name, file_id="")
    )  # fmt: skip
    with taking(db, sent, reviewer, "ReviewMark", fit.id) as store:
        require_voice(store, reviewer, [fit])
        if store.find(ReviewMark, fit.id) is None:
            keep_marks(store, sent, [fit])
        return store.get(ReviewMark, fit.id)


def approve_section(db: Database, reviewer: Reviewer, sent: SendOut, section: str) -> None:
    """The reviewer has nothing to add to the section; said twice it is said once.

    Raises ReviewClosed or ExpertComments.
    """
    own = _approval_id(reviewer, sent, section)
    approval = SectionApproval(
        id=own, process_id=sent.process_id, send_out_id=sent.id, section=section,
        person_id=reviewer.person_id, at=now(),
    )  # fmt: skip
    with taking(db, sent, reviewer, "SectionApproval", own) as store:
        if is_expert(store, reviewer):
            raise ExpertComments
        store.add_once(checked(approval))


def withdraw_approval(db: Database, reviewer: Reviewer, sent: SendOut, section: str) -> None:
    """The reviewer has something to add after all."""
    own = _approval_id(reviewer, sent, section)
    with taking(db, sent, reviewer, "SectionApproval", own, act="remove") as store:
        if approval := store.find(SectionApproval, own):
            store.remove(approval)


def is_expert(store: Store, reviewer: Reviewer) -> bool:
    """Whether it is one who may comment, and neither change the wording nor approve."""
    person = store.find(Person, reviewer.person_id)
    return person is not None and person.only_comments


def require_voice(store: Store, reviewer: Reviewer, marks: Iterable[ReviewMark]) -> None:
    """Raises ExpertComments for an expert's change of the wording."""
    changed = any(mark.kind is not MarkKind.COMMENT for mark in marks)
    if changed and is_expert(store, reviewer):
        raise ExpertComments


def _approval_id(reviewer: Reviewer, sent: SendOut, section: str) -> str:
    """The same for a double tap."""
    said = f"{sent.id} {section} {reviewer.person_id}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def marks_of(db: Database, sent: SendOut) -> tuple[ReviewMark, ...]:
    """All marks of a review as they came."""
    with db.reading() as store:
        return store.all(ReviewMark, sent.process_id, send_out_id=sent.id)


def places_of(draft: Draft) -> Mapping[str, str]:
    """Section or block key by the bookmark that it has in Word."""
    found = {mark_name(Mark.SECTION, s.key): s.key for s in draft.sections}
    kinds = {Paragraph: Mark.PARAGRAPH, Table: Mark.TABLE, Figure: Mark.FIGURE}
    return found | {mark_name(kinds[type(b)], b.key): b.key for _, b in draft.blocks()}


def _as_marks(
    marks: Iterable[FoundMark], sent: SendOut, draft: Draft, reviewer: Reviewer, file_id: str
) -> list[ReviewMark]:
    places = places_of(draft)
    return [checked(_as_mark(mark, sent, places, reviewer, file_id)) for mark in marks]


def _as_mark(
    mark: FoundMark, sent: SendOut, places: Mapping[str, str], reviewer: Reviewer, file_id: str
) -> ReviewMark:
    section, block = places.get(mark.place.section, ""), places.get(mark.place.block, "")
    replies = "".join(f"\n{reply.author}: {reply.text}" for reply in mark.replies)
    lost = not (section or block or mark.place.part)
    return ReviewMark(
        id=new_id(), process_id=sent.process_id, send_out_id=sent.id, file_id=file_id,
        kind=mark.kind, author=_author(mark, reviewer), person_id=reviewer.person_id,
        at=mark.date, section=section, block=block, part=mark.place.part,
        placed_by=PlacedBy.NOWHERE if lost else mark.place.by, text=mark.text + replies,
        removed=_own_words(mark.removed), added=_own_words(mark.added),
        before=_own_words(mark.before), after=_own_words(mark.after),
        tracked=mark.tracked, resolved=mark.resolved,
    )  # fmt: skip


def _author(mark: FoundMark, reviewer: Reviewer) -> str:
    """The name in the file; where it says none, whoever handed the file in."""
    return reviewer.name or mark.author if mark.author in NAMELESS else mark.author


_COUNTED = re.compile(r"\u00a0\[\d+\]|^(?:Tabel|Figur) \d+\. |^Bilag \d+: |^Mangler: ")


def _own_words(text: str) -> str:
    """Without what the Word file counts by itself: references, numbers of tables and annexes."""
    return _COUNTED.sub("", text)


def keep_marks(store: Store, sent: SendOut, marks: Sequence[ReviewMark]) -> None:
    """Each mark with its point: an open one that asks for the same, else a new one."""
    known = {p.key: p for p in store.all(Point, sent.process_id, send_out_id=sent.id) if p.is_open}
    new: list[Point] = []
    placed = []
    for mark in marks:
        key = point_key(mark)
        if key not in known:
            known[key] = Point(
                id=new_id(), process_id=sent.process_id, send_out_id=sent.id, key=key,
                section=mark.section, block=mark.block, part=mark.part, sort=suggested_sort(mark),
            )  # fmt: skip
            new.append(known[key])
        placed.append(replace(mark, point_id=known[key].id))
    store.add_all(new)
    store.add_all(placed)


def point_key(mark: ReviewMark) -> str:
    """The point's key, of one length however much was written."""
    return hashlib.sha256(key_of(mark).encode("utf-8", "replace")).hexdigest()


@contextmanager
def taking(
    db: Database, sent: SendOut, reviewer: Reviewer, subject: str, subject_id: str,
    *, act: str = "add",
) -> Iterator[Store]:  # fmt: skip
    """One transaction of a reviewer in an open review, with its log line."""
    with db.writing() as store:
        store.lock(sent.process_id)
        if store.get(Process, sent.process_id).archived_at is not None:
            raise Archived
        if not store.get(SendOut, sent.id, sent.process_id).is_open:
            raise ReviewClosed
        yield store
        changes.log(
            store, process_id=sent.process_id, at=now(), person_id=reviewer.person_id, act=act,
            subject=subject, subject_id=subject_id,
        )  # fmt: skip
    HUB.tell(sent.process_id)


def _received(db: Database, sent: SendOut, digest: str) -> ReceivedFile | None:
    with db.reading() as store:
        found = store.all(ReceivedFile, sent.process_id, send_out_id=sent.id, digest=digest)
    return found[0] if found else None


def _refuse_other(returned: Returned, version: DraftVersion, *, anyway: bool) -> None:
    if anyway:
        return
    if returned.document_id != version.draft.document_id:
        raise OtherDocument
    if returned.version != str(version.number):
        raise OlderVersion(returned.version, version.number)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0  # noqa: PLR2004
