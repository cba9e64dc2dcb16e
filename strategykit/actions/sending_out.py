"""Sending a kept version out to be marked, and closing the review."""

from dataclasses import replace

from strategykit.actions.acting import acting, now
from strategykit.actions.draft_versions import version_of, version_word
from strategykit.actions.reviewing import link_ends
from strategykit.domain.drafts import DraftVersion, Upload
from strategykit.domain.people import Person, Who
from strategykit.domain.reviews import SendOut
from strategykit.domain.text import checked
from strategykit.storage import access
from strategykit.storage.database import Database

SENT_OUT = "sent_out"


def send_out(db: Database, who: Who, wanted: SendOut) -> SendOut:
    """The review is open; the Word file is kept just as it goes out. Same id: a double tap."""
    fit = checked(wanted)
    version = version_of(db, fit.process_id, fit.version_id)
    data = version_word(db, fit.process_id, version.id)
    sent = replace(fit, number=version.number, sent_at=now())
    with acting(db, who, fit.process_id, "add", "SendOut", fit.id) as store:
        if not store.add_once(sent):
            return store.get(SendOut, fit.id)
        name = f"udkast-version-{version.number}.docx"
        store.add(
            Upload(
                id=_file_id(sent), process_id=fit.process_id, kind=SENT_OUT, name=name, data=data
            )
        )
        return store.get(SendOut, fit.id)


def sent_file(db: Database, sent: SendOut) -> bytes:
    """The Word file as it went out."""
    with db.reading() as store:
        return store.get(Upload, _file_id(sent), sent.process_id).data


def sent_version(db: Database, sent: SendOut) -> DraftVersion:
    """The version that is reviewed."""
    return version_of(db, sent.process_id, sent.version_id)


def change_send_out(db: Database, who: Who, seen: SendOut, changed: SendOut) -> SendOut:
    """Another deadline, note or circle of reviewers; raises EditConflict."""
    fit = replace(checked(changed), version_id=seen.version_id, number=seen.number)
    with acting(db, who, seen.process_id, "change", "SendOut", seen.id) as store:
        if fit.deadline != seen.deadline:
            where = {"process_id": seen.process_id, "subject_id": seen.id}
            access.move_ends(store, link_ends(fit, now()), **where)
        return store.save(seen, fit)


def add_reviewer(db: Database, who: Who, sent: SendOut, person_id: str) -> SendOut:
    """One more in the circle, whatever else was changed meanwhile."""
    with acting(db, who, sent.process_id, "change", "SendOut", sent.id) as store:
        now_kept = store.get(SendOut, sent.id, sent.process_id)
        store.get(Person, person_id, sent.process_id)
        circle = dict.fromkeys((*now_kept.person_ids, person_id))
        return store.save(now_kept, replace(now_kept, person_ids=tuple(circle)))


def close_send_out(db: Database, who: Who, seen: SendOut) -> SendOut:
    """No more marks are taken."""
    with acting(db, who, seen.process_id, "close", "SendOut", seen.id) as store:
        return store.save(seen, replace(seen, closed_at=now()))


def reopen_send_out(db: Database, who: Who, seen: SendOut) -> SendOut:
    """Marks are taken again."""
    with acting(db, who, seen.process_id, "open", "SendOut", seen.id) as store:
        return store.save(seen, replace(seen, closed_at=None))


def send_outs_of(db: Database, process_id: str) -> tuple[SendOut, ...]:
    """Every review, oldest first."""
    with db.reading() as store:
        return store.all(SendOut, process_id)


def _file_id(sent: SendOut) -> str:
    return f"{SENT_OUT}-{sent.id}"
