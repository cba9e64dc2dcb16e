"""Personal links: given and taken back by the facilitator, traded by their person for a sign-in."""

import secrets
from datetime import timedelta

from strategykit.actions.access import TOKEN_BYTES, hash_of
from strategykit.actions.acting import acting, new_id, now
from strategykit.domain.access import Door, PersonalLink, SignIn
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.errors import LinkDead
from strategykit.storage import access, devices
from strategykit.storage.database import Database
from strategykit.storage.store import Store

LINK_DAYS = 400  # a process with its hearing lasts about a year
SIGN_IN_DAYS = 60


def give_link(db: Database, who: Who, person: Person) -> str:
    """The token of a fresh link, which is kept nowhere; an earlier one works no more."""
    token, at = secrets.token_urlsafe(TOKEN_BYTES), now()
    with acting(db, who, person.process_id, "give", "Link", person.id) as store:
        store.get(Person, person.id, person.process_id)
        access.withdraw_links(store, at, **_of(person))
        ends = at + timedelta(days=LINK_DAYS)
        made = PersonalLink(new_id(), person.process_id, person.id, at, ends)
        access.keep_link(store, made, hash_of(token))
    return token


def take_link(db: Database, who: Who, person: Person) -> None:
    """The person's link works no more, and whoever came in by it is out."""
    with acting(db, who, person.process_id, "withdraw", "Link", person.id) as store:
        access.withdraw_links(store, now(), **_of(person))
        access.end_sign_ins(store, now(), **_of(person), door=Door.DEVICE, meeting_id="")


def linked_people(db: Database, process_id: str) -> frozenset[str]:
    """The ids of those who have a link that works."""
    with db.reading() as store:
        return access.linked(store, process_id, now())


def person_of_link(db: Database, token: str) -> tuple[Person, Process]:
    """Whose link it is and to what; raises LinkDead."""
    with db.reading() as store:
        person = store.find(Person, _link(store, token).person_id)
        if person is None:
            raise LinkDead
        return person, store.get(Process, person.process_id)


def trade_link(db: Database, token: str, device_token: str) -> None:
    """The device with its own token is let in, in the whole process; twice is once.

    Raises LinkDead.
    """
    at, device = now(), hash_of(device_token)
    with db.writing() as store:
        link = _link(store, token)
        if store.find(Person, link.person_id) is None:
            raise LinkDead
        if devices.is_known(store, device):
            return
        made = SignIn(
            id=new_id(), door=Door.DEVICE, account_id="", process_id=link.process_id,
            meeting_id="", person_id=link.person_id, made_at=at,
            ends_at=min(link.ends_at, at + timedelta(days=SIGN_IN_DAYS)),
        )  # fmt: skip
        access.keep_sign_in(store, made, device)


def _link(store: Store, token: str) -> PersonalLink:
    """A link to the whole process: one that opens a single thing is no way in here."""
    link = access.link_by_token(store, hash_of(token), now())
    if link is None or link.subject_id:
        raise LinkDead
    return link


def _of(person: Person) -> dict[str, str]:
    return {"process_id": person.process_id, "person_id": person.id, "subject_id": ""}
