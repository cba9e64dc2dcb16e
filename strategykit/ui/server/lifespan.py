"""Start and stop of the server."""

import asyncio
import gc
import importlib
import pkgutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType

import streamlit as st

import strategykit
from strategykit.settings import settings
from strategykit.ui.logging_setup import start_log
from strategykit.ui.server.open_requests import OpenRequests

SCRIPTS = ("strategykit.__main__", "strategykit.ui.frame", "strategykit.storage.migrations")
GRACE_SECONDS = 2.0


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """The first visitor finds everything imported, and stopping waits for nobody for long."""
    start_log(settings())
    import_everything()
    gc.collect()
    gc.freeze()  # what the imports made lives as long as the process; no collection walks it again
    end_requests_on(signal.SIGTERM, signal.SIGINT)
    print(welcome(), flush=True)  # noqa: T201 - the terminal is where it is read
    yield {}


def welcome() -> str:
    host, port = st.get_option("server.address"), st.get_option("server.port")
    shown = "localhost" if host == "127.0.0.1" else host
    return (
        f"Strategiværksted er klar på http://{shown}:{port}\n"
        "Åbn adressen i en browser. Luk programmet igen med Ctrl+C."
    )


def import_everything() -> None:
    """Every module of the package, and with them pandas, altair, SQLAlchemy and python-docx."""
    for found in pkgutil.walk_packages(strategykit.__path__, "strategykit."):
        if not found.name.startswith(SCRIPTS):
            importlib.import_module(found.name)


def end_requests_on(*signals: signal.Signals) -> None:
    """The server waits for open answers before it stops; an endless one would hold it for ever."""
    loop = asyncio.get_running_loop()
    for number in signals:
        before = signal.getsignal(number)

        def stop(number: int, frame: FrameType | None, before: object = before) -> None:
            loop.call_soon_threadsafe(loop.call_later, GRACE_SECONDS, OpenRequests.end_all)
            if callable(before):
                before(number, frame)

        signal.signal(number, stop)
