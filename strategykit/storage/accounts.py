"""The facilitators' accounts."""

from sqlalchemy import bindparam, delete, func, insert, select

from strategykit.domain.access import Account, SignIn
from strategykit.storage.store import Store
from strategykit.storage.tables import AccountRow

#: Made once: it is asked at every look.
_NAME = select(AccountRow.name).where(AccountRow.id == bindparam("id"))


def keep(store: Store, made: Account, password_hash: str) -> None:
    """The row of a new account."""
    store.session.execute(
        insert(AccountRow).values(
            id=made.id, name=made.name, made_at=made.made_at, password_hash=password_hash
        )
    )


def all_accounts(store: Store) -> tuple[Account, ...]:
    """Every facilitator who can sign in, by name."""
    rows = store.session.scalars(select(AccountRow).order_by(AccountRow.name))
    return tuple(Account(row.id, row.name, row.made_at) for row in rows)


def count(store: Store) -> int:
    """How many can sign in."""
    return store.session.execute(select(func.count()).select_from(AccountRow)).scalar_one()


def password_hash(store: Store, account_id: str) -> str:
    """What is kept of the password; empty when the account is gone."""
    query = select(AccountRow.password_hash).where(AccountRow.id == account_id)
    return store.session.execute(query).scalar() or ""


def name_of(store: Store, sign_in: SignIn) -> str:
    """Who signed in; empty when no account is behind the sign-in."""
    return store.session.execute(_NAME, {"id": sign_in.account_id}).scalar() or ""


def remove(store: Store, account_id: str) -> None:
    """The account is gone."""
    store.session.execute(delete(AccountRow).where(AccountRow.id == account_id))
