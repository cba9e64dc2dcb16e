"""A facilitator of the tests' own, signed in without a browser."""

from strategykit.actions.access import open_door
from strategykit.actions.accounts import all_accounts, code_from_terminal, make_account
from strategykit.domain.access import Account, Door
from strategykit.storage.database import Database

NAME = "Prøve Procesleder"
PASSWORD = "æbler under lange broer"


def an_account(db: Database, name: str = NAME) -> Account:
    """The account of that name; made the first time."""
    known = next((account for account in all_accounts(db) if account.name == name), None)
    return known or make_account(db, code_from_terminal(db), name, PASSWORD)


def signed_in(db: Database, name: str = NAME) -> str:
    """What the cookie of a facilitator's browser holds."""
    return open_door(db, Door.FACILITATOR, account_id=an_account(db, name).id, hours=16)
