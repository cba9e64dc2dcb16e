"""The facilitators' own sign-ins: the first by a code from the terminal, the next by a colleague.

A password is kept as an Argon2id hash; a wrong name takes as long as a wrong password.
"""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from secrets import token_urlsafe

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from strategykit.actions.access import (
    drop_codes,
    hash_of_code,
    make_code,
    open_door,
    sign_in_of,
)
from strategykit.actions.acting import new_id, now
from strategykit.domain.access import (
    FIRST_CODE,
    NAME_ROOM,
    Account,
    Door,
    Purpose,
    SignIn,
)
from strategykit.domain.text import checked_text
from strategykit.errors import (
    AccountTaken,
    CodeUnknown,
    Empty,
    LastAccount,
    PasswordLong,
    PasswordShort,
    WrongPassword,
)
from strategykit.storage import access, accounts
from strategykit.storage.database import Database
from strategykit.storage.store import Store

IDLE, LONGEST = timedelta(hours=16), timedelta(days=7)
LEAST, MOST = 10, 200
CODE_HOURS = 24
HOUR = timedelta(hours=1)
#: OWASP's least for Argon2id: the laptop serves a room meanwhile.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def anybody(db: Database) -> bool:
    """Whether a facilitator can sign in yet."""
    with db.reading() as store:
        return accounts.count(store) > 0


def all_accounts(db: Database) -> tuple[Account, ...]:
    """Every facilitator who can sign in, by name."""
    with db.reading() as store:
        return accounts.all_accounts(store)


def code_from_terminal(db: Database) -> str:
    """A code for a new account, for whoever can read the terminal; the one before works no more."""
    return _account_code(db, "")


def code_for_colleague(db: Database, sign_in: SignIn) -> str:
    """A code to hand over; one that the same facilitator made before works no more."""
    return _account_code(db, sign_in.id)


def make_account(db: Database, typed_code: str, name: str, password: str) -> Account:
    """A facilitator who can sign in; the code is used only when everything else is in order.

    With a code of the terminal it may be one who was there already, and now has another password.
    Raises CodeUnknown, Empty, TooLong, HoldsCpr, PasswordShort, PasswordLong or AccountTaken.
    """
    made = Account(new_id(), _fit_name(name), now())
    _refuse_unfit(password)
    hashed = _HASHER.hash(password)
    with db.writing() as store:
        code = access.open_code(
            store, hash_of_code(Purpose.ACCOUNT, typed_code), Purpose.ACCOUNT, now()
        )
        if code is None:
            raise CodeUnknown
        if there := _named(store, made.name):
            if code.sign_in_id:
                raise AccountTaken(made.name)
            made = replace(made, id=there.id)  # whoever can read the terminal has forgotten it
            _take_out(store, there.id)
        access.use_code(store, code.id, now())
        accounts.keep(store, made, hashed)
    return made


def sign_in(db: Database, name: str, password: str) -> str:
    """The token of a facilitator's sign-in; raises WrongPassword."""
    with db.reading() as store:
        account = _named(store, name)
        kept = accounts.password_hash(store, account.id) if account else ""
    if not _fits(kept or _nobodys_hash(), password[:MOST]) or account is None:
        raise WrongPassword
    return open_door(db, Door.FACILITATOR, account_id=account.id, hours=IDLE / HOUR)


def facilitator_of(db: Database, token: str) -> SignIn | None:
    """The sign-in, which lasts while it is used: no evening ends because of the clock."""
    found = sign_in_of(db, token, Door.FACILITATOR)
    if found is not None and found.ends_at - now() < IDLE / 2:
        with db.writing() as store:
            access.prolong(store, found.id, min(now() + IDLE, found.made_at + LONGEST))
    return found


def remove_account(db: Database, account_id: str) -> None:
    """The facilitator is out everywhere and cannot come in again; raises LastAccount."""
    with db.writing() as store:
        known = accounts.all_accounts(store)
        if [account.id for account in known] == [account_id]:
            raise LastAccount
        _take_out(store, account_id)


def account_name(db: Database, sign_in: SignIn) -> str:
    """Who signed in."""
    with db.reading() as store:
        return accounts.name_of(store, sign_in)


def _take_out(store: Store, account_id: str) -> None:
    accounts.remove(store, account_id)
    access.end_sign_ins(store, now(), account_id=account_id)


def _account_code(db: Database, sign_in_id: str) -> str:
    drop_codes(db, Purpose.ACCOUNT, sign_in_id=sign_in_id)
    return make_code(
        db, Purpose.ACCOUNT, minutes=CODE_HOURS * 60, letters=FIRST_CODE, sign_in_id=sign_in_id
    )


def _fit_name(name: str) -> str:
    fit = " ".join(checked_text("Navn", name, NAME_ROOM).split())
    if not fit:
        raise Empty("Navn")
    return fit


def _refuse_unfit(password: str) -> None:
    if len(password) < LEAST:
        raise PasswordShort(LEAST)
    if len(password) > MOST:
        raise PasswordLong(MOST)


def _named(store: Store, name: str) -> Account | None:
    wanted = " ".join(name.split()).casefold()
    known = accounts.all_accounts(store)
    return next((account for account in known if account.name.casefold() == wanted), None)


def _fits(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, password)
    except (Argon2Error, InvalidHashError, UnicodeError):
        return False


@cache
def _nobodys_hash() -> str:
    """Fits no password that anybody has, so that an unknown name costs the same time."""
    return _HASHER.hash(token_urlsafe(32))
