"""A hearing party's way in: a link to its own answers, traded for a sign-in of the same."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from strategykit.actions.access import TOKEN_BYTES, hash_of
from strategykit.actions.acting import acting, new_id, now
from strategykit.domain.access import Door, PersonalLink, SignIn
from strategykit.domain.hearings import Hearing, HearingParty
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.errors import LinkDead
from strategykit.storage import access, devices
from strategykit.storage.database import Database
from strategykit.storage.store import Store

DAYS_AFTER = 14
DAYS_WITHOUT = 90
_DENMARK = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Asked:
    """Who is asked in which hearing."""

    hearing: Hearing
    party: HearingParty
    process: Process


def party_link_ends(hearing: Hearing, at: datetime) -> datetime:
    """Fourteen days after the hearing, at midnight in Denmark; never before tomorrow."""
    if hearing.ends is None:
        return at + timedelta(days=DAYS_WITHOUT)
    day = hearing.ends + timedelta(days=DAYS_AFTER + 1)
    ends = datetime.combine(day, time(), _DENMARK).astimezone(UTC)
    return max(ends, at + timedelta(days=1))


def give_party_link(db: Database, who: Who, party: HearingParty) -> str:
    """The token of a fresh link, which is kept nowhere; an earlier one works no more."""
    token, at = secrets.token_urlsafe(TOKEN_BYTES), now()
    with acting(db, who, party.process_id, "give", "Link", party.id) as store:
        hearing = store.get(Hearing, party.hearing_id, party.process_id)
        access.withdraw_links(store, at, **_to(party))
        ends = party_link_ends(hearing, at)
        made = PersonalLink(new_id(), party.process_id, "", at, ends, party.id)
        access.keep_link(store, made, hash_of(token))
    return token


def take_party_link(db: Database, who: Who, party: HearingParty) -> None:
    """The party's link works no more, and whoever came in by it is out."""
    with acting(db, who, party.process_id, "withdraw", "Link", party.id) as store:
        at = now()
        access.withdraw_links(store, at, **_to(party))
        access.end_sign_ins(store, at, **_to(party), door=Door.PARTY)


def linked_parties(db: Database, process_id: str) -> frozenset[str]:
    """The ids of the parties that have a link that works."""
    with db.reading() as store:
        return access.linked_things(store, process_id, now())


def asked_by_link(db: Database, token: str) -> Asked:
    """Whom the link asks; raises LinkDead."""
    with db.reading() as store:
        link = _link(store, token)
        return _asked(store, link.process_id, link.subject_id)


def asked_by(db: Database, sign_in: SignIn) -> Asked:
    """The hearing that the sign-in opens, as it is now; raises LinkDead."""
    with db.reading() as store:
        return _asked(store, sign_in.process_id, sign_in.subject_id)


def trade_party_link(db: Database, token: str, device_token: str) -> None:
    """The device with its own token is let in to the one party's answers; twice is once.

    Raises LinkDead.
    """
    at, device = now(), hash_of(device_token)
    with db.writing() as store:
        link = _link(store, token)
        _asked(store, link.process_id, link.subject_id)
        if devices.is_known(store, device):
            return
        made = SignIn(
            id=new_id(), door=Door.PARTY, account_id="", process_id=link.process_id,
            meeting_id="", person_id="", made_at=at, ends_at=link.ends_at,
            subject_id=link.subject_id,
        )  # fmt: skip
        access.keep_sign_in(store, made, device)


def _asked(store: Store, process_id: str, party_id: str) -> Asked:
    party = store.find(HearingParty, party_id)
    if party is None or party.process_id != process_id:
        raise LinkDead
    hearing = store.get(Hearing, party.hearing_id, process_id)
    return Asked(hearing, party, store.get(Process, process_id))


def _link(store: Store, token: str) -> PersonalLink:
    link = access.link_by_token(store, hash_of(token), now())
    if link is None or not link.subject_id or link.person_id:
        raise LinkDead
    return link


def _to(party: HearingParty) -> dict[str, str]:
    return {"process_id": party.process_id, "person_id": "", "subject_id": party.id}
