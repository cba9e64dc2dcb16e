"""What the database's drivers raise, as a sentence for the one at the keyboard."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from strategykit.errors import DatabaseBusy, DatabaseUnusable


@contextmanager
def told_troubles() -> Iterator[None]:
    """Raises DatabaseBusy or DatabaseUnusable for what a driver says of its database."""
    try:
        yield
    except (exc.DBAPIError, sqlite3.Error) as trouble:
        cause = trouble.orig if isinstance(trouble, exc.DBAPIError) else trouble
        if not _of_the_file(cause):
            raise  # a wrong query or a broken rule is the program's own fault
        raise (DatabaseBusy if "locked" in str(cause) else DatabaseUnusable) from trouble


def _of_the_file(cause: BaseException | None) -> bool:
    # sqlite3 says plain DatabaseError of a file that is none, psycopg OperationalError of a server
    return type(cause) is sqlite3.DatabaseError or type(cause).__name__ == "OperationalError"
