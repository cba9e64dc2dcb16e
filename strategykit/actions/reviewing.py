"""A reviewer's way in: a personal link to one review, traded for a sign-in of the same."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from strategykit.actions.access import TOKEN_BYTES, hash_of
from strategykit.actions.acting import acting, new_id, now
from strategykit.domain.access import Door, PersonalLink, SignIn
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.domain.reviews import SendOut
from strategykit.errors import LinkDead
from strategykit.storage import access, changes, devices
from strategykit.storage.database import Database
from strategykit.storage.store import Store

DAYS_AFTER = 14
DAYS_WITHOUT = 60
QUIET = timedelta(minutes=1)  # whoever knocks on and on fills no log
_DENMARK = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Invitation:
    """Who is asked to review what."""

    sent: SendOut
    person: Person
    process: Process


def link_ends(sent: SendOut, at: datetime) -> datetime:
    """Fourteen days after the deadline, at midnight in Denmark; never before tomorrow."""
    if sent.deadline is None:
        return at + timedelta(days=DAYS_WITHOUT)
    day = sent.deadline + timedelta(days=DAYS_AFTER + 1)
    ends = datetime.combine(day, time(), _DENMARK).astimezone(UTC)
    return max(ends, at + timedelta(days=1))


def give_review_link(db: Database, who: Who, sent: SendOut, person: Person) -> str:
    """The token of a fresh link, which is kept nowhere; an earlier one works no more."""
    token, at = secrets.token_urlsafe(TOKEN_BYTES), now()
    with acting(db, who, sent.process_id, "give", "Link", person.id) as store:
        kept = store.get(SendOut, sent.id, sent.process_id)
        store.get(Person, person.id, sent.process_id)
        access.withdraw_links(store, at, **_to(sent, person.id))
        made = PersonalLink(new_id(), sent.process_id, person.id, at, link_ends(kept, at), sent.id)
        access.keep_link(store, made, hash_of(token))
    return token


def take_review_link(db: Database, who: Who, sent: SendOut, person_id: str) -> None:
    """The person's link works no more, and whoever came in by it is out."""
    with acting(db, who, sent.process_id, "withdraw", "Link", person_id) as store:
        at = now()
        access.withdraw_links(store, at, **_to(sent, person_id))
        access.end_sign_ins(store, at, **_to(sent, person_id), door=Door.REVIEWER)


def linked_reviewers(db: Database, sent: SendOut) -> frozenset[str]:
    """The ids of those who have a link to the review that works."""
    with db.reading() as store:
        return access.linked(store, sent.process_id, now(), sent.id)


def invitation_of_link(db: Database, token: str) -> Invitation:
    """Whom the link asks to review what; raises LinkDead."""
    with db.reading() as store:
        link = _link(store, token)
        return _invitation(store, link.process_id, link.subject_id, link.person_id)


def invitation_of(db: Database, sign_in: SignIn) -> Invitation:
    """The review that the sign-in opens, as it is now; raises LinkDead."""
    with db.reading() as store:
        return _invitation(store, sign_in.process_id, sign_in.subject_id, sign_in.person_id)


def trade_review_link(db: Database, token: str, device_token: str) -> None:
    """The device with its own token is let in to the one review; twice is once.

    Raises LinkDead.
    """
    at, device = now(), hash_of(device_token)
    with db.writing() as store:
        link = _link(store, token)
        _invitation(store, link.process_id, link.subject_id, link.person_id)
        if devices.is_known(store, device):
            return
        made = SignIn(
            id=new_id(), door=Door.REVIEWER, account_id="", process_id=link.process_id,
            meeting_id="", person_id=link.person_id, made_at=at, ends_at=link.ends_at,
            subject_id=link.subject_id,
        )  # fmt: skip
        access.keep_sign_in(store, made, device)


def note_refusal(db: Database, token: str) -> None:
    """A line in the log of the process that the link was of; of no process when it was guessed.

    Neither token nor person stands there: nobody knows who came with it.
    """
    with db.writing() as store:
        link = access.any_link(store, hash_of(token))
        process_id, link_id = (link.process_id, link.id) if link else ("", "")
        if not changes.since(store, process_id, now() - QUIET, act="refused", subject_id=link_id):
            changes.log(
                store, process_id=process_id, at=now(), person_id="", act="refused",
                subject="Link", subject_id=link_id,
            )  # fmt: skip


def _invitation(store: Store, process_id: str, send_out_id: str, person_id: str) -> Invitation:
    sent, person = store.find(SendOut, send_out_id), store.find(Person, person_id)
    if sent is None or person is None or sent.process_id != process_id:
        raise LinkDead
    return Invitation(sent, person, store.get(Process, process_id))


def _link(store: Store, token: str) -> PersonalLink:
    link = access.link_by_token(store, hash_of(token), now())
    if link is None or not link.subject_id:
        raise LinkDead
    return link


def _to(sent: SendOut, person_id: str) -> dict[str, str]:
    return {"process_id": sent.process_id, "person_id": person_id, "subject_id": sent.id}
