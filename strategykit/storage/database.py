"""The way in to the database: reading() and writing(), SQLite or PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import RLock, local
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from strategykit.errors import DatabaseBusy, DatabaseUnusable
from strategykit.storage.store import Store

CONNECTIONS, MOST_CONNECTIONS = 20, 90
BUSY_SECONDS = 5


class Database:
    """One engine for the whole app; safe to share between threads.

    Raises DatabaseUnusable for an address that is neither SQLite's nor PostgreSQL's.
    """

    def __init__(self, url: str) -> None:
        self.url = _with_driver(_read_url(url))
        self.engine = _engine(self.url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        # SQLite lets one write at a time, and whoever waits for it looks again ever more seldom:
        # in a full room some looked for 5 s in vain. Here they come one after the other at once.
        self._turn = RLock() if self.is_sqlite else None
        self._look = local()  # of one thread: a session is no thing to share

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None on PostgreSQL."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """A view of the data as it is now; nothing in it is saved."""
        look: Store | None = getattr(self._look, "store", None)
        if look is not None:
            yield look
            return
        with Session(self.engine) as session:
            yield Store(session)

    @contextmanager
    def one_look(self) -> Iterator[None]:
        """All that this thread reads meanwhile is of one moment, and costs one transaction.

        What it writes itself is seen by the next reading.
        """
        with Session(self.engine) as session:
            self._look.store = Store(session)
            try:
                yield
            finally:
                self._look.store = None

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """One transaction: all of it is kept, or nothing when anything is raised.

        Raises DatabaseBusy when another program holds the file for longer than busy_timeout.
        """
        engine = self.engine.execution_options(writing=True)
        try:
            with self._in_turn(), Session(engine) as session, session.begin():
                yield Store(session)
        except OperationalError as trouble:
            if "locked" in str(trouble.orig):
                raise DatabaseBusy from trouble
            raise
        finally:
            self._look_anew()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise DatabaseBusy
        try:
            yield
        finally:
            self._turn.release()

    def _look_anew(self) -> None:
        look: Store | None = getattr(self._look, "store", None)
        if look is not None:
            look.session.rollback()

    def close(self) -> None:
        """Gives the connections back."""
        self.engine.dispose()


@cache
def shared_database(url: str) -> Database:
    """The one of this address in this process, for pages, routes and doors alike."""
    return Database(url)


def _read_url(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError as trouble:
        raise DatabaseUnusable from trouble
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise DatabaseUnusable
    return url


def _with_driver(url: URL) -> URL:
    # A plain postgresql:// address, as a hosting guide gives it, means the driver that we install.
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _engine(url: URL) -> Engine:
    # hide_parameters: an error's text would else carry what people typed into the log.
    # The web server has 40 threads, and a page may look twice at once: with fewer connections
    # than that all could wait for each other.
    of_file = url.get_backend_name() == "sqlite"  # which never hangs up
    engine = create_engine(
        url, hide_parameters=True, pool_pre_ping=not of_file, pool_size=CONNECTIONS,
        max_overflow=MOST_CONNECTIONS - CONNECTIONS,
    )  # fmt: skip
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would else begin by itself, and deferred
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "synchronous=FULL",
        "secure_delete=ON",  # the keys of an anonymous step must be gone from the file too
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # Deferred writers lose: 42 of 500 notes were kept with BEGIN, 500 of 500 with IMMEDIATE.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
