"""Who somebody is who has signed in: read from the row at every look and in every transaction."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

from strategykit.domain.access import SignIn
from strategykit.domain.people import Access, Person, Role, Who
from strategykit.errors import SignedOut
from strategykit.storage import access, accounts
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def who_of(db: Database, sign_in: SignIn | None, process_id: str = "") -> Who:
    """The facilitator behind a sign-in, as the process knows them; without one a stranger."""
    if sign_in is None:
        return Who(Access.STRANGER)
    with db.reading() as store:
        return _who(store, sign_in, process_id)


def require_presence(store: Store, who: Who) -> None:
    """Raises SignedOut when the sign-in has ended since `who` was read."""
    if who.sign_in_id:
        _standing(store, who)


def account_of(db: Database, who: Who) -> str:
    """The id of the account that acts; empty from the terminal."""
    if not who.sign_in_id:
        return ""
    with db.reading() as store:
        return _standing(store, who).account_id


def as_person(store: Store, who: Who, process_id: str) -> Who:
    """The same with the person of the process who bears the name, entered now if need be.

    Raises SignedOut when the sign-in has ended since `who` was read.
    """
    if not who.sign_in_id:
        return who
    here = _who(store, _standing(store, who), process_id)
    if store.find(Person, here.person_id) is None:
        store.lock(process_id)  # two windows may be the first at once
        store.add_once(_entered(here, process_id))
    return here


def _standing(store: Store, who: Who) -> SignIn:
    found = access.sign_in_by_id(store, who.sign_in_id, datetime.now(UTC))
    if found is None:
        raise SignedOut
    return found


def _who(store: Store, sign_in: SignIn, process_id: str) -> Who:
    who = Who(Access.FACILITATOR, "", accounts.name_of(store, sign_in), sign_in.id)
    if not who.name:
        return Who(Access.STRANGER)
    return replace(who, person_id=_person_id(store, who, sign_in, process_id))


def _person_id(store: Store, who: Who, sign_in: SignIn, process_id: str) -> str:
    """The id of whoever bears the name there, else one that is the same every time."""
    if not process_id:
        return ""
    same = store.all(Person, process_id, name=who.name)
    there = (p.id for p in same if not p.erased and p.role is not Role.GUEST)  # guests type names
    return next(there, uuid5(UUID(sign_in.account_id), process_id).hex)


def _entered(who: Who, process_id: str) -> Person:
    return Person(id=who.person_id, process_id=process_id, name=who.name, role=Role.ADMINISTRATION)
