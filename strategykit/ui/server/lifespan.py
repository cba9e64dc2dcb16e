"""Start and stop of the server."""

import asyncio
import gc
import importlib
import pkgutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from types import FrameType

import streamlit as st

import strategykit
from strategykit.actions.accounts import anybody, code_from_terminal
from strategykit.actions.example import load_first_example
from strategykit.domain.access import spaced_code
from strategykit.domain.people import Access, Who
from strategykit.live import HUB
from strategykit.reach import reach, serve_as
from strategykit.settings import settings
from strategykit.storage.database import Database, shared_database
from strategykit.storage.migrating import migrate
from strategykit.ui.logging_setup import start_log
from strategykit.ui.server.welcome import welcome

SCRIPTS = (
    "strategykit.__main__",
    "strategykit.bench",
    "strategykit.ui.frame",
    "strategykit.storage.migrations",
)
GRACE_SECONDS = 2.0


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """The first visitor finds everything imported, and stopping waits for nobody for long."""
    start_log(settings())
    import_everything()
    prepare_data()
    gc.collect()
    gc.freeze()  # what the imports made lives as long as the process; no collection walks it again
    HUB.open()
    stop_waiting_after(GRACE_SECONDS)
    serve_as(replace(reach(), port=st.get_option("server.port")))  # it may have been "any"
    said = [welcome(reach(), sys.stdout), *first_code()]
    print("\n".join(said), flush=True)  # noqa: T201 - the terminal is where it is read
    yield {}


def first_code() -> list[str]:
    """Until somebody can sign in, whoever can read the terminal is let in: a new code each time."""
    db = shared_database(settings().database_url)
    if anybody(db):
        return []
    return ["", f"Ingen kan logge ind endnu. Engangskode: {spaced_code(code_from_terminal(db))}"]


def prepare_data() -> None:
    """Today's tables, and the example in an empty database, however the server was started."""
    db = Database(settings().database_url)
    try:
        migrate(db)
        load_first_example(db, Who(Access.FACILITATOR))
    finally:
        db.close()


def import_everything() -> None:
    """Every module of the package, and with them pandas, altair, SQLAlchemy and python-docx."""
    for found in pkgutil.walk_packages(strategykit.__path__, "strategykit."):
        if not found.name.startswith(SCRIPTS):
            importlib.import_module(found.name)


def stop_waiting_after(seconds: float) -> None:
    """Streams end at the first word, and nobody who never takes an answer holds the server.

    The web server gives up waiting on a second interrupt; here the clock gives it.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        ask_to_stop = signal.getsignal(number)
        if callable(ask_to_stop):
            signal.signal(number, _and_insist(loop, seconds, ask_to_stop))


def _and_insist(
    loop: asyncio.AbstractEventLoop, seconds: float, ask_to_stop: Callable[..., object]
) -> Callable[[int, FrameType | None], None]:
    def stop(number: int, frame: FrameType | None) -> None:
        insist = partial(loop.call_later, seconds, ask_to_stop, signal.SIGINT, None)
        loop.call_soon_threadsafe(insist)
        loop.call_soon_threadsafe(HUB.close)  # not here: a signal may come while its lock is held
        ask_to_stop(number, frame)

    return stop
