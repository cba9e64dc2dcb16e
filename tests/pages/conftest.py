"""The app without a browser: real pages, a real database, and one facilitator."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from strategykit.actions.example import load_case
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.settings import ROOT, settings
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from strategykit.ui import page
from strategykit.ui.addresses import ADDRESSES, PROCESS
from tests.support.pages import Opened
from tests.support.signing import signed_in

FRAME = ROOT / "strategykit" / "ui" / "frame.py"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the app's own; nothing is remembered of the test before."""
    monkeypatch.setenv("STRATEGYKIT_HOME", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    settings.cache_clear()
    st.cache_resource.clear()
    yield tmp_path
    settings.cache_clear()
    st.cache_resource.clear()


@pytest.fixture
def app_db(home: Path) -> Iterator[Database]:
    """The database that the pages use."""
    database = Database(f"sqlite:///{home / 'strategi.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def broendby(app_db: Database, who: Who) -> Process:
    """The shipped example."""
    return load_case(app_db, who, "broendby")


@pytest.fixture
def token(app_db: Database, monkeypatch: pytest.MonkeyPatch) -> str:
    """A facilitator's sign-in, which the pages find as if the browser had sent it."""
    held = signed_in(app_db)
    monkeypatch.setattr(page, "cookie_held", lambda: held)
    return held


@pytest.fixture
def opened(app_db: Database, token: str) -> Opened:  # noqa: ARG001 - the pages open it themselves
    """Opens a page of a process in a window of its own."""

    def open_it(key: str, process: Process | None = None) -> AppTest:
        window = AppTest.from_file(str(FRAME), default_timeout=30)
        if process is not None:
            window.session_state[PROCESS] = process.name
        window.run()
        window.switch_page(str(ADDRESSES[key].script)).run()
        assert not window.exception, window.exception
        return window

    return open_it
